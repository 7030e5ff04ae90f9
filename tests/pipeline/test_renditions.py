"""A brief in every format: names of files, pages and budgets."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.sheet import USUAL, Sheet
from briefs.pipeline.renditions import file_name
from tests.builders import HOUSE, write_project
from tests.projects import built
from tests.render.builders import document, section
from tests.render.docx.samples import part, shown
from tests.render.reference.letterheads import letterhead, line


@pytest.mark.parametrize(
    ("format", "sheet", "name"),
    [
        ("pdf", USUAL, "harbour_brief-ministers_v0.3_draft.pdf"),
        ("docx", Sheet("letter"), "harbour_brief-ministers_v0.3_draft_letter.docx"),
        ("pdf", Sheet("letter", 18), "harbour_brief-ministers_v0.3_draft_letter_large-print.pdf"),
        ("html", Sheet("letter", 18), "harbour_brief-ministers_v0.3_draft.html"),
    ],
)
def test_a_file_is_named_so_that_it_can_be_mailed(format: str, sheet: Sheet, name: str) -> None:
    assert file_name("harbour", document(section()), format, sheet) == name  # type: ignore[arg-type]


def test_only_a_pdf_has_pages_and_only_what_is_printed_has_a_budget(tmp_path: Path) -> None:
    (brief,) = built(write_project(tmp_path), "clerks", status="cleared").briefs
    assert [(one.format, one.pages, one.budget) for one in brief.renditions] == [
        ("pdf", 1, 1),
        ("docx", None, 1),
        ("html", None, None),
    ]


def test_large_print_takes_as_many_pages_as_it_needs(tmp_path: Path) -> None:
    (brief,) = built(write_project(tmp_path), "clerks", formats=("pdf",), sheet=Sheet(size=18)).briefs
    assert [one.budget for one in brief.renditions] == [None]


@pytest.mark.parametrize("switch", ["", "letterhead: true\n"])
def test_word_files_have_the_words_of_a_letterhead_only_if_the_house_wants_that(switch: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, house=f"{HOUSE}{switch}")
    file = root / "templates" / "layout" / "reference.docx"
    file.write_bytes(letterhead(line("Ministry of Water")))
    (brief,) = built(root, "clerks", formats=("docx",)).briefs
    header = part(brief.renditions[0].content, "word/header1.xml")
    assert ("Ministry of Water" in shown(header)) == bool(switch)


@pytest.mark.parametrize("switch", ["", "embed_fonts: false\n"])
def test_word_and_html_files_carry_fonts_unless_the_house_does_not_want_that(switch: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, house=f"{HOUSE}{switch}")
    (brief,) = built(root, "clerks", formats=("docx", "html")).briefs
    word, page = (one.content for one in brief.renditions)
    assert (b"word/fonts/font4.odttf" in word) == (b"@font-face" in page) == (not switch)
