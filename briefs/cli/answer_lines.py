"""Answers in returned files, as they are listed: what offices decided, what was ticked, what was filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from briefs.cli.styles import styled
from briefs.model.answer import Answers, OfficeAnswer

DECISIONS: Mapping[str, str] = {
    "cleared": "cleared",
    "with comments": "cleared with comments",
    "not cleared": "NOT CLEARED",
}
"""What lists say of decisions that were understood."""


def answer_lines(answers: Iterable[Answers]) -> Iterator[str]:
    """The answers, file by file; nothing if there are none."""
    given = [one for one in answers if not one.is_empty]
    if given:
        yield styled("Answers:", "head")
    for one in given:
        yield from (f"  {_office(office)}, in {one.file}" for office in one.offices)
        yield from (f"  ticked: {tick.label}, in {one.file}" for tick in one.ticks)
        yield from (f"  filled in: {entry.unit}: “{entry.text}”, in {one.file}" for entry in one.entries)


def answers_json(answers: Iterable[Answers]) -> list[dict[str, Any]]:
    """The answers for other programs."""
    return [asdict(one) for one in answers if not one.is_empty]


def not_understood(written: str) -> str:
    """What is said of a decision that was not understood."""
    return f"not understood: “{written}”" if written else "no decision is written"


def _office(one: OfficeAnswer) -> str:
    said = f"{one.office or 'an office without a name'}: {DECISIONS.get(one.decision) or not_understood(one.written)}"
    date = one.date or one.date_written
    return f"{said}, {date}" if date else said
