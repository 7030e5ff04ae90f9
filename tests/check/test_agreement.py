"""A format that drops, adds or exchanges a word is found, and none that only sets words in its own way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.agreement import check_agreement
from briefs.model.document import Document, Figure, List, Note, Paragraph, Section, Table
from briefs.model.document_walk import map_inlines
from briefs.model.figure import Event, Timeline
from briefs.model.finished_file import FinishedFile
from briefs.model.formats import Format
from briefs.model.inline import Checkbox, Inline, NoteCall, Strong, Text
from briefs.pipeline.word_rendition import write_word
from briefs.readback.read_html import read_html
from briefs.readback.read_pdf import read_pdf
from briefs.readback.read_word import read_word
from briefs.render.html.page import render_html
from briefs.render.pdf.pages import lay_out, write_pdf
from briefs.render.reference.starter_document import new_reference
from tests.builders import BLOCKS, forms
from tests.check.builders import files_to_check
from tests.compose.builders import harbour_library
from tests.render.builders import document, item, layout, paragraph, row, unit

FORMATS: tuple[Format, ...] = ("pdf", "docx", "html")
LAYOUT = layout()
LONG = "Keepers of high-level quays wait " * 40


def made() -> Document:
    """A brief of two pages with all kinds of element."""
    owner = replace(unit("u1", "fact.timetable"), number=1, line=14, forms=forms("fact.timetable/short"))
    note = Note("fn.1", replace(unit("u9", "fn.1"), line=20), (Text("The keeper spoke for one quay."),), 1)
    picture = Figure(
        Timeline((Event("2010", "The first forum meets"), Event("2012", "The keepers meet again"))),
        (Text("Meetings"),),
        replace(unit("u4", "fig.a"), number=3, line=17),
    )
    rows = tuple(row(f"Tide {number}", f"It was {number} m high") for number in range(40))
    table = Table((Text("Tides"),), ((Text("Tide"),), (Text("Height"),)), rows, number=4)
    call = Paragraph(
        (Text("One keeper saw no need for it."), NoteCall("fn.1", 1), Text(" All "), Strong((Text("wait"),)))
    )
    return document(
        Section(
            (Text("Findings"),),
            (
                paragraph("Most keepers agreed that it would help.", owner),
                call,
                List((item("The first point"), item("The second point"))),
                picture,
                table,
                paragraph(LONG),
                Paragraph((Checkbox("Agreed"), Text("Yes"))),
            ),
            line=12,
        ),
        notes=(note,),
    )


def read(brief: Document, format: Format) -> FinishedFile:
    """What is read in the file of `brief` in one format."""
    match format:
        case "pdf":
            return read_pdf("a.pdf", write_pdf(lay_out(brief, LAYOUT), brief))
        case "docx":
            return read_word("a.docx", write_word(brief, LAYOUT, new_reference("en"), None, False).content)
        case "html":
            return read_html("a.html", render_html(brief, LAYOUT).encode())


def exchanged(old: str, new: str) -> Callable[[Document], Document]:
    """What a writer does that writes other words in the text."""

    def change(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(
            replace(one, text=one.text.replace(old, new, 1)) if isinstance(one, Text) and old in one.text else one
            for one in children
        )

    return lambda brief: map_inlines(brief, change)


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_agrees_with_its_brief(format: Format) -> None:
    brief = made()
    assert [str(one) for one in check_agreement(files_to_check(brief, read(brief, format)))] == []


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Most keepers", "Keepers"),
        ("no need", "need"),
        ("would help", "would not help"),
        ("second", "third"),
        ("It was 7 m", "It was 8 m"),
        ("agreed that", "agreed: that"),
        ("Height", "Weight"),
    ],
)
def test_a_word_that_one_format_drops_adds_or_exchanges_is_found(format: Format, old: str, new: str) -> None:
    wrong = read(exchanged(old, new)(made()), format)
    (found,) = check_agreement(files_to_check(made(), wrong))
    assert found.code == "renditions-differ"
    assert "where the brief" in found.message


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "change",
    [
        lambda brief: replace(brief, title=f"{brief.title} again"),
        lambda brief: replace(brief, furniture=replace(brief.furniture, status="CLEARED BY NOBODY")),
        lambda brief: replace(brief, sections=brief.sections[:1] + brief.sections[1:] + brief.sections[:1]),
        lambda brief: replace(brief, notes=(replace(brief.notes[0], children=(Text("The keeper spoke."),)),)),
    ],
)
def test_other_parts_must_agree_too(format: Format, change: Callable[[Document], Document]) -> None:
    brief = made()
    other = change(brief)
    if len(other.sections) > 1:  # a section once more
        other = replace(other, sections=(brief.sections[0], replace(brief.sections[0], content=(paragraph("More."),))))
    assert len(list(check_agreement(files_to_check(brief, read(other, format))))) == 1


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_the_lines_of_pages_must_be_there(format: Format) -> None:
    brief = made()
    other = replace(brief, furniture=replace(brief.furniture, footer="Another footer"))
    assert len(list(check_agreement(files_to_check(brief, read(other, format))))) == 1


def test_the_words_of_a_picture_are_compared_in_pages() -> None:
    def change(content: object) -> object:
        if isinstance(content, Figure):
            return replace(content, graphic=Timeline((Event("2010", "The first forum meets"),)))
        return content

    brief = made()
    section = replace(brief.sections[0], content=tuple(map(change, brief.sections[0].content)))  # type: ignore[arg-type]
    (found,) = check_agreement(files_to_check(brief, read(replace(brief, sections=(section,)), "pdf")))
    assert (found.place.line, "in a picture" in found.message) == (17, True)


def test_a_numbered_paragraph_may_be_written_from_right_to_left() -> None:
    said = "דייג אחד לא ראה בכך צורך (FAO 2011)."
    first = replace(unit("u1", "fact.a"), number=1)
    brief = document(Section((Text("Findings"),), (paragraph(said, first), paragraph("Then all."))))
    file = read(brief, "pdf")
    assert [str(one) for one in check_agreement(files_to_check(brief, file))] == []
    (page,) = file.body
    for old, new in (("אחד", ""), ("2011", "2012"), ("Then", "When")):
        other = page._replace(text=page.text.replace(old, new))
        assert len(list(check_agreement(files_to_check(brief, replace(file, body=(other,)))))) == 1


@pytest.mark.parametrize("is_before", [True, False])
def test_a_picture_may_say_what_a_table_says(is_before: bool) -> None:
    drawn = Figure(Timeline((Event("2010", "The keepers meet"),)), (Text("Meetings"),), unit("u4", "fig.a"))
    table = Table((Text("Dates"),), ((Text("When"),), (Text("What"),)), (row("2010", "The keepers meet"),), number=4)
    order = (table, drawn, paragraph("Then all.")) if is_before else (drawn, paragraph("Then all."), table)
    brief = document(Section((Text("Findings"),), order))
    file = read(brief, "pdf")
    assert [str(one) for one in check_agreement(files_to_check(brief, file))] == []
    (said,) = file.body
    for at in (said.text.find("2010"), said.text.rfind("2010")):
        other = said._replace(text=f"{said.text[:at]}2011{said.text[at + 4 :]}")
        assert len(list(check_agreement(files_to_check(brief, replace(file, body=(other,)))))) == 1


def test_the_block_that_differs_is_named_with_the_words_of_both(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, BLOCKS)
    wrong = read(exchanged("Most keepers agreed", "All keepers agreed")(made()), "docx")
    (found,) = check_agreement(files_to_check(made(), wrong, library=library))
    assert str(found) == (
        "seeds/harbour/blocks/fact.yaml:5: error: the Word file of the brief for ministers, word/document.xml, says "
        '"All keepers agreed that it would help. One" where the brief says "Most keepers agreed that it would help." '
        "[renditions-differ]\n"
        "  hint: formats must say the same: if style sheets or the reference document do not hide or add words, this "
        "is a mistake of the program"
    )


def test_words_that_run_together_are_found() -> None:
    brief = document(Section((Text("Findings"),), (paragraph("One two."), paragraph("Three."))))
    file = read(brief, "html")
    body = tuple(one._replace(text=one.text.replace("One two", "Onetwo")) for one in file.body)
    (found,) = check_agreement(files_to_check(brief, replace(file, body=body)))
    assert 'says "Onetwo.' in found.message
