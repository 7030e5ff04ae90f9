"""Where a capital letter does not show that a word is a name."""

from __future__ import annotations

import pytest

from briefs.text.capitals import may_begin


@pytest.mark.parametrize(
    "text", ["|Boats", "They met. |Boats", 'It said: |"Boats', '"|Boats"', "They (|Boats)", "Now? |Boats"]
)
def test_any_word_may_begin_with_a_capital(text: str) -> None:
    assert may_begin(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize("text", ["They met |Boats", "the |Boats", "St-|Boats"])
def test_only_a_name_has_a_capital_inside_a_sentence(text: str) -> None:
    assert not may_begin(text.replace("|", ""), text.index("|"))
