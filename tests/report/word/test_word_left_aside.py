"""What is said of tracked changes, and of what is left aside."""

from __future__ import annotations

import pytest

from briefs.report.word.word_recognition import recognize_word
from tests.report.word.word_files import note, par, text, word_report

CHART = '<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing></w:r>'


def said(body: str, **parts: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in recognize_word(word_report(body, **parts), "report.docx").problems]


def test_tracked_changes_are_read_as_accepted_and_counted_without_names() -> None:
    inserted = f'<w:ins w:author="Ana">{text("new ")}</w:ins>'
    deleted = '<w:del w:author="Ben"><w:r><w:delText>old </w:delText></w:r></w:del>'
    found = recognize_word(word_report(par(text("The ") + inserted + deleted + text("well."))), "seeds/r/report.docx")
    assert found.value.text == "The new well."
    assert [(one.code, one.message, one.place.path) for one in found.problems] == [
        (
            "report-has-changes",
            "the report has 2 tracked changes by 2 people, and is read as if all were accepted",
            "seeds/r/report.docx",
        )
    ]
    assert said(par(text("The ") + inserted)) == [
        ("report-has-changes", "the report has one tracked change by one person, and is read as if all were accepted")
    ]


def test_a_note_whose_call_was_deleted_is_no_other_news() -> None:
    deleted = '<w:del w:author="Ben"><w:r><w:footnoteReference w:id="1"/></w:r></w:del>'
    assert [code for code, _ in said(par(text("a") + deleted), footnotes=note(1, "b"))] == ["report-has-changes"]


def test_a_paragraph_whose_end_was_deleted_is_one_with_the_next() -> None:
    first = par(text("One "), "", '<w:rPr><w:del w:author="Ana"/></w:rPr>')
    assert recognize_word(word_report(first + par("two.")), "report.docx").value.text == "One two."


@pytest.mark.parametrize(
    ("body", "parts", "message"),
    [
        (par("a"), {"comments": "<w:comment/><w:comment/>"}, "2 comments are left aside"),
        (par(text("a") + CHART), {}, "one chart or diagram has no words that can be read"),
        (par(text("a") + CHART + CHART), {}, "2 charts and diagrams have no words that can be read"),
        (par("a") + '<w:altChunk r:id="x"/>', {}, "one file is inserted into the report, and left aside"),
        (par("a") + par(text("word " * 9, "<w:vanish/>")), {}, "9 hidden words are left aside: “" + "word " * 8 + "…”"),
        (par("a"), {"footnotes": note(1, "b")}, "one note is left aside, since nothing in the text calls it"),
        (
            par("a"),
            {"endnotes": note(1, "b", kind="endnote") + note(2, "c", kind="endnote")},
            "2 notes are left aside, since nothing in the text calls them",
        ),
        (par("a") + par(text("word", "<w:vanish/>")), {}, "one hidden word is left aside: “word”"),
    ],
)
def test_whatever_is_left_aside_is_named(body: str, parts: dict[str, str], message: str) -> None:
    assert said(body, **parts) == [("report-left-aside", message)]
