from __future__ import annotations

import pytest

from briefs.intake.guess import CERTAIN, LIKELY
from briefs.intake.intake_words import intake_words
from briefs.intake.received import Received
from briefs.intake.title_guessing import guess_titles, is_title
from tests.intake.reports import heading, part, received

WORDS = intake_words("en")


def title_of(report: Received) -> tuple[str, float]:
    guess = guess_titles(report, WORDS).title
    return guess.value, guess.certainty


def test_a_title_page_and_the_properties_together_make_it_certain() -> None:
    report = received(part("title", "Water for the Valley"), heading("I. Why"), "Text.", title="Water for the Valley")
    titles = guess_titles(report, WORDS)
    assert titles.title.value == "Water for the Valley"
    assert titles.title.certainty >= CERTAIN
    assert titles.title.evidence == "the file’s properties and the first words of the title page"
    assert titles.title.lines == (1,)


@pytest.mark.parametrize(
    "junk", ["Microsoft Word - water_final_v3.doc", "Untitled", "water.indd", "Document1", "untitled 2"]
)
def test_names_of_files_in_the_properties_are_no_titles(junk: str) -> None:
    assert not is_title(junk)
    assert title_of(received(part("title", "Water"), heading("I. Why"), title=junk))[0] == "Water"


def test_bodies_dates_and_kinds_of_report_on_the_title_page_are_passed_over() -> None:
    front = ("Valley Council", "Final report", "12 March 2010", "A/12/3", "Water for the Valley")
    report = received(*(part("title", text) for text in front), heading("I. Why"))
    assert title_of(report)[0] == "Water for the Valley"


def test_a_title_goes_on_in_lines_that_need_it() -> None:
    lines = (part("title", "Water for"), part("title", "the Valley"), part("title", "A fresh look at wells"))
    titles = guess_titles(received(*lines, heading("I. Why")), WORDS)
    assert titles.title.value == "Water for the Valley"
    assert titles.subtitle is not None
    assert titles.subtitle.value == "A fresh look at wells"


def test_names_and_dates_under_a_title_are_no_subtitles() -> None:
    for line in ("Ada Brook, Tom Stone", "Ada Brook", "with the help of Ada Brook in May 2020", "Contents"):
        report = received(part("title", "Water"), part("title", line), heading("I. Why"))
        assert guess_titles(report, WORDS).subtitle is None, line


def test_capitals_are_taken_back_where_the_text_has_the_title_too() -> None:
    report = received(part("title", "WATER FOR THE VALLEY"), heading("I. Why"), "In Water for the Valley, we say more.")
    assert title_of(report)[0] == "Water for the Valley"


def test_the_heading_over_everything_is_the_title_of_a_page_and_its_site_is_not() -> None:
    report = received(heading("Water"), "Text.", heading("Why", 2), "Text.", title="Water | Valley Council")
    value, certainty = title_of(report)
    assert (value, certainty >= CERTAIN) == ("Water", True)


def test_headings_that_any_report_has_are_no_titles() -> None:
    value, certainty = title_of(
        received(heading("Executive summary"), heading("1. Introduction"), "Text.", stem="water_2010")
    )
    assert (value, certainty < LIKELY) == ("Water 2010", True)


def test_sentences_before_the_first_heading_are_no_titles() -> None:
    value, certainty = title_of(
        received("This is a sentence that goes on.", heading("Wells"), heading("Rivers"), stem="w")
    )
    assert (value, certainty < LIKELY) == ("Wells", True)
