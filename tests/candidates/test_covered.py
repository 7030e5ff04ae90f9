"""Passages that blocks have already."""

from __future__ import annotations

from briefs.candidates.covered import Covered, DrawnPassage
from briefs.candidates.found import Found, FoundPassage
from briefs.model.report import Paragraph

TEXT = "Wells are deep. Who pays for them?"
LEAF = Paragraph("I ¶1", "I ¶1", (1,), TEXT)
TEXTS = {"I ¶1": TEXT}
FIRST = DrawnPassage("statement", "", "I ¶1", 0, 15)


def _found(kind: str, words: str, **fields: str) -> Found:
    return Found(kind, FoundPassage(LEAF, words), "rule", "", 0.9, fields)


def test_a_block_that_says_the_same_covers_a_candidate_of_any_kind_that_states() -> None:
    assert Covered([FIRST]).has(_found("benefit", "Wells are deep."), TEXTS)
    assert Covered([FIRST]).has(_found("benefit", TEXT[:18]), TEXTS)
    assert not Covered([FIRST]).has(_found("question", "Who pays for them?"), TEXTS)


def test_a_date_is_covered_by_dates_only_and_an_acronym_wherever_it_stands() -> None:
    assert not Covered([FIRST]).has(_found("date", "Wells are deep.", when="2010"), TEXTS)
    acronym = DrawnPassage("acronym", "WB", "II ¶1", 0, 5)
    assert Covered([acronym]).has(_found("acronym", "Wells are deep.", acronym="wb"), TEXTS)
    assert not Covered([acronym]).has(_found("acronym", "Wells are deep.", acronym="WHO"), TEXTS)
