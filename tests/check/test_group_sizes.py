"""One or two participants are never shown as a group."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.check.group_sizes import check_group_sizes
from briefs.model.block import Block, ParticipantGroup, Statement
from briefs.model.diagnostics import Place
from briefs.model.document import Content, Figure
from briefs.model.figure import Bar, Bars, Portion
from briefs.model.inline import Text
from briefs.model.library import Drawn, Library
from tests.builders import harbour_report
from tests.check.builders import brief, to_check
from tests.render.builders import paragraph, unit


def drawn(block: Block) -> Drawn:
    return Drawn(block, Place("a.yaml", 3), {})


def group(name: str, count: int) -> ParticipantGroup:
    field = {"id": f"par.{name}", "kind": "participant_group", "anchor": "The keepers will meet"}
    return ParticipantGroup.model_validate({**field, "name": name.title(), "affiliations": ["Guild"], "count": count})


COUNTS = Statement.model_validate(
    {"id": "st.counts", "kind": "statement", "anchor": "The keepers will meet", "counts": ["par.pilots", "par.keepers"]}
)
LIBRARY = Library(harbour_report(), {one.id: drawn(one) for one in (group("pilots", 2), group("keepers", 9), COUNTS)})


def found(content: Content) -> list[tuple[int, str]]:
    """The line and message of each group that is too small."""
    problems = list(check_group_sizes(to_check(brief(content), LIBRARY)))
    assert {one.code for one in problems} <= {"group-too-small"}
    return [(one.place.line, one.message) for one in problems]


def chart(*bars: Bar, block: str = "par.pilots") -> Figure:
    owner = replace(unit("u1", "fig.a"), line=14, parts=(block,))
    return Figure(Bars(bars), (Text("Participants"),), owner)


@pytest.mark.parametrize(
    ("bar", "message"),
    [
        (Bar("Pilots", 2), 'the chart shows 2 of "Pilots" as a group'),
        (Bar("Pilots", 9, (Portion("one from the Guild", 1),)), 'the chart shows 1 of "one from the Guild" as a group'),
        (Bar("Pilots", 9, (Portion("most", 8),)), 'the chart shows 1 of "the rest of Pilots" as a group'),
    ],
)
def test_a_small_group_in_a_chart_is_an_error(bar: Bar, message: str) -> None:
    assert found(chart(Bar("Keepers", 9), bar)) == [(14, message)]


def test_groups_of_three_and_charts_of_other_things_are_right() -> None:
    assert found(chart(Bar("Keepers", 9), Bar("Others", 3, (Portion("all", 3),)))) == []
    assert found(chart(Bar("Boats", 1), block="fact.bicycles")) == []


@pytest.mark.parametrize(("words", "number"), [("Two pilots and nine keepers", 1), ("Eleven keepers and pilots", 0)])
def test_a_small_group_in_a_sentence_is_an_error(words: str, number: int) -> None:
    sentence = paragraph(words, replace(unit("u1", "st.counts"), line=14))
    assert len(found(sentence)) == number


def test_a_row_that_shows_a_small_group_is_an_error_at_its_line() -> None:
    row = paragraph("Pilots: 2", replace(unit("u1", "par.pilots"), line=14))
    assert found(row) == [(14, '"par.pilots" shows 2 of "Pilots" as a group')]
