"""Wherever Word prints a number again, it is a field that leads to what has the number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

import pytest

from briefs.model.document import Cell, Content, Document, Figure, Item, List, Note, Paragraph, Row, Section, Table
from briefs.model.inline import CitedNumber, Inline, NoteCall, Strong, Text
from briefs.render.docx.number_fields import number_fields
from briefs.render.docx.render import render_docx
from briefs.word.elements import Element, local_name, qn, value_of
from tests.builders import TIMELINE
from tests.render.docx.samples import document, numbered, paragraph_with, part, section, shown, starter, text, unit
from tests.render.docx.test_running_lists import computed_numbers, draw


class Cited(NamedTuple):
    """A field as it stands in the file: its instruction, what it shows, and the properties of its runs."""

    instruction: list[str]
    shown: str
    properties: set[str]


def fields_in(element: Element) -> Iterator[Cited]:
    """The complex fields within `element`; fails if one is not whole, or not in one paragraph."""
    for paragraph in element.iter(qn("w:p")):
        runs: list[Element] = []
        for run in paragraph.iter(qn("w:r")):
            mark = run.find(qn("w:fldChar"))
            if mark is not None and value_of(mark, "fldCharType") == "begin":
                assert not runs
            elif not runs:
                continue
            runs.append(run)
            if mark is not None and value_of(mark, "fldCharType") == "end":
                kinds = [value_of(run[-1], "fldCharType") or local_name(run[-1]) for run in runs]
                assert kinds == ["begin", "instrText", "separate", "t", "end"]
                code, result = runs[1][-1].text or "", runs[3][-1].text or ""
                looks = {" ".join(local_name(child) for child in run.iterfind(f"{qn('w:rPr')}/*")) for run in runs}
                yield Cited(code.split(), result, looks)
                runs = []
        assert not runs


def cited(*units: tuple[str, int]) -> Section:
    """End matter that cites the numbers of units, each in bold."""
    children: list[Inline] = []
    for name, number in units:
        children += (Strong((CitedNumber(name, number),)), Text("\u00a0ES\u00a01 · "))
    return section(Paragraph(tuple(children), "small"), heading="Sources", style="end")


def every_kind() -> Document:
    """One of everything that has a number of its own, in plain sections and in boxes."""
    numbers = count(1)

    def contents(name: str) -> Iterator[Content]:
        def owner(kind: str) -> str:
            return f"{name}{kind}"

        yield Paragraph(text(f"{name} body"), unit=unit(owner("body"), next(numbers)))
        yield Paragraph(text(f"{name} quote"), "quote", unit(owner("quote"), next(numbers)))
        yield Paragraph(text("Who said it"), "attribution", unit(owner("who")))
        yield List((Item(text(f"{name} item"), unit(owner("item"), next(numbers))),))
        yield List((Item(text(f"{name} point"), unit(owner("point"), next(numbers))), Item(text("Bullet"))), "plain")
        rows = tuple(Row((Cell(text(f"{name} cell {n}")),), unit(owner(f"row{n}"))) for n in (1, 2))
        yield Table(text(f"{name} table"), (text("For"),), rows, number=next(numbers))
        listed = Row((Cell(text(f"{name} listed")), Cell(text("More"))), unit(owner("listed"), next(numbers)))
        yield Table((), (text("A"), text("B")), (listed,), is_list=True)
        yield Table(text("Furniture"), (text("A"),), (Row((Cell(text("Sign here")),)),))
        yield Figure(TIMELINE, text(f"{name} figure"), unit(owner("figure"), next(numbers)))

    sections = [
        section(*contents("plain")),
        section(*contents("ask"), heading="Ask", style="decision"),
        section(*contents("box"), heading="Box", style="box"),
    ]
    return document(*sections)


def units_with_numbers(made: Document) -> list[tuple[str, int]]:
    found = [(unit.name, unit.number) for unit in made.units() if unit.number is not None]
    for section_ in made.sections:
        for content in section_.content:
            if isinstance(content, Table) and content.number is not None:
                found += [(row.unit.name, content.number) for row in content.rows if row.unit is not None]
    return found


def test_a_field_leads_to_the_paragraph_that_prints_the_number_in_words_list() -> None:
    made = every_kind()
    units = units_with_numbers(made)
    file = render_docx(document(*made.sections, cited(*units)), starter(), draw=draw, rasterize=lambda drawing: b"")
    root, printed = part(file, "word/document.xml"), computed_numbers(file)
    bookmarks = {value_of(mark, "name"): mark for mark in root.iter(qn("w:bookmarkStart"))}
    fields = list(fields_in(root))
    assert [field.shown for field in fields] == [str(number) for _, number in units]
    for (name, _), field in zip(units, fields, strict=True):
        kind, bookmark, *switches = field.instruction
        assert (kind, switches) == ("REF", ["\\n", "\\h", "\\*", "MERGEFORMAT"])
        paragraph = next(bookmarks[bookmark].iterancestors(qn("w:p")))
        assert printed[shown(paragraph)] == field.shown, name


def test_no_two_bookmarks_have_one_name() -> None:
    file = render_docx(every_kind(), starter(), draw=draw, rasterize=lambda drawing: b"")
    names = [value_of(mark, "name") for mark in part(file, "word/document.xml").iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names))
    assert all(len(name) <= 40 for name in names)


def test_all_rows_of_a_table_with_one_number_share_the_bookmark_of_its_caption() -> None:
    rows = tuple(Row((Cell(text(name)),), unit(name)) for name in ("u2", "u3"))
    fields = number_fields(document(section(Table(text("Table"), (text("A"),), rows, number=1))))
    assert fields["u2"] == fields["u3"] == "REF _u2_caption \\n \\h \\* MERGEFORMAT"


def test_the_number_of_a_note_leads_to_the_mark_that_calls_it_first() -> None:
    calls = (Text("One"), NoteCall("a", 1), Text(", two"), NoteCall("b", 2), NoteCall("a", 1))
    notes = (Note("a", unit("u2"), text("A"), 1), Note("b", unit("u3"), text("B"), 2))
    made = document(section(Paragraph(calls, unit=unit("u1", 1))), cited(("u3", 2), ("u2", 1)), notes=notes)
    root = part(render_docx(made, starter()), "word/document.xml")
    again, *fields = fields_in(root)
    assert again.instruction == ["NOTEREF", "_note1", "\\f", "\\h"]
    assert [(field.instruction, field.shown) for field in fields] == [
        (["NOTEREF", "_note2", "\\h", "\\*", "MERGEFORMAT"], "2"),
        (["NOTEREF", "_note1", "\\h", "\\*", "MERGEFORMAT"], "1"),
    ]
    for field in fields:
        (mark,) = (m for m in root.iter(qn("w:bookmarkStart")) if value_of(m, "name") == field.instruction[1])
        call = mark.getnext()
        assert call is not None
        assert value_of(call.find(qn("w:footnoteReference")), "id") == field.shown


def test_a_field_has_the_look_of_the_words_around_it_in_all_its_runs() -> None:
    made = document(section(numbered(("One", 1))), cited(("u1", 1)))
    (field,) = fields_in(part(render_docx(made, starter()), "word/document.xml"))
    assert field.properties == {"rStyle b bCs"}


def test_what_word_does_not_number_is_cited_in_plain_words() -> None:
    made = document(section(Paragraph(text("Words"))), cited(("gone", 7)))
    root = part(render_docx(made, starter()), "word/document.xml")
    assert list(fields_in(root)) == []
    assert shown(paragraph_with(root, "ES")) == "7\u00a0ES\u00a01 · "


@pytest.mark.parametrize("name", ["word/document.xml", "word/settings.xml"])
def test_word_does_not_ask_whether_to_update_fields_when_it_opens_the_file(name: str) -> None:
    root = part(render_docx(document(section(numbered(("One", 1))), cited(("u1", 1))), starter()), name)
    assert not list(root.iter(qn("w:updateFields")))
    assert not [mark for mark in root.iter(qn("w:fldChar")) if value_of(mark, "dirty")]
