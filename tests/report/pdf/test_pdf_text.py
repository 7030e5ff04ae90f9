"""Lines are joined as they are read aloud, with emphasis and calls of notes."""

from __future__ import annotations

import pytest

from briefs.report.pdf.pdf_lines import PdfLine, PdfRun
from briefs.report.pdf.pdf_text import WordsOfReport, paragraph_text

WORDS = WordsOfReport(["The sluicegates of the well-known harbour.", "NORTHQUAY and the sluice-"])


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the sluice-", "gates held", "the sluicegates held"),
        ("a well-", "known place", "a well-known place"),
        ("a harm-", "ful tide", "a harmful tide"),
        ("North-", "South trade", "North-South trade"),
        ("NORTH-", "QUAY", "NORTHQUAY"),
        ("pre-", "and post-war", "pre- and post-war"),
        ("a sluice\u00ad", "gate", "a sluicegate"),
        ("COVID-", "19", "COVID-19"),
        ("state-of-", "the-art lamps", "state-of-the-art lamps"),
        ("see https://example.org/", "tides", "see https://example.org/tides"),
        ("low", "water", "low water"),
    ],
)
def test_the_end_of_a_line_divides_words_or_does_not(before: str, after: str, joined: str) -> None:
    assert WORDS.joined(before, after) == joined


def test_a_sign_that_only_stands_at_the_ends_of_lines_divides_words_and_a_hyphen_does_not() -> None:
    words = WordsOfReport(
        ["one har\u2010", "bour, two sluice\u2010", "gates, three tim\u2010", "bers of north-", "south trade"]
    )
    assert words.joined("a non-na\u2010", "tional") == "a non-national"
    assert words.joined("see www.example.org/harb\u2010", "our-dues") == "see www.example.org/harbour-dues"
    assert words.joined("along north-", "south lines") == "along north-south lines"
    assert words.joined("pre-", "and post-war") == "pre- and post-war"


def test_where_no_word_is_divided_the_hyphen_at_the_end_of_a_line_stays() -> None:
    words = WordsOfReport(["The well-known harbour, the sluice-gates, their well-", "known keepers"])
    assert words.joined("an iron-", "clad ship") == "an iron-clad ship"


def test_two_words_of_the_report_stay_two() -> None:
    words = WordsOfReport(["from north to south", "the harbours of the har-", "bours"])
    assert words.joined("along north-", "south lines") == "along north-south lines"
    assert words.joined("a quay-", "side lamp") == "a quayside lamp"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("that talk—", "which has grown", "that talk—which has grown"),
        ("“why?”—", "nobody knew", "“why?”—nobody knew"),
        ("present and past", "—in all ports", "present and past—in all ports"),
        ("present and past —", "in all ports", "present and past — in all ports"),
    ],
)
def test_a_dash_at_the_end_of_a_line_has_spaces_around_it_as_others_have(before: str, after: str, joined: str) -> None:
    assert WORDS.joined(before, after) == joined


def test_a_dash_that_is_close_to_one_word_only_is_so_at_the_end_of_a_line() -> None:
    assert WordsOfReport(["dijo —con razón— que"]).joined("con mucha razón—", "que no") == "con mucha razón— que no"


def line_of(*runs: tuple[str, bool, float], page: int = 0) -> PdfLine:
    made = tuple(
        PdfRun(text, "Times", 6.0 if rise else 10.0, False, is_italic, 10.0 * index, 10.0 * index + 9, rise)
        for index, (text, is_italic, rise) in enumerate(runs)
    )
    return PdfLine(page, 0, "".join(run.text for run in made), made, 0, 90, 300, 308)


def test_italics_are_marked_over_lines() -> None:
    lines = [
        line_of(("They said ", False, 0), ("the old", True, 0)),
        line_of(("harbour", True, 0), (" again.", False, 0)),
    ]
    assert paragraph_text(lines, WORDS, lambda line, mark: None) == "They said *the old harbour* again."


def test_raised_digits_call_the_notes_that_there_are() -> None:
    line = line_of(("tides", False, 0), ("3,4", False, 4), (" and m", False, 0), ("2", False, 4))
    numbers = {"3": 13, "4": 14}
    assert paragraph_text([line], WORDS, lambda line, mark: numbers.get(mark)) == "tides¹³,¹⁴ and m²"


def test_marks_without_white_between_them_call_a_note_each() -> None:
    line = line_of(("tides", False, 0), ("3*", False, 4))
    assert paragraph_text([line], WORDS, lambda line, mark: {"3": 3, "*": 14}[mark]) == "tides³,¹⁴"


def test_the_sign_that_ends_a_sentence_follows_the_mark_of_a_note() -> None:
    line = line_of(("its tides", False, 0), ("3", False, 4), (" . Then", False, 0))
    assert paragraph_text([line], WORDS, lambda line, mark: int(mark)) == "its tides³. Then"


def test_marks_in_superscript_digits_are_numbered_as_the_notes_are() -> None:
    assert paragraph_text([line_of(("tides¹.", False, 0))], WORDS, lambda line, mark: 21) == "tides²¹."


def test_markers_are_left_out() -> None:
    line = line_of(("1. ", False, 0), ("Low", True, 0), (" water", False, 0))
    assert paragraph_text([line], WORDS, lambda line, mark: None, 2) == "*Low* water"


def test_the_mark_of_a_note_is_left_out_whatever_its_number_is() -> None:
    line = line_of(("3", False, 4), (" See note ", False, 0), ("3", False, 4))
    assert paragraph_text([line], WORDS, lambda line, mark: 104, 1) == "See note ¹⁰⁴"


def test_italics_throughout_are_a_style_and_no_emphasis() -> None:
    line = line_of(("Table 1: ", True, 0), ("12", False, 0), (" boats", True, 0))
    assert paragraph_text([line], WORDS, lambda line, mark: None) == "Table 1: 12 boats"


def test_a_sign_that_ends_cells_beside_each_other_divides_their_words() -> None:
    """Not even capitals say otherwise: in lists of participants, surnames are divided too."""
    rows = ["Mr. Dai DA\u2010 Keeper of the har\u2010", "VIES bours", "Ms. Bo BER\u2010 Pilot", "GER"]
    assert WordsOfReport(rows).joined("Mr. Dai DA\u2010", "VIES") == "Mr. Dai DAVIES"
