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
_GLUED = re.compile(r"[^\W\d_]{2,}[.,;:!?]?['\"”’)»]*(?<![A-Z])(\d{1,3})(?=\s|$|[.,;:)])|\S\s?\[(\d{1,3})\]")
"""A number right behind a word or the stop of a sentence, or in brackets."""
_MARK = re.compile(rf"(?<=[^\W\d_]{{2}})[{SUPERSCRIPTS}]{{1,3}}(?![⁺⁻])|(?<=[.,;:!?”’\")»])[{SUPERSCRIPTS}]{{1,3}}")
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
        (number, call[0], int(call[1] or call[2]))
        for number, line in enumerate(lines, 1)
        for call in (_GLUED.finditer(line) if written else ())
        if written.get(int(call[1] or call[2]), number) != number
    ]
    if found:
        number, shown, note = found[0]
        mark = str(note).translate(_MARKS)
        others = f"; also on {listed(_others(found))}" if _others(found) else ""
        message = f'the number {note} in "{shown}" seems to call the note on line {written[note]}{others}'
        hint = f"write the mark in superscript digits, {mark}, and begin line {written[note]} with {mark} too"
        yield number, Fault("report-note-mark", message, hint)


def _others(found: Sequence[tuple[int, str, int]]) -> list[int]:
    return list(dict.fromkeys(number for number, _, _ in found if number != found[0][0]))


def _without_note(lines: Sequence[str], notes: Collection[int]) -> Iterator[tuple[int, Fault]]:
    found: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if line.isascii() or FOOTNOTE.match(line):
            continue
        called = {mark.start for mark in note_marks(line, notes)}
        possible = {mark.start for mark in note_marks(line, _EVERY)} - called
        if mark := next((one for one in _MARK.finditer(line) if one.start() in possible), None):
            found.append((number, "".join(line[: mark.end()].split()[-1:])))
    if found:
        number, shown = found[0]
        others = f"; also on {listed([n for n, _ in found[1:]])}" if found[1:] else ""
        message = f'"{shown}" has the mark of a note that the report does not have{others}'
        hint = "begin the note on its own line with its mark and a space, or remove the mark: it would be printed"
        yield number, Fault("report-note-mark", message, hint)
