"""The lines of a text, prepared for comparing with hints."""

from __future__ import annotations

import difflib
import re
from collections.abc import Set
from dataclasses import dataclass

from briefs.model.note_marks import FOOTNOTE_DIGITS, SUPERSCRIPTS, number_of
from briefs.model.typesetting import plain
from briefs.report.hints import ReportHints
from briefs.text.lookalikes import lookalikes

FOOTNOTE = re.compile(rf"\s*([{SUPERSCRIPTS}]{{1,{FOOTNOTE_DIGITS}}})\s+(?=\S)")
"""The beginning of a footnote: its mark, which is a group."""
_QUOTE = '"'
_LEAST_SHOWN = 60
"""The fewest characters of the nearest line that a message shows."""
_SLACK = 200
"""Extra characters that are kept when a line is cut for comparing, for marks and white space."""


def split_lines(text: str) -> list[str]:
    """The lines of `text`; a form feed or a Unicode separator is white space, not the end of a line."""
    lines = re.split(r"\r\n|\n|\r", text)
    return lines[:-1] if lines[-1] == "" else lines


@dataclass(frozen=True, slots=True)
class TextLines:
    """Lines as received and as `plain` text, numbered from 1; of long lines, only the beginning is made plain.

    `notes` are the numbers of the footnotes among them.
    """

    received: tuple[str, ...]
    plain: tuple[str, ...]
    notes: frozenset[int] = frozenset()

    @classmethod
    def comparable_with(cls, hints: ReportHints, lines: list[str], notes: frozenset[int] | None = None) -> TextLines:
        """The `lines`, each with as much plain text as the longest of the hints needs; `notes` are the numbers of the
        footnotes if these are not to be found among the lines."""
        words = [h.text for h in hints.outline] + [q.text for q in hints.quotations]
        words += [*hints.signatures, *hints.not_headings]
        limit = max(map(len, words), default=0) + _SLACK
        if notes is None:
            notes = frozenset(number_of(found[1]) for line in lines if (found := FOOTNOTE.match(line)))
        cut = (line if len(line) <= limit else line[:limit] for line in lines)
        beginnings = (f"{plain(part, notes)}{'…' * (len(line) > limit)}" for part, line in zip(cut, lines, strict=True))
        return cls(tuple(lines), tuple(beginnings), notes)

    def is_blank(self, number: int) -> bool:
        """Whether the line `number` holds nothing but white space."""
        return not self.received[number - 1].strip()

    def equal_to(self, words: str) -> list[int]:
        """The numbers of the lines that hold the plain `words` and nothing else."""
        return [number for number, text in enumerate(self.plain, 1) if text == words]

    def first_beginning(self, words: str, taken: Set[int]) -> int | None:
        """The number of the first line that begins with the plain `words` as whole words and is not `taken`."""
        for number, text in enumerate(self.plain, 1):
            if text.startswith(words) and not text[len(words) : len(words) + 1].isalnum() and number not in taken:
                return number
        return None

    def nearest(self, words: str) -> str:
        """A hint that names the line whose beginning is most like the plain `words`; empty if none is like them."""
        beginnings = {text[: len(words)]: n for n, text in reversed(list(enumerate(self.plain, 1))) if text}
        close = difflib.get_close_matches(words, beginnings, n=1, cutoff=0.5)
        if not close:
            return ""
        number = beginnings[close[0]]
        text = self.plain[number - 1]
        limit = max(len(words), _LEAST_SHOWN)
        shown = f"{text[:limit]}{'…' if len(text) > limit else ''}"
        if text.startswith(_QUOTE) and text.strip(_QUOTE).startswith(words.strip(_QUOTE)):
            return f"line {number} has quotation marks: write “{shown.strip(_QUOTE)}”"
        return f"nearest is line {number}, {quoted(shown)}{lookalikes(words, close[0])}"


def quoted(text: str) -> str:
    """The text in quotation marks, unless it begins with one of its own."""
    return text if text[:1] in ('"', "“", "‘", "«", "„") else f'"{text}"'
