"""Comparing two editions: both readings are exact, and no more is marked than needed."""

from __future__ import annotations

import pytest

from briefs.model.mark import Mark
from briefs.model.redline_readings import accepted, rejected
from briefs.redline.comparing import redline
from tests.redline.random_editions import Editions, paragraphs

MARK = Mark("Issuer", "2026-03-12T00:00:00Z")


@pytest.mark.parametrize("seed", range(0, 1000, 100))
def test_of_random_editions_all_accepted_is_the_new_and_all_rejected_the_old_one(seed: int) -> None:
    for number in range(seed, seed + 100):
        editions = Editions(number)
        old = editions.brief()
        new = editions.next_edition(old, editions.chance.choice((0.1, 0.4, 0.8)))
        made = redline(old, new, MARK)
        assert paragraphs(accepted(made.document)) == paragraphs(new), number
        assert paragraphs(rejected(made.document)) == paragraphs(old), number
        assert made.words.marked <= 1.1 * made.words.least, number
        assert bool(made.changes) == (paragraphs(old) != paragraphs(new)), number
