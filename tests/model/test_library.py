from __future__ import annotations

from briefs.model.block import Benefit
from briefs.model.diagnostics import Place
from briefs.model.library import Drawn, Extract

WIND = Extract("I ¶ 1", "I ¶1", (3,), 0, 8, "The wind")
TIDE = Extract("I ¶ 2", "I ¶2", (5,), 4, 12, "the tide")
DRAWN = Drawn(
    Benefit.model_validate(
        {
            "kind": "benefit",
            "id": "ben.a",
            "anchor": "Most keepers agreed that",
            "sort": "direct",
            "beneficiary": "Keepers",
            "short": "Wind and tide",
            "basis": {"anchor": "Most keepers agreed that", "short": "Tide"},
        }
    ),
    Place("blocks/benefit.yaml", 3),
    {"anchor": (WIND, TIDE), "basis": (TIDE,)},
    {"short": 7},
)


def test_a_form_rests_on_its_own_anchors_or_on_those_around_it() -> None:
    assert DRAWN.resting_on("basis") == (TIDE,)
    assert DRAWN.resting_on("basis.short") == (TIDE,)
    assert DRAWN.resting_on("short") == (WIND, TIDE)


def test_each_place_of_the_report_is_given_once() -> None:
    assert list(DRAWN.all_extracts()) == [WIND, TIDE]


def test_the_reports_own_words_are_those_of_the_anchors() -> None:
    assert (DRAWN.verbatim(), DRAWN.verbatim("basis"), DRAWN.verbatim("short")) == ("The wind the tide", "the tide", "")


def test_a_field_is_where_it_is_written_or_where_its_block_is() -> None:
    assert (str(DRAWN.place_of("short")), str(DRAWN.place_of("ask"))) == (
        "blocks/benefit.yaml:7",
        "blocks/benefit.yaml:3",
    )
