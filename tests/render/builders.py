"""Small documents, each for one test, and the layout of the project."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pypdfium2  # type: ignore[import-untyped]  # ships no types

from briefs.model.brief_key import BriefKey
from briefs.model.document import Cell, Content, Document, Item, Note, Paragraph, Row, Section, Unit
from briefs.model.inline import Inline, Text
from briefs.model.page_furniture import Furniture, Properties
from briefs.model.sheet import Paper, Sheet, TypeSize
from briefs.readback.read_pdf import read_pdf
from briefs.render.layout import Layout

LAYOUT_FOLDER = Path(__file__).parents[2] / "templates" / "layout"


def layout(paper: Paper = "A4", size: TypeSize = 11) -> Layout:
    return Layout(
        print_css=(LAYOUT_FOLDER / "print.css").read_text(encoding="utf-8"),
        screen_css=(LAYOUT_FOLDER / "screen.css").read_text(encoding="utf-8"),
        fonts=LAYOUT_FOLDER / "fonts",
        accents={BriefKey("ministers"): "#6B1F3A"},
        sheet=Sheet(paper, size),
    )


def unit(name: str, *blocks: str, number: int | None = None) -> Unit:
    return Unit(name, name, blocks, number)


def text(words: str) -> tuple[Inline, ...]:
    return (Text(words),)


def paragraph(words: str, owner: Unit | None = None) -> Paragraph:
    return Paragraph(text(words), unit=owner)


def item(words: str, owner: Unit | None = None) -> Item:
    return Item(text(words), owner)


def row(*cells: str, owner: Unit | None = None) -> Row:
    return Row(tuple(Cell(text(cell)) for cell in cells), owner)


def section(*content: Content, heading: str = "Heading", style: Literal["", "decision", "box", "end"] = "") -> Section:
    return Section(text(heading), content, style=style)


def document(
    *sections: Section, notes: tuple[Note, ...] = (), title: str = "Title", language: str = "en-GB"
) -> Document:
    return Document(
        audience="ministers",
        title=title,
        furniture=Furniture(
            issuer="Issuer",
            series="Series",
            reference="R/1",
            date="12 March 2026",
            version="Version\u00a00.3",
            language_name="English",
            status="DRAFT",
            distribution="Limited",
            about=(Text("About."),),
            running_header=("Running header", "DRAFT"),
            footer="R/1 · Limited",
        ),
        properties=Properties(
            title=title,
            subject="Subject",
            author="Author",
            keywords=("one", "two"),
            language=language,
            date="2026-03-12",
            version="0.3",
            status="draft",
            identifier="R/1 0.3",
        ),
        sections=sections,
        notes=notes,
    )


def pdf_text(pdf: bytes) -> list[str]:
    """The text of each page in the order of its content, white space made single.

    PDFium gives U+0002 for a hyphen at the end of a line, which may be one that only divides a word; here none is.
    """
    opened = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_bounded().replace("\x02", "-") for page in opened]
        return [" ".join(text.split()) for text in texts]
    finally:
        opened.close()


def personal(edition: Document) -> Document:
    """The same with room for whom its copies are for."""
    return replace(edition, furniture=replace(edition.furniture, is_personal=True))


def read_back(pdf: bytes) -> str:
    """The text of all pages of a PDF."""
    return "\n".join(page.text for page in read_pdf("", pdf).body)
