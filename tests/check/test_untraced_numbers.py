"""Numbers and names of edited wording, traced."""

from __future__ import annotations

import pytest

from briefs.check.numbers_and_names import counts_of, names_of, untraced_names, untraced_numbers
from briefs.model.block import ParticipantGroup

PASSAGE = "Some 40 keepers of twelve harbours met in the Port Authority (PA) of Old-Haven."


@pytest.mark.parametrize(
    ("text", "untraced"),
    [
        ("Forty keepers met.", []),
        ("12 harbours met.", []),
        ("Thirteen harbours met.", ["Thirteen"]),
        ("Forty-three keepers met.", ["three"]),
        ("One of them met 14 others.", ["14"]),
        ("They met in 2.5 hours, in [2010].", ["2.5"]),
    ],
)
def test_a_number_stands_in_the_passage_in_digits_or_words(text: str, untraced: list[str]) -> None:
    assert untraced_numbers(text, PASSAGE) == untraced


@pytest.mark.parametrize(
    ("text", "untraced"),
    [
        ("Keepers of the port authority met.", []),
        ("The keepers met in Old Haven.", []),
        ("The keepers met in New Haven.", ["New"]),
        ("The keepers\u2019 Authority met Mr Smith.", ["Mr", "Smith"]),
        ("They met. Nobody spoke: Silence (Always).", []),
        ("The Pilot Association met.", []),
        ("The Board met.", []),
    ],
)
def test_a_name_stands_in_the_passage_or_is_known(text: str, untraced: list[str]) -> None:
    assert untraced_names(text, PASSAGE, {"PA": "Pilot Association"}, ("Board",)) == untraced


def test_groups_of_participants_give_their_counts_and_those_of_neighbours_together() -> None:
    groups = [
        ParticipantGroup.model_validate(
            {
                "id": f"par.{name}",
                "kind": "participant_group",
                "anchor": "the annex of the report",
                "name": name,
                "affiliations": [f"{name} Ltd"],
                "count": count,
            }
        )
        for name, count in (("a", 10), ("b", 4), ("c", 1))
    ]
    assert sorted(counts_of(groups)) == [1, 4, 5, 10, 14, 15]
    assert names_of(groups) == "a a Ltd b b Ltd c c Ltd"


def test_so_are_the_counts_of_those_whom_a_group_includes() -> None:
    group = ParticipantGroup.model_validate(
        {"id": "par.a", "kind": "participant_group", "anchor": "the annex of the report", "name": "a", "count": 9}
        | {"affiliations": ["x", "y"], "including": {"text": "six from y", "affiliations": ["y"], "count": 6}}
    )
    assert sorted(counts_of([group])) == [6, 9]
