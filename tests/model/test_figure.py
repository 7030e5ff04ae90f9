"""What figures show, and the words that they say it in."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from briefs.model.figure import (
    GRAPHICS,
    Bar,
    Bars,
    Event,
    Graphic,
    Pillar,
    Pillars,
    Portion,
    Timeline,
)
from briefs.model.phrases import ENGLISH

FORUM = Event("[2010]", "Forum, Mexico")
TALKS = Event("No date given", "Talks.", is_dated=False)


def test_every_kind_of_graphic_has_a_name_in_block_templates() -> None:
    assert set(GRAPHICS.values()) == set(get_args(Graphic))


def test_a_date_that_is_not_given_is_printed_once_and_said_each_time() -> None:
    timeline = Timeline((FORUM, TALKS, TALKS))
    assert timeline.heads == ("[2010]", "No date given", "")
    assert timeline.labels == ("[2010]", "Forum, Mexico", "No date given", "Talks.", "Talks.")
    assert timeline.sentences(ENGLISH) == ("[2010]: Forum, Mexico. No date given: Talks. No date given: Talks.")


def test_dates_that_are_alike_are_printed_each_time() -> None:
    assert Timeline((FORUM, FORUM)).heads == ("[2010]", "[2010]")
    other = Event("Later", "Talks.", is_dated=False)
    assert Timeline((TALKS, other, TALKS)).heads == ("No date given", "Later", "No date given")


def test_pillars_say_what_lies_on_them_first() -> None:
    pillars = Pillars((Pillar(1, "States"), Pillar(2, "Who acts?")), ("They do not add up",))
    assert pillars.labels == ("They do not add up", "1", "States", "2", "Who acts?")
    assert pillars.sentences(ENGLISH) == "They do not add up. 1: States. 2: Who acts?"


def test_bars_say_their_numbers_their_portions_and_the_total() -> None:
    bars = Bars((Bar("Governments", 11), Bar("Foundations", 8, (Portion("four of them hosts", 4),))))
    assert bars.total == 19
    assert bars.labels == ("Governments", "11", "Foundations", "four of them hosts", "8")
    assert bars.sentences(ENGLISH) == (
        "Bar chart: Governments, 11; Foundations, 8, of whom four of them hosts; in all, 19."
    )


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Timeline(()), "a timeline must have at least one event"),
        (lambda: Pillars((), ("Beam",)), "a row of pillars has at least one pillar"),
        (lambda: Bars(()), "a bar chart must have at least one number above 0"),
        (lambda: Bars((Bar("A", 0), Bar("B", 0))), "a bar chart must have at least one number above 0"),
        (lambda: Bar("A", -1), '"A" is counted from 0 on, not -1'),
        (lambda: Portion("A", -1), '"A" is counted from 0 on, not -1'),
        (lambda: Bar("A", float("inf")), '"A" is counted from 0 on, not inf'),  # type: ignore[arg-type]
        (lambda: Bar("A", float("nan")), '"A" is counted from 0 on, not nan'),  # type: ignore[arg-type]
        (lambda: Bar("A", 3, (Portion("B", 2), Portion("C", 2))), 'the portions of "A" are more than its 3'),
    ],
)
def test_what_cannot_be_drawn_cannot_be_made(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        make()
