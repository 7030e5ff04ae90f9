"""What a reader reads of a Document: the text of its elements, unit by unit, and how many words that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from briefs.model.document import Content, Document, Figure, List, Paragraph, Section, Table, Unit, inline_text
from briefs.model.typesetting import words

_SVG_TEXT = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def content_texts(content: Content) -> Iterator[str]:
    """All text of a block element, piece by piece."""
    match content:
        case Paragraph():
            yield inline_text(content.children)
        case List():
            yield from (inline_text(item.children) for item in content.items)
        case Table():
            yield inline_text(content.caption)
            yield from (inline_text(column) for column in content.columns)
            yield from (inline_text(cell.children) for row in content.rows for cell in row.cells)
        case Figure():
            yield content.alternative
            yield inline_text(content.caption)
            yield from (_svg_text(drawing.svg) for drawing in content.drawings)


def _svg_text(svg: str) -> str:
    """What is to be read in a picture: the characters of its text elements (SVG 1.1, 10.4)."""
    return " ".join(unescape(_TAG.sub("", words)) for words in _SVG_TEXT.findall(svg))


def unit_texts(document: Document) -> Iterator[tuple[Unit, str]]:
    """Each unit with its text; notes last."""
    for section in document.sections:
        for content in section.content:
            yield from unit_texts_of(content)
    yield from ((note.unit, inline_text(note.children)) for note in document.notes)


def unit_texts_of(content: Content) -> Iterator[tuple[Unit, str]]:
    """Each unit of one block element with its text."""
    match content:
        case Paragraph(unit=Unit() as unit) | Figure(unit=Unit() as unit):
            yield unit, " ".join(content_texts(content))
        case List():
            yield from ((item.unit, inline_text(item.children)) for item in content.items if item.unit)
        case Table():
            for row in content.rows:
                if row.unit:
                    yield row.unit, " ".join(inline_text(cell.children) for cell in row.cells)
        case _:
            pass


def unit_words(document: Document) -> int:
    """The words of a brief's units: what a word budget counts. Furniture, headings, notes and end matter do not count,
    nor what a picture says in place of words."""
    return sum(count for section in document.sections for _, count in section_words(section))


def section_words(section: Section) -> Iterator[tuple[Unit, int]]:
    """The units of a section with the words that count for a budget: none in end matter, a caption's of a figure."""
    if section.style == "end":
        return
    for content in section.content:
        for unit, text in unit_texts_of(content):
            yield unit, len(words(inline_text(content.caption) if isinstance(content, Figure) else text))
