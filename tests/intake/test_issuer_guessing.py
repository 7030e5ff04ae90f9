from __future__ import annotations

from briefs.intake.guess import CERTAIN, LIKELY, Guess
from briefs.intake.intake_words import intake_words
from briefs.intake.issuer_guessing import guess_issuer
from briefs.intake.received import Part
from tests.intake.reports import heading, part, received

TITLE = part("title", "Water for the Valley")


def issuer(*lines: Part | str, language: str = "en") -> Guess:
    parts = [part("title", one) if isinstance(one, str) else one for one in lines]
    report = received(TITLE, *parts, heading("I. Why"))
    return guess_issuer(report, intake_words(language), "Water for the Valley")


def test_a_body_on_the_title_page_is_likely_and_more_evidence_makes_it_certain() -> None:
    likely = issuer("Valley Council")
    assert (likely.value, LIKELY <= likely.certainty < CERTAIN) == ("Valley Council", True)
    sure = issuer("Valley Council", "© 2010 Valley Council. All rights reserved.")
    assert (sure.value, sure.certainty >= CERTAIN) == ("Valley Council", True)
    assert sure.evidence == "the title page and the copyright line"


def test_the_acronym_is_added_if_the_report_gives_it() -> None:
    assert issuer("Valley Council", part("paragraph", "The Valley Council (VC) met.")).value == "Valley Council (VC)"


def test_who_published_it_stands_behind_the_words_that_say_so_or_on_the_next_line() -> None:
    assert issuer("Published by the Valley Council, 2010").value == "Valley Council"
    assert issuer("Published by:", "Valley Council").value == "Valley Council"
    assert issuer("Publié par le Conseil de la vallée", language="fr").value == "Conseil de la vallée"


def test_the_host_in_an_address_may_be_an_acronym_that_the_text_explains() -> None:
    text = part("paragraph", "The Upper Valley Water Commission (UVWC) asked all villages.")
    guess = issuer("Contact: info@uvwc.org", text)
    assert guess.value == "Upper Valley Water Commission (UVWC)"
    assert guess.evidence.startswith("the address uvwc.org")


def test_a_name_without_a_word_for_bodies_is_only_proposed() -> None:
    guess = issuer("© 2010 Oxbridge Partners Ltd")
    assert (guess.value, guess.proposal) == (None, "Oxbridge Partners Ltd")


def test_two_bodies_on_a_title_page_are_not_certain() -> None:
    assert issuer("Valley Council", "Mountain Council").certainty < CERTAIN


def test_nobody_is_guessed_where_nothing_says_it() -> None:
    guess = issuer("Dr. Ada Brook", "12 March 2010")
    assert (guess.value, guess.proposal, guess.certainty) == (None, None, 0.0)


def test_running_heads_may_name_the_body_beside_the_title() -> None:
    guess = issuer("Valley Council", part("running head", "Water for the Valley · Valley Council"))
    assert guess.evidence == "the title page and the head or foot of pages"
