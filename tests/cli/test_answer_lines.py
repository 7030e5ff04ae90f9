"""Answers in returned files are listed as they were read."""

from __future__ import annotations

from briefs.cli.answer_lines import answer_lines, answers_json
from briefs.model.answer import Answers, Entry, OfficeAnswer, Tick

EMPTY = Answers("c.docx", "c" * 64)
GIVEN = Answers(
    "a.docx",
    "a" * 64,
    (
        OfficeAnswer("Legal", "with comments", "w/ comments", "Jane", "20.11.26", "2026-11-20"),
        OfficeAnswer("Policy", "unclear", "Fine", "", "May"),
        OfficeAnswer("", "unclear", "", "Tom"),
    ),
    (Tick("ask", "Agree: Publish the tides."),),
    (Entry("Number of quays", "12"),),
)


def test_what_every_file_answers_is_one_line_each() -> None:
    _, *lines = answer_lines((EMPTY, GIVEN))
    assert lines == [
        "  Legal: cleared with comments, 2026-11-20, in a.docx",
        "  Policy: not understood: “Fine”, May, in a.docx",
        "  an office without a name: no decision is written, in a.docx",
        "  ticked: Agree: Publish the tides., in a.docx",
        "  filled in: Number of quays: “12”, in a.docx",
    ]
    assert list(answer_lines((EMPTY,))) == []


def test_programs_get_all_that_was_read() -> None:
    (one,) = answers_json((EMPTY, GIVEN))
    assert (one["file"], one["offices"][0]["decision"]) == ("a.docx", "with comments")
