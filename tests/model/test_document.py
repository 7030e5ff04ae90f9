"""The elements of a Document, and what each of them says of itself."""

from __future__ import annotations

import pytest

from briefs.model.document import FormRef, List, Note, Table, Unit
from tests.render.builders import document, item, paragraph, row, section, text, unit


@pytest.mark.parametrize("name", ["ben.states/short", "ben.states/basis.short", "es.02/verbatim"])
def test_a_form_is_written_as_it_is_read(name: str) -> None:
    assert str(FormRef.parse(name)) == name


def test_only_the_reports_own_words_are_verbatim() -> None:
    assert FormRef("es.02", "verbatim").is_verbatim
    assert not FormRef("es.02", "short").is_verbatim


def test_a_unit_prints_its_blocks_and_their_parts() -> None:
    assert Unit("u1", "issue/fig.quay", ("fig.quay",), parts=("date.one", "date.two")).printed == (
        "fig.quay",
        "date.one",
        "date.two",
    )


@pytest.mark.parametrize(("rows", "style", "stays"), [(4, "", True), (5, "", False), (5, "clearance", True)])
def test_a_short_table_and_one_to_sign_stay_whole(rows: int, style: str, stays: bool) -> None:
    assert Table((), (), (row("a"),) * rows, style=style).stays_whole is stays


def test_units_come_in_reading_order_and_those_of_notes_last() -> None:
    made = document(
        section(paragraph("One", unit("u1")), paragraph("No unit"), List((item("Two", unit("u2")), item("None")))),
        section(Table((), (), (row("a", owner=unit("u3")),))),
        notes=(Note("n", unit("u4"), text("Note"), 1),),
    )
    assert [one.name for one in made.units()] == ["u1", "u2", "u3", "u4"]
