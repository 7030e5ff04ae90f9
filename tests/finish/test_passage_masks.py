"""Words that a draft must not show are masked, and offsets in the text still fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.finish.passage_masks import MASK, excluded_spans, masked
from tests.builders import BLOCKS
from tests.compose.builders import harbour_library

TEXT = "One keeper said no. All agreed."


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ((), TEXT),
        (((4, 10),), f"One {MASK} said no. All agreed."),
        (((4, 8), (6, 10)), f"One {MASK} said no. All agreed."),
        (((4, 10), (11, 15)), f"One {MASK} no. All agreed."),
        (((0, 19),), f"{MASK} All agreed."),
        (((20, len(TEXT)),), f"One keeper said no. {MASK}"),
        (((3, 3),), TEXT),
    ],
)
def test_a_mask_stands_in_place_of_the_words(spans: tuple[tuple[int, int], ...], shown: str) -> None:
    found = masked(TEXT, spans)
    assert found.text == shown
    assert len(found.at) == len(TEXT) + 1
    assert (found.at[0], found.at[-1]) == (0, len(shown))


def test_offsets_name_the_same_words_as_before() -> None:
    found = masked(TEXT, ((4, 10),))
    start, end = TEXT.index("said"), TEXT.index(" no")
    assert found.text[found.at[start] : found.at[end]] == "said"
    assert found.text[found.at[4] : found.at[10]] == MASK


def test_words_that_another_block_has_too_are_not_excluded(tmp_path: Path) -> None:
    fact = """kind: fact
blocks:
  - id: fact.never
    anchor: "Most keepers agreed … at the quay"
    audiences: {captains: never}
  - id: fact.may
    anchor: would reduce waiting
"""
    library = harbour_library(tmp_path, {**BLOCKS, "fact": fact})
    words = library.blocks["fact.never"].extracts["anchor"][0]
    ((address, spans),) = excluded_spans(library, "captains").items()
    assert address == words.address
    assert [words.text[start:end] for start, end in spans] == [
        "Most keepers agreed that a shared timetable ",
        " at the quay",
    ]
    assert excluded_spans(library, "clerks").keys() == {library.blocks["rec.tides"].extracts["anchor"][0].address}
