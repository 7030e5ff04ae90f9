"""Controls and bookmarks of units."""

from __future__ import annotations

from briefs.model.document import Cell, Document, Item, List, Paragraph, Row, Table, Unit
from briefs.model.inline import Checkbox, Text
from briefs.word.controls import (
    Ids,
    checkbox,
    control_name,
    control_names,
    is_box,
    is_room,
    is_ticked,
    text_area,
    text_control,
    unit_control,
    unit_of_bookmark,
    unit_of_control,
)
from briefs.word.elements import Element, paragraph, parse, qn, w
from tests.render.docx.samples import body, document, section, shown, text, unit, value
from tests.word.recognition import is_entry, unit_tag

TAG = "sdtPr/tag"


def brief() -> Document:
    box = Cell((Checkbox("Considered"),))
    rows = (Row((box, Cell(text("States"))), unit("u3", None, "ben.states")), Row((box, Cell(text("Furniture")))))
    return document(
        section(
            Paragraph(text("Verbatim"), unit=unit("u1", 1, "es.02", "es.03", verbatim=True)),
            List((Item(text("Edited"), unit("u2", 2)),)),
            Table((), (text("For"), text("What")), rows),
            Paragraph(text("Furniture")),
        )
    )


def test_each_unit_has_one_control_with_its_id_and_title() -> None:
    units = [control for control in body(brief()).iter(qn("w:sdt")) if (value(control, TAG) or "").startswith("u")]
    assert [(value(c, TAG), value(c, "sdtPr/alias")) for c in units] == [
        ("u1", "u1 es.02"),
        ("u2", "u2"),
        ("u3", "u3 ben.states"),
    ]


def test_controls_stand_around_paragraphs_and_rows_and_are_not_nested() -> None:
    made = body(brief())
    units = [control for control in made.iter(qn("w:sdt")) if (value(control, TAG) or "").startswith("u")]
    contents = [control.find(qn("w:sdtContent")) for control in units]
    assert [[child.tag for child in c] for c in contents if c is not None] == [
        [qn("w:p")],
        [qn("w:p")],
        [qn("w:tr")],
    ]
    assert all(not list(control.iterancestors(qn("w:sdt"))) for control in units)
    assert all(cell[-1].tag == qn("w:p") for cell in made.iter(qn("w:tc")))


def test_only_verbatim_units_cannot_be_deleted() -> None:
    controls = {value(c, TAG): value(c, "sdtPr/lock") for c in body(brief()).iter(qn("w:sdt"))}
    assert controls["u1"] == "sdtLocked"
    assert set(controls.values()) == {"sdtLocked", None}


def test_a_hidden_bookmark_lies_within_each_control() -> None:
    for control in body(brief()).iter(qn("w:sdt")):
        names = [mark.get(qn("w:name")) for mark in control.iter(qn("w:bookmarkStart"))]
        tag = value(control, TAG) or ""
        assert names == ([f"_{tag}"] if tag.startswith("u") else [])


def test_ids_are_unique() -> None:
    made = body(brief())
    controls = [id.get(qn("w:val")) for id in made.iterfind(f".//{qn('w:sdtPr')}/{qn('w:id')}")]
    bookmarks = [mark.get(qn("w:id")) for mark in made.iter(qn("w:bookmarkStart"))]
    assert len(set(controls)) == len(controls) == 5
    assert len(set(bookmarks)) == len(bookmarks) == 3


def test_titles_have_64_characters_at_most() -> None:
    long = Unit("u1", "u1", ("con." + "x" * 80,))
    made = body(document(section(Paragraph((Text("Words"), Checkbox("y" * 80)), unit=long))))
    titles = [value(control, "sdtPr/alias") or "" for control in made.iter(qn("w:sdt"))]
    assert [len(title) for title in titles] == [64, 64]


