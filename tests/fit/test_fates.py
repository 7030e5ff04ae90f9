"""What is said of each unit after fitting."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import yaml

from briefs.fit.collecting import collect
from briefs.fit.cutting import Composed, Selection
from briefs.fit.fates import fates
from briefs.fit.numbering import number
from briefs.model.block import Statement
from briefs.model.diagnostics import Place
from briefs.model.document import List, Text
from briefs.model.drawn import Drawn
from briefs.model.edition import House
from briefs.model.fit import Fate, Fit
from tests.builders import HOUSE
from tests.fit.builders import Brief, document, items, paragraph, section, table


def told(brief: Composed, *out: str, short: str = "") -> dict[str, str]:
    """What is said of the units that were not simply printed."""
    selection = Selection(frozenset(out), frozenset({short} if short else ()))
    found = fates(brief, selection, brief.cut(selection), {})
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
        "u1": "left out could, with u2",
        "u2": "left out could, with u1",
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

    found = fates(brief, Selection(), brief.full, {("u1", first.forms): 30.4})

    assert [(fate.section, fate.lines) for fate in found] == [("Asked", 2.0), ("Asked", 1.0)]


BLOCK = Drawn(
    Statement.model_validate({"id": "st.b1", "kind": "statement", "anchor": "a b c"}), Place("blocks.yaml"), {}
)


def fate(unit: str, fate: Literal["printed", "shortened", "left out"], section: str, *labels: str) -> Fate:
    return Fate(unit, (f"st.{unit}",), labels, section, 2.0, "could", fate)


def test_a_draft_lists_what_was_left_out_and_shortened_by_section() -> None:
    cleared = document(section(items(Brief().unit())))
    draft = replace(cleared, properties=replace(cleared.properties, status="draft"))
    house = House.model_validate(yaml.safe_load(HOUSE)).model_copy(update={"offices": ()})
    done = [
        fate("u1", "printed", "Issue"),
        fate("u2", "left out", "Asked", "IV Global ¶2", "ES 7"),
        fate("u3", "shortened", "Background", "I ¶1"),
        fate("u4", "left out", "Asked", "II ¶3"),
    ]

    notes = collect(number(draft), {"st.b1": BLOCK}, house, (Text("Report"),), done).sections[-1]

    [remarks] = notes.content
    assert isinstance(remarks, List)
    assert [item.children for item in remarks.items] == [
        (Text("Left out to keep to the page budget, from “Asked”: st.u2 (IV Global ¶2; ES 7); st.u4 (II ¶3)."),),
        (Text("Printed in short form, from “Background”: st.u3 (I ¶1)."),),
    ]


def test_a_fit_knows_what_was_left_out_and_shortened() -> None:
    done = (fate("u1", "printed", "A"), fate("u2", "left out", "A"), fate("u3", "shortened", "A"))

    fit = Fit("captains", 1, 1, 0.5, 100, 3, fates=done)

    assert (fit.left_out, fit.shortened) == (done[1:2], done[2:])
