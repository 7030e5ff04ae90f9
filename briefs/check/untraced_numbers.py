"""Every number in edited wording must come from the passage that the wording rests on.

A number may also be a date that the report only implies, in square brackets, or a count of participants, which was
checked against the report when blocks were drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefs.check.participant_groups import counts_of, names_of
from briefs.check.subjects import WordingToCheck
from briefs.model.block_fields import Portion
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.grammar import ENGLISH

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_BRACKETED = re.compile(r"\[[^\]]*\]")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def check_numbers(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each number of the wording that neither its passage nor a count of participants supports."""
    field = getattr(wording.drawn.block, wording.field, None)
    counts = (field.count,) if isinstance(field, Portion) else counts_of(wording.groups)
    passage = f"{wording.passage} {names_of(wording.groups)}"
    for number in untraced_numbers(wording.text, passage, counts):
        message = f"{wording.owner} says {number}, but its passage does not"
        yield Fault("number-untraced", message, "add an anchor for the passage that says it").at(wording.place)


def untraced_numbers(text: str, passage: str, counts: Iterable[int] = ()) -> list[str]:
    """The numbers in `text`, in digits or words, that neither `passage` nor `counts` give.

    "One" does not count as a number. Numbers in square brackets are not checked: they mark dates that the report
    implies.
    """
    outside = _BRACKETED.sub(" ", text)
    numbers = _DIGITS.findall(outside)
    numbers += [part for word in _WORD.findall(outside) for part in word.split("-") if part.lower() in ENGLISH.numbers]
    numbers = [number for number in numbers if number.lower() != "one"]
    if not numbers:
        return []
    known = {found.lower() for found in (*_DIGITS.findall(passage), *_WORD.findall(passage))}
    known |= {part for word in known for part in word.split("-")}
    known |= {str(count) for count in counts}
    return [number for number in numbers if not _spellings(number.lower()) & known]


def _spellings(number: str) -> set[str]:
    """A number in words and in digits."""
    value = ENGLISH.numbers.get(number)
    digits = number if value is None else str(value)
    return {digits, *(word for word, value in ENGLISH.numbers.items() if str(value) == digits)}
