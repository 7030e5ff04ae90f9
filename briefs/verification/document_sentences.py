"""The sentences of a Document in reading order, each with what it is: words of a unit, or of the template around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefs.model.document import Content, Document, Figure, Paragraph, Section, Table
from briefs.model.document_walk import inlines_of_owner
from briefs.model.inline import Emphasis, Foreign, Inline, SourceTag, Strong, inline_text
from briefs.model.phrases import phrases_for
from briefs.model.record import words_of_units
from briefs.text.words import sentences_of

Role: TypeAlias = Literal[
    "unit",  # words of blocks
    "picture",  # words of blocks in a picture, which not every format has as text
    "furniture",  # lines of the masthead and of every page
    "title",
    "about",  # what the brief summarizes
    "heading",
    "caption",
    "column head",
    "introduction",
    "source tag",
    "template",  # other words of the template
    "end matter",
]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an edition: its `role`, the name of its `unit` (empty if it is of none), the heading above it.

    `line` is the line of its unit or section in the template; 0 for what is not written there.
    """

    text: str
    role: Role
    unit: str = ""
    heading: str = ""
    line: int = 0


def document_sentences(document: Document) -> list[Sentence]:
    """All sentences of `document`: masthead, sections, notes."""
    words = words_of_units(document)
    found = [*_masthead(document)]
    for section in document.sections:
        found += _section(section, words)
    for note in document.notes:
        found += _sentences(words[note.unit.name], "unit", note.unit.name, "Notes", note.unit.line)
    return [one for one in found if one.text.strip()]


def layout_words(document: Document) -> list[str]:
    """What formats print besides the sentences: lines of pages, headings of notes, passages that open from source tags.

    Numbers stand as zeros.
    """
    phrases = phrases_for(document.properties.language)
    repeated = [one.text for one in _masthead(document)]
    page = phrases.page_of.format(page=0, pages=0)
    opened = [text for one in document.contexts for text in (one.text, one.label)]
    named = [phrases.source_passage, phrases.source_passages, phrases.back_to_text]
    parts = [part for text in named for part in re.split(r"\{\w+\}", text)]
    return [one for one in (*repeated, page, phrases.notes, *opened, *parts) if one.strip()]


def _masthead(document: Document) -> Iterator[Sentence]:
    furniture = document.furniture
    lines = (furniture.issuer, furniture.series, *furniture.identity, furniture.status, furniture.distribution)
    for text in (*lines, *furniture.running_header, furniture.footer):
        yield Sentence(text, "furniture")
    yield Sentence(document.title, "title")
    yield from _sentences(inline_text(furniture.about), "about")


def _section(section: Section, words: dict[str, str]) -> Iterator[Sentence]:
    heading = inline_text(section.heading)
    yield Sentence(heading, "heading", "", heading, section.line)
    for content in section.content:
        line = next((owner.unit.line for owner in content.owners if owner.unit is not None), section.line)
        if isinstance(content, Table):
            yield from _sentences(inline_text(content.caption), "caption", "", heading, line)
            yield from (Sentence(inline_text(one), "column head", "", heading, line) for one in content.columns)
        for owner in content.owners:
            if owner.unit is not None and owner.unit.blocks:
                first, *others = words[owner.unit.name].split("\t")
                rest: Role = "picture" if isinstance(owner, Figure) else "unit"
                for text, role in ((first, "unit"), *((one, rest) for one in others)):
                    yield from _sentences(text, role, owner.unit.name, heading, owner.unit.line)
            else:
                for run in inlines_of_owner(owner):
                    yield from _sentences(_printed(run), _role(content, section), "", heading, line)


def _printed(children: tuple[Inline, ...]) -> str:
    """The characters of inline elements as they are printed: source tags between their marks."""
    parts = []
    for child in children:
        match child:
            case SourceTag():
                parts.append(f" {child.printed}")
            case Strong() | Emphasis() | Foreign():
                parts.append(_printed(child.children))
            case _:
                parts.append(inline_text((child,)))
    return "".join(parts)


def _role(content: Content, section: Section) -> Role:
    if section.style == "end":
        return "end matter"
    match content:
        case Paragraph(role="intro"):
            return "introduction"
        case Paragraph(role="tag"):
            return "source tag"
        case _:
            return "template"


def _sentences(text: str, role: Role, unit: str = "", heading: str = "", line: int = 0) -> Iterator[Sentence]:
    for part in text.split("\t"):
        yield from (Sentence(one, role, unit, heading, line) for one in sentences_of(part))
