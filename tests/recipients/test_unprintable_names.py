"""Names that a copy cannot print are told before anything is made, without the name."""

from __future__ import annotations

from briefs.model.recipient import Recipient
from briefs.recipients.unprintable_names import PRINTED, unprintable_names


def not_latin(text: str) -> str:
    return next((f"U+{ord(one):04X}" for one in text if ord(one) > 0x24F), "")


def test_the_first_character_that_cannot_be_printed_is_named_by_its_number() -> None:
    people = [
        Recipient("Öst", "captains", office="Trade", path="list.csv", row=2),
        Recipient("Ö張", "captains", office="海", path="list.csv", row=3),
    ]
    (found,) = unprintable_names(people, not_latin)
    assert str(found).splitlines()[0] == (
        'list.csv:3: error: column "name": the fonts of the briefs do not have its character U+5F35 [name-unprintable]'
    )
    assert [one.message.split('"')[1] for one in unprintable_names(people, not_latin, PRINTED)] == ["name", "office"]
