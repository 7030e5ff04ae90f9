"""Moves in Word files, and whether all of a file are whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefs.model.mark import Change, Mark
from briefs.word.controls import Ids
from briefs.word.elements import Element, local_name, paragraph, qn, run, value_of, w
from briefs.word.moves import as_move, moves_are_sound
from briefs.word.revision_marks import mark_content, mark_end

HOUSE = Mark("ICMC", "2026-11-01T00:00:00Z")


def moved() -> Element:
    """A body in which a paragraph has moved."""
    ids, body = Ids(), w("body")
    for kind in ("deleted", "inserted"):
        change = Change(kind, HOUSE, "move1")
        made = paragraph("Normal", run("Some words"))
        mark_content(made, change, ids)
        mark_end(made, change, ids)
        body.extend(as_move([made], change, ids))
        body.append(paragraph("Normal", run("Others")))
    return body


def test_both_halves_have_the_name_of_the_move_and_plain_text() -> None:
    body = moved()
    assert [local_name(one) for one in body] == [
        *("moveFromRangeStart", "p", "moveFromRangeEnd", "p"),
        *("moveToRangeStart", "p", "moveToRangeEnd", "p"),
    ]
    assert [value_of(body[at], "name") for at in (0, 4)] == ["move1", "move1"]
    assert [one.text for one in body.iter(qn("w:t"))] == ["Some words", "Others"] * 2
    assert not list(body.iter(qn("w:delText"), qn("w:ins"), qn("w:del")))
    assert len(list(body.iter(qn("w:moveFrom")))) == len(list(body.iter(qn("w:moveTo")))) == 2
    assert moves_are_sound([body])
    assert moves_are_sound([])


def repeat_id(body: Element) -> None:
    body[4].set(qn("w:id"), value_of(body[0], "id"))
    body[6].set(qn("w:id"), value_of(body[0], "id"))


def rename(body: Element) -> None:
    body[4].set(qn("w:name"), "move2")


def lose_end(body: Element) -> None:
    body.remove(body[2])


def lose_half(body: Element) -> None:
    del body[4:7]


def end_within_paragraph(body: Element) -> None:
    body[1].append(body[2])


def move_out_of_range(body: Element) -> None:
    body[3].append(w("moveFrom", run("x"), id=99, author="ICMC"))


def nest(body: Element) -> None:
    body[1].addprevious(w("moveFromRangeStart", id=98, name="move3", author="ICMC"))
    body[2].addnext(w("moveFromRangeEnd", id=98))


@pytest.mark.parametrize(
    "damage", [repeat_id, rename, lose_end, lose_half, end_within_paragraph, move_out_of_range, nest]
)
def test_whatever_is_not_whole_is_found(damage: Callable[[Element], None]) -> None:
    body = moved()
    damage(body)
    assert not moves_are_sound([body])
