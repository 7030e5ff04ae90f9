"""Units that are left out together."""

from __future__ import annotations

from dataclasses import replace

from briefs.fit.bundles import Bundles, Turn
from briefs.fit.composed_brief import ComposedBrief
from tests.fit.builders import Brief, intro, items, paragraph, section


def left_out(brief: ComposedBrief) -> list[str]:
    """The units in the order in which they are left out; those that go together joined by a plus."""
    return ["+".join(step.units) for step in brief.order.steps if step.action == "leave out"]


def test_a_bundle_has_the_turn_of_the_unit_that_stays_longest() -> None:
    bundles = Bundles({"u1": Turn(1, 2, 0), "u2": Turn(0, 1, -1), "u3": Turn(0, 1, -2)})
    bundles.join("u3", "u1")

    assert list(bundles) == [("u1", "u3"), ("u2",)]
    assert bundles.turn_of("u3") == Turn(1, 2, 0)
    assert "u9" not in bundles


def test_a_pair_goes_together_when_the_one_that_stays_longer_would() -> None:
    make = Brief()
    units = [
        make.unit("should", block="ben.one", pair="cw.one"),
        make.unit("should"),
        make.unit("could", block="cw.one"),
        make.unit("could"),
    ]

    assert left_out(make.composed(section(items(*units)))) == ["u4", "u2", "u1+u3"]


def test_the_partner_of_what_must_stay_stays() -> None:
    make = Brief()
    units = [make.unit("must", block="ben.one", pair="cw.one"), make.unit("could", block="cw.one"), make.unit()]

    assert left_out(make.composed(section(items(*units)))) == ["u3"]


def test_a_pair_of_which_one_half_is_not_in_the_brief_is_an_ordinary_unit() -> None:
    make = Brief()
    units = [make.unit("should", block="ben.one", pair="cw.one"), make.unit("could")]

    assert left_out(make.composed(section(items(*units)))) == ["u2", "u1"]


def test_a_unit_that_introduces_a_list_goes_with_the_last_item() -> None:
    make = Brief()
    colon, first, second = make.unit("could"), make.unit("should"), make.unit("could")

    brief = make.composed(section(paragraph("They asked for:", colon), items(first, second)))

    assert left_out(brief) == ["u3", "u1+u2"]


def test_a_unit_that_introduces_and_must_stay_keeps_an_item() -> None:
    make = Brief()
    colon, first, second = make.unit("must"), make.unit(), make.unit()

    brief = make.composed(section(paragraph("They asked for:", colon), items(first, second)))

    assert left_out(brief) == ["u3"]


def test_a_line_of_the_template_that_introduces_something_is_not_a_unit() -> None:
    make = Brief()

    assert left_out(make.composed(section(intro(), items(make.unit(), make.unit())))) == ["u2", "u1"]


def test_a_quotation_and_its_attribution_go_together() -> None:
    make = Brief()
    quote, said = make.unit("could"), make.unit("should")

    brief = make.composed(section(paragraph("“W.”", quote, "quote"), paragraph("One of them", said, "attribution")))

    assert left_out(brief) == ["u1+u2"]


def test_a_figure_goes_with_the_partner_of_what_it_is_drawn_from() -> None:
    make = Brief()
    make.unit(block="pil.1", pair="st.partner")
    picture, other = replace(make.unit(block="fig.one"), parts=("pil.1",)), make.unit(block="st.partner")
    brief = make.composed(section(paragraph("Caption", picture)), section(items(other)))

    assert [set(step.units) for step in brief.order.steps] == [{picture.name, other.name}]
