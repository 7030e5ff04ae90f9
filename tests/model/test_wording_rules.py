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


def test_levels_of_the_language_count_where_the_report_does_not_name_a_phrase() -> None:
    rules = WordingRules({"most keepers": 2}, {}, built_in={"most": 4, "most keepers": 7, "it was": 0})
    assert rules.level("Most keepers") == 2
    assert rules.level("most") == 4
    assert rules.level("it was noted") == 0
