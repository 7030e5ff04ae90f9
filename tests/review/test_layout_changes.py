"""What programs change when they save a file, which nobody proposed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.marked_file import Span
from briefs.model.sent_text import SentParagraph, SentPiece
from briefs.review.layout_changes import as_sent
from tests.review.sent import ANNA, BEN, gone, ins, own

NBSP = "\u00a0"
SOURCES = replace(
    own("text sources/1", ""),
    pieces=(
        SentPiece("1", is_counted=True),
        SentPiece(f"{NBSP}ES 7 · "),
        SentPiece("12", is_counted=True),
        SentPiece(f"{NBSP}fn 7"),
    ),
)


def texts(sent: SentParagraph, *spans: Span | str) -> str:
    made = as_sent([sent], [Span(one) if isinstance(one, str) else one for one in spans])
    return "".join(span.text for span in made)


@pytest.mark.parametrize(
    ("kept", "base"),
    [
        ("Issuer\tSeries", "Issuer\u2028Series"),
        (f"10{NBSP}km of quay", "10 km of quay"),
        ("", NBSP),
        ("Words", f" Words{NBSP}"),
    ],
)
def test_white_space_is_what_was_sent(kept: str, base: str) -> None:
    assert texts(own("a", kept), base) == kept


def test_words_are_not() -> None:
    assert texts(own("a", f"10{NBSP}km of quay"), "10 km of quays") == "10 km of quays"
    assert texts(own("a", "One. Two."), "One.\nTwo.") == "One.\nTwo."


def test_the_right_of_a_line_stays_behind_a_tab_if_the_line_was_edited() -> None:
    assert texts(own("a", "Issuer\tSeries"), "The issuer\u2028Series") == "The issuer\tSeries"


@pytest.mark.parametrize(
    "base",
    [
        f"1{NBSP}ES 7 · 12{NBSP}fn 7",
        f"2{NBSP}ES 7 · 9{NBSP}fn 7",
        f"1{NBSP}ES 7 · Error: Reference source not found{NBSP}fn 7",
        "Fehler: Verweis nicht gefunden\u00a0ES 7 · 11\u00a0fn 7",
    ],
)
def test_numbers_that_programs_count_are_what_was_sent(base: str) -> None:
    assert texts(SOURCES, base) == SOURCES.text


def test_also_if_words_beside_them_were_edited() -> None:
    assert texts(SOURCES, f"1{NBSP}ES 8 · 11{NBSP}footnote 7") == f"1{NBSP}ES 8 · 12{NBSP}footnote 7"


def test_numbers_of_the_text_itself_are_not() -> None:
    assert texts(SOURCES, f"1{NBSP}ES 8 · 12{NBSP}fn 7") == f"1{NBSP}ES 8 · 12{NBSP}fn 7"


def test_tracked_changes_stay_as_they_are() -> None:
    spans = (Span("10 km "), gone("of quay", BEN), ins("of it", ANNA))
    made = as_sent([own("a", f"10{NBSP}km of quay")], spans)
    assert made == (Span(f"10{NBSP}km "), gone("of quay", BEN), ins("of it", ANNA))


def test_of_new_text_nothing_is_undone() -> None:
    assert as_sent([], [ins(" New ")]) == (ins(" New "),)


def test_an_error_in_place_of_a_number_that_a_program_computes_is_as_sent_whatever_was_edited_beside_it() -> None:
    error = Span("Error: Reference source not found", is_cited=True)
    made = texts(SOURCES, error, f"{NBSP}ES 8 · ", Span("11", is_cited=True), f"{NBSP}fn 7")
    assert made == f"1{NBSP}ES 8 · 12{NBSP}fn 7"
