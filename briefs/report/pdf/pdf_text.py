"""The text of several lines as one: emphasis, marks of notes, and words that the ends of lines divide."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from briefs.model.language_words import LANGUAGE_WORDS
from briefs.model.note_marks import SUPERSCRIPTS
from briefs.report.pdf.pdf_lines import PdfLine, PdfRun

Call: TypeAlias = Callable[[PdfLine, str], int | None]
"""The number of the note that a raised mark on a line calls; None if it calls none."""

_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)
_LEVEL = str.maketrans(SUPERSCRIPTS, "0123456789")
_WRITTEN = re.compile(rf"[{SUPERSCRIPTS}]{{1,4}}")
_SUSPENDED = frozenset(word for words in LANGUAGE_WORDS.values() for word in words.suspended)
_MARKS = re.compile(r"\d+|[^\s\d,;]+|[\s,;]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:[-\u2010][^\W\d_]+)*)[-\u2010]$")
_HYPHEN = "\u2010"
_HYPHENS = ("-", _HYPHEN)
_HYPHEN_AT_END = re.compile(rf"(?<=[^\W\d_]){_HYPHEN}(?:\s|$)")
_HYPHEN_WITHIN = re.compile(rf"\w{_HYPHEN}(?=\w)")
_CLOSE_DASH = re.compile(r"\w—(?=\w)")
_SPACED_DASH = re.compile(r"\s—|—\s")
_DASH_AT_END = re.compile(r"[\w”’\")\]?!.]—$")
_AFTER_MARK = re.compile(rf"([{SUPERSCRIPTS}]) (?=[.,)\]](?:\s|$))")
"""The white that a program leaves behind a mark, before the sign that ends its sentence."""
_DASH_AT_START = re.compile(r"—\w")
_SHORTEST_FIRST, _SHORTEST_LAST = 3, 4
"""The fewest letters of two words that are parts of one, if the report has both of them alone."""
_SOFT_HYPHEN = "\u00ad"
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S*[/\-_=?&%.]$")


class WordsOfReport:
    """The words of a report, by which a hyphen at the end of a line is known to divide a word or to belong to it, and a
    dash there to stand between spaces or not."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Begin with the lines of the report; words that the ends of lines may divide do not count."""
        self._words: set[str] = set()
        self._dashes = self._hyphens_within = self._hyphens_at_ends = 0
        ends: list[tuple[str, str]] = []
        before = ""
        for line in map(str.rstrip, lines):
            words = _WORD.findall(line)
            if words and line.endswith(_HYPHENS):
                words.pop()
            if before.endswith(_HYPHENS):
                del words[:1]
            for word in words:
                self._words.add(word.lower())
            self._dashes += len(_CLOSE_DASH.findall(line)) - len(_SPACED_DASH.findall(line))
            self._hyphens_within += len(_HYPHEN_WITHIN.findall(line))
            self._hyphens_at_ends += len(_HYPHEN_AT_END.findall(line))  # also those of cells beside each other
            if before.endswith(_HYPHENS) and (parts := _divided(before, line)):
                ends.append(parts)
            before = line
        self._is_hyphenated = 1 + sum(self._has(first + last) for first, last in ends) > sum(
            self._has(f"{first}-{last}") and not self._has(first + last) for first, last in ends
        )

    def joined(self, before: str, after: str) -> str:
        """Two lines as one text."""
        if before.endswith(_SOFT_HYPHEN):
            return before[:-1] + after
        if self._dashes >= 0 and (_DASH_AT_END.search(before[-2:]) or (_is_dash_first(before, after))):
            return before + after
        if self._divides_with_its_own_sign:
            if before.endswith(_HYPHEN):
                return before[:-1] + after
            if before.endswith("-") and after[:1].isalnum() and not self._is_suspended(before, after):
                return before + after
        if _ADDRESS_END.search(before[-200:]) and after[:1].isalnum() and not after[:1].isupper():
            return before + after
        parts = _divided(before, after) if before.endswith(_HYPHENS) else None
        if parts is None:
            return before + after if _is_compound(before, after) else f"{before} {after}"
        first, last = parts
        if self._is_suspended(before, after):
            return f"{before} {after}"
        if last[:1].isupper():
            is_whole = first.isupper() and last.isupper() and self._has(first + last)
            return before[:-1] + after if is_whole else before + after
        return before + after if self._is_of_two(first, last) else before[:-1] + after

    @property
    def _divides_with_its_own_sign(self) -> bool:
        """Whether U+2010 only stands at the ends of lines: then it divides words, and "-" belongs to them."""
        return self._hyphens_at_ends > 2 and not self._hyphens_within

    def _has(self, word: str) -> bool:
        return word.lower() in self._words

    def _is_suspended(self, before: str, after: str) -> bool:
        parts = _divided(before, after)
        return parts is not None and parts[1].lower() in _SUSPENDED

    def _is_of_two(self, first: str, last: str) -> bool:
        """Whether the hyphen between the parts of a word belongs to it: "well-known", but not "har-bour"."""
        if self._has(first + last):
            return False
        if self._has(f"{first}-{last}"):
            return True
        if "-" in first:
            end = first.rsplit("-", 1)[1]
            return self._has(end) or not self._has(end + last)
        if not self._is_hyphenated:
            return True
        is_long = len(first) >= _SHORTEST_FIRST and len(last) >= _SHORTEST_LAST
        return is_long and self._has(first) and self._has(last)


