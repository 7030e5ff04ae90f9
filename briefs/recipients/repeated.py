"""What is in a list of recipients twice: a person, an address, the number of a copy."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.recipient import Recipient
from briefs.recipients.rows import ReadRow

_Brief: TypeAlias = tuple[str, bool]
"""An audience, and whether it is about drafts."""
_WHO = frozenset({"name", "email", "office", "country"})


def repeated(rows: Iterable[ReadRow]) -> Iterator[Diagnostic]:
    """What recipients of one brief have twice, at the later row; the message names the earlier one.

    People of one name are the same if they have the same address, or the same office and country and not two addresses.
    Codes: `recipient-twice`, `address-shared`, `copy-taken`.
    """
    people = _People()
    addresses: dict[tuple[_Brief, str], Recipient] = {}
    copies: dict[tuple[_Brief, int], Recipient] = {}
    for row in rows:
        one = row.recipient
        if "audience" in row.wrong:
            continue
        at = Place(one.path, one.row)
        brief = (one.audience, one.clears)  # whoever clears a draft may also be given the cleared edition
        earlier = None
        if not row.wrong & _WHO:
            earlier = people.add(one)
            if earlier is not None:
                yield _twice(one, earlier).at(at)
        if one.email:
            first = addresses.setdefault((brief, one.email.casefold()), one)
            if first is not one and earlier is None and not row.wrong & _WHO:
                message = f"the recipient in row {first.row} has the same address"
                yield Fault("address-shared", message, "if this is meant, leave it: both copies go there").at(at)
        if one.copy is not None:
            first = copies.setdefault((brief, one.copy), one)
            if first is not one and first is not earlier:
                message = f"copy {one.copy} of the brief for {one.audience} is that of row {first.row}"
                hint = "write another number, or leave the cell empty: the next free number is taken"
                yield Fault("copy-taken", message, hint).at(at)


class _People:
    """Recipients by all that tells one from another."""

    def __init__(self) -> None:
        self._by_address: dict[tuple[_Brief, str, str], Recipient] = {}
        self._by_office: dict[tuple[_Brief, str, str, str], dict[bool, Recipient]] = {}

    def add(self, one: Recipient) -> Recipient | None:
        """Add a recipient; the one that was there before, if this is the same person for the same brief."""
        name, email = _folded(one.name), one.email.casefold()
        brief = (one.audience, one.clears)
        office = (brief, name, _folded(one.office), _folded(one.country))
        there = self._by_office.setdefault(office, {})
        earlier = self._by_address.setdefault((brief, name, email), one) if email else one
        if earlier is one:  # two addresses in one office are two people
            earlier = there.get(False) or (one if email else there.get(True)) or one
        there.setdefault(bool(email), one)
        return None if earlier is one else earlier


def _twice(one: Recipient, earlier: Recipient) -> Fault:
    message = f"this person is in row {earlier.row} already, for the same brief ({one.audience})"
    hint = "remove one of the two rows; if they are two people, write the address or the office of each"
    return Fault("recipient-twice", message, hint)


def _folded(text: str) -> str:
    return (
        text if text.isascii() and text.islower() else " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    )
