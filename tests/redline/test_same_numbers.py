"""Cited numbers that are the same for readers."""

from __future__ import annotations

import pytest

from briefs.model.document import Paragraph
from briefs.model.inline import CitedNumber, Deleted, Inline, Inserted, Strong, Text
from briefs.model.mark import Mark
from briefs.model.redlined import Difference
from briefs.redline.same_numbers import seen_changes, without_same_numbers
from tests.render.builders import document, section

MARK = Mark("Issuer", "2026-12-07T00:00:00Z")


def gone(*children: Inline) -> Deleted:
    return Deleted(children, MARK)


def new(*children: Inline) -> Inserted:
    return Inserted(children, MARK)


SAME = (Strong((CitedNumber("b/u", 9),)),)


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ((gone(Strong((Text("9"),))), new(*SAME), Text(" ES 2")), (*SAME, Text(" ES 2"))),
        ((Strong((gone(Text("9")), new(CitedNumber("b/u", 9)))),), SAME),
        ((gone(Strong((Text("8"),))), new(*SAME)), None),
        ((gone(Text("9")), new(Text("9"))), None),
        ((new(*SAME), gone(Text("9"))), None),
        ((gone(Text("9")), Text(" "), new(*SAME)), None),
    ],
)
def test_only_numbers_that_are_the_same_lose_their_marks(
    marked: tuple[Inline, ...], shown: tuple[Inline, ...] | None
) -> None:
    made = without_same_numbers(document(section(Paragraph(marked))))
    assert made.sections[0].content == (Paragraph(marked if shown is None else shown),)


def test_a_change_of_such_numbers_alone_is_not_listed() -> None:
    numbers = Difference("paragraph", "reworded", "9 ES 2", "9 ES 2")
    seen = (
        Difference("paragraph", "reworded", "9 ES 2", "9 ES 3"),
        Difference("paragraph", "moved", "Same", "Same", unit="a/b"),
        Difference("paragraph", "reworded", "See it", "See it", unit="a/b"),
        Difference("heading", "reworded", "Same", "Same"),
    )
    assert seen_changes((numbers, *seen)) == seen
