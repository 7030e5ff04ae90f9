"""What steps make of a brief."""

from __future__ import annotations

from briefs.fit.selection import Selection, selection_of
from tests.fit.builders import Brief, items, section


def test_steps_make_a_selection() -> None:
    make = Brief()
    brief = make.composed(section(items(make.unit(short="S."), make.unit())))

    assert selection_of(brief.order.steps) == Selection(frozenset({"u1", "u2"}), frozenset({"u1"}))
