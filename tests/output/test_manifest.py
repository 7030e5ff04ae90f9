from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any, Literal

from briefs.model.brief import Brief, Rendition
from briefs.model.document import Document, FormRef, List, Table
from briefs.model.fit import Fit
from briefs.model.formats import Format
from briefs.model.inline import Text
from briefs.model.web_annotation import provenance_json
from briefs.output.manifest import dump_manifest, inputs_digest, new_manifest
from briefs.output.manifest_shape import is_manifest
from tests.render.builders import document, item, paragraph, row, section, unit

INPUTS, VERSIONS = {"seeds/a/report.txt": "11"}, {"weasyprint": "70.0"}


def words(status: Literal["draft", "cleared"] = "draft", audience: str = "ministers") -> Document:
    made = document(
        section(
            paragraph(
                "one",
                replace(unit("u1", "fact.a", number=1), forms=(FormRef.parse("fact.a/short"),), sources=("I ¶ 1",)),
            ),
            List((item("two", unit("u2", "fact.b", number=2)),)),
            Table((Text("C"),), ((Text("A"),),), (row("three", owner=unit("u3", "fact.c")),), number=3),
            Table((Text("C"),), ((Text("A"),),), (row("no unit"),)),
        )
    )
    return replace(made, audience=audience, properties=replace(made.properties, status=status))


def brief(
    content: str, name: str = "a.pdf", format: Format = "pdf", of: Document | None = None, report: str = "harbour"
) -> Brief:
    """A brief with one file."""
    made = of or words()
    fit = Fit(made.audience, 1, 1, 0.5, 3, 3)
    rendition = Rendition(format, name, content.encode(), 1 if format == "pdf" else None)
    return Brief(report, made, fit, (rendition,), b"kept", provenance_json(made))


def manifest(*briefs: Brief, old: dict[str, Any] | None = None, version: str = "70.0") -> dict[str, Any]:
    return new_manifest(briefs, INPUTS, {"weasyprint": version}, old or {})


def test_a_file_is_listed_with_all_that_made_it() -> None:
    made = manifest(brief("one"))
    (entry,) = made["files"]
    digest = inputs_digest(INPUTS, VERSIONS)
    assert made["inputs"] == {digest: {"files": INPUTS, "versions": VERSIONS}}
    assert made["superseded"] == []
    wanted = ("audience", "format", "status", "version", "date", "path", "pages", "words", "inputs", "sha256")
    assert [entry[key] for key in wanted] == [
        *("ministers", "pdf", "draft", "0.3", "2026-03-12", "a.pdf", 1, 3, digest),
        hashlib.sha256(b"one").hexdigest(),
    ]
    assert entry["units"] == [
        {"name": "u1", "tag": "u1", "number": 1, "blocks": ["fact.a"], "forms": ["fact.a/short"], "sources": ["I ¶ 1"]},
        {"name": "u2", "tag": "u2", "number": 2, "blocks": ["fact.b"], "forms": [], "sources": []},
        {"name": "u3", "tag": "u3", "number": None, "blocks": ["fact.c"], "forms": [], "sources": []},
    ]
    assert entry["tables"] == {"u3": 3}
    assert is_manifest(json.loads(dump_manifest(made)))


def test_a_file_of_the_same_kind_is_replaced_and_stays_known() -> None:
    first = manifest(brief("one"))
    second = manifest(brief("two", "b.pdf"), old=first)
    assert [entry["path"] for entry in second["files"]] == ["b.pdf"]
    assert second["superseded"] == [
        {
            "report": "harbour",
            "audience": "ministers",
            "format": "pdf",
            "status": "draft",
            "version": "0.3",
            "date": "2026-03-12",
            "path": "a.pdf",
            "sha256": hashlib.sha256(b"one").hexdigest(),
            "product": "brief",
            "edition": first["files"][0]["edition"],
        }
    ]
    third = manifest(brief("three"), old=second)
    assert [entry["path"] for entry in third["superseded"]] == ["a.pdf", "b.pdf"]


def test_files_of_other_audiences_formats_and_statuses_are_kept_with_their_inputs() -> None:
    first = manifest(brief("one"), brief("two", "a.docx", "docx"), version="69.0")
    cleared = brief("three", "c.pdf", of=words("cleared"))
    other = brief("four", "d.pdf", of=words(audience="ambassadors"))
    second = manifest(brief("five"), cleared, other, old=first)
    assert [(e["audience"], e["status"], e["format"]) for e in second["files"]] == [
        ("ambassadors", "draft", "pdf"),
        ("ministers", "cleared", "pdf"),
        ("ministers", "draft", "docx"),
        ("ministers", "draft", "pdf"),
    ]
    assert sorted(versions["versions"]["weasyprint"] for versions in second["inputs"].values()) == ["69.0", "70.0"]


def test_briefs_of_two_reports_for_one_audience_are_kept_apart() -> None:
    names = ("harbour_brief-ministers_v0.3_draft.pdf", "quay_brief-ministers_v0.3_draft.pdf")
    first = manifest(*(brief(name, name, report=name.partition("_")[0]) for name in names))
    assert [entry["report"] for entry in first["files"]] == ["harbour", "quay"]
    second = manifest(brief("new", "quay_brief-ministers_v0.4_draft.pdf", report="quay"), old=first)
    assert [entry["path"] for entry in second["files"]] == [names[0], "quay_brief-ministers_v0.4_draft.pdf"]
    assert [entry["path"] for entry in second["superseded"]] == [names[1]]


def test_inputs_that_no_file_has_any_more_are_forgotten() -> None:
    second = manifest(brief("two"), old=manifest(brief("one"), version="69.0"))
    assert list(second["inputs"]) == [inputs_digest(INPUTS, VERSIONS)]


def test_the_same_build_again_gives_the_same_bytes() -> None:
    first = manifest(brief("one"), brief("two", "a.docx", "docx"))
    again = manifest(brief("two", "a.docx", "docx"), brief("one"), old=first)
    assert dump_manifest(again) == dump_manifest(first)
    assert dump_manifest(first).endswith(b"\n}\n")


def built(content: str, edition: bytes, old: dict[str, Any] | None = None) -> dict[str, Any]:
    return new_manifest([replace(brief(content), edition=edition)], INPUTS, VERSIONS, old or {})


def test_each_file_names_the_edition_that_it_was_made_from_also_when_it_was_replaced() -> None:
    first = built("one", b"1")
    second = built("two", b"2", first)
    assert second["files"][0]["edition"] == {key: second["editions"][0][key] for key in ("path", "sha256")}
    assert second["superseded"][0]["edition"] == {key: second["editions"][1][key] for key in ("path", "sha256")}
    assert second["editions"][1]["superseded"] is True
    assert second["editions"][0]["inputs"] == second["files"][0]["inputs"]
    assert is_manifest(json.loads(dump_manifest(second)))


def test_a_superseded_edition_of_which_every_file_is_as_before_is_not_kept() -> None:
    assert [entry.get("superseded") for entry in built("one", b"2", built("one", b"1"))["editions"]] == [None]
