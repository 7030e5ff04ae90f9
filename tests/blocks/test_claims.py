from __future__ import annotations

from pathlib import Path

import pytest

from tests.blocks.builders import drawn, facts
from tests.builders import REPORT, harbour_report
from tests.report.builders import report

ANNEX = report(
    "Annex\n\nJane DOE\tKeeper\tEast\n\nJohn ROE\tKeeper\tWest\n",
    "outline:\n  - {text: Annex, level: 1, label: A}\n"
    "tables:\n  - {section: Annex, columns: [name, function, affiliation]}\n",
)


def test_a_strength_must_be_in_the_passage_and_on_the_scale(tmp_path: Path) -> None:
    anchor = "anchor: Some keepers asked whether"
    text = facts(
        f"id: fact.a\n    {anchor}\n    strength: some *Keepers*",
        f"id: fact.b\n    {anchor}\n    strength: most keepers",
        f"id: fact.c\n    {anchor}\n    strength: sme keepers",
        "id: fact.d\n    anchor: not in the report\n    strength: most keepers",
    )
    _, found = drawn(tmp_path, {"fact": text})
    assert found == (
        'blocks/fact.yaml:8: error: the strength "most keepers" of "fact.b" is not in the passage that the block '
        "points at [strength-not-found]\n"
        "  hint: use the report's own words for how many, or add an anchor that has them\n"
        'blocks/fact.yaml:11: error: the strength "sme keepers" of "fact.c" has no word for how many that '
        "is known [strength-unknown]\n"
        '  hint: did you mean "some keepers"?\n'
        'blocks/fact.yaml:13: error: anchor of "fact.d" matches nothing in the report [anchor-not-found]'
    )


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (2, ""),
        (
            3,
            'blocks/g.yaml:3: error: "gr.a" says 3, but 2 rows of the report have one of its affiliations '
            "[count-wrong]",
        ),
    ],
)
def test_a_number_of_participants_is_counted(tmp_path: Path, count: int, expected: str) -> None:
    block = f"{{id: gr.a, anchor: {{text: Jane, in: A}}, name: All, affiliations: [East, West], count: {count}}}"
    _, found = drawn(tmp_path, {"g": f"kind: participant_group\nblocks:\n  - {block}\n"}, ANNEX)
    assert found == expected


@pytest.mark.parametrize(
    ("including", "expected"),
    [
        ("affiliations: [East], count: 1", ""),
        (
            "affiliations: [East], count: 2",
            'blocks/g.yaml:3: error: including of "gr.a" says 2, but 1 row of the report has one of its affiliations '
            "[count-wrong]",
        ),
        (
            "affiliations: [South, East], count: 1",
            'blocks/g.yaml:3: error: including of "gr.a" has the affiliation "South", which the group does not have '
            "[count-wrong]",
        ),
    ],
)
def test_some_of_a_group_are_counted_among_it(tmp_path: Path, including: str, expected: str) -> None:
    block = f"{{id: gr.a, anchor: {{text: Jane, in: A}}, name: All, affiliations: [East, West], count: 2, {including}}}"
    block = block.replace(f", {including}", f", including: {{text: one, {including}}}")
    _, found = drawn(tmp_path, {"g": f"kind: participant_group\nblocks:\n  - {block}\n"}, ANNEX)
    assert found == expected


def test_a_passage_that_cannot_be_printed_is_shown_in_the_report(tmp_path: Path) -> None:
    source = harbour_report(REPORT.replace("the tides each", "the \x07tides each"))
    anchor = "The board should … tides each week"
    _, found = drawn(tmp_path, {"fact": facts(f"id: fact.a\n    anchor: {anchor}")}, source)
    assert found == (
        'report.txt:13: error: the passage of "fact.a" contains the character U+0007, which cannot be printed '
        "[glyph-missing]\n  hint: choose anchors that leave it out"
    )


def test_a_passage_that_would_turn_round_what_follows_is_refused_with_its_line(tmp_path: Path) -> None:
    turned = harbour_report(REPORT.replace("more bicycles", "more \u202ebicycles"))
    _, found = drawn(
        tmp_path, {"fact": facts("id: fact.a\n    anchor: Ferries that share … the winter months")}, turned
    )
    assert found == (
        'report.txt:5: error: the passage of "fact.a" contains the character U+202E, which cannot be printed '
        "[glyph-missing]\n  hint: choose anchors that leave it out"
    )
