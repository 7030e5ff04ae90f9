"""CommonMark, as briefs' templates write it: its parser, and the elements that this finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token


def commonmark_parser() -> MarkdownIt:
    """A parser of CommonMark, and of tables, struck-through text and links to anything.

    No brief has these, but they must be known to be refused: they would be read as plain words otherwise.
    """
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def elements_of(parsed: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """The outermost elements: what opens each (or is all of it), and what stands between that and its end."""
    position = 0
    while position < len(parsed):
        end = _end(parsed, position)
        yield parsed[position], parsed[position + 1 : end]
        position = end + 1


def _end(parsed: Sequence[Token], position: int) -> int:
    """The index of what closes the element that opens at `position`; of itself where nothing is in it."""
    depth = 0
    for index in range(position, len(parsed)):
        depth += parsed[index].nesting
        if depth == 0:
            return index
    raise AssertionError("markdown-it gave elements that are not closed")
