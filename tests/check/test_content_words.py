"""Which words of edited wording are content words, and which of them have a source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.content_words import content_words, has_all_words, is_skipped, skipped_words, vocabulary_for
from briefs.check.subjects import edited_wording
from tests.builders import RULES
from tests.check.builders import ANCHOR, wrong_of
from tests.compose.builders import harbour_library


def words(folder: Path, field: str, language: str = "en") -> dict[str, bool]:
    block = f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    {field}\n"
    library = harbour_library(folder, {"fact": block})
    [wording] = [one for one in edited_wording(library, replace(RULES, language=language)) if one.field != "text"]
    return {word.text: is_traced for word, is_traced in content_words(wording)}


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("short: The timetable is 12 ferries at Lisbon in May.", {"timetable": True, "ferries": False}),
        ("short: Ferries wait.", {"Ferries": False, "wait": True}),
        ("ask: Join and discuss waiting.", {"waiting": True}),
        ("short: Join waiting.", {"Join": False, "waiting": True}),
        ("short: Two keepers.", {"keepers": True}),
        ("short: 9 hours of waiting.", {"waiting": True}),
        ("short: Waiting hours.", {"Waiting": True, "hours": False}),
    ],
)
def test_function_words_numbers_names_and_invitations_are_none(
    tmp_path: Path, field: str, expected: dict[str, bool]
) -> None:
    assert words(tmp_path, field) == expected


def test_there_are_none_without_a_lexicon(tmp_path: Path) -> None:
    assert words(tmp_path, "short: Ferries wait.", "qaa") == {}
    assert vocabulary_for("qaa") is None
    assert skipped_words("qaa") == frozenset()


def test_a_word_with_hyphens_is_skipped_if_each_part_is() -> None:
    skipped = skipped_words("en")
    assert is_skipped("two-and-a-half", skipped)
    assert is_skipped("one's", skipped)
    assert not is_skipped("two-ferry", skipped)


def test_those_who_hold_views_may_be_named_where_the_passage_leaves_them_out(tmp_path: Path) -> None:
    short = "short: Several participants pointed to outcomes."
    assert "word-" not in wrong_of(tmp_path / "a", "Several pointed to outcomes.", short)
    assert "word-" in wrong_of(tmp_path / "b", "Several boards pointed to outcomes.", short)
    they = "short: Participants argued for outcomes."
    assert "word-" not in wrong_of(tmp_path / "c", "They argued for outcomes.", they)


def test_what_reports_declare_changes_nothing_for_others() -> None:
    own, other = vocabulary_for("en", (("quay", ("mooring",)),)), vocabulary_for("en")
    assert own is not None
    assert other is not None
    assert own.has("moorings", own.supported("The quay reopened"))
    assert not other.has("moorings", other.supported("The quay reopened"))
    assert not own.has("moorings", own.supported("The ferry sails"))


@pytest.mark.parametrize(
    ("field", "has_all"),
    [
        ("short: The waits of keepers.", True),
        ("short: Keepers' waiting.", True),
        ("short: Ferries wait.", False),
        ("short: Keepers wait for keepers.", False),
    ],
)
def test_wording_whose_words_its_passage_has_is_told_at_once(tmp_path: Path, field: str, has_all: bool) -> None:
    block = f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    {field}\n"
    library = harbour_library(tmp_path, {"fact": block})
    [wording] = [one for one in edited_wording(library, RULES) if one.field != "text"]
    assert has_all_words(wording) == has_all
    assert not has_all or all(is_traced for _, is_traced in content_words(wording))
