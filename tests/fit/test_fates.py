"""What is said of each unit after fitting."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.fates import fates_of
from briefs.fit.selection import Selection
from briefs.model.fit import Fate, Fit
from tests.fit.builders import Brief, items, paragraph, section, table


def told(brief: ComposedBrief, *out: str, short: str = "") -> dict[str, str]:
    """What is said of the units that were not simply printed."""
    selection = Selection(frozenset(out), frozenset({short} if short else ()))
    found = fates_of(brief, selection, brief.cut(selection), {})
    return {fate.unit: f"{fate.fate} {fate.reason}".strip() for fate in found if fate.fate != "printed"}


def test_the_weight_and_the_number_of_the_section_say_why_a_unit_was_left_out() -> None:
    make = Brief()
    first, second = make.unit("should"), make.unit()
    brief = make.composed(section(items(first)), section(items(second), cut=2))

    assert told(brief, "u1", "u2") == {"u1": "left out should", "u2": "left out could, cut 2"}


def test_units_that_go_together_name_each_other() -> None:
    make = Brief()
    units = [make.unit(block="ben.one", pair="cw.one"), make.unit(block="cw.one")]

    assert told(make.composed(section(items(*units))), "u1", "u2") == {
        "u1": "left out could, together with u2",
        "u2": "left out could, together with u1",
    }


def test_rows_without_their_term_and_lines_that_introduce_nothing_say_so() -> None:
    make = Brief()
    using, row = make.unit(), make.explain("GMG")
    brief = make.composed(section(paragraph("The GMG met.", using)), section(table(row, style="glossary")))

    assert told(brief, "u1") == {"u1": "left out could", "u2": "left out its term is no longer printed"}


def test_a_sentence_goes_with_the_glossary_that_it_introduces() -> None:
    make = Brief()
    using, colon, row = make.unit(), make.unit(), make.explain("GMG")
    brief = make.composed(
        section(paragraph("The GMG met.", using)), section(paragraph("They are:", colon), table(row, style="glossary"))
    )

    assert told(brief, "u1")["u2"] == "left out what it introduces is left out"


def test_a_unit_in_its_short_form_is_shortened() -> None:
    make = Brief()
    unit = make.unit(short="Short.")

    assert told(make.composed(section(items(unit))), short="u1") == {"u1": "shortened"}


def test_a_unit_has_the_heading_of_its_section_and_its_size() -> None:
    make = Brief()
    first, second = make.unit(), make.unit()
    brief = make.composed(section(items(first), heading="Asked"), section(items(second), heading="Sub", level=3))

    found = fates_of(brief, Selection(), brief.full, {("u1", first.forms): 30.4})

    assert [(fate.section, fate.lines) for fate in found] == [("Asked", 2.0), ("Asked", 1.0)]


def test_a_unit_is_known_by_its_first_words_and_a_row_by_its_heading() -> None:
    make = Brief()
    long, short, row = make.unit(), make.unit(), make.unit()
    brief = make.composed(
        section(paragraph("One two three four five six seven eight nine ten eleven", long), paragraph("One", short)),
        section(table(row)),
    )

    found = fates_of(brief, Selection(), brief.full, {})

    assert [fate.text for fate in found] == ["One two three four five six seven eight nine ten\u00a0…", "One", "u3"]


def test_what_is_said_of_a_figure_names_it_and_not_what_it_is_drawn_from() -> None:
    make = Brief()
    picture = replace(make.unit(block="fig.one"), parts=("pil.1", "pil.2"))
    make.unit(block="pil.1"), make.unit(block="pil.2")
    brief = make.composed(section(paragraph("Caption", picture)))
    selection = Selection(frozenset({picture.name}))
    (fate,) = fates_of(brief, selection, brief.cut(selection), {})

    assert (fate.blocks, fate.parts, fate.fate) == (("fig.one",), ("pil.1", "pil.2"), "left out")


def fate(unit: str, fate: Literal["printed", "shortened", "left out"], section: str, *labels: str) -> Fate:
    return Fate(unit, unit, (f"st.{unit}",), labels, section, 2.0, "could", fate)


def test_a_fit_knows_what_was_left_out_and_shortened() -> None:
    done = (fate("u1", "printed", "A"), fate("u2", "left out", "A"), fate("u3", "shortened", "A"))

    fit = Fit("captains", 1, 1, 0.5, 100, 3, fates=done)

    assert (fit.left_out, fit.shortened) == (done[1:2], done[2:])
