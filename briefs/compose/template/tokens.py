"""Opaque tokens: they stand in Markdown for the output of calls, which itself never passes through Markdown.

Block HTML sent through CommonMark breaks (blank lines, indentation, `*`, `|`, `3.`); a token of two private-use
characters and digits cannot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefs.compose.jinja.line_marks import CLOSE, OPEN
from briefs.model.document import Content, FormRef, Weight
from briefs.model.inline import Inline


@dataclass(frozen=True, slots=True)
class Span:
    """Inline content within a sentence, the forms that it prints, and the weight of this use."""

    inlines: tuple[Inline, ...]
    forms: tuple[FormRef, ...]
    weight: Weight


TOKEN = re.compile(f"{OPEN}([0-9]+){CLOSE}")


class Tokens:
    """The output of the calls of one rendering, by the number in its token; made for that rendering only."""

    def __init__(self) -> None:
        self._contents: dict[int, tuple[Content, ...]] = {}
        self._spans: dict[int, Span] = {}

    def add_content(self, content: tuple[Content, ...]) -> str:
        """A token for block-level content."""
        number = self._next()
        self._contents[number] = content
        return f"{OPEN}{number}{CLOSE}"

    def add_span(self, inlines: tuple[Inline, ...], forms: tuple[FormRef, ...], weight: Weight = "could") -> str:
        """A token for a span within a sentence, with the forms that it prints and its weight."""
        number = self._next()
        self._spans[number] = Span(inlines, forms, weight)
        return f"{OPEN}{number}{CLOSE}"

    def content(self, number: int) -> tuple[Content, ...] | None:
        """The block-level content that the token with `number` stands for; None if it stands for something else."""
        return self._contents.get(number)

    def span(self, number: int) -> Span | None:
        """The span that the token with `number` stands for; None if it stands for something else."""
        return self._spans.get(number)

    def content_alone(self, text: str) -> tuple[Content, ...] | None:
        """The block-level content that `text` stands for, if it is a single such token; None otherwise."""
        token = TOKEN.fullmatch(text.strip())
        return self.content(int(token[1])) if token is not None else None

    def _next(self) -> int:
        return len(self._contents) + len(self._spans)