def _divided(before: str, after: str) -> tuple[str, str] | None:
    """The two parts of the word that a hyphen at the end of a line divides or joins."""
    match, following = _LAST_WORD.search(before[-60:]), _WORD.match(after)
    return None if match is None or following is None else (match[1], following[0])


def _is_dash_first(before: str, after: str) -> bool:
    """Whether a line begins with a dash that is close to its next word, as it is to the word before."""
    return before[-1:].isalnum() and bool(_DASH_AT_START.match(after))


def _is_compound(before: str, after: str) -> bool:
    """Whether a hyphen between digits, or between a letter and a digit, ends the first line: "COVID-19"."""
    return before.endswith(_HYPHENS) and before[-2:-1].isalnum() and after[:1].isalnum()


def paragraph_text(lines: Sequence[PdfLine], words: WordsOfReport, call: Call, skip: int = 0) -> str:
    """The text of a paragraph: lines joined, `*…*` around what is in italics, superscript digits for calls of notes.

    `skip` characters that are not white space are left out at the beginning: the marker of an item or a note.
    """
    pieces: list[tuple[str, bool]] = []
    for line in lines:
        if skip:
            line, skip = _without_start(line, skip)
        own = list(_pieces_of(line, call))
        text = "".join(one for one, _ in own)
        if not text.strip():
            continue
        if pieces:
            pieces = _with_join(pieces, text, words)
        pieces += own
    return _emphasized(pieces)


def _with_join(pieces: list[tuple[str, bool]], after: str, words: WordsOfReport) -> list[tuple[str, bool]]:
    """The pieces so far, ended so that the next line can be added: with a space, or without the hyphen."""
    before = "".join(one for one, _ in pieces[-12:]).rstrip()
    joined = words.joined(before, after.lstrip())
    last, is_italic = pieces[-1]
    last = last.rstrip()
    if joined.startswith(f"{before} "):
        last += " "
    elif not joined.startswith(before):
        last = last[:-1]
    return [*pieces[:-1], (last, is_italic)]


def _pieces_of(line: PdfLine, call: Call) -> Iterator[tuple[str, bool]]:
    """The text of a line in parts that are in italics or not."""
    if len(line.runs) == 1:
        yield _written(line, line.text.strip(), call), line.runs[0].is_italic
        return
    if any(_is_leftward(run.text) for run in line.runs):
        yield line.text, False
        return
    for index, run in enumerate(line.runs):
        text = run.text if index else run.text.lstrip()
        if run.rise > 0.12 * run.size and (raised := _raised(line, run, call)) is not None:
            yield raised, False
        else:
            yield _written(line, text, call), run.is_italic


def _written(line: PdfLine, text: str, call: Call) -> str:
    """A text in which superscript digits that call a note are the number of that note."""
    if text.isascii():
        return text
    return _WRITTEN.sub(lambda match: _numbered(call(line, match[0].translate(_LEVEL)), match[0]), text)


def _numbered(number: int | None, mark: str) -> str:
    return mark if number is None else str(number).translate(_RAISED)


def _is_leftward(text: str) -> bool:
    return any("\u0590" <= one <= "\u08ff" for one in text)


def _raised(line: PdfLine, run: PdfRun, call: Call) -> str | None:
    """A raised run as text: calls of notes and powers in superscript digits; None if it is something else."""
    parts: list[str] = []
    is_mark = False
    for mark in _MARKS.findall(run.text.strip()):
        number = call(line, mark)
        if number is not None:
            if parts and parts[-1][-1] in SUPERSCRIPTS:
                parts.append(",")  # two marks without white between them are no single number
            parts.append(str(number).translate(_RAISED))
            is_mark = True
        elif mark.isdigit():
            parts.append(mark.translate(_RAISED))
            is_mark = True
        else:
            parts.append(mark)
    return "".join(parts) if is_mark else None


def _without_start(line: PdfLine, skip: int) -> tuple[PdfLine, int]:
    """A line without `skip` characters at its start, and how many of these the next line still has to lose."""
    text, left = _trimmed(line.text, skip)
    runs: list[PdfRun] = []
    for run in line.runs:
        own, skip = _trimmed(run.text, skip) if not runs else (run.text, skip)
        if own:
            runs.append(replace(run, text=own))
    return replace(line, text=text, runs=tuple(runs)), left


def _trimmed(text: str, skip: int) -> tuple[str, int]:
    at = 0
    while at < len(text) and (skip or text[at].isspace()):
        skip -= not text[at].isspace()
        at += 1
    return text[at:], skip


def _emphasized(pieces: Sequence[tuple[str, bool]]) -> str:
    """The pieces as one text, with marks around those in italics, inside the spaces around them. Where all words are in
    italics, as in captions, these are a style and no emphasis."""
    is_style = all(is_italic for text, is_italic in pieces if any(one.isalpha() for one in text))
    merged: list[tuple[str, bool]] = []
    for text, is_italic in pieces:
        blank = not any(one.isalnum() for one in text)
        if merged and (merged[-1][1] == is_italic or (blank and not text.strip())):
            merged[-1] = (merged[-1][0] + text, merged[-1][1])
        else:
            merged.append((text, is_italic))
    parts: list[str] = []
    for text, is_italic in merged:
        core = text.strip()
        if is_italic and not is_style and any(one.isalnum() for one in core):
            start, end = text.index(core), text.index(core) + len(core)
            parts.append(f"{text[:start]}*{core}*{text[end:]}")
        else:
            parts.append(text)
    return _AFTER_MARK.sub(r"\1", " ".join("".join(parts).split()))
