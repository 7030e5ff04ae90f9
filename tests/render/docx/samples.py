"""Small documents, and ways to look into the Word file made of one."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from lxml import etree

from briefs.model.document import (
    Cell,
    Content,
    Document,
    Item,
    List,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
    Unit,
)
from briefs.model.inline import (
    Inline,
    NoteCall,
    Text,
)
from briefs.model.page_furniture import Furniture, Properties
from briefs.render.docx.render import render_docx
from briefs.render.reference.starter_document import new_reference
from briefs.word.elements import Element, qn

FURNITURE = Furniture(
    issuer="Issuer",
    series="Brief for Ministers",
    reference="B/2",
    date="12 March 2026",
    version="Version\u00a00.3",
    language_name="English",
    status="DRAFT FOR CLEARANCE",
    distribution="Limited",
    about=(Text("About the report."),),
    running_header=("Short title · Ministers", "Draft"),
    footer="B/2 · Limited",
)
PROPERTIES = Properties(
    title="Title of the brief",
    subject="Brief for Ministers",
    author="Issuer",
    keywords=("migration", "governance"),
    language="en-GB",
    date="2026-03-12",
    version="0.3",
    status="draft",
    identifier="B/2-ministers-en",
)


@cache
def starter() -> bytes:
    """The starter reference document, made once."""
    return new_reference()


def text(words: str) -> tuple[Inline, ...]:
    return (Text(words),)


def unit(id: str, number: int | None = None, *blocks: str, verbatim: bool = False) -> Unit:
    return Unit(id, id, blocks, number, verbatim=verbatim)


def section(*content: Content, heading: str = "Heading", **options: object) -> Section:
    return Section(text(heading), content, **options)  # type: ignore[arg-type] # options are fields of Section


def numbered(*items: tuple[str, int]) -> List:
    """A list of units that are called after their numbers."""
    return List(tuple(Item(text(words), unit(f"u{number}", number)) for words, number in items))


def document(*sections: Section, notes: tuple[Note, ...] = ()) -> Document:
    return Document("ministers", "Title of the brief", FURNITURE, PROPERTIES, sections, notes)


def paragraph_document(*children: Inline) -> Document:
    return document(section(Paragraph(children, unit=unit("u1", 1))))


def part(file: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


def body(made: Document) -> Element:
    """The body of the Word file of a document, with the starter's looks."""
    found = part(render_docx(made, starter()), "word/document.xml")[0]
    assert found.tag == qn("w:body")
    return found


def shown(element: Element) -> str:
    """The characters that a reader sees, with tabs and line ends; instructions of fields are not among them."""
    signs = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
    parts = [
        signs.get(child.tag, child.text or "")
        for child in element.iter(qn("w:t"), *signs)
        if child.getparent() is not None and child.getparent().tag == qn("w:r")  # type: ignore[union-attr]
    ]
    return "".join(parts)


def paragraphs(element: Element) -> list[str]:
    return [shown(p) for p in element.iter(qn("w:p"))]


def paragraph_with(element: Element, words: str) -> Element:
    (found,) = (p for p in element.iter(qn("w:p")) if words in shown(p))
    return found


def style(paragraph: Element) -> str:
    named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    assert named is not None
    return named.get(qn("w:val"), "")


def value(element: Element, path: str) -> str | None:
    """The `w:val` of a descendant, named by a path without prefixes; None if it is not there."""
    found = element.find("/".join(qn(f"w:{step}") for step in path.split("/")))
    return None if found is None else found.get(qn("w:val"), "")


TABLE = Table(
    text("Caption"),
    (text("For"), text("Basis")),
    (
        Row((Cell(text("States"), header=True), Cell(text("ES 7"))), unit("u2")),
        Row((Cell(text("Citizens"), header=True), Cell(text("ES 8"))), unit("u3")),
    ),
    widths=(25, 75),
    number=2,
    style="checklist",
)
"""A table of two rows, as a checklist is."""

FULL_BRIEF = document(
    section(
        Paragraph((Text("Words"), NoteCall("fn")), unit=unit("u1", 1)),
        numbered(("One", 2)),
        Table(text("Table"), (text("For"),), (Row((Cell(text("States")),), unit("u3")),), number=3),
    ),
    section(heading="Lower", level=3),
    notes=(Note("fn", unit("u4"), text("The note")),),
)
"""A brief with a paragraph, a list, a table and a note, each numbered."""

BRIEF = document(section(numbered(("One", 1))))
"""A brief of one item."""
