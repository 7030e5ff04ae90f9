"""Opaque tokens: what a call printed stands in the ledger, and only its number passes through Markdown.

Block HTML sent through CommonMark breaks (blank lines, indentation, `*`, `|`, `3.`); a token of two private-use
characters and digits cannot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefs.model.document import Content, FormRef, Inline, Weight


@dataclass(frozen=True, slots=True)
class Span:
    """Inline content of a sentence, the forms that it prints, and the weight of this use."""

    inlines: tuple[Inline, ...]
    forms: tuple[FormRef, ...]
    weight: Weight


OPEN, CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(f"{OPEN}([0-9]+){CLOSE}")


class Ledger:
    """What the calls of one rendering printed, by token; lives and dies with the rendering."""

    def __init__(self) -> None:
        self._blocks: dict[int, tuple[Content, ...]] = {}
        self._inlines: dict[int, Span] = {}

    def add_content(self, content: tuple[Content, ...]) -> str:
        """A token for block-level content."""
        number = len(self._blocks) + len(self._inlines)
        self._blocks[number] = content
        return f"{OPEN}{number}{CLOSE}"

    def add_inline(self, inlines: tuple[Inline, ...], forms: tuple[FormRef, ...], weight: Weight = "could") -> str:
        """A token for a span within a sentence, with the forms that it prints and its weight."""
        number = len(self._blocks) + len(self._inlines)
        self._inlines[number] = Span(inlines, forms, weight)
        return f"{OPEN}{number}{CLOSE}"

    def content(self, number: int) -> tuple[Content, ...] | None:
        return self._blocks.get(number)

    def inline(self, number: int) -> Span | None:
        return self._inlines.get(number)
