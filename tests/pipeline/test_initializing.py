"""New reports are taken in with the real readers, and read back as builds read them."""

from __future__ import annotations

import datetime
import hashlib
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.report import Footnote, Item, List, Paragraph, Picture, Quotation, Row, Section, Table
from briefs.pipeline.initializing import NewReport, new_report, write_report
from briefs.report.pdf import pdf_apart, pdf_file
from briefs.report.pdf.pdf_recognition import recognize_pdf
from briefs.report.readers import read_report
from tests.builders import REPOSITORY, write_project
from tests.projects import problems
from tests.report.pdf.builders import drawn_pdf, text_at

TODAY = datetime.date(2026, 11, 29)
MARKDOWN = """---
title: Water for the Valley
date: 12 March 2010
---

# Water for the Valley

Valley Council (VC)

## 1. Why water

Participants agreed last year that wells are short. This report presents what twelve villages said in 2010.

## 2. Steps

1. The Valley Council should count wells.

## Annex: Participants

| Name | Town |
|---|---|
| Ms Ada BROOK | Kelby |
| Mr Tom STONE | Larkhaven |
| Dr Eve HILL | Kelby |
"""
HTML = """<!DOCTYPE html><html lang="fr"><head><title>L’eau pour la vallée | Conseil de la vallée</title></head>
<body><main><h1>L’eau pour la vallée</h1><p>Publié par le Conseil de la vallée, mars 2010</p>
<h2>1. Pourquoi</h2><p>Les puits de la vallée sont trop peu nombreux, et les villages le disent depuis des années.</p>
<h2>2. Comment</h2><p>Le conseil de la vallée doit compter les puits et publier ce qu’il a trouvé dans les villages.</p>
</main></body></html>
"""
TEXT = """Water for the Valley

Valley Council

March 2010

I. Why water

Wells are short in the valley, and the villages have said so for years.

Mr. Tom Stone spoke for the mayors who met in the valley.

II. Steps

The council should count the wells and publish what it has found.
"""
FILES = {"water.md": MARKDOWN, "eau.html": HTML, "water.txt": TEXT}


def taken_in(root: Path, name: str, content: str | bytes, called: str | None = None) -> NewReport:
    """What would be written of the report in a file of this name and content."""
    file = root / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return new_report(file, root / "project", TODAY, called)


def values(new: NewReport) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(new.contents[new.hints])
    return loaded


def shipped(name: str) -> bytes:
    return (REPOSITORY / "docs" / name).read_bytes()


ALL = [*FILES, "small-harbours.docx", "small-harbours.pdf", "dots.txt"]


def content_of(name: str) -> bytes:
    if name == "dots.txt":
        return (REPOSITORY / "seeds/connecting-the-dots/report.txt").read_bytes()
    return FILES[name].encode() if name in FILES else shipped(name)


@pytest.mark.parametrize("name", ALL)
def test_a_report_in_any_format_is_read_with_what_was_written_about_it(name: str, tmp_path: Path) -> None:
    new = taken_in(tmp_path, name, content_of(name))
    write_report(new)
    folder = tmp_path / "project/seeds" / new.name
    read = read_report(folder, tmp_path / "project")
    assert not [problem for problem in read.problems if problem.severity == "error"]
    outline = values(new).get("outline") or []
    sections = list(read.value.report.sections())
    assert sections
    assert len(sections) == len(outline)
    (report,) = folder.glob(f"report.*{Path(name).suffix.removeprefix('.')}")
    assert report.read_bytes() == content_of(name)
    found = [one for one in problems(tmp_path / "project") if "seeds/" in one and ": error:" in one]
    assert [one for one in found if "no block files" not in one] == []
    assert read.value.hints.sha256 == hashlib.sha256(content_of(name)).hexdigest()


def test_a_report_is_the_same_in_word_and_as_a_pdf(tmp_path: Path) -> None:
    """But for where notes stand, and what is no content: a PDF has them at the foot of their pages."""
    word, pdf = (said_at_places(tmp_path / suffix, f"small-harbours.{suffix}") for suffix in ("docx", "pdf"))
    assert pdf == word
    assert [address for address, _ in pdf[1]] == ["fn 1", "fn 2"]
    assert len(pdf[0]) > 60


