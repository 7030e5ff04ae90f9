"""The declared order of cutting."""

from __future__ import annotations

from briefs.fit.composed_brief import ComposedBrief
from tests.fit.builders import Brief, items, paragraph, section, table


def left_out(brief: ComposedBrief) -> list[str]:
    """The units in the order in which they are left out; those that go together joined by a plus."""
    return ["+".join(step.units) for step in brief.order.steps if step.action == "leave out"]


def test_could_goes_before_should_from_the_end_and_must_never() -> None:
    make = Brief()
    units = [make.unit("should"), make.unit("could"), make.unit("must"), make.unit("could"), make.unit("should")]

    assert left_out(make.composed(section(items(*units)))) == ["u4", "u2", "u5", "u1"]


def test_of_one_weight_sections_go_by_their_number_and_those_without_one_last() -> None:
    make = Brief()
    first, second, third, fourth = (make.unit() for _ in range(4))
    brief = make.composed(
        section(items(first), cut=2),
        section(items(second)),
        section(items(third), cut=1),
        section(items(fourth)),
    )

    assert left_out(brief) == ["u3", "u1", "u4", "u2"]


def test_weight_comes_before_the_number_of_the_section() -> None:
    make = Brief()
    should, could = make.unit("should"), make.unit("could")

    assert left_out(make.composed(section(items(should), cut=1), section(items(could), cut=9))) == ["u2", "u1"]


def test_a_subsection_has_the_number_of_its_section_unless_it_has_its_own() -> None:
    make = Brief()
    first, second, third = (make.unit() for _ in range(3))
    brief = make.composed(
        section(cut=2),
        section(items(first), level=3),
        section(items(second), level=3, cut=1),
        section(items(third)),
    )

    assert left_out(brief) == ["u2", "u1", "u3"]


def test_keep_protects_the_units_that_would_go_last() -> None:
    make = Brief()
    units = [make.unit("could"), make.unit("should"), make.unit("could"), make.unit("could")]

    assert left_out(make.composed(section(items(*units), keep=2))) == ["u4", "u3"]


def test_keep_counts_what_must_stay_and_the_subsections() -> None:
    make = Brief()
    must, first, second = make.unit("must"), make.unit(), make.unit()
    brief = make.composed(section(items(must), keep=2), section(items(first, second), level=3))

    assert left_out(brief) == ["u3"]


def test_what_has_a_short_form_is_shortened_before_anything_of_its_weight_is_left_out() -> None:
    make = Brief()
    units = [
        make.unit("must", short="S."),
        make.unit("should", short="S."),
        make.unit("could", short="S."),
        make.unit("could"),
    ]
    brief = make.composed(section(items(*units)))

    assert [f"{step.action} {' '.join(step.units)}" for step in brief.order.steps] == [
        "shorten u3",
        "leave out u4",
        "leave out u3",
        "shorten u2",
        "leave out u2",
        "shorten u1",
    ]


def test_rows_that_explain_a_printed_term_are_not_in_the_order() -> None:
    make = Brief()
    unit, used, unused = make.unit(), make.explain("GMG"), make.explain("ILO")

    brief = make.composed(section(paragraph("The GMG met.", unit)), section(table(used, unused, style="glossary")))

    assert left_out(brief) == ["u3", "u1"]
