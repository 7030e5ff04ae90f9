"""Passages that no block may print."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.blocks.builders import TIDES, drawn, facts
from tests.builders import RULES
from tests.report.builders import report

ANNEX = report(
    "Talks\n\nKeepers spoke of the tides.\n\nAnnex\n\nJane DOE\tKeeper\tEast\n",
    "outline:\n  - {text: Talks, level: 1, label: I}\n  - {text: Annex, level: 1, label: A}\n"
    "tables:\n  - {section: Annex, columns: [name, function, affiliation]}\n",
)
NEVER = "audiences: {captains: never}"


ROW = {"fact": facts("{id: fact.a, anchor: {text: Jane DOE Keeper, in: A}}")}


def test_an_anchor_into_a_table_of_names_is_an_error(tmp_path: Path) -> None:
    rules = replace(RULES, name_rows=frozenset({"A row 1"}))
    _, found = drawn(tmp_path, ROW, ANNEX, rules=rules)
    assert found == (
        'blocks/fact.yaml:3: error: anchor of "fact.a" points into a table of names, of which no brief prints a row '
        "[anchor-into-names]\n"
        "  hint: point at a passage of the text; participants are counted by blocks of kind participant_group"
    )


def test_an_anchor_into_another_table_is_none(tmp_path: Path) -> None:
    _, found = drawn(tmp_path, ROW, ANNEX)
    assert found == ""


def test_an_anchor_into_the_text_beside_it_is_none(tmp_path: Path) -> None:
    _, found = drawn(tmp_path, {"fact": facts("{id: fact.a, anchor: Keepers spoke of the tides}")}, ANNEX)
    assert found == ""


def test_a_copy_of_a_block_that_is_kept_from_an_audience_is_an_error(tmp_path: Path) -> None:
    first = f"{{id: fact.a, anchor: {TIDES}, short: Publish the tides., {NEVER}}}"
    second = f"{{id: fact.b, anchor: {TIDES}, short: Publish the tides.}}"
    _, found = drawn(tmp_path, {"fact": facts(first, second)})
    assert found == (
        'blocks/fact.yaml:4: error: "fact.b" says what "fact.a" does, which captains must never be given '
        "[block-copied]\n"
        "  hint: write never for captains in its audiences too, or take the block out"
    )


def test_the_same_label_is_a_copy_too(tmp_path: Path) -> None:
    first, second = (
        f"{{id: fact.a, anchor: {TIDES}, short: Tides, {NEVER}}}",
        f"{{id: fact.b, anchor: {TIDES}, short: Tides}}",
    )
    assert "[block-copied]" in drawn(tmp_path, {"fact": facts(first, second)})[1]


@pytest.mark.parametrize(
    "second",
    [
        f"{{id: fact.b, anchor: {TIDES}, short: Publish the tides., {NEVER}}}",
        f"{{id: fact.b, anchor: {TIDES}, short: Publish the tides., audiences: {{clerks: never}}}}",
        f"{{id: fact.b, anchor: {TIDES}, short: The board should act each week.}}",
        f"{{id: fact.b, anchor: {TIDES}, short: Tides}}",
        "{id: fact.b, anchor: The board should count the bicycles, short: Publish the tides.}",
    ],
)
def test_another_block_on_the_same_passage_is_none(second: str, tmp_path: Path) -> None:
    first = f"{{id: fact.a, anchor: {TIDES}, short: Publish the tides., {NEVER}}}"
    _, found = drawn(tmp_path, {"fact": facts(first, second)})
    assert found == ""
