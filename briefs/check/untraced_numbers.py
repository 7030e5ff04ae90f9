"""Every number in edited wording must come from the passage that the wording rests on.

Numbers are compared as numbers, however they are written. One may also be a date that the report only implies, in
square brackets, or a count of participants, which was checked against the report when blocks were drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, permutations
from math import isclose
from typing import NamedTuple

from briefs.check.participant_groups import counts_of, names_of
from briefs.check.subjects import WordingToCheck
from briefs.check.untraced_ordinals import untraced_ordinals
from briefs.model.block_fields import Portion
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.language_words import ENGLISH
from briefs.model.phrases import phrases_for
from briefs.text.implied_quantities import implied_quantities
from briefs.text.quantities import Quantity, dimensions_named, quantities

_BRACKETED = re.compile(r"\[[^\]]*\]")
_DIGITS = re.compile(r"\d+")
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_FALLING = re.compile(rf"(?<!\w)(?:{'|'.join(ENGLISH.falling)})(?!\w)", re.IGNORECASE)
_VAGUE_UP_TO = 1000
"""How many times as much as "thousands" is still "thousands"."""

_BOUNDS = {1: "the least", -1: "the most"}
_PERCENT = "percent"
_PARTS_OF_DAY = ("morning", "afternoon")
"""What other words than units can say: "at 9 in the morning" is "9 a.m."."""


class _Comparison(NamedTuple):
    """What matters when the numbers of a wording are compared with those of its passage: whether words say that
    something fell, and which kinds of units each of the two texts names anywhere."""

    has_fall: bool
    text: str
    passage: str

    @property
    def said_units(self) -> frozenset[str]:
        """The kinds of units in the wording."""
        return dimensions_named(self.text)

    @property
    def given_units(self) -> frozenset[str]:
        """The kinds of units in the passage."""
        return dimensions_named(self.passage)


def check_numbers(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each number of the wording that neither its passage nor a count of participants supports, and for
    each of its ordinals, rates and ranges that the passage does not have.
    """
    field = getattr(wording.drawn.block, wording.field, None)
    counts = (field.count,) if isinstance(field, Portion) else counts_of(wording.groups)
    names = names_of(wording.groups)
    passage = f"{wording.passage} {names}" if names else wording.passage
    for one in _untraced(wording.text, passage, tuple(counts)):
        message = f"{wording.owner} says {_named(one, passage)}, but its passage does not"
        hint = "add an anchor for the passage that says it"
        given = quantities(passage)
        if turned := _with_other_bound(one, given):
            message = f"{wording.owner} gives {one.text} as {_BOUNDS[one.bound]}, but its passage does not"
            hint = f"the passage gives {turned.text} as {_BOUNDS[turned.bound]}: correct it, or {hint}"
        elif like := _like(one, given):
            hint = f'the passage says "{like.text}": correct it, or {hint}'
        yield Fault("number-untraced", message, hint).at(wording.place)
    for said in untraced_ordinals(wording.text, passage, wording.rules.language):
        message = f'{wording.owner} says "{said}", but its passage does not'
        yield Fault("number-untraced", message, "add an anchor for the passage that says it").at(wording.place)


def untraced_numbers(text: str, passage: str, counts: Iterable[int] = ()) -> list[str]:
    """The numbers in `text`, in digits or words, that neither `passage` nor `counts` give.

    "One" does not count as a number. Numbers in square brackets are not checked: they mark dates that the report
    implies.
    """
    return [_named(one, passage) for one in _untraced(text, passage, tuple(counts))]


def _untraced(text: str, passage: str, counts: Sequence[int]) -> Iterator[Quantity]:
    said = [one for one in quantities(_BRACKETED.sub(" ", text)) if one.number.lower() != "one"]
    if not said:
        return
    given = (*quantities(passage), *implied_quantities(passage))
    has_minus = any(value < 0 for one in (*said, *given) for value in one.values)
    has_fall = has_minus and bool(_FALLING.search(text) or _FALLING.search(passage))
    comparison = _Comparison(has_fall, text, passage)
    for _, group in groupby(said, key=lambda one: (one.start, one.end)):
        ways = list(group)
        if ways[0].kind == "identifier":
            if not _is_quoted(ways[0].text, passage, given):
                yield ways[0]
        elif not any(
            _is_given(one, given, comparison) or any(float(count) in one.values for count in counts) for one in ways
        ):
            yield ways[0]


