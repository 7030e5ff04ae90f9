"""Words that claim much need a passage or a strength that supports them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import RULES
from tests.check.builders import IN_BLOCK, wrong_wording


def test_a_word_that_claims_more_than_the_report_is_reported(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: All agreed.") == (
        f'{IN_BLOCK} short of "fact.a" says "all", which neither its passage nor its strength supports '
        "[strength-upgraded]\n  hint: use the report's own word for how many or how much"
    )


@pytest.mark.parametrize("field", ["strength: Most keepers\n    short: Most waited.", "lead: Almost allied"])
def test_a_word_that_the_passage_or_the_strength_supports_is_right(tmp_path: Path, field: str) -> None:
    assert wrong_wording(tmp_path, field) == ""


def test_a_strength_that_reaches_the_level_of_a_word_supports_it(tmp_path: Path) -> None:
    field = "strength: Most keepers\n    short: They largely waited."
    assert wrong_wording(tmp_path, field, replace(RULES, guarded={"largely": 4})) == ""
    assert 'says "largely"' in wrong_wording(tmp_path, field, replace(RULES, guarded={"largely": 5}))
