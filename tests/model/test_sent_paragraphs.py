"""What a Document says, paragraph by paragraph as its Word file prints it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.document import Cell, Figure, Item, List, Note, Paragraph, Row, Table
from briefs.model.inline import Checkbox, Deleted, Inserted, NoteCall, SourceTag, Strong, Text, TextArea
from briefs.model.mark import Change
from briefs.model.provenance import FormSpan
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.sent_text import SentParagraph, SentPiece
from briefs.model.sheet import USUAL, Sheet
from briefs.model.versions import Status
from tests.builders import TIMELINE
from tests.projects import built, shipped
from tests.render.docx.samples import document, section, text, unit
from tests.sampling import every
from tests.word_paragraphs import word_paragraphs

ROOT = Path(__file__).parents[2]
LARGE = Sheet("A4", 18)


@pytest.mark.parametrize(
    ("status", "sheet"), every(4, [("draft", USUAL), ("draft", LARGE), ("cleared", LARGE), ("cleared", USUAL)])
)
def test_it_is_what_is_read_in_the_word_files_of_all_briefs(status: Status, sheet: Sheet) -> None:
    is_usual = sheet == USUAL
    briefs = shipped(status) if is_usual else built(ROOT, formats=("docx",), status=status, sheet=sheet).briefs
    assert len(briefs) > 5
    for brief in briefs:
        sent = sent_paragraphs(brief.document)
        assert [one.text for one in sent if one.text or one.column] == word_paragraphs(brief.renditions[0].content)
        assert len({one.key for one in sent}) == len(sent)


def by_key(*content: Paragraph | List | Table | Figure, **options: object) -> dict[str, SentParagraph]:
    made = document(section(*content, id="s", line=4))
    return {one.key: one for one in sent_paragraphs(replace(made, **options))}  # type: ignore[arg-type] # fields of it


def test_lines_of_the_masthead_and_headings_have_keys() -> None:
    sent = by_key()
    assert list(sent) == [
        "masthead issuer",
        "masthead identity",
        "masthead status",
        "masthead title",
        "masthead about",
        "heading s",
    ]
    assert sent["masthead issuer"].text == "Issuer\tBrief for Ministers"
    assert (sent["heading s"].role, sent["heading s"].text, sent["heading s"].line) == ("heading", "Heading", 4)


def test_units_are_known_by_their_names_and_others_by_their_place() -> None:
    sent = by_key(
        Paragraph(text("These:"), "intro"),
        List((Item(text("One"), unit("u1", 1)), Item(text("Two"))), "plain"),
        Paragraph(text("Who"), "attribution", unit("u1", 1)),
    )
    assert [(key, one.role, one.text) for key, one in sent.items()][-4:] == [
        ("intro s/1", "intro", "These:"),
        ("u1", "text", "One"),
        ("text s/1", "text", "Two"),
        ("attribution u1", "attribution", "Who"),
    ]
    assert (sent["u1"].tag, sent["u1"].number, sent["text s/1"].number) == ("u1", 1, None)


def test_cells_are_known_by_unit_and_column() -> None:
    row = Row((Cell(text("States")), Cell((Checkbox("Agree"),)), Cell((TextArea("Notes", 2),))), unit("u1"))
    table = Table(text("Benefits"), (text("Who"), text("Agree"), text("Notes")), (row, Row((Cell(text("All")),))))
    sent = by_key(replace(table, number=2))
    assert [(key, one.role, one.text, one.column) for key, one in sent.items()][-8:] == [
        ("caption s/1", "caption", "Benefits", None),
        ("column s/1#1", "column", "Who", 1),
        ("column s/1#2", "column", "Agree", 2),
        ("column s/1#3", "column", "Notes", 3),
        ("u1#1", "cell", "States", 1),
        ("u1#2", "cell", "", 2),
        ("u1#3", "cell", "", 3),
        ("cell s/1/2#1", "cell", "All", 1),
    ]
    assert sent["caption s/1"].number == 2


def test_pieces_say_which_form_they_are() -> None:
    children = (Strong((Text("States: "),)), Text("they share burdens"), SourceTag("ES 7"))
    spans = (FormSpan("u1", "b/name", 0, 0, 6), FormSpan("u1", "b/short", 0, 8, 26))
    sent = by_key(Paragraph(children, unit=unit("u1", 1)), form_spans=spans)["u1"]
    assert sent.pieces == (
        SentPiece("States", "b/name"),
        SentPiece(": "),
        SentPiece("they share burdens", "b/short"),
    )
    assert sent.tags == ("‹ES 7›",)


def test_what_stands_between_marks_of_notes_belongs_to_no_form() -> None:
    children = (Text("Two"), NoteCall("a"), NoteCall("b"), Text(" marks"))
    notes = tuple(Note(name, unit(f"u{name}"), text(f"Note {name}")) for name in "ba")
    spans = (FormSpan("u1", "b/short", 0, 0, 9),)
    sent = by_key(Paragraph(children, unit=unit("u1", 1)), form_spans=spans, notes=notes)
    assert sent["u1"].pieces == (SentPiece("Two", "b/short"), SentPiece(",\u00a0"), SentPiece(" marks", "b/short"))
    assert list(sent)[-2:] == ["ua", "ub"]
    assert sent["ub"].role == "note"


def test_a_paragraph_that_is_only_a_tag_says_it() -> None:
    sent = by_key(Table(text("T"), (), (), number=1), Paragraph((SourceTag("ES 7"),), "tag"))
    assert (sent["tag s/1"].text, sent["tag s/1"].role) == ("‹ES 7›", "tag")


def test_of_a_redline_it_is_the_new_edition() -> None:
    gone = Change("deleted")
    sent = by_key(
        Paragraph((Inserted(text("New")), Deleted(text("Old")), Text(" words")), unit=unit("u1", 1)),
        Paragraph(text("Gone"), unit=unit("u2", 2), change=gone),
        List((Item(text("Gone"), unit("u3", 3), change=gone), Item(text("Here"), unit("u4", 3), Change("inserted")))),
        Figure(TIMELINE, text("Gone"), unit("u5", 4), gone),
    )
    assert [one.text for one in sent.values()][-2:] == ["New words", "Here"]
