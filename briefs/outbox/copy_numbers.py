"""Numbers of copies: each recipient keeps the number that was given once, whoever is added or removed later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefs.model.diagnostics import Checked, Diagnostic, Fault, Place
from briefs.model.recipient import Recipient
from briefs.model.register import RegisteredCopy


@dataclass(frozen=True, slots=True)
class Numbered:
    """A recipient with the number of the copy, and of how many it is; `registered` is the copy if it exists already."""

    recipient: Recipient
    number: int
    total: int
    registered: RegisteredCopy | None = None


def numbered(recipients: Sequence[Recipient], copies: Sequence[RegisteredCopy]) -> Checked[tuple[Numbered, ...]]:
    """The recipients of one edition with the numbers of their copies, by number; `copies` exist already.

    A number that the list fixes counts; others get the lowest numbers after those of existing copies, in the order of
    the list. "Of how many" is the highest number of all for new copies, and stays what it was for existing ones. Codes:
    `copy-given`, `copy-changed`.
    """
    by_key = {copy.key: copy for copy in copies if copy.key}
    holders = {copy.number: copy for copy in copies}
    problems = tuple(problem for one in recipients for problem in _conflicts(one, by_key, holders))
    new = [one for one in recipients if one.key not in by_key]
    fixed = {one.copy for one in new if one.copy is not None}
    taken = holders.keys() | fixed
    number = max(holders, default=0)
    numbers: dict[str, int] = {}
    for one in new:
        if one.copy is not None:
            numbers[one.key] = one.copy
            continue
        number += 1
        while number in taken:
            number += 1
        numbers[one.key] = number
    total = max((*holders, *numbers.values()), default=0)
    made = [
        Numbered(one, copy.number, copy.total, copy)
        if (copy := by_key.get(one.key))
        else Numbered(one, numbers[one.key], total)
        for one in recipients
    ]
    return Checked(tuple(sorted(made, key=lambda one: one.number)), problems)


def _conflicts(
    one: Recipient, by_key: dict[str, RegisteredCopy], holders: dict[int, RegisteredCopy]
) -> Iterator[Diagnostic]:
    """What is wrong with the number that the list fixes for a recipient, given the copies that exist."""
    if one.copy is None:
        return
    place = Place(one.path, one.row)
    own = by_key.get(one.key)
    if own is not None and own.number != one.copy:
        message = f'column "copy": this recipient was given copy {own.number} of this edition, not {one.copy}'
        yield Fault("copy-changed", message, f"write {own.number}, or leave the cell empty").at(place)
    elif own is None and one.copy in holders:
        free = max(holders) + 1
        message = f'column "copy": copy {one.copy} of this edition was given to another recipient'
        yield Fault("copy-given", message, f"write {free}, or leave the cell empty").at(place)
