"""Paragraphs as they are read: where they stand, which units they are of, what was ticked and written."""

from __future__ import annotations

import pytest

from briefs.model.mark import Mark
from briefs.model.marked_file import CellPlace, MarkedFile, TickBox
from briefs.word.marked_reading import read_marked_file
from tests.returned_files import BY, deleted, field, inserted, instruction, par, row, run, sdt, table, tc, word_file
from tests.word.marked_cases import box

ANA = Mark("Ana", "2026-11-02T09:00:00Z")
TICK = '<w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox>'


def read(body: str, **parts: str) -> MarkedFile:
    return read_marked_file("a.docx", word_file(body, parts))


def bookmark(name: str, number: int = 7) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def gone(content: str) -> str:
    """Runs as deleted."""
    return f"<w:del {BY}>{content}</w:del>"


def named(tag: str = "", title: str = "") -> str:
    values = {"alias": title, "tag": tag}
    return "".join(f'<w:{name} w:val="{value}"/>' for name, value in values.items() if value)


# Units


def test_units_are_known_by_their_bookmarks() -> None:
    names = ("_u12", "_u3_caption", "_u4_Copy_1", "u5", "_note1", "_u12")
    file = read(par("".join(map(bookmark, names)) + run("a")) + bookmark("_u6") + par(run("b")) + bookmark("_u7"))
    assert [one.bookmarks for one in file.paragraphs] == [("u12", "u4"), ("u6", "u7")]


def test_units_are_known_by_the_tags_and_titles_of_their_controls() -> None:
    body = (
        sdt(par(run("a")) + par(run("b")), named("u1", "u1 st.one"))
        + par(sdt(run("c"), named(title="u2 st.two")))
        + table(sdt(row(par(run("d")), sdt(tc(par(run("e"))), named("goog_rdk_4", "u4 x"))), named("u3")))
        + sdt(par(run("f")), named("useful"))
    )
    assert [one.controls for one in read(body).paragraphs] == [("u1",), ("u1",), ("u2",), ("u3",), ("u3", "u4"), ()]


def test_a_bookmark_in_a_box_to_tick_is_found() -> None:
    content = bookmark("_u2") + run("☐")
    assert read(par(sdt(content, TICK.format(0)))).paragraphs[0].bookmarks == ("u2",)


# Places


def test_paragraphs_know_their_cells_styles_and_followers() -> None:
    inner = par(run("c"), style="TableText") + table(row(par(run("d")))) + par("")
    body = par(run("a"), style="Title") + table(row(par(run("b")), inner), row(par(run("e")))) + table(row(par("")))
    found = [(one.base, one.style, one.cell, one.follower) for one in read(body).paragraphs]
    assert found == [
        ("a", "Title", None, "table"),
        ("b", "", CellPlace(0, 0, 0), "end"),
        ("c", "TableText", CellPlace(0, 0, 1), "table"),
        ("d", "", CellPlace(1, 0, 0), "end"),
        ("", "", CellPlace(0, 0, 1), "end"),
        ("e", "", CellPlace(0, 1, 0), "end"),
        ("", "", CellPlace(2, 0, 0), "end"),
    ]


def test_text_boxes_are_read_after_their_paragraph_and_once() -> None:
    nested = par(run("b") + box(par(run("c")))) + par(run("d"))
    found = [
        (one.story, one.base, one.follower) for one in read(par(run("a") + box(nested)) + par(run("e"))).paragraphs
    ]
    assert found == [
        ("body", "a", "paragraph"),
        ("box", "b", "paragraph"),
        ("box", "d", "end"),
        ("box", "c", "end"),
        ("body", "e", "end"),
    ]


