"""Which parts of two editions are the same."""

from __future__ import annotations

from briefs.model.document import Unit
from briefs.redline.unit_alignment import Pair, aligned, likeness, score
from tests.redline.marks import text


def units_score(old: tuple[str, str], new: tuple[str, str], *, both: bool = False) -> float:
    """The score of two units: each a name, which is that of its block too, and words."""
    first, second = (
        likeness(Unit(name, f"s/{name}", (name.partition("#")[0],)) if name else None, [text(words)])
        for name, words in (old, new)
    )
    names = frozenset((old[0], new[0])) if both else frozenset()
    return score(first, second, names, names)


def test_a_name_counts_more_than_a_block_and_a_block_more_than_words() -> None:
    name = units_score(("a", "One two"), ("a", "Three four"))
    block = units_score(("a", "One two"), ("a#2", "Three four"))
    words = units_score(("", "One two"), ("", "One two"))
    assert name > block > words > 0
    assert units_score(("", "One two"), ("", "Three four")) == 0


def test_units_that_both_editions_have_are_the_same_only_by_name() -> None:
    assert units_score(("a", "One two"), ("b", "One two"), both=True) == 0
    assert units_score(("a", "One two"), ("b", "One two")) > 0


def test_parts_are_aligned_in_order_and_those_with_most_in_common_stay() -> None:
    def same(one: str, other: str) -> float:
        return len(one) if one == other else 0

    assert aligned(["aaa", "b"], ["b", "aaa"], same) == [Pair(None, "b"), Pair("aaa", "aaa"), Pair("b", None)]
    assert aligned(["a", "x"], ["a", "y"], same) == [Pair("a", "a"), Pair("x", None), Pair(None, "y")]
    assert aligned([], ["a"], same) == [Pair(None, "a")]
    assert aligned([], [], same) == []
