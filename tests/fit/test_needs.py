"""What units that are left out would need, in words."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.finish.running_numbers import number_units
from briefs.fit.budget import Budget
from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.heights import UnitHeights
from briefs.fit.needs import needs_of
from briefs.fit.selection import Selection
from tests.fit.builders import Brief, items, paragraph, section, words

HEIGHTS: UnitHeights = {}


def needs(brief: ComposedBrief, *out: str, words: int | None = None, free: float = 1.5) -> Mapping[str, str]:
    return needs_of(brief, Selection(frozenset(out)), number_units, Budget(1, words), HEIGHTS, free)


def test_a_unit_needs_its_lines_and_those_of_what_is_printed_with_it() -> None:
    make = Brief()
    first, second, alone = make.unit(), make.unit(), make.unit()
    brief = make.composed(section(items(first, second, lines=3)), section(paragraph(words(1, "u3"), alone)))

    found = needs(brief, "u2", "u3")

    assert found == {"u2": "needs 3.2 lines, 1.5 are free", "u3": "needs 3.4 lines, 1.5 are free"}


def test_a_pair_needs_its_lines_together() -> None:
    make = Brief()
    brief = make.composed(
        section(items(make.unit(), make.unit(block="ben.one", pair="cw.one"), make.unit(block="cw.one"), lines=2))
    )

    said = "together they need 4.3 lines, 0.0 are free"
    assert needs(brief, "u2", "u3", free=-0.2) == {"u2": said, "u3": said}


def test_what_has_room_only_elsewhere_says_so() -> None:
    make = Brief()
    brief = make.composed(section(items(make.unit(), make.unit())))

    assert needs(brief, "u2", free=2) == {"u2": "needs 1.2 lines, 2.0 are free, but not where it would stand"}


def test_a_budget_of_words_is_named_if_it_is_the_reason() -> None:
    make = Brief()
    brief = make.composed(section(paragraph("One two.", make.unit()), paragraph("Three.", make.unit())))

    assert needs(brief, "u1", words=2) == {"u1": "needs 2 words, 1 is free"}
    assert needs(brief, "u2", words=2) == {"u2": "needs 1 word, 0 are free"}


def test_a_unit_without_what_introduces_it_says_so() -> None:
    make = Brief()
    colon, first, second = make.unit(), make.unit("should"), make.unit()
    brief = make.composed(section(paragraph("They asked for:", colon), items(first, second)))

    found = needs(brief, "u1", "u2", "u3")

    assert found["u3"] == "u1, which introduces it, is left out"
    assert found["u1"] == found["u2"]
    assert found["u1"].startswith("together they need")