def _is_given(one: Quantity, given: Sequence[Quantity], comparison: _Comparison) -> bool:
    """Whether a number, or a change by a factor, is among the numbers of a passage, or follows from two of them."""
    if one.kind == "vague":
        (least,) = one.values
        return any(
            least in other.values or (other.kind == "number" and any(_is_vaguely(least, v) for v in other.values))
            for other in given
        )
    if any(_is_same(one, other, comparison) for other in given if other.kind in ("number", "factor", "part")):
        return True
    if any(_is_percentage(*pair) for other in given for pair in ((one, other), (other, one))):
        return True
    return one.kind in ("factor", "part") and _is_ratio(next(iter(one.values)), given)


def _is_percentage(part: Quantity, percentage: Quantity) -> bool:
    """Whether a percentage is a part, rounded: "67 per cent" is "two thirds"."""
    if part.kind != "part" or percentage.unit is None or percentage.unit[0] != _PERCENT:
        return False
    return any(abs(100 * one - other * percentage.unit[1]) < 1 for one in part.values for other in percentage.values)


def _is_vaguely(least: float, value: float) -> bool:
    return least <= abs(value) < least * _VAGUE_UP_TO


def _is_same(one: Quantity, other: Quantity, comparison: _Comparison) -> bool:
    """Whether a number of the wording is one of the passage, in value, sign and unit.

    A unit may be left out, but not that of a percentage. One may be added if the passage names it elsewhere, as the
    head of a table does. A sign does not matter if words say that something fell. "More than" is not "fewer than".
    """
    if one.bound * other.bound < 0:
        return False
    has_fall = comparison.has_fall
    scale = other_scale = 1.0
    if one.unit and other.unit:
        if one.unit[0] != other.unit[0]:
            return False
        scale, other_scale = one.unit[1], other.unit[1]
    for value in one.values:
        for known in other.values:
            mine, theirs = value * scale, known * other_scale
            if isclose(mine, theirs, rel_tol=1e-9) or (has_fall and isclose(abs(mine), abs(theirs), rel_tol=1e-9)):
                return bool(one.unit and other.unit) or not _has_foreign_unit(one, other, comparison)
    return False


def _has_foreign_unit(one: Quantity, other: Quantity, comparison: _Comparison) -> bool:
    """Whether one of two numbers, of which at most one has a unit, counts other things than the other."""
    if one.unit:
        return one.unit[0] not in (*comparison.given_units, *_PARTS_OF_DAY)
    return other.unit is not None and other.unit[0] == _PERCENT and _PERCENT not in comparison.said_units


def _is_ratio(factor: float, given: Sequence[Quantity]) -> bool:
    """Whether two numbers of a passage stand to each other as `factor` says, or a percentage does."""
    numbers = [other for other in given if other.kind == "number"]
    percent = {v for other in numbers if other.unit and other.unit[0] == _PERCENT for v in other.values}
    if {abs(factor - 1) * 100, factor * 100} & percent:
        return True
    pairs = permutations([value for other in numbers for value in other.values], 2)
    return any(isclose(before * factor, after, rel_tol=1e-9) for before, after in pairs if before)


def _is_quoted(identifier: str, passage: str, given: Sequence[Quantity]) -> bool:
    """Whether a passage has an address, a symbol or a date; if it has none at all, whether it has all its digits."""
    if identifier.lower() in passage.lower():
        return True
    if any(other.kind == "identifier" for other in given):
        return False
    values = {value for other in given for value in other.values}
    wanted = {float(digits) for digits in _DIGITS.findall(identifier)}
    if date := _ISO_DATE.fullmatch(identifier):
        wanted = {float(date[1]), float(date[3])}
        months = phrases_for("en").months
        number = int(date[2])
        return wanted <= values and 1 <= number <= len(months) and months[number - 1].lower() in passage.lower()
    return wanted <= values


def _with_other_bound(one: Quantity, given: Sequence[Quantity]) -> Quantity | None:
    """The same number, which a passage gives as the least and the wording as the most, or the other way round."""
    return next((g for g in given if g.bound * one.bound < 0 and g.values & one.values), None)


def _like(one: Quantity, given: Sequence[Quantity]) -> Quantity | None:
    """The number of a passage that begins with the same digits, but has another size, sign or unit."""
    digits = one.number.lstrip("-−$€£").split(" ")[0].lower()
    if one.kind != "number":
        return None
    return next(
        (g for g in given if g.kind == "number" and g.number.lstrip("-−$€£").split(" ")[0].lower() == digits), None
    )


def _named(one: Quantity, passage: str) -> str:
    """A number as messages call it: with its unit if the passage has the same number with another one."""
    has_number = one.unit and any(one.values & other.values for other in quantities(passage) if other.kind == "number")
    return one.text if has_number else one.number
