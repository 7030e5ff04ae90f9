"""What an audit tells, in words."""

from __future__ import annotations

import pytest

from briefs.audit.audit import Becomes, BlockFate, Printing, StatedFigure
from briefs.audit.told_audit import minutes, names_of, share, told_fate, told_place


@pytest.mark.parametrize(
    ("fate", "priority", "told"),
    [
        ("printed", "must", "printed: short in brief 3; in a picture in pack"),
        ("left out", "could", "left out: could, cut 2"),
        ("excluded", "never", "excluded"),
        ("not asked for", "could", "not asked for"),
        ("not asked for", "must", "not asked for, although a must"),
    ],
)
def test_a_fate_says_where_or_why(fate: Becomes, priority: str, told: str) -> None:
    where = (Printing("brief", ("short",), 3), Printing("pack", (), None)) if fate == "printed" else ()
    assert told_fate(BlockFate("clerks", fate, priority, where, "left out: could, cut 2")) == told


def test_marks_of_audiences_are_as_short_as_they_can_be() -> None:
    assert names_of(("captains", "clerks", "pilots")) == {"captains": "CA", "clerks": "CL", "pilots": "P"}
    assert names_of(("city", "city-mayors")) == {"city": "CITY", "city-mayors": "CITY-"}


def test_times_shares_and_places_are_told_in_short() -> None:
    assert (minutes(59), minutes(61), minutes(150)) == ("59 s", "1 min", "2 min")
    assert share(0.256) == "26\u00a0%"
    assert told_place(StatedFigure("3 boats", "harbour", "I ¶1", (3, 5))) == "harbour, I ¶1, line 3, 5"
