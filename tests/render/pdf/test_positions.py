"""Where units stand on pages, and how full these are."""

from __future__ import annotations

from functools import cache

import pytest

from briefs.model.document import Note, Paragraph
from briefs.model.inline import NoteCall, Text
from briefs.render.pdf.pages import LaidOut, lay_out
from tests.render.builders import document, layout, paragraph, section, text, unit
from tests.render.specimen import specimen


@cache
def laid_out_specimen() -> LaidOut:
    return lay_out(specimen(), layout())


MM = 72 / 25.4


LINE = 15.2 + 4.5


FILLER = "Words that fill a line of the page and go on until they have filled it and one more. " * 2


def test_units_are_found_where_they_stand() -> None:
    brief = document(section(*(paragraph(FILLER, unit(f"u{n}")) for n in range(1, 41))))
    units = lay_out(brief, layout()).units
    assert set(units) == {f"u{n}" for n in range(1, 41)}
    assert [part.page for n in range(1, 41) for part in units[f"u{n}"]] == sorted(
        part.page for parts in units.values() for part in parts
    )
    first, second = units["u1"][0], units["u2"][0]
    # Two lines of 15.2 pt, and 4.5 pt to the next paragraph.
    assert first.bottom - first.top == pytest.approx(2 * 15.2, abs=0.05)
    assert second.top - first.bottom == pytest.approx(4.5, abs=0.05)


def test_every_unit_of_the_specimen_is_found() -> None:
    assert set(laid_out_specimen().units) == {unit.name for unit in specimen().units()}


def test_fill_grows_with_the_text_and_with_notes() -> None:
    note = Note("n", unit("u9"), text("Text of the note."), 1)
    empty = lay_out(document(section(Paragraph(text("Words.")))), layout())
    longer = lay_out(document(section(Paragraph(text("Words.")), Paragraph(text("Words.")))), layout())
    noted = lay_out(document(section(Paragraph((Text("Words."), NoteCall("n", 1)))), notes=(note,)), layout())
    assert empty.pages == longer.pages == noted.pages == 1
    assert longer.room == pytest.approx(empty.room - LINE, abs=0.05)
    assert noted.room < empty.room - 15.2
    assert 0 < empty.fill < longer.fill < noted.fill < 1
