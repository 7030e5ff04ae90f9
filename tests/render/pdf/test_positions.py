"""Where units stand on pages, and how full these are."""

from __future__ import annotations

from functools import cache

import pytest

from briefs.model.document import Note, Paragraph
from briefs.model.inline import NoteCall, Text
from briefs.render.pdf.pages import LaidOut, lay_out
from briefs.render.pdf.positions import element_boxes, page_sizes
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


def test_elements_are_found_on_each_page_that_they_are_on() -> None:
    long = "\n\n".join(FILLER for _ in range(40))
    note = Note("n", unit("u9"), text("Text of the note."), 1)
    brief = document(
        section(Paragraph((Text(long), NoteCall("n", 1)), unit=unit("u1")), paragraph("Short.", unit("u2"))),
        notes=(note,),
    )
    laid_out = lay_out(brief, layout())
    names = {element: element.get("id") for element in laid_out.html.iter() if element.get("id") in ("u1", "u2", "u9")}
    boxes = element_boxes(laid_out.rendering, names)
    (width, height), _ = sizes = page_sizes(laid_out.rendering)
    assert (len(sizes), round(width / MM), round(height / MM)) == (2, 210, 297)
    assert {name: [box.page for box in parts] for name, parts in boxes.items()} == {"u1": [1, 2], "u2": [2], "u9": [2]}
    (first, rest), (short,), (foot,) = boxes["u1"], boxes["u2"], boxes["u9"]
    assert first.bottom > 0.8 * height
    assert rest.top < 0.2 * height < rest.bottom
    assert short.top - rest.bottom == pytest.approx(4.5, abs=0.05)
    assert foot.top > short.bottom  # where it is printed, not where it is called
    assert {box.left for box in (first, rest, short, foot)} == {first.left}
    assert 0 < first.left < first.right < width


def test_nothing_is_found_of_what_is_not_looked_for() -> None:
    assert element_boxes(laid_out_specimen().rendering, {}) == {}
