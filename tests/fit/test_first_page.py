"""What must stand on page 1."""

from __future__ import annotations

from briefs.fit.first_page import FirstPage, first_page_of, overrun, units_beyond
from tests.fit.builders import Brief, Extent, Laid, document, items, problems, section, template


def test_a_section_of_page_1_that_does_not_exist_is_an_error() -> None:
    make = Brief()
    brief = make.composed(section(items(make.unit()), heading="Overview"))

    assert problems(brief, template(first_page=("Overwiev",))) == [
        'templates/captains.md: error: `first_page` names "Overwiev", but no section has this heading [first-page]\n'
        '  hint: did you mean "Overview"?'
    ]


def test_a_section_named_by_its_heading_or_id_must_stand_there_with_its_subsections() -> None:
    make = Brief()
    brief = document(
        section(items(make.unit()), heading="Before"),
        section(items(make.unit()), heading="Asked"),
        section(items(make.unit()), heading="Of all", level=3),
        section(items(make.unit()), heading="After"),
    )
    asked = FirstPage(frozenset({"u2", "u3"}), frozenset({"u1", "u2", "u3"}))

    assert first_page_of(brief, ["Asked"]) == asked
    assert first_page_of(brief, ["asked"]) == asked
    assert first_page_of(brief, ["Of all"]) == FirstPage(frozenset({"u3"}), asked.before_end)
    assert first_page_of(brief, []) == FirstPage(frozenset(), frozenset())


def test_a_unit_that_is_divided_does_not_stand_on_page_1_and_runs_over_by_what_follows() -> None:
    units = {"u1": (Extent(1, 0, 30),), "u2": (Extent(1, 30, 60), Extent(2, 0, 20)), "u3": (Extent(2, 20, 50),)}
    laid_out = Laid(2, 0.5, 100, units)

    assert units_beyond(laid_out, {"u1", "u2", "u9"}) == {"u2"}
    assert overrun(laid_out, {"u2", "u3"}) == 50
