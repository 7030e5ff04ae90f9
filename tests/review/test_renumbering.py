"""Numbers that a program counted anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.sent_text import SentPiece
from briefs.review.matching import match
from briefs.review.renumbering import is_renumbering, renumbered
from briefs.review.word_edits import word_edits
from tests.review.marked_copies import CLEARED, Copy, read

CITING = "The oil store is filled twice, as paragraph 3 says."
SENT = tuple(replace(one, pieces=(SentPiece(CITING),)) if one.key == "oil" else one for one in CLEARED)


def test_a_unit_that_is_gone_or_new_gives_those_behind_it_other_numbers() -> None:
    file = Copy(sent=SENT).drop("lamps").add("boats", "A whole new paragraph stands here.").file()
    assert renumbered(match(SENT, file).matches) == {2: {1}, 3: {2}, 4: {3}}


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("as paragraph 2 says", True),
        ("as paragraph 4 says", False),
        ("as article 3 says", False),
        ("as paragraph two says", False),
    ],
)
def test_only_the_new_number_in_place_of_the_old_one_is_a_renumbering(after: str, expected: bool) -> None:
    before = "as paragraph 3 says"
    (edit,) = word_edits(before, after)
    assert is_renumbering(edit, before, {3: frozenset({2})}) is expected


def test_a_number_that_follows_from_a_deletion_is_no_proposal() -> None:
    copy = Copy(sent=SENT).drop("lamps").change("oil", CITING.replace("3", "2"))
    assert [one.kind for one in read(copy)] == ["delete"]


def test_a_number_that_somebody_tracked_is_one() -> None:
    copy = Copy(sent=SENT).drop("lamps").change("oil", CITING.replace("3", "[-3-Ana][+2+Ana]"))
    assert [one.kind for one in read(copy)] == ["delete", "reword"]


def test_another_number_without_any_deletion_is_one() -> None:
    assert [one.kind for one in read(Copy(sent=SENT).change("oil", CITING.replace("3", "2")))] == ["reword"]
