"""Marks of notes that are not written as marks, or that no note has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from briefs.model.diagnostics import Fault
from briefs.model.note_marks import SUPERSCRIPTS, note_marks, number_of
from briefs.report.plain_text.leftovers.line_numbers import listed
from briefs.report.plain_text.text_lines import FOOTNOTE

_NOTE_LINE = re.compile(r"\s*(?:\[(\d{1,3})\]|(\d{1,3}))\s+(?=[^\W\d_]|[\"“‘«(])")
"""What may be a note: a line that begins with a number, in brackets or bare."""
_NUMBER = re.compile(r"\d+")
_AFTER = re.compile(r"\s|\Z|[.,;:)]")
_WORD = re.compile(r"\S*(?:[^\W\d_][^\W\d_A-Z]|[^\W\d_]{2}[.,;:!?]['\"”’)»]*|[^\W\d_]{2}['\"”’)»]+)\Z")
"""A word with what may stand between it and a mark. A word that ends with a capital is one with its number: "PM10"."""
_MARK = re.compile(
    rf"(?<=[^\W\d_]{{2}})[{SUPERSCRIPTS}]{{1,3}}(?![⁺⁻])|(?<=[.,;:!?”’\")»])[{SUPERSCRIPTS}]{{1,3}}"
    rf"|(?<=\b(?:19|20)\d\d)[{SUPERSCRIPTS}]{{1,3}}(?!\s?[=+×−<>])"
)
"""What stands behind a word, a punctuation mark or a year."""
_MOST_DIGITS = 3
_LONGEST_WORD = 30
_EVERY = range(10**3)
"""The numbers of all notes that a report might have."""
_MARKS = str.maketrans("0123456789", SUPERSCRIPTS)


def note_digits(lines: Sequence[str], known: Collection[int]) -> Iterator[tuple[int, Fault]]:
    """Faults (`report-note-mark`): for digits that stand for marks of notes, and for marks without a note."""
    notes = {number_of(found[1]) for line in lines if (found := FOOTNOTE.match(line))}
    written: dict[int, int] = {}
    for number, line in enumerate(lines, 1):
        if number not in known and (found := _NOTE_LINE.match(line)):
            written.setdefault(int(found[1] or found[2]), number)
    yield from _glued(lines, written)
    yield from _without_note(lines, notes)


def _glued(lines: Sequence[str], written: dict[int, int]) -> Iterator[tuple[int, Fault]]:
    found = [
        (number, *call) for number, line in enumerate(lines, 1) if written for call in _calls(line, number, written)
    ]
    if found:
        number, note, shown = found[0]
        mark = str(note).translate(_MARKS)
        others = f"; also on {listed(_others(found))}" if _others(found) else ""
        message = f'the number {note} in "{shown}" seems to call the note on line {written[note]}{others}'
        hint = f"write the mark in superscript digits, {mark}, and begin line {written[note]} with {mark} too"
        yield number, Fault("report-note-mark", message, hint)


def _calls(line: str, number: int, written: dict[int, int]) -> Iterator[tuple[int, str]]:
    """The numbers in the line `number` that other lines begin with, each with the word that it follows."""
    for digits in _NUMBER.finditer(line):
        start, end = digits.span()
        if end - start > _MOST_DIGITS or written.get(note := int(digits[0]), number) == number:
            continue
        if line[start - 1 : start] == "[" and line[end : end + 1] == "]":
            start, end = start - 1, end + 1
        elif not _AFTER.match(line, end):
            continue
        space = " " if end - start > len(digits[0]) and line[start - 1 : start] == " " else ""
        if word := _WORD.search(line, max(0, start - _LONGEST_WORD), start - len(space)):
            yield note, f"{word[0]}{space}{line[start:end]}"


def _others(found: Sequence[tuple[int, int, str]]) -> list[int]:
    return list(dict.fromkeys(number for number, _, _ in found if number != found[0][0]))


def _without_note(lines: Sequence[str], notes: Collection[int]) -> Iterator[tuple[int, Fault]]:
    found: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if line.isascii() or FOOTNOTE.match(line):
            continue
        called = {mark.start for mark in note_marks(line, notes)}
        possible = {mark.start for mark in note_marks(line, _EVERY)} - called
        marks = (one for one in _MARK.finditer(line) if one.start() in possible)
        if possible and (mark := next(marks, None)):
            found.append((number, "".join(line[: mark.end()].split()[-1:])))
    if found:
        number, shown = found[0]
        others = f"; also on {listed([n for n, _ in found[1:]])}" if found[1:] else ""
        message = f'"{shown}" has the mark of a note that the report does not have{others}'
        hint = "begin the note on its own line with its mark and a space, or remove the mark: it would be printed"
        yield number, Fault("report-note-mark", message, hint)
