"""The tree of a report, and walking it."""

from __future__ import annotations

from briefs.model.report import Row
from tests.report.builders import report

TREE = report(
    "Findings\n\nFirst words.¹\n\na) One\n\nb) Two\n\n¹ A note.\n\nSteps\n\nLast words.\n",
    "outline:\n  - {text: Findings, level: 1, label: I}\n  - {text: Steps, level: 2, label: Next}\n",
)


def test_sections_come_outermost_first() -> None:
    assert [section.address for section in TREE.sections()] == ["I", "I › Steps"]


def test_leaves_are_all_that_has_text_in_reading_order() -> None:
    assert [leaf.address for leaf in TREE.leaves()] == [
        "I ¶ 1",
        "I item 1",
        "I item 2",
        "fn 1",
        "I › Steps ¶ 1",
    ]


def test_footnotes_are_found_by_their_numbers() -> None:
    assert {number: note.address for number, note in TREE.footnotes().items()} == {1: "fn 1"}


def test_the_text_of_a_row_has_tabs_between_its_cells() -> None:
    assert Row("I row 1", "I row 1", (1,), ("One", "Two")).text == "One\tTwo"
