"""What links in a PDF are called, and the places within it that they lead to."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import fromstring

import pikepdf
import pytest

from briefs.model.document import Cell, Note, Paragraph, Row, Section, Table
from briefs.model.inline import Link, NoteCall, Text
from briefs.render.pdf.links import described, name_links
from tests.render.builders import document, paragraph, section, text, unit
from tests.render.pdf.structure import opened

NOTES = (Note("a", unit("u8"), text("First."), 1), Note("b", unit("u9"), text("Second."), 2))


def links(pdf: pikepdf.Pdf) -> list[Any]:
    return [link for page in pdf.pages for link in page.obj.get("/Annots", []) if link.Subtype == "/Link"]


def places(pdf: pikepdf.Pdf) -> list[bytes]:
    return [bytes(name) for name in list(pdf.Root.Names.Dests.Names)[::2]]


def test_links_between_text_and_notes_say_where_they_lead() -> None:
    words = (Text("Once"), NoteCall("a", 1), Text(" twice"), NoteCall("b", 2), Text(" again"), NoteCall("a", 1))
    pdf = opened(document(section(Paragraph(words)), notes=NOTES))
    assert [str(link.Contents) for link in links(pdf)] == [
        *["Note 1", "Note 2", "Note 1"],
        *["Back to the text at note 1", "Back to the text at note 2"],
    ]


@pytest.mark.parametrize("place", ["heading", "caption", "column", "cell", "item"])
def test_so_they_do_wherever_a_note_is_called(place: str) -> None:
    call = (Text("Called"), NoteCall("a", 1))
    words = {name: call if name == place else text("Words") for name in ("heading", "caption", "column", "cell")}
    table = Table(words["caption"], (words["column"],), (Row((Cell(words["cell"]),)),))
    body = Paragraph(call) if place == "item" else paragraph("Words.")
    pdf = opened(document(Section(words["heading"], (table, body)), notes=NOTES[:1]))
    assert [str(link.Contents) for link in links(pdf)] == ["Note 1", "Back to the text at note 1"]


def test_places_that_notes_are_linked_with_have_the_names_of_their_links() -> None:
    words = (Text("Once"), NoteCall("a", 1), Text(" twice"), NoteCall("b", 2), Text(" again"), NoteCall("a", 1))
    heading = Section(text("Über – Wells"), (Paragraph(words, unit=unit("u1")),), id="über-wells")
    pdf = opened(document(heading, notes=NOTES))
    found = places(pdf)
    assert found[:4] == [b"Back to the text at note 1", b"Back to the text at note 2", b"Note 1", b"Note 2"]
    assert not [name for name in found if b"call" in name or name in (b"u8", b"u9")]
    assert found == sorted(found)
    assert b"u1" in found
    assert {bytes(link.Dest) for link in links(pdf)} <= set(found)


def test_a_link_to_the_web_is_described_in_each_of_its_lines() -> None:
    address = "https://example.org/" + "long-" * 30
    pdf = opened(document(section(Paragraph((Text("Words before it. " * 5), Link(address, address))))))
    descriptions = [str(link.Contents) for link in links(pdf)]
    assert len(descriptions) > 1
    assert set(descriptions) == {address}


@pytest.mark.parametrize(
    ("html", "description"),
    [
        ('<a href="mailto:info@example.org">info@example.org</a>', "info@example.org"),
        ('<a href="mailto:info@example.org">Write to us</a>', "Write to us (info@example.org)"),
        ('<a href="https://www.example.org">www.<span>example</span>\u200b.org</a>', "www.example.org"),
        ('<a href="https://example.org/a">The  <em>board</em></a>', "The board (https://example.org/a)"),
    ],
)
def test_a_link_is_described_by_its_words_and_by_an_address_that_they_do_not_show(html: str, description: str) -> None:
    assert described(fromstring(html)) == description


def test_two_places_do_not_get_one_name() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    made = [pdf.make_indirect(pikepdf.Dictionary(Dest=pikepdf.String(place))) for place in ("a", "b", "c", "c")]
    names = [part for place in ("a", "b", "c") for part in (pikepdf.String(place), pikepdf.Array([]))]
    pdf.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=pikepdf.Array(names)))
    named = dict(zip((link.objgen for link in made), ("Here", "Here", "There", "Over there"), strict=True))
    name_links(pdf, named)
    assert [str(link.Contents) for link in made] == ["Here", "Here", "There", "Over there"]
    assert [str(link.Dest) for link in made] == ["a", "b", "There", "There"]
    assert places(pdf) == [b"There", b"a", b"b"]


def test_a_file_without_links_stays_as_it_is() -> None:
    pdf = pikepdf.new()
    name_links(pdf, {})
    assert "/Names" not in pdf.Root
