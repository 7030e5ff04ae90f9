"""Who said it is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import RULES
from tests.check.builders import IN_BLOCK, wrong_blocks, wrong_of

SENTENCE = "It was suggested that ferries are slow."


def test_what_was_only_said_is_not_asserted(tmp_path: Path) -> None:
    assert wrong_of(tmp_path, SENTENCE, "short: Ferries are slow.") == (
        f'{IN_BLOCK} short of "fact.a" leaves out who said it; its passage has "It was suggested": “It was suggested '
        "that ferries are slow.” [attribution-dropped]\n"
        "  hint: say who said it, as the report does, such as “it was suggested” or “one participant felt”"
    )


@pytest.mark.parametrize(
    "field",
    [
        "short: It was suggested that ferries are slow.",
        "{lead: 'Suggested:', short: ferries are slow.}",
        "short: Are ferries slow?",
        "ask: Ferries are slow; count them.",
    ],
)
def test_what_says_who_or_asserts_nothing_is_right(tmp_path: Path, field: str) -> None:
    field = field.strip("{}").replace(", short", "\n    short")
    assert "attribution-dropped" not in wrong_of(tmp_path, SENTENCE, field)


def test_what_a_benefit_rests_on_may_say_who(tmp_path: Path) -> None:
    anchor = "Most keepers agreed … at the quay"
    benefit = (
        "kind: benefit\nblocks:\n  - id: ben.a\n    sort: direct\n    beneficiary: Keepers\n"
        f"    anchor: {anchor}\n    short: A timetable would reduce waiting.\n"
        f"    basis: {{anchor: {anchor}, short: SAID}}\n"
    )
    assert "attribution-dropped" not in wrong_blocks(
        tmp_path / "a", {"b": benefit.replace("SAID", "Most keepers agreed")}
    )
    assert "attribution-dropped" in wrong_blocks(tmp_path / "b", {"b": benefit.replace("SAID", "No data")})


def test_a_language_without_a_lexicon_has_nobody_to_name(tmp_path: Path) -> None:
    assert wrong_of(tmp_path, SENTENCE, "short: Ferries are slow.", replace(RULES, language="xx")) == ""
