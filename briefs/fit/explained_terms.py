"""Rows that explain a term: an acronym's or definition's row in a glossary is there for the term, and goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefs.model.block import Acronym, Definition
from briefs.model.document import Content, Document, Figure, Paragraph, Table, Unit, inline_text
from briefs.model.document_text import content_texts, unit_texts_of
from briefs.model.document_walk import note_calls, owners_of
from briefs.model.library import Drawn

STYLE = "glossary"
"""The style of a table that explains terms."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a glossary: its text, and what finds its terms in a text."""

    unit: Unit
    text: str
    terms: tuple[re.Pattern[str], ...]

    def explains(self, text: str) -> bool:
        return any(term.search(text) for term in self.terms)


def explaining(document: Document, blocks: Mapping[str, Drawn]) -> frozenset[str]:
    """The glossary rows whose term the brief prints elsewhere, or that explain a term of such a row."""
    rows: list[Row] = []
    texts = [document.title]
    for section in document.sections:
        texts.append(inline_text(section.heading))
        for content in section.content:
            found = tuple(_rows(content, blocks))
            rows += found
            texts += () if found else content_texts(content)
    if not rows:
        return frozenset()
    calls = note_calls(document.sections)
    texts += (inline_text(note.children) for note in document.notes if note.id in calls)
    explained: set[str] = set()
    while texts:
        text = "\n".join(texts)
        found = tuple(row for row in rows if row.unit.name not in explained and row.explains(text))
        explained.update(row.unit.name for row in found)
        texts = [row.text for row in found]
    return frozenset(explained)


def _rows(content: Content, blocks: Mapping[str, Drawn]) -> Iterator[Row]:
    """The rows of `content` if it is a glossary: a table of that style, or a list or table of acronyms."""
    units = [unit for unit, _ in owners_of(content)]
    if isinstance(content, Paragraph | Figure) or not units:
        return
    named = isinstance(content, Table) and content.style == STYLE
    kinds = (Acronym, Definition) if named else (Acronym,)
    if not all(isinstance(blocks[name].block, kinds) for unit in units for name in unit.blocks):
        return
    for unit, text in unit_texts_of(content):
        yield Row(unit, text, tuple(_pattern(blocks[name]) for name in unit.blocks))


def _pattern(drawn: Drawn) -> re.Pattern[str]:
    """Finds the term of `drawn` as words, in singular or plural; an acronym with its capitals."""
    block = drawn.block
    if isinstance(block, Acronym):
        return re.compile(rf"(?<![\w-]){re.escape(block.acronym.removesuffix('s'))}s?(?![\w-])")
    assert isinstance(block, Definition)
    return re.compile(rf"(?<!\w){re.escape(block.term)}(?:e?s)?(?!\w)", re.IGNORECASE)
