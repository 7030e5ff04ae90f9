"""Words of how many in front of the same word."""

from __future__ import annotations

import pytest

from briefs.check.scales.raised_neighbours import raised_neighbours
from tests.check.scales.builders import english


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("The quay is in need of most updating.", "The quay is in need of some updating.", [("most", "some")]),
        ("There was most “urgency”.", 'It was a matter of some "urgency".', [("most", "some")]),
        ("Several keepers were emphatic.", "One of the keepers was emphatic.", []),
        ("Several participants were clear.", "One participant was clear.", [("Several", "One")]),
    ],
)
def test_a_stronger_word_before_the_same_word_is_found(text: str, passage: str, found: list[tuple[str, str]]) -> None:
    said = [(one.said, one.has) for one in raised_neighbours(text, passage, english())]
    assert [(mine, theirs[:4].strip()) for mine, theirs in said] == [
        (mine, theirs[:4].strip()) for mine, theirs in found
    ]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Most keepers came.", "Some boats and most keepers came."),
        ("Several participants came.", "Participants came."),
        ("Some updating is needed.", "Most updating is needed."),
        ("All that is needed came.", "Some of the rest came."),
    ],
)
def test_a_word_that_stands_no_higher_is_right(text: str, passage: str) -> None:
    assert list(raised_neighbours(text, passage, english())) == []
