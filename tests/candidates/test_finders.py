"""The registry of finders."""

from __future__ import annotations

from briefs.candidates.finders import FINDERS, kinds_without_words
from briefs.model.block import KINDS


def test_finders_are_those_of_kinds_of_block_in_the_order_of_the_inventory() -> None:
    assert list(FINDERS) == [kind for kind in KINDS if kind in FINDERS]


def test_english_has_words_for_every_finder_and_an_unknown_language_for_none() -> None:
    assert kinds_without_words("en-GB") == ()
    assert kinds_without_words("zz") == tuple(FINDERS)