def said_at_places(root: Path, name: str) -> tuple[list[tuple[str, object]], list[tuple[str, object]]]:
    """What a shipped report says at each of its addresses, in order, and its notes with their callers."""
    root.mkdir()
    new = taken_in(root, name, shipped(name))
    write_report(new)
    nodes = list(read_report(root / "project/seeds" / new.name, root / "project").value.report.nodes())
    said: list[tuple[str, object]] = []
    for node in nodes:
        match node:
            case Section():
                said.append((node.address, (node.heading.level, node.heading.text)))
            case List() | Table():
                said.append((node.address, type(node).__name__))
            case Row():
                said.append((node.address, (node.is_head, *node.cells)))
            case Paragraph() | Item():
                said.append((node.address, (node.text, *node.footnotes)))
            case Quotation() | Picture():
                said.append((node.address, node.text))
    return said, [(node.address, (node.text, node.called_from)) for node in nodes if isinstance(node, Footnote)]


def test_what_a_report_says_of_itself_is_filled_in(tmp_path: Path) -> None:
    new = taken_in(tmp_path, "water.md", MARKDOWN)
    written = values(new)
    assert {name: written[name] for name in ("title", "issuer", "names", "strength")} == {
        "title": "Water for the Valley",
        "issuer": "Valley Council (VC)",
        "names": {"section": "Annex: Participants", "column": "Name", "part": "capitals"},
        "strength": {6: ["participants agreed"]},
    }
    assert written["citation"] == "*Water for the Valley*, Valley Council (VC), 2010"
    assert set(new.contents) >= {"seeds/water/report.md", "seeds/water/report.yaml", "templates/water/brief.md"}


def test_a_plain_text_gets_its_outline_inferred(tmp_path: Path) -> None:
    new = taken_in(tmp_path, "water.txt", TEXT)
    assert [one["text"] for one in values(new)["outline"]] == ["I. Why water", "II. Steps"]


def test_the_shipped_report_is_recognised_as_it_was_described_by_hand(tmp_path: Path) -> None:
    written = values(taken_in(tmp_path, "dots.txt", content_of("dots.txt")))
    by_hand = yaml.safe_load((REPOSITORY / "seeds/connecting-the-dots/report.yaml").read_text(encoding="utf-8"))
    assert {name: written[name] for name in ("title", "subtitle", "issuer", "signatures", "sha256")} == {
        name: by_hand[name] for name in ("title", "subtitle", "issuer", "signatures", "sha256")
    }
    outlines = [[(one["level"], one["text"]) for one in described["outline"]] for described in (written, by_hand)]
    assert len(set(outlines[0]) & set(outlines[1])) >= 0.9 * len(set(outlines[1]))


def test_a_report_in_another_language_is_told_to_be_so(tmp_path: Path) -> None:
    new = taken_in(tmp_path, "eau.html", HTML)
    assert new.to_settle[0].startswith(
        "language: the report seems to be in “fr”, and the headings of briefs can only be in en:"
    )
    assert values(new)["issuer"] == "Conseil de la vallée"
    assert "language:" not in house_of(new)


def house_of(new: NewReport) -> str:
    """What the house says for a new report alone."""
    return new.contents[f"seeds/{new.name}/house.yaml"].decode()


def test_the_briefs_of_a_new_report_begin_with_version_01_on_the_day_that_it_is_taken_in(tmp_path: Path) -> None:
    house = yaml.safe_load(house_of(taken_in(tmp_path, "water.md", MARKDOWN)))
    assert house == {"version": {"draft": 0.1, "cleared": 1.0}, "date": TODAY}


def test_a_new_project_gets_the_house_the_look_and_the_schemas(tmp_path: Path) -> None:
    file = tmp_path / "water.md"
    file.write_text(MARKDOWN)
    new = new_report(file, tmp_path / "new", TODAY, schemas={"report.schema.json": b"{}"})
    assert new.is_new_project
    write_report(new)
    root = tmp_path / "new"
    assert {path.name for path in root.iterdir()} == {"schemas", "seeds", "templates"}
    assert (root / "templates/layout/print.css").is_file()
    assert not any("ministers" in path.name for path in root.rglob("*"))
    again = new_report(file, root, TODAY, "water-2")
    assert not again.is_new_project
    assert not [path for path in again.contents if "/layout/" in path]


