"""Notes as footnotes of Word."""

from __future__ import annotations

import pytest

from briefs.model.document import Cell, Document, Note, Paragraph, Row, Table
from briefs.model.inline import Link, NoteCall, Text
from briefs.render.docx.render import render_docx
from briefs.word.elements import qn
from tests.render.docx.samples import body, document, paragraph_document, part, section, shown, starter, text, unit

FIRST = Note("fn.a", unit("u8"), text("First note."))


SECOND = Note("fn.b", unit("u9"), (Text("See "), Link("https://example.org/", "there")))


def brief() -> Document:
    table = Table((), (text("For"),), (Row((Cell((NoteCall("fn.a"),)),)),))
    return document(section(Paragraph((NoteCall("fn.b"), NoteCall("fn.b"))), table), notes=(FIRST, SECOND))


def test_notes_are_footnotes_in_the_order_of_their_calls_also_from_tables() -> None:
    root = part(render_docx(brief(), starter()), "word/footnotes.xml")
    assert [note.get(qn("w:type")) for note in root] == ["separator", "continuationSeparator", None, None]
    assert [shown(note) for note in root][2:] == ["\tSee there", "\tFirst note."]
    assert [mark.get(qn("w:id")) for mark in body(brief()).iter(qn("w:footnoteReference"))] == ["1", "2"]


def test_a_second_call_refers_to_the_first_mark() -> None:
    made = body(brief())
    (code,) = made.iter(qn("w:instrText"))
    assert code.text == " NOTEREF _note1 \\f \\h "
    assert "_note1" in [mark.get(qn("w:name")) for mark in made.iter(qn("w:bookmarkStart"))]
    (paragraph,) = (p for p in made.iter(qn("w:p")) if p.find(f"{qn('w:r')}/{qn('w:instrText')}") is not None)
    assert shown(paragraph) == ",\u00a01"


def test_the_marks_of_two_notes_in_one_place_are_parted() -> None:
    made = body(document(section(Paragraph((NoteCall("fn.b"), NoteCall("fn.a")))), notes=(FIRST, SECOND)))
    (parting,) = (run for run in made.iter(qn("w:r")) if shown(run) == ",\u00a0")
    (style,) = parting.iter(qn("w:rStyle"))
    assert style.get(qn("w:val")) == "FootnoteReference"


def test_links_in_notes_are_relationships_of_the_notes() -> None:
    root = part(render_docx(brief(), starter()), "word/_rels/footnotes.xml.rels")
    assert [relationship.get("Target") for relationship in root] == ["https://example.org/"]


def test_the_unit_of_a_note_is_bookmarked() -> None:
    root = part(render_docx(brief(), starter()), "word/footnotes.xml")
    assert [mark.get(qn("w:name")) for mark in root.iter(qn("w:bookmarkStart"))] == ["_u9", "_u8"]


def test_a_brief_without_calls_has_no_footnotes_part() -> None:
    made = render_docx(document(section(), notes=(FIRST,)), starter())
    with pytest.raises(KeyError):
        part(made, "word/footnotes.xml")


def test_a_call_of_a_note_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match=r"fn\.none"):
        body(paragraph_document(NoteCall("fn.none")))


def test_a_call_within_a_note_is_refused() -> None:
    nested = Note("fn.c", unit("u7"), (NoteCall("fn.a"),))
    made = document(section(Paragraph((NoteCall("fn.c"),))), notes=(FIRST, nested))
    with pytest.raises(AssertionError, match=r"note 'fn\.a' is called in a note: Word does not have notes on notes"):
        body(made)
