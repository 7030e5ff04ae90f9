"""Headings that go over several lines of a text, and lines that only underline a heading."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefs.model.typesetting import plain
from briefs.report.hints import HeadingHint
from briefs.report.pieces import joined_lines
from briefs.report.plain_text.text_lines import TextLines

MOST_LINES = 4
"""A heading goes over at most so many lines."""
_UNDERLINE = re.compile(r"\s*([=\-~^*_#+\"'`:.])\1{2,}\s*$")


def underline(line: str) -> str:
    """The character that a line consists of, if it can only be one that underlines the line above; otherwise empty."""
    match = _UNDERLINE.match(line)
    return match[1] if match else ""


def span_at(lines: TextLines, number: int, words: str) -> tuple[int, ...]:
    """The lines from `number` on that together are the plain `words`, without a blank one between; none if they are
    other words."""
    parts: list[str] = []
    for line in range(number, min(number + MOST_LINES, len(lines.received) + 1)):
        if lines.is_blank(line) or not words.startswith(lines.plain[number - 1]):
            break
        parts.append(lines.received[line - 1].strip())
        if plain(joined_lines(parts), lines.notes) == words:
            return tuple(range(number, line + 1))
        if sum(map(len, parts)) > 2 * len(words) + 100:
            break
    return ()


def heading_spans(lines: TextLines, headings: Mapping[int, HeadingHint]) -> dict[int, tuple[int, ...]]:
    """The lines of each heading, by the first one: all over which its words go, and the line that underlines them."""
    spans: dict[int, tuple[int, ...]] = {}
    for number, hint in headings.items():
        span = span_at(lines, number, plain(hint.text, lines.notes)) or (number,)
        after = span[-1] + 1
        if after <= len(lines.received) and after not in headings and underline(lines.received[after - 1]):
            span = (*span, after)
        spans[number] = span
    return spans
