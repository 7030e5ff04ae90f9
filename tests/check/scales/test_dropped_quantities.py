"""How many: quantities of the passage that are left out."""

from __future__ import annotations

import pytest

from briefs.check.scales.dropped_quantities import dropped_quantities
from tests.check.scales.builders import english


def dropped(text: str, passage: str) -> list[tuple[str, str]]:
    return [(one.said, one.has) for one in dropped_quantities(text, passage, english())]


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        (
            "Participants felt that ferries wait.",
            "Some participants felt that ferries wait.",
            [("Participants felt", "Some")],
        ),
        ("States have no policy.", "Most States have no policy.", [("States", "Most")]),
        ("It serves leading agencies.", "It serves some of the leading agencies.", [("agencies", "some")]),
    ],
)
def test_a_noun_without_its_quantity_is_found(text: str, passage: str, found: list[tuple[str, str]]) -> None:
    assert dropped(text, passage) == found


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Several participants felt that ferries wait.", "Some participants felt that ferries wait."),
        ("The States have no policy.", "Most States have no policy."),
        ("Notwithstanding limitations, ferries sail.", "Notwithstanding a number of limitations, ferries sail."),
        ("Contradictions were raised.", "They raised the many contradictions."),
        ("States have policies.", "All States have policies."),
    ],
)
def test_nouns_that_need_no_quantity_are_right(text: str, passage: str) -> None:
    assert dropped(text, passage) == []
