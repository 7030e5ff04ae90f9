"""What is in a list of recipients twice: a person, an address, the number of a copy."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.recipient import Recipient


def repeated(recipients: Iterable[Recipient]) -> Iterator[Diagnostic]:
    """What the recipients of one brief have twice, at the later row; the message names the earlier one.

    People of one name are the same if they have the same address, or the same office and country and not two addresses.
    Codes: `recipient-twice`, `address-shared`, `copy-taken`.
    """
    by_address: dict[tuple[str, str, str], Recipient] = {}
    by_office: dict[tuple[str, ...], list[Recipient]] = {}
    addresses: dict[tuple[str, str], Recipient] = {}
    copies: dict[tuple[str, int], Recipient] = {}
    for one in recipients:
        name, email = _folded(one.name), one.email.casefold()
        at = Place(one.path, one.row)
        office = (one.audience, name, _folded(one.office), _folded(one.country))
        earlier = by_address.get((one.audience, name, email)) if email else None
        if earlier is None:
            earlier = next((other for other in by_office.get(office, ()) if not (email and other.email)), None)
        if earlier is not None:
            yield _twice(one, earlier).at(at)
        elif email and (other := addresses.get((one.audience, email))) is not None:
            message = f"the recipient in row {other.row} has the same address"
            yield Fault("address-shared", message, "if this is meant, leave it: both copies go there").at(at)
        if one.copy is not None:
            if (other := copies.get((one.audience, one.copy))) is not None and other is not earlier:
                message = f"copy {one.copy} of the brief for {one.audience} is that of row {other.row}"
                hint = "write another number, or leave the cell empty: the next free number is taken"
                yield Fault("copy-taken", message, hint).at(at)
            copies.setdefault((one.audience, one.copy), one)
        by_address.setdefault((one.audience, name, email), one)
        by_office.setdefault(office, []).append(one)
        addresses.setdefault((one.audience, email), one)


def _twice(one: Recipient, earlier: Recipient) -> Fault:
    message = f"this person is in row {earlier.row} already, for the same brief ({one.audience})"
    hint = "remove one of the two rows; if they are two people, write the address or the office of each"
    return Fault("recipient-twice", message, hint)


def _folded(text: str) -> str:
    return (
        text if text.isascii() and text.islower() else " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    )
