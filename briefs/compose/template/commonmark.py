"""CommonMark as used in briefs' templates: the parser, and the elements that it finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token


@cache
def commonmark_parser() -> MarkdownIt:
    """A parser of CommonMark, and of tables, struck-through text and links to anything.

    No brief may contain the last three, but the parser must know them: otherwise they would be taken for plain words.
    """
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def elements_of(parsed: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """The outermost elements: for each, the token that opens it (or is all of it), and the tokens inside it."""
    position = 0
    while position < len(parsed):
        end = _end(parsed, position)
        yield parsed[position], parsed[position + 1 : end]
        position = end + 1


def _end(parsed: Sequence[Token], position: int) -> int:
    """The index of the token that closes the element opened at `position`: the same if the element is one token."""
    depth = 0
    for index in range(position, len(parsed)):
        depth += parsed[index].nesting
        if depth == 0:
            return index
    raise AssertionError("markdown-it gave elements that are not closed")
