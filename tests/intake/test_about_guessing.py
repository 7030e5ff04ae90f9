from __future__ import annotations

from briefs.intake.about_guessing import guess_about
from briefs.intake.intake_words import intake_words
from briefs.text.sentences import sentences
from tests.intake.reports import heading, received

SAYS = "This report presents what twelve villages said when they met in the spring of 2010."


def test_the_sentence_in_which_a_report_says_what_it_is_is_proposed_and_not_written() -> None:
    guess = guess_about(
        received(heading("I. Why"), f"Water is short. {SAYS} It is long."), intake_words("en"), "", sentences
    )
    assert (guess.value, guess.proposal, guess.lines) == (None, SAYS, (2,))


def test_a_sentence_far_into_the_text_or_about_something_else_is_not() -> None:
    late = received(*("Water is short." for _ in range(100)), SAYS)
    other = received("This report by the mayor was lost on its way to the council in the valley.")
    for report in (late, other):
        assert guess_about(report, intake_words("en"), "", sentences).proposal is None


def test_a_sentence_on_what_the_issuer_did_when_is_the_next_best() -> None:
    did = "Between March and May 2026, the Valley Council (VC) asked twelve villages what they thought of wells."
    text = received(heading("Summary"), f"Water is short. {did}")
    guess = guess_about(text, intake_words("en"), "Valley Council (VC)", sentences)
    assert (guess.proposal, guess.evidence) == (did, "a sentence on its issuer and a date")
    both = received(heading("Summary"), did, SAYS)
    assert guess_about(both, intake_words("en"), "Valley Council (VC)", sentences).proposal == SAYS