def test_notes_have_the_numbers_of_their_calls_and_come_and_go_with_them() -> None:
    def call(kind: str, id: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'

    notes = "".join(f'<w:footnote w:id="{id}">{par(run(f"Note {id}"))}</w:footnote>' for id in (2, 3, 4, 5))
    rule = f'<w:footnote w:type="separator" w:id="0">{par(run("rule"))}</w:footnote>'
    end = f'<w:endnote w:id="2">{par(run("End"))}</w:endnote>'
    gone = f'<w:del w:id="9" w:author="Ben">{call("footnote", 2)}</w:del>'
    body = par(call("footnote", 3) + gone + inserted(call("footnote", 4)) + call("endnote", 2))
    file = read(body, footnotes=rule + notes, endnotes=end)
    found = [(one.note, one.base, one.final, one.revisions) for one in file.paragraphs if one.story == "notes"]
    assert found == [
        ("1", "Note 3", "Note 3", ()),
        ("2", "Note 2", "", (0,)),
        ("3", "", "Note 4", (1,)),
        ("", "Note 5", "Note 5", ()),
        ("e1", "End", "End", ()),
    ]
    assert file.not_understood == ()


def test_a_note_that_is_also_called_elsewhere_stays() -> None:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    file = read(par(call + inserted(call)), footnotes=f'<w:footnote w:id="2">{par(run("Note"))}</w:footnote>')
    assert (file.paragraphs[1].base, file.paragraphs[1].final) == ("Note", "Note")


def test_headers_and_footers_are_read_last() -> None:
    page = field(instruction(" PAGE "), run("7"))
    file = read(par(run("a")), header=par(run("Page ") + page + inserted(run("!"))), footer=par(run("f")))
    assert [(one.story, one.final) for one in file.paragraphs] == [
        ("body", "a"),
        ("running", "Page !"),
        ("running", "f"),
    ]
    assert [one.part for one in file.revisions] == ["word/header.xml"]


# Words


def test_the_result_of_a_repeated_mark_of_a_note_is_no_text() -> None:
    repeated = field(instruction(" NOTEREF _note1 \\f \\h "), run("1"))
    cited = field(instruction(" NOTEREF _note1 \\h "), run("1"))
    simple = f'<w:fldSimple w:instr=" NUMPAGES ">{run("9")}</w:fldSimple>'
    assert read(par(run("a") + repeated + run("; note ") + cited + simple)).paragraphs[0].base == "a; note 1"


def test_a_number_of_pages_that_was_counted_anew_belongs_to_its_paragraph() -> None:
    file = read(par(run("Page ") + field(instruction(" PAGE "), deleted("1") + inserted(run("2")))))
    assert (file.paragraphs[0].base, file.paragraphs[0].revisions, file.not_understood) == ("Page ", (0, 1), ())


def test_a_field_that_is_deleted_piece_by_piece_is_understood_with_its_result() -> None:
    begin, code, separate, end = field(f"|{instruction(' REF x ', 'delInstrText')}|", "|").split("|")
    assert read(par("".join(gone(one) for one in (begin, code, separate)) + run("1") + gone(end))).not_understood
    whole = "".join(gone(one) for one in (begin, code, separate)) + deleted("1") + gone(end)
    (paragraph,), left = (file := read(par(run("a") + whole))).paragraphs, file.not_understood
    assert (paragraph.base, paragraph.final, left) == ("a1", "a", ())
    assert sorted(paragraph.revisions) == [0, 1, 2, 4]


def test_a_field_may_end_in_a_deleted_piece_and_in_an_inserted_one() -> None:
    begin, separate, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
    body = (
        f"<w:r>{begin}<w:instrText> PAGEREF x </w:instrText>{separate}</w:r>"
        + gone(f"<w:r><w:delText>1</w:delText>{end}</w:r>")
        + inserted(f"<w:r><w:t>2</w:t>{end}</w:r>")
        + run(" a")
    )
    (paragraph,) = read(par(body)).paragraphs
    assert (paragraph.base, paragraph.final) == (" a", " a")


def test_a_broken_field_hides_no_more_than_its_paragraph() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert [one.base for one in read(par(run("a") + begin + run("b")) + par(run("c"))).paragraphs] == ["a", "c"]


def test_two_authors_may_change_one_word() -> None:
    by_ben = 'w:id="3" w:author="Ben"'
    (paragraph,) = read(par(inserted(run("ab") + deleted("c", by=by_ben)) + inserted(run("d"), by=by_ben))).paragraphs
    found = [(span.text, span.inserted, span.deleted, span.revisions) for span in paragraph.spans]
    assert found == [("ab", ANA, None, (0,)), ("c", ANA, Mark("Ben"), (0, 1)), ("d", Mark("Ben"), None, (2,))]


def test_moved_words_say_that_they_are() -> None:
    (paragraph,) = read(par(deleted("a", "moveFrom") + inserted(run("b"), "moveTo") + deleted("c"))).paragraphs
    assert [(span.text, span.is_moved) for span in paragraph.spans] == [("a", True), ("b", True), ("c", False)]


def test_text_from_right_to_left_is_read_as_it_is_written() -> None:
    text = "שלום"
    assert read(par(f"<w:r><w:rPr><w:rtl/></w:rPr><w:t>{text}</w:t></w:r>" + inserted(run("م")))).paragraphs[
        0
    ].final == (text + "م")


def test_what_is_in_another_file_is_listed_and_never_opened() -> None:
    file = read(par(run("a")) + '<w:altChunk r:id="x"/>' + par('<w:subDoc r:id="y"/>'))
    assert [file.revisions[index].element for index in file.not_understood] == ["altChunk", "subDoc"]
    assert [one.base for one in file.paragraphs] == ["a", ""]


def test_a_change_that_shows_nothing_belongs_to_its_paragraph() -> None:
    file = read(par(run("a") + inserted("<w:r><w:rPr/></w:r>" + bookmark("_u1"))))
    assert (file.paragraphs[0].revisions, file.paragraphs[0].bookmarks, file.not_understood) == ((0,), ("u1",), ())


# Boxes and room to write in


@pytest.mark.parametrize("state", ["1", "true", "0"])
def test_a_box_is_read_with_its_title_and_tag(state: str) -> None:
    properties = named("box4", "Agree") + TICK.format(state)
    (paragraph,) = read(par(sdt(run("☐" if state == "0" else "☒"), properties) + run(" Agree"))).paragraphs
    assert (paragraph.boxes, paragraph.base) == ((TickBox("Agree", "box4", state != "0"),), " Agree")


def test_a_box_ticked_with_changes_tracked_is_one_box() -> None:
    content = deleted("☐") + inserted(run("☒"))
    file = read(par(sdt(content, named("box4", "Agree") + TICK.format(1))))
    assert file.paragraphs[0].boxes == (TickBox("Agree", "box4", True),)
    assert (file.paragraphs[0].revisions, file.not_understood) == ((0, 1), ())


def test_a_box_that_libreoffice_nests_anew_keeps_its_title() -> None:
    outer = sdt(par(sdt(run("☐"), TICK.format(0))), named(title="Agree"))
    assert read(table(row(tc(outer)))).paragraphs[0].boxes == (TickBox("Agree", "", False),)


def test_a_box_around_whole_paragraphs_is_read() -> None:
    (paragraph,) = read(sdt(par(run("☒")), named("box1", "Yes") + TICK.format(1))).paragraphs
    assert (paragraph.boxes, paragraph.base) == ((TickBox("Yes", "box1", True),), "")


@pytest.mark.parametrize("properties", [named("notes3", "Notes"), named(title="Notes") + '<w:text w:multiLine="1"/>'])
def test_room_to_write_in_gives_an_entry(properties: str) -> None:
    (paragraph,) = read(
        par(sdt(run("\u00a0") + inserted("<w:r><w:t>We</w:t><w:br/><w:t>agree</w:t></w:r>"), properties))
    ).paragraphs
    assert (paragraph.entry, paragraph.spans, paragraph.revisions) == ("We\nagree", (), (0,))


def test_a_prompt_is_no_text() -> None:
    prompt = sdt(run("Click or tap here"), "<w:showingPlcHdr/>")
    room = sdt(run("Click"), named("notes1") + "<w:showingPlcHdr/>")
    (paragraph,) = read(par(run("a") + prompt + room)).paragraphs
    assert (paragraph.base, paragraph.entry) == ("a", "")


def test_a_control_for_a_line_of_text_is_text() -> None:
    assert read(par(sdt(run("Draft"), named("status") + "<w:text/>"))).paragraphs[0].base == "Draft"


# Rows and cells


def test_marks_of_rows_and_cells_are_those_of_their_paragraphs() -> None:
    body = table(row(par(run("a")), mark="ins"), row(tc(par(run("b")), "cellDel"), tc(par(run("c")), "cellIns")))
    found = [(one.row_inserted, one.row_deleted, one.revisions) for one in read(body).paragraphs]
    assert found == [(ANA, None, (0,)), (None, ANA, (1,)), (ANA, None, (2,))]
