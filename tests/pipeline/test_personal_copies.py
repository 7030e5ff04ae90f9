"""Personal copies of what was built: in every format, and only as long as they would say and look the same."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import get_args

import pikepdf
import pytest

from briefs.model.brief_key import BriefKey
from briefs.model.copy import Copy
from briefs.model.diagnostics import BriefsError
from briefs.model.formats import Format
from briefs.model.sheet import USUAL, Sheet
from briefs.output.finished import FinishedEdition, finished_editions
from briefs.pipeline.order import Project
from briefs.pipeline.personal_copies import PersonalCopies, prepare_copies
from tests.builders import CAPTAINS, TEMPLATES, front, write_project
from tests.projects import built
from tests.render.builders import read_back

COPY = Copy("Seán Ó RÍORDÁIN", 17, 194)
LETTER = Sheet("letter")
GONE = "can no longer be made as it was built: the layout, the fonts or the program have changed since"


def _project(root: Path, copies: str = "personal") -> Path:
    return write_project(root, templates=TEMPLATES | {"captains": front("captains", copies=copies) + CAPTAINS})


def _edition(root: Path, sheet: Sheet = USUAL, formats: tuple[Format, ...] = get_args(Format)) -> FinishedEdition:
    built(root, "captains", formats=formats, status="cleared", sheet=sheet, output=root / "build")
    return _found(root, sheet)


def _found(root: Path, sheet: Sheet = USUAL) -> FinishedEdition:
    (edition,) = finished_editions(root / "build", "cleared", [BriefKey("captains")], sheet)
    return edition


def _prepared(root: Path, *formats: Format, sheet: Sheet = USUAL) -> PersonalCopies:
    return prepare_copies(Project(root), _found(root, sheet), formats, [COPY])


@pytest.fixture(scope="module")
def cleared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a cleared edition in every format; not to be changed."""
    root = _project(tmp_path_factory.mktemp("cleared"))
    _edition(root)
    return root


@pytest.fixture
def own(cleared: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    shutil.copytree(cleared, tmp_path / "own", symlinks=True)
    return tmp_path / "own"


def test_a_copy_says_whom_it_is_for_in_every_format(cleared: Path) -> None:
    prepared = _prepared(cleared, "pdf", "docx", "html")
    pdf = prepared.make("pdf", COPY)
    assert read_back(pdf).replace("\u00a0", " ").count("For: Seán Ó RÍORDÁIN · Copy 17 of 194") == 2
    line = "For: Seán Ó RÍORDÁIN · Copy\u00a017\u00a0of\u00a0194"
    assert line in prepared.make("html", COPY).decode()
    with zipfile.ZipFile(io.BytesIO(prepared.make("docx", COPY))) as word:
        assert line in word.read("word/document.xml").decode()
    for format in get_args(Format):
        assert prepared.make(format, COPY) == b"".join(prepared.pieces(format, COPY))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        record = opened.attachments["edition-record.json"].get_file().read_bytes()
    assert json.loads(record)["edition"]["copy"] == "17"
    assert "RDÁIN".encode() not in record


def test_the_edition_itself_names_nobody(cleared: Path) -> None:
    edition = _found(cleared)
    assert "For:" not in read_back(edition.content("pdf"))
    assert "For:" not in edition.content("html").decode()


def test_copies_are_for_the_sheet_of_the_edition_in_formats_that_were_built_one_by_one(own: Path) -> None:
    _edition(own, LETTER, ("docx",))
    assert _prepared(own, "docx", sheet=LETTER).make("docx", COPY)
    _edition(own, LETTER, ("pdf",))
    with pikepdf.open(io.BytesIO(_prepared(own, "pdf", sheet=LETTER).make("pdf", COPY))) as pdf:
        assert list(map(float, pdf.pages[0].MediaBox))[2:] == pytest.approx([612, 792], abs=0.1)


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("format", get_args(Format))
def test_nothing_is_made_once_the_edition_would_have_another_colour(own: Path, format: Format) -> None:
    _change(own / "templates" / "captains.md", "pages: 1\n", "pages: 1\naccent: '#6B1F3A'\n")
    with pytest.raises(BriefsError, match=GONE):
        _prepared(own, format)


@pytest.mark.parametrize(("format", "style"), [("pdf", "print.css"), ("html", "screen.css")])
def test_nothing_is_made_once_the_style_sheet_is_another(own: Path, format: Format, style: str) -> None:
    with (own / "templates" / "layout" / style).open("a", encoding="utf-8") as file:
        file.write("h2 { color: #424242 }\n")
    with pytest.raises(BriefsError, match=GONE):
        _prepared(own, format)


def test_a_template_that_is_gone_is_a_changed_look(own: Path) -> None:
    (own / "templates" / "captains.md").unlink()
    with pytest.raises(BriefsError, match=GONE):
        _prepared(own, "docx")


def test_words_that_were_changed_since_do_not_matter(own: Path) -> None:
    _change(own / "templates" / "captains.md", "What a timetable", "What no timetable")
    assert "What a timetable" in _prepared(own, "html").make("html", COPY).decode()


def test_an_edition_whose_copies_are_all_the_same_has_no_personal_ones(tmp_path: Path) -> None:
    root = _project(tmp_path, "identical")
    _edition(root, formats=("html",))
    with pytest.raises(BriefsError, match="the copies of the edition for captains are all the same"):
        _prepared(root, "html")


def test_a_name_that_no_font_prints_is_told_before_and_never_printed(cleared: Path) -> None:
    prepared = _prepared(cleared, "pdf")
    assert prepared.unprintable("王小明") == "U+5C0F"
    assert prepared.unprintable("Ana\u0007") == "U+0007"
    assert prepared.unprintable("محمد de LANGE") == ""
    with pytest.raises(BriefsError, match=r"none of the fonts has U\+5C0F"):
        prepared.make("pdf", Copy("王小明", 1, 2))
