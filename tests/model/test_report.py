from __future__ import annotations

from briefs.model.report import Footnote, Item, List, Paragraph, Row, Section, Table, children_of, lines_of
from tests.report.builders import ONE, TWO, report

REPORT = report(
    "One¹\n\nText.\n\n- a\n  more\n- b\n\n¹ A note.\n\nTwo\n\nA\tRome\n",
    TWO + "tables: [{section: Two, columns: [name, place]}]\n",
)


def test_nodes_are_in_reading_order_with_parents_before_children() -> None:
    assert [type(node) for node in REPORT.nodes()] == [
        Section, Paragraph, List, Item, Item, Footnote, Section, Table, Row
    ]  # fmt: skip


def test_leaves_are_what_has_text_of_its_own() -> None:
    assert [leaf.text for leaf in REPORT.leaves()] == ["Text.", "a more", "b", "A note.", "A\tRome"]


def test_sections_are_given_outermost_first_and_footnotes_by_number() -> None:
    assert [section.address for section in REPORT.sections()] == ["I", "I › Two"]
    assert {number: note.called_from for number, note in REPORT.footnotes().items()} == {1: "I"}


def test_each_node_has_its_own_lines_and_what_is_directly_below() -> None:
    assert [(lines_of(node), len(children_of(node))) for node in REPORT.nodes()] == [
        ((1,), 4), ((3,), 0), ((), 2), ((5, 6), 0), ((7,), 0), ((9,), 0), ((11,), 1), ((), 1), ((13,), 0)
    ]  # fmt: skip
    assert list(report("Text.\n", ONE.replace("One", "Text.")).leaves()) == []
