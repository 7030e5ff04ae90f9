from __future__ import annotations

from typing import Any

from briefs.intake.citation_guessing import guess_citation
from briefs.intake.guess import LIKELY, Guess
from briefs.intake.intake_words import intake_words
from briefs.intake.title_guessing import Titles
from tests.intake.reports import heading, part, received

TITLES = Titles(Guess("title", "Water", "", 0.9), Guess("subtitle", "A fresh look", "", 0.9))
ISSUER = Guess("issuer", "Valley Council (VC)", "", 0.9)


def cited(*lines: str, issuer: Guess = ISSUER, titles: Titles = TITLES, **more: Any) -> Guess:
    report = received(part("title", "Water"), *(part("title", one) for one in lines), heading("I. Why"), **more)
    return guess_citation(report, intake_words("en"), titles, issuer)


def test_a_citation_has_title_issuer_place_and_date() -> None:
    guess = cited("Geneva, March 2010")
    assert guess.value == "*Water: A fresh look*, Valley Council (VC), Geneva, March 2010"
    assert guess.evidence == "the title and the issuer above; the date on the title page"


def test_a_title_that_ends_with_a_question_mark_has_no_colon_after_it() -> None:
    titles = Titles(Guess("title", "Whose water?", "", 0.9), TITLES.subtitle)
    assert cited(titles=titles).value.startswith("*Whose water? A fresh look*")


def test_an_issuer_that_is_open_stands_in_brackets() -> None:
    assert cited("2010", issuer=Guess("issuer", None, "", 0.0)).value == "*Water: A fresh look*, [issuer], 2010"


def test_without_a_date_the_citation_is_unsure() -> None:
    guess = cited()
    assert guess.value == "*Water: A fresh look*, Valley Council (VC)"
    assert guess.certainty < LIKELY


def test_the_year_in_which_a_file_was_made_is_only_a_hint() -> None:
    made = cited(date="2015-03-02T10:00:00Z", is_dated=False)
    assert (made.value.endswith(", 2015"), made.certainty < LIKELY) == (True, True)
    assert cited(date="March 2015").value.endswith(", March 2015")
    assert cited(date="2 March 2015").value.endswith(", 2015")


def test_the_year_of_the_copyright_line_counts() -> None:
    assert cited("© 2011 Valley Council").value.endswith(", 2011")
