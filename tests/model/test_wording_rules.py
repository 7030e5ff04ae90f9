from __future__ import annotations

import pytest

from briefs.model.wording_rules import WordingRules

RULES = WordingRules(strengths={"keepers": 3, "most keepers": 4, "one keeper": 1, "all": 7}, guarded={})


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Most *keepers* in the room", 4),
        ("many keepers", 3),
        ("the smaller boats", None),
        ("none keeper", None),
        ("", None),
    ],
)
def test_the_longest_phrase_gives_the_level_by_whole_words(words: str, level: int | None) -> None:
    assert RULES.level(words) == level
