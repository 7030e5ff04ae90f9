"""Text as it can be compared between formats."""

from __future__ import annotations

import pytest

from briefs.text.squeezed import folded_words, squeezed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("high-level  talks", "high\u2011level\ntalks"),
        ("co\u00adoperate", "cooperate"),
        ("☐ Yes ↩", "Yes"),
        ("• One • Two", "One Two"),
        ("caf\u00e9", "cafe\u0301"),
        ("ﬁnding", "finding"),
        ("لقاء ثان", "ثان لقاء"),
    ],
)
def test_what_formats_set_in_their_own_way_makes_no_difference(one: str, other: str) -> None:
    assert squeezed(one) == squeezed(other)


@pytest.mark.parametrize(("one", "other"), [("not now", "now"), ("Now.", "Now?"), ("may", "May"), ("a, b", "a b")])
def test_words_case_and_punctuation_do(one: str, other: str) -> None:
    assert squeezed(one) != squeezed(other)


def test_words_are_folded() -> None:
    assert folded_words("Alejandro POIRÉ’s “view”, 2_3") == ("alejandro", "poire", "s", "view", "2", "3")
    assert folded_words("the caf\u00e9\r\nof co\u00adoperation") == ("the", "cafe", "of", "cooperation")
