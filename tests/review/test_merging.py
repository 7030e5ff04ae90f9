"""What several reviewers make of one wording."""

from __future__ import annotations

from itertools import permutations

import pytest

from briefs.model.mark import Mark
from briefs.model.proposal import Reviewed
from briefs.review.merging import variants_of, wordings_of
from briefs.review.suggestion import Suggestion
from briefs.review.word_edits import word_edits

KEPT = "Some keepers trim the lamps before dusk."


def _by(name: str, after: str) -> Suggestion:
    reviewed = Reviewed(f"{name}.docx", (Mark(name, "2026-11-02"),))
    return Suggestion("reword", "lamps", "Para 1", KEPT, after, reviewed, (0, 0), word_edits(KEPT, after))


def _variants(**after: str) -> list[tuple[str, str]]:
    found = variants_of([_by(name, text) for name, text in after.items()])
    return [(one.text, ", ".join(by.by for by in one.reviewed)) for one in found]


def test_equal_wordings_are_one_variant_of_both() -> None:
    wording = "Most keepers trim the lamps before dusk."
    assert _variants(Ana=wording, Bo=wording) == [(wording, "Ana, Bo")]


def test_edits_of_different_words_are_all_made() -> None:
    assert _variants(Ana="Most keepers trim the lamps before dusk.", Bo="Some keepers trim the lamps before dawn.") == [
        ("Most keepers trim the lamps before dawn.", "Ana, Bo")
    ]


def test_different_edits_of_the_same_words_are_a_conflict() -> None:
    assert _variants(Ana="Most keepers trim the lamps before dusk.", Bo="All keepers trim the lamps before dusk.") == [
        ("All keepers trim the lamps before dusk.", "Bo"),
        ("Most keepers trim the lamps before dusk.", "Ana"),
    ]


def test_what_nobody_disputes_is_in_each_variant_of_a_conflict() -> None:
    assert _variants(
        Ana="Most keepers trim the lamps before dusk.",
        Bo="All keepers trim the lamps before dusk.",
        Cem="Some keepers trim the lamps before dawn.",
    ) == [
        ("All keepers trim the lamps before dawn.", "Bo, Cem"),
        ("Most keepers trim the lamps before dawn.", "Ana, Cem"),
    ]


def test_a_deletion_of_words_that_another_edits_is_a_conflict() -> None:
    assert len(_variants(Ana="Some keepers trim the lamps.", Bo="Some keepers trim the lamps before dawn.")) == 2


def test_different_words_typed_at_the_same_place_are_a_conflict() -> None:
    assert len(_variants(Ana=f"{KEPT} Always.", Bo=f"{KEPT} Seldom.")) == 2


@pytest.mark.parametrize("order", list(permutations(["Ana", "Bo", "Cem", "Dov"])))
def test_the_order_of_reviewers_never_matters(order: tuple[str, ...]) -> None:
    after = {
        "Ana": "Most keepers trim the lamps before dusk.",
        "Bo": "All keepers trim the “lamps” before dusk.",
        "Cem": 'All keepers trim the "lamps" before dusk.',
        "Dov": "Some keepers trim all lamps before dawn.",
    }
    found = variants_of([_by(name, after[name]) for name in order])
    assert found == variants_of([_by(name, text) for name, text in after.items()])


def test_other_places_to_part_a_paragraph_are_other_variants() -> None:
    found = wordings_of([_by("Ana", "Some keepers\ntrim the lamps"), _by("Bo", "Some\nkeepers trim the lamps")])
    assert [one.text for one in found] == ["Some\nkeepers trim the lamps", "Some keepers\ntrim the lamps"]
