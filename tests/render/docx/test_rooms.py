"""Room to write in, in Word."""

from __future__ import annotations

from briefs.model.document import Cell, Item, List, Paragraph, Row, Table
from briefs.model.inline import Checkbox, Text, TextArea
from briefs.model.sheet import Sheet
from briefs.render.docx.render import render_docx
from briefs.render.docx.rooms import line_height, row_height
from briefs.word.elements import Element, qn
from tests.render.docx.samples import body, document, part, section, shown, starter, style, text, unit, value
from tests.word.recognition import is_entry

ASKED = (Text("Why?"), TextArea("Notes on: Why?", 3))


def paragraphs_of(made: Element) -> list[tuple[str, str]]:
    """The paragraphs after the heading of the section: the style of each, and what it shows."""
    all_paragraphs = [(style(p), shown(p)) for p in made.iter(qn("w:p"))]
    return all_paragraphs[next(i for i, (_, words) in enumerate(all_paragraphs) if words == "Heading") + 1 :]


def test_room_stands_in_a_frame_below_its_question_and_outside_its_control() -> None:
    made = body(document(section(List((Item(ASKED, unit("u1", 1)),)))))
    assert paragraphs_of(made) == [("ListNumber", "Why?"), ("BriefNotes", "\u00a0\n\n")]
    control = next(control for control in made.iter(qn("w:sdt")) if value(control, "sdtPr/tag") == "u1")
    assert [shown(p) for p in control.iter(qn("w:p"))] == ["Why?"]
    [entry] = [other for other in made.iter(qn("w:sdt")) if is_entry(other)]
    assert value(entry, "sdtPr/alias") == "Notes on: Why?"


def test_a_question_is_kept_whole_with_the_room_below_it_and_the_room_is_not_divided() -> None:
    file = render_docx(document(section(List((Item(ASKED, unit("u1", 1)),)))), starter())
    question = next(p for p in part(file, "word/document.xml").iter(qn("w:p")) if shown(p) == "Why?")
    assert value(question, "pPr/keepNext") is not None
    assert value(question, "pPr/keepLines") is not None
    styles = {found.get(qn("w:styleId")): found for found in part(file, "word/styles.xml").iter(qn("w:style"))}
    assert value(styles["BriefNotes"], "pPr/keepLines") is not None
    spacing = styles["BriefNotes"].find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    assert spacing is not None
    assert (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule"))) == ("396", "exact")


def test_room_begins_where_the_words_above_it_begin() -> None:
    contents = (
        List((Item(ASKED, unit("u1", 1)),)),
        List((Item(ASKED),), "plain"),
        Paragraph(ASKED),
        Paragraph(ASKED, unit=unit("u2", 2)),
    )
    made = body(document(section(*contents)))
    rooms = [p.find(f"{qn('w:pPr')}/{qn('w:ind')}") for p in made.iter(qn("w:p")) if style(p) == "BriefNotes"]
    assert [None if indent is None else indent.get(qn("w:left")) for indent in rooms] == ["534", "335", None, "534"]


def test_in_a_box_room_has_the_style_of_the_box() -> None:
    made = body(document(section(List((Item(ASKED, unit("u1", 1)),)), style="box")))
    assert paragraphs_of(made)[:2] == [("BriefBox", "Why?"), ("BriefBox", "\t\u00a0\n\n")]


def test_room_alone_is_one_paragraph() -> None:
    made = body(document(section(Paragraph((TextArea("Notes", 2),)))))
    assert paragraphs_of(made) == [("BriefNotes", "\u00a0\n")]


def test_a_row_is_as_high_as_what_is_written_into_it_needs() -> None:
    row = Row((Cell((Checkbox("Held"),)), Cell((TextArea("Evidence", 2),))))
    made = body(document(section(Table(text("Caption"), (text("Held"), text("Evidence")), (row,)))))
    heights = [(height.get(qn("w:val")), height.get(qn("w:hRule"))) for height in made.iter(qn("w:trHeight"))]
    assert heights == [("792", "atLeast")]
    assert row_height(Row((Cell(text("Words")),)), Sheet()) == 0
    large = Sheet.of("A4", large_print=True)
    assert line_height(large) == round(line_height(Sheet()) * large.size / 11)
