"""Units of a figure: cut as one, named by the figure, and bound by what it is drawn from."""

from __future__ import annotations

from dataclasses import replace

from briefs.finish.numbering import number, numbered_units
from briefs.fit.fates import fates
from briefs.fit.selection import Selection
from briefs.model.document import Unit
from tests.fit.builders import Brief, items, paragraph, section


def drawn(make: Brief, *parts: str, pair: str | None = None) -> Unit:
    """A unit of a figure of blocks called `parts`, the first of which must not be printed without `pair`."""
    for index, part in enumerate(parts):
        make.unit(block=part, pair=None if index else pair)
    return replace(make.unit(block="fig.one"), parts=parts)


def test_what_is_said_of_a_figure_names_it_and_not_what_it_is_drawn_from() -> None:
    make = Brief()
    picture = drawn(make, "pil.1", "pil.2")
    brief = make.composed(section(paragraph("Caption", picture)))
    selection = Selection(frozenset({picture.name}))
    (fate,) = fates(brief, selection, brief.cut(selection), {})

    assert (fate.blocks, fate.parts, fate.fate) == (("fig.one",), ("pil.1", "pil.2"), "left out")


def test_a_figure_goes_with_the_partner_of_what_it_is_drawn_from() -> None:
    make = Brief()
    picture, other = drawn(make, "pil.1", "pil.2", pair="st.partner"), make.unit(block="st.partner")
    brief = make.composed(section(paragraph("Caption", picture)), section(items(other)))

    assert [set(step.units) for step in brief.order.steps] == [{picture.name, other.name}]


def test_a_number_stands_for_a_figure_and_all_that_it_is_drawn_from() -> None:
    make = Brief()
    brief = make.composed(section(paragraph("Caption", drawn(make, "pil.1", "pil.2"))))
    (found,) = numbered_units(number(brief.full))

    assert found.blocks == ("fig.one", "pil.1", "pil.2")
