from __future__ import annotations

from pathlib import Path

from briefs.compose.units import traced, unit_printing, weighted, with_parts
from briefs.model.document import Unit
from tests.builders import forms
from tests.compose.builders import harbour_library


def test_what_prints_no_form_is_not_a_unit() -> None:
    assert unit_printing(()) is None


def test_a_unit_names_blocks_and_forms_once_and_in_their_order() -> None:
    assert unit_printing(forms("b.b/lead", "a.a/verbatim", "b.b/lead", "b.b/short")) == Unit(
        "", "", ("b.b", "a.a"), forms=forms("b.b/lead", "a.a/verbatim", "b.b/short"), verbatim=True
    )


def test_what_a_figure_is_drawn_from_are_its_parts() -> None:
    unit = with_parts(Unit("", "", ("fig.a", "date.a", "fact.a")), {"fig.a": ["date.a", "date.b"]})
    assert (unit.blocks, unit.parts) == (("fig.a", "fact.a"), ("date.a",))


def test_a_unit_has_the_strongest_weight_of_its_blocks() -> None:
    assert weighted(Unit("", "", ("a", "b")), {"a": "should", "b": "could", "c": "must"}).weight == "should"


def test_a_traced_unit_names_each_place_once_in_the_order_of_its_forms(tmp_path: Path) -> None:
    unit = Unit("", "", forms=forms("fact.bicycles/verbatim", "fact.timetable/short", "fact.timetable/verbatim"))
    made = traced(unit, harbour_library(tmp_path))
    assert (made.sources, made.labels) == (("I ¶ 2", "I ¶ 1"), ("I ¶2", "I ¶1"))
