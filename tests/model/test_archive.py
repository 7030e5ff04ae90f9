"""A Document can be kept: what is read again is what was kept, and nothing else is taken for it."""

from __future__ import annotations

import dataclasses
import gzip
import json
import types
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import Phase, given, settings

from briefs.model.archive import LARGEST, VERSION, KeptEdition, document_json, kept_edition, read_edition
from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document, Figure
from tests.builders import TIMELINE, write_project
from tests.model import golden
from tests.model.archived_types import archived_types
from tests.projects import built
from tests.render.builders import document, paragraph, section, unit
from tests.strategies import TEXT, documents

MADE = document(section(paragraph("Words", unit("u1", "st.a", number=1))))


def fields(value: object) -> Any:
    """A value with all that it holds, also what is left aside when values are compared (lines of templates)."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, {
            field.name: fields(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    return [fields(one) for one in value] if isinstance(value, tuple) else (type(value), value)


@settings(max_examples=60)
@given(documents(), TEXT)
def test_what_is_read_again_is_what_was_kept(kept: Document, report: str) -> None:
    again = read_edition(kept_edition(report, kept))
    assert again.report == report
    assert fields(again.document) == fields(kept)


@pytest.mark.slow
def test_the_documents_that_this_is_tried_with_vary_in_every_field() -> None:
    seen: dict[tuple[type, str], set[object]] = defaultdict(set)

    @settings(max_examples=400, phases=[Phase.generate], derandomize=True, database=None)
    @given(documents())
    def look(made: Document) -> None:
        for element in elements(made):
            for field in dataclasses.fields(element):
                seen[type(element), field.name].add(getattr(element, field.name))

    look()
    for kind, types_of_fields in archived_types().items():
        for field in dataclasses.fields(kind):
            name, values = f"{kind.__name__}.{field.name}", seen[kind, field.name]
            assert len(values) > 1, f"{name} never varies: give it a strategy in tests/strategies.py"
            annotation = types_of_fields[field.name]
            if get_origin(annotation) is Literal:
                assert values == set(get_args(annotation)), f"{name} does not take every value that it can have"
            if types.NoneType in get_args(annotation):
                assert None in values, f"{name} is never None"


def elements(value: Any) -> Iterator[Any]:
    """Every element in `value`, itself too."""
    if isinstance(value, tuple):
        for one in value:
            yield from elements(one)
    elif dataclasses.is_dataclass(value):
        yield value
        for field in dataclasses.fields(value):
            yield from elements(getattr(value, field.name))


@pytest.mark.parametrize("status", ["draft", "cleared"])
def test_an_edition_that_was_built_is_kept_beside_its_files(tmp_path: Path, status: str) -> None:
    root = write_project(tmp_path)
    made = built(root, "captains", formats=("html",), status=status, output=root / "build")
    (brief,) = made.briefs
    (path,) = (root / "build" / "editions").iterdir()
    version = {"draft": "0.1", "cleared": "1.0"}[status]
    assert path.name == f"HB-CAP_{version}_{status}.json.gz"
    assert path in made.written
    assert fields(read_edition(path.read_bytes()).document) == fields(brief.document)
    (listed,) = json.loads((root / "build" / "manifest.json").read_bytes())["editions"]
    assert (listed["path"], listed["identifier"]) == (f"editions/{path.name}", f"HB/CAP {version} {status}")


def test_the_same_edition_has_the_same_bytes() -> None:
    assert kept_edition("harbour", MADE) == kept_edition("harbour", MADE)
    assert read_edition(kept_edition("harbour", MADE)) == KeptEdition("harbour", MADE)


# The format of kept editions


CHANGED = (
    "What a kept edition holds has changed, but VERSION in briefs/model/archive.py has not, so editions that were kept "
    "before could no longer be read. Raise VERSION, and make read_edition turn the older ones into what they are now. "
    "Only if nobody has kept an edition of this version yet: python -m tests.model.golden"
)


def test_what_is_kept_changes_only_with_the_version() -> None:
    listed = json.loads(golden.FIELDS.read_bytes()) if golden.FIELDS.exists() else None
    assert golden.archived_fields() == listed, CHANGED


@pytest.mark.parametrize("path", sorted(golden.HERE.glob("kept-edition-v*.json.gz")), ids=lambda path: path.name)
def test_editions_that_were_kept_can_still_be_read(path: Path) -> None:
    try:
        read = read_edition(path.read_bytes())
    except BriefsError as error:
        raise AssertionError(CHANGED) from error
    if path == golden.EDITION:
        assert (read.report, fields(read.document)) == (golden.REPORT, fields(golden.golden_document())), CHANGED


def test_there_is_one_of_every_version() -> None:
    kept = {path.name for path in golden.HERE.glob("kept-edition-v*.json.gz")}
    assert kept == {f"kept-edition-v{version}.json.gz" for version in range(1, VERSION + 1)}


def test_the_one_of_this_version_holds_every_element_with_no_default() -> None:
    held = list(elements(golden.golden_document()))
    assert {type(element) for element in held} == set(archived_types())
    for element in held:
        for field in dataclasses.fields(element):
            assert getattr(element, field.name) != field.default


def changed(**more: object) -> bytes:
    kept = json.loads(gzip.decompress(kept_edition("harbour", MADE)))
    return gzip.compress(json.dumps(kept | more).encode(), mtime=0)


def in_document(**more: object) -> bytes:
    return changed(document=document_json(MADE) | more)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no archive",
        kept_edition("harbour", MADE)[:-9],
        gzip.compress(b"no JSON", mtime=0),
        gzip.compress(b"[" * 100_000, mtime=0),
        gzip.compress(b"\xff", mtime=0),
        changed(report=3),
        changed(document=[]),
        in_document(audience=3),
        in_document(sections={}),
        in_document(sections=[{"type": "Text"}]),
        in_document(more="x"),
        in_document(type="Section"),
        in_document(notes=[None]),
    ],
)
def test_a_damaged_one_is_refused(content: bytes) -> None:
    with pytest.raises(BriefsError, match=r"^a kept edition is damaged and cannot be read$"):
        read_edition(content)


@pytest.mark.parametrize(
    "content", [changed(kept_edition=0), changed(kept_edition=None), gzip.compress(b"[]", mtime=0)]
)
def test_one_of_another_version_is_told_from_a_damaged_one(content: bytes) -> None:
    with pytest.raises(BriefsError, match="not a kept edition that this version of the program can read"):
        read_edition(content)


def test_a_value_of_a_type_that_a_union_in_a_tuple_does_not_have_is_damage() -> None:
    kept = document_json(MADE)
    kept["sections"][0]["content"] = ["Words"]
    with pytest.raises(BriefsError, match="damaged"):
        read_edition(changed(document=kept))


def test_one_that_unpacks_to_more_than_any_edition_is_refused() -> None:
    with pytest.raises(BriefsError, match="damaged"):
        read_edition(gzip.compress(b" " * (LARGEST + 1), mtime=0))


@pytest.mark.parametrize(
    "graphic",
    [
        {"type": "Timeline", "events": []},
        {"type": "Bars", "bars": [{"type": "Bar", "name": "States", "value": -1, "portions": []}]},
    ],
)
def test_an_edition_with_a_figure_that_cannot_be_drawn_is_damaged(graphic: object) -> None:
    kept = document_json(document(section(Figure(TIMELINE, (), None))))
    kept["sections"][0]["content"][0]["graphic"] = graphic
    with pytest.raises(BriefsError, match="a kept edition is damaged"):
        read_edition(changed(document=kept))
