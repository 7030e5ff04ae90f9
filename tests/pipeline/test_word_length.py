"""Word files that are longer than their briefs may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.edition import FrontMatter, Template
from briefs.pipeline.word_length import check_word_pages
from briefs.render.docx.page_budget import WordPages
from tests.builders import CAPTAINS, TEMPLATES, front, write_project
from tests.projects import built
from tests.render.docx.corporate import with_parts
from tests.render.docx.samples import starter

FRONT = FrontMatter(
    audience="captains",
    reader="Captains",
    series="Brief for Captains",
    title="What a timetable could change",
    code="CAP",
    short_title="A timetable",
    subject="Harbours",
    pages=2,
)
TEMPLATE = Template("templates/captains.md", FRONT, "", 12, {"pages": 9, "reference": 10})


def found(pages: WordPages | None, printed: int = 2) -> list[str]:
    return [str(problem) for problem in check_word_pages(pages, printed, TEMPLATE)]


@pytest.mark.parametrize(
    ("pages", "cause"),
    [
        (
            WordPages(3, 0.8, "Verdana", 1.1),
            "its page has 20 % less room for text than that of the PDF: make the margins, the header or the footer "
            "smaller in Word, or allow more `pages`",
        ),
        (
            WordPages(3, 1.0, "Gotham", None),
            'nothing is known here of the width of the font "Gotham": look at the file in Word',
        ),
        (
            WordPages(3, 0.99, "Verdana", 1.25),
            'text in the font "Verdana" is about 25 % wider than in the PDF: choose a narrower font in Word, or allow '
            "more `pages`",
        ),
        (
            WordPages(3, 1.0, "Calibri", 1.0),
            "ask for less, such as shorter text in boxes and tables, or allow more `pages`",
        ),
    ],
)
def test_a_word_file_that_is_too_long_is_a_warning_with_what_takes_the_room(pages: WordPages, cause: str) -> None:
    assert found(pages) == [
        "templates/captains.md:10: warning: in Word, this brief will have about 3 pages, and it may have 2; this is an "
        f"estimate, from the fonts, sizes and margins of its reference document [word-pages]\n  hint: {cause}"
    ]


def test_a_word_file_may_be_as_long_as_its_budget_or_the_pdf() -> None:
    assert found(WordPages(2, 1.0, "Calibri", 1.0), printed=1) == []
    assert found(WordPages(3, 1.0, "Calibri", 1.0), printed=3) == []
    assert found(None) == []


def test_a_build_says_how_many_pages_word_will_have(tmp_path: Path) -> None:
    root = write_project(
        tmp_path, templates={**TEMPLATES, "captains": front("captains", reference="small.docx") + CAPTAINS}
    )
    low = with_parts(starter(), {"word/document.xml": lambda xml: xml.replace(b'w:bottom="1247"', b'w:bottom="11000"')})
    (root / "templates/layout/small.docx").write_bytes(low)
    for status in ("cleared", "draft"):
        warnings = built(root, "captains", status=status, formats=("pdf", "docx")).warnings
        (said,) = (str(warning) for warning in warnings if "word-pages" in str(warning))
        assert "captains.md:10: warning: in Word, this brief will have about" in said
