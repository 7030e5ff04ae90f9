"""The strength of a block is that of the sentence that its wording comes from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from tests.builders import RULES
from tests.check.builders import wrong_of

SENTENCE = "Some keepers felt that ferries are slow. Most keepers counted bicycles."


def wrong(folder: Path, short: str, strength: str, language: str = "en") -> str:
    field = f"short: {short}\n    strength: {strength}"
    return wrong_of(folder, SENTENCE, field, replace(RULES, language=language))


def test_a_strength_of_another_sentence_that_stands_higher_is_reported_at_its_line(tmp_path: Path) -> None:
    assert wrong(tmp_path, "Some keepers felt that ferries are slow.", "Most keepers") == (
        'seeds/harbour/blocks/fact.yaml:6: error: the strength "Most keepers" of "fact.a" stands higher than '
        '"Some keepers", which its wording comes from [strength-upgraded]\n'
        "  hint: use the words of the sentence that the wording comes from"
    )


def test_the_strength_of_the_sentence_itself_and_a_lower_one_are_right(tmp_path: Path) -> None:
    assert wrong(tmp_path / "a", "Some keepers felt that ferries are slow.", "Some keepers") == ""
    assert wrong(tmp_path / "b", "Most keepers counted bicycles.", "Some keepers") == ""
    assert wrong(tmp_path / "c", "Some keepers felt that ferries are slow.", "Most keepers", "xx") == ""


def test_a_strength_that_the_passage_has_nowhere_is_said_once(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as raised:
        wrong(tmp_path, "Some keepers felt that ferries are slow.", "All keepers")
    assert [one.code for one in raised.value.diagnostics] == ["strength-not-found"]
