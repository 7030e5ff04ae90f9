"""Rows that explain a term: the row of an acronym or definition in a glossary goes when the term goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefs.model.block import Acronym, Definition
from briefs.model.document import Content, Document, Table, Unit
from briefs.model.document_text import content_texts, unit_texts_of
from briefs.model.document_walk import contents, lists_units, note_calls, owners_of
from briefs.model.inline import inline_text
from briefs.model.library import Drawn

STYLE = "glossary"
"""The style of a table that explains terms."""


@dataclass(frozen=True, slots=True)
class GlossaryRow:
    """A row of a glossary: its text, and the patterns that find its terms in other text."""

    unit: Unit
    text: str
    terms: tuple[re.Pattern[str], ...]

    def explains(self, text: str) -> bool:
        """Whether one of its terms occurs in `text`."""
        return any(term.search(text) for term in self.terms)


def explanations_needed(document: Document, blocks: Mapping[str, Drawn]) -> frozenset[str]:
    """The names of glossary rows whose term is printed outside the glossary or in another row that is needed."""
    rows: list[GlossaryRow] = []
    texts = [document.title, *(inline_text(section.heading) for section in document.sections)]
    for _, content in contents(document.sections):
        found = tuple(_glossary_rows(content, blocks))
        rows += found
        texts += () if found else content_texts(content)
    if not rows:
        return frozenset()
    calls = note_calls(document.sections)
    texts += (inline_text(note.children) for note in document.notes if note.id in calls)
    needed: set[str] = set()
    while texts:
        text = "\n".join(texts)
        found = tuple(row for row in rows if row.unit.name not in needed and row.explains(text))
        needed.update(row.unit.name for row in found)
        texts = [row.text for row in found]
    return frozenset(needed)


def _glossary_rows(content: Content, blocks: Mapping[str, Drawn]) -> Iterator[GlossaryRow]:
    """The rows of `content` if it is a glossary: a table of this style, or a list or table of acronyms only."""
    if not lists_units(content):
        return
    is_glossary = isinstance(content, Table) and content.style == STYLE
    kinds = (Acronym, Definition) if is_glossary else (Acronym,)
    if all(isinstance(blocks[name].block, kinds) for unit, _ in owners_of(content) for name in unit.blocks):
        for unit, text in unit_texts_of(content):
            yield GlossaryRow(unit, text, tuple(_pattern(blocks[name]) for name in unit.blocks))


def _pattern(drawn: Drawn) -> re.Pattern[str]:
    """The pattern that finds the term of `drawn` as whole words, in singular or plural; an acronym only in capitals."""
    block = drawn.block
    if isinstance(block, Acronym):
        return re.compile(rf"(?<![\w-]){re.escape(block.acronym.removesuffix('s'))}s?(?![\w-])")
    assert isinstance(block, Definition)
    return re.compile(rf"(?<!\w){re.escape(block.term)}(?:e?s)?(?!\w)", re.IGNORECASE)
