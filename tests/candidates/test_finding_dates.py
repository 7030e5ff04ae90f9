"""Dates of events."""

from __future__ import annotations

import pytest

from briefs.candidates.found import Open
from tests.candidates.builders import found, passages


def test_a_date_is_found_as_printed_and_as_it_is_sorted() -> None:
    (only,) = found("date", "# A\n\nThe Forum was held in Athens in November 2009.\n")
    assert only.fields == {"when": "November 2009", "sort": "2009-11"}


def test_without_a_year_it_is_left_open_what_it_is_sorted_by() -> None:
    (only,) = found("date", "# A\n\nThe second roundtable was held on 8 December.\n")
    assert only.fields["sort"] == Open("YYYY, YYYY-MM or YYYY-MM-DD", "undated")


def test_of_several_dates_in_a_sentence_the_surest_is_taken() -> None:
    (only,) = found("date", "# A\n\nFounded in 1951, it met on 3 May 2010 again.\n")
    assert only.fields["when"] == "3 May 2010"


@pytest.mark.parametrize(
    "text",
    [
        "In 2022, the ports were busy as ever.",
        "It follows from resolution 64/166 of 18 December 2009 and others.",
        "The wall is old (Smith, 2009) and cracked.",
    ],
)
def test_years_without_an_event_and_dates_of_documents_are_none(text: str) -> None:
    assert passages("date", f"# A\n\n{text}\n") == []
