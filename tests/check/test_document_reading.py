"""The words of a brief in reading order, with the units that they belong to."""

from __future__ import annotations

from dataclasses import replace

from briefs.check.document_reading import reading_of
from briefs.model.document import Figure, List, Note, Paragraph, Table
from briefs.model.inline import Checkbox, NoteCall, SourceTag, Strong, Text
from tests.builders import TIMELINE
from tests.check.builders import brief
from tests.render.builders import item, paragraph, row, unit

NOTE = Note("fn.1", replace(unit("u9", "fn.1"), line=9), (Text("A note."),), 1)


def texts(*content: object, in_word: bool = False) -> list[str]:
    """What is read below the heading of a section."""
    made = brief(*content, notes=(NOTE,))  # type: ignore[arg-type]
    said = [piece.text for piece in reading_of(made, in_word).pieces]
    return said[said.index("Heading") + 1 :]


def test_the_masthead_comes_first() -> None:
    made = brief()
    said = [piece.text for piece in reading_of(made).pieces]
    furniture = made.furniture
    assert said[:2] == [furniture.issuer, furniture.series]
    assert said[-2:] == [said[-2], "Heading"]
    assert made.title in said


def test_numbers_stand_before_what_they_count() -> None:
    numbered = replace(unit("u1", "fact.a"), number=3)
    assert texts(paragraph("One.", numbered)) == ["3", "One."]
    assert texts(List((item("Two.", numbered),))) == ["3", "Two."]
    assert texts(Paragraph((Text("Who"),), "attribution", numbered)) == ["Who"]
    table = Table((Text("Caption"),), ((Text("A"),),), (row("b"),), number=4)
    assert texts(table) == ["4", "Caption", "A", "b"]
    assert texts(replace(table, is_list=True, rows=(replace(row("b"), unit=numbered),)))[-2:] == ["3", "b"]


def test_tags_are_read_and_boxes_are_not() -> None:
    inlines = (Strong((Text("One"),)), Text(" two"), Checkbox("Yes"), SourceTag("I ¶1"))
    assert texts(Paragraph(inlines)) == ["One two ‹I ¶1›"]


def test_word_sets_the_first_mark_of_a_note_itself() -> None:
    calls = Paragraph((Text("One"), NoteCall("fn.1", 1), Text(" two"), NoteCall("fn.1", 1), NoteCall("fn.1", 1)))
    assert texts(calls) == ["One1 two1,\u00a01"]
    assert texts(calls, in_word=True) == ["One two1,\u00a01"]


def test_the_words_of_a_picture_follow_its_caption_and_notes_stand_apart() -> None:
    made = brief(Figure(TIMELINE, (Text("Dates"),), unit("u1", "fig.a")), notes=(NOTE,))
    reading = reading_of(made)
    assert [piece.labels for piece in reading.pieces][-2:] == [(), TIMELINE.labels]
    assert [(piece.text, piece.line) for piece in reading.notes] == [("A note.", 9)]
