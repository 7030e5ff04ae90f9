"""Why units are left out, in words for people who do not know how `briefs fit` writes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.fit.selection import Step
from briefs.preview.answers.left_out_reasons import left_out_reason
from briefs.preview.workshop.held import Held
from tests.preview.answers.quay import CAPTAINS

TURN = "its section has cut=1: lower numbers go first"


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (0, TURN),
        (1, f"{TURN}; it goes together with “Text 1”"),
        (2, f"{TURN}; it goes together with “Text 1” and “Text 2”"),
        (4, f"{TURN}; it goes together with “Text 1”, “Text 2” and 2 more"),
    ],
)
def test_a_reason_names_the_section_and_what_goes_too(held: Held, others: int, said: str) -> None:
    settled = held.briefs[CAPTAINS].settled
    gone = next(one for one in settled.fit.fates if one.fate == "left out")
    fates = [replace(gone, unit=f"other-{at}", text=f"Text {at}") for at in range(1, others + 1)]
    step = Step("leave out", (*(one.unit for one in fates), gone.unit))
    composed = replace(settled.composed, order=replace(settled.composed.order, steps=(step,)))
    assert left_out_reason(gone, (gone, *fates), composed) == said


def test_without_a_number_the_section_says_that_others_go_first(held: Held) -> None:
    settled = held.briefs[CAPTAINS].settled
    gone = next(one for one in settled.fit.fates if one.fate == "left out")
    order = replace(settled.composed.order, cut_numbers={gone.unit: None})
    said = left_out_reason(gone, settled.fit.fates, replace(settled.composed, order=order))
    assert said == "its section has no cut number: those that have one go first"


def test_what_went_with_something_else_and_what_is_shortened_keep_what_is_said_of_them(held: Held) -> None:
    settled = held.briefs[CAPTAINS].settled
    gone = next(one for one in settled.fit.fates if one.fate == "left out")
    for fate in (
        replace(gone, reason="its term is no longer printed"),
        replace(gone, fate="shortened", reason=""),
    ):
        assert left_out_reason(fate, settled.fit.fates, settled.composed) == fate.reason