def test_a_unit_is_recognized_by_its_control_and_by_its_bookmark() -> None:
    made = body(brief())
    controls = [unit_tag(control) for control in made.iter(qn("w:sdt"))]
    bookmarks = [unit_tag(start) for start in made.iter(qn("w:bookmarkStart"))]
    assert [tag for tag in controls if tag] == [tag for tag in bookmarks if tag] == ["u1", "u2", "u3"]
    assert controls.count("") == 2  # boxes to tick


def test_a_unit_is_recognized_by_the_title_that_libreoffice_keeps() -> None:
    titled = w("sdt", w("sdtPr", w("alias", val="u17 ben.states")))
    assert (control_name(titled), unit_tag(titled)) == ("u17 ben.states", "u17")


def test_other_controls_and_bookmarks_are_not_taken_for_units() -> None:
    marks = [
        w("sdt", w("sdtPr", w("tag", val="running_header"))),
        w("sdt", w("sdtPr")),
        w("bookmarkStart", name="_note1"),
        w("bookmarkStart", name="u1"),
    ]
    assert [unit_tag(mark) for mark in marks] == ["", "", "", ""]


def test_a_control_for_text_has_a_name_and_holds_words() -> None:
    made = text_control("footer", "Words", 3)
    assert (control_name(made), shown(made), value(made, "sdtPr/id")) == ("footer", "Words", "3")


def test_room_to_write_in_is_a_control_for_several_lines_of_text() -> None:
    made = text_area("Notes on: " + "y" * 80, 3, Ids())
    assert (value(made, "sdtPr/tag"), value(made, "sdtPr/lock")) == ("notes1", "sdtLocked")
    assert len(value(made, "sdtPr/alias") or "") == 64
    assert shown(made) == "\u00a0\n\n"
    text = made.find(f"{qn('w:sdtPr')}/{qn('w:text')}")
    assert text is not None
    assert text.get(qn("w:multiLine")) == "1"


def test_what_readers_tick_and_fill_in_is_not_taken_for_wording() -> None:
    entries = [text_area("Notes", 1, Ids()), checkbox("Agree", Ids())]
    without_tag = [w("sdt", w("sdtPr", w("text"), w("alias", val="Notes")))]
    others = [text_control("footer", "Words", 3), w("sdt", w("sdtPr", w("tag", val="u7"))), w("sdt", w("sdtPr"))]
    assert all(map(is_entry, (*entries, *without_tag)))
    assert not any(map(is_entry, (*others, w("sdt"))))


def properties_of(control: Element) -> Element:
    found = control.find(qn("w:sdtPr"))
    assert found is not None
    return found


def test_controls_and_bookmarks_that_are_written_are_recognized_when_they_are_read() -> None:
    (control,) = unit_control(unit("u7", 7, "st.one"), [paragraph("BodyText")], Ids())
    assert (control_names(control), unit_of_control(control)) == (["u7", "u7 st.one"], "u7")
    assert not is_room(properties_of(control))
    assert not is_box(properties_of(control))


def test_boxes_and_room_that_are_written_are_recognized_when_they_are_read() -> None:
    box, area = properties_of(checkbox("Agree", Ids())), properties_of(text_area("Notes", 3, Ids()))
    assert (is_box(box), is_ticked(box), is_room(box)) == (True, False, False)
    assert (is_box(area), is_room(area)) == (False, True)
    assert not is_room(properties_of(text_control("status", "Draft", 1)))


def test_the_title_names_a_unit_whose_tag_another_program_has_changed() -> None:
    control = parse('<w:sdt><w:sdtPr><w:alias w:val="u4 x"/><w:tag w:val="goog_rdk_1"/></w:sdtPr></w:sdt>')[0]
    assert unit_of_control(control) == "u4"
    assert unit_of_control(w("sdt")) == ""


def test_copies_of_bookmarks_are_those_of_the_unit() -> None:
    names = ("_u4", "_u4_Copy_2", "_u4_caption", "u4", "_note1", "_Toc3")
    found = [unit_of_bookmark(w("bookmarkStart", name=name)) for name in names]
    assert found == ["u4", "u4", "", "", "", ""]