def test_a_name_is_made_of_that_of_the_file_and_must_be_free(tmp_path: Path) -> None:
    write_project(tmp_path / "project")
    assert taken_in(tmp_path, "Final Report (v2).md", MARKDOWN).name == "final-report-v2"
    for name, message in (
        ("harbour.md", "seeds/harbour exists already; nothing was written (write --name harbour-2)"),
        ("HARBOUR.md", "seeds/harbour exists already; nothing was written (write --name harbour-2)"),
    ):
        with pytest.raises(BriefsError) as raised:
            taken_in(tmp_path, name, MARKDOWN)
        assert f"{raised.value.message} ({raised.value.hint})" == message
    with pytest.raises(BriefsError, match=re.escape('"../x" cannot be the name of a report')):
        taken_in(tmp_path, "water.md", MARKDOWN, "../x")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("water.odt", b"PK", "an archive|LibreOffice|damaged"),
        ("water.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is a file of an older Word .*cannot be read"),
        ("water.txt", b" \n", "is empty"),
        ("water.html", b"<html><body></body></html>", "has no text"),
    ],
)
def test_files_that_cannot_be_a_report_are_refused(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises((BriefsError, DocumentError), match=message):
        taken_in(tmp_path, name, content)


def test_a_report_of_which_no_page_was_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        pdf_apart, "recognize_pdf_apart", recognize_pdf
    )  # another process may not know what is set here
    monkeypatch.setattr(pdf_file, "_MOST_CHARACTERS", 5)
    with pytest.raises(DocumentError) as caught:
        taken_in(tmp_path, "map.pdf", drawn_pdf(text_at(50, 300, "Low water comes early.")))
    assert [(one.code, one.severity) for one in caught.value.diagnostics] == [("report-pages-unread", "error")]


def test_places_that_hold_no_report_are_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.md")
    for file, message in (
        (tmp_path, "is a folder"),
        (tmp_path / "link", "is a folder"),
        (tmp_path / "gone.docx", "there is no file"),
        (tmp_path / "pipe.md", "is not a file on a disk"),
        (Path("https://example.org/report.pdf"), "is an address, not a file"),
    ):
        with pytest.raises(BriefsError, match=message):
            new_report(file, tmp_path / "project", TODAY)


def test_a_folder_with_other_files_does_not_become_a_project(tmp_path: Path) -> None:
    (tmp_path / "water.md").write_text(MARKDOWN)
    with pytest.raises(BriefsError, match="is no project: it has other files, and neither seeds/ nor templates/"):
        new_report(tmp_path / "water.md", tmp_path, TODAY)
    with pytest.raises(BriefsError, match="is a file, not the folder of a project"):
        new_report(tmp_path / "water.md", tmp_path / "water.md", TODAY)


def test_text_in_another_encoding_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="report-encoding"):
        taken_in(tmp_path, "water.txt", "Été\n\nL’eau\n".encode("cp1252"))


NASTY = st.text("ab12 :#-&*!|>'\"%@`?,[]{}\\“”…é\u00a0\u202e\u2028\x07.", min_size=1, max_size=30)


@settings(max_examples=25)
@given(st.lists(NASTY, max_size=6), st.sampled_from([".md", ".txt"]))
def test_whatever_headings_say_the_report_is_read_with_what_was_written(headings: list[str], ending: str) -> None:
    lines = [
        f"{'## ' if ending == '.md' else ''}{number}. {text}\n\nWells are short here.\n"
        for number, text in enumerate(headings)
    ]
    with TemporaryDirectory() as folder:
        file = Path(folder, f"water{ending}")
        file.write_bytes("\n".join(["Text before them all.\n", *lines]).encode())
        new = new_report(file, Path(folder, "project"), TODAY)
        write_report(new)
        read = read_report(Path(folder, "project/seeds/water"), Path(folder, "project"))
    assert [problem.code for problem in read.problems if problem.code in ("hint-not-found", "row-unsplit")] == []
