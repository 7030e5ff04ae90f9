"""What groups of participants are called and count."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.check.participant_groups import counts_of, groups_of, names_of
from briefs.model.block import ParticipantGroup, Statement
from tests.check.builders import NOTHING
from tests.compose.builders import harbour_library


def group(name: str, count: int, **more: object) -> ParticipantGroup:
    return ParticipantGroup.model_validate(
        {
            "id": f"par.{name}",
            "kind": "participant_group",
            "anchor": "the annex of the report",
            "name": name,
            "affiliations": [f"{name} Ltd"],
            "count": count,
            **more,
        }
    )


def test_groups_of_participants_give_their_counts_and_those_of_neighbours_together() -> None:
    groups = [group("a", 10), group("b", 4), group("c", 1)]
    assert sorted(counts_of(groups)) == [1, 4, 5, 10, 14, 15]
    assert names_of(groups) == "a a Ltd b b Ltd c c Ltd"


def test_a_group_gives_the_count_of_those_whom_it_includes_too() -> None:
    including = {"text": "six from y", "affiliations": ["y"], "count": 6}
    assert sorted(counts_of([group("a", 9, affiliations=["x", "y"], including=including)])) == [6, 9]


def test_a_statement_gives_the_groups_that_it_counts_and_a_group_itself(tmp_path: Path) -> None:
    one = group("a", 10)
    drawn = replace(harbour_library(tmp_path).blocks["fact.timetable"], block=one)
    library = replace(NOTHING, blocks={"par.a": drawn})
    statement = {"id": "st.a", "kind": "statement", "anchor": "the annex of the report", "counts": ["par.a", "par.b"]}
    assert groups_of(Statement.model_validate(statement), library) == (one,)
    assert groups_of(one, NOTHING) == (one,)
