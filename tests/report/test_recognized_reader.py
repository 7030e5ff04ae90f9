"""From recognised pieces to a tree: lists by their ids, tables, notes, and what is left aside."""

from dataclasses import replace

from briefs.report.pieces import Piece
from tests.report.recognized import heading, item, note, paragraph, row, running, tree


def test_items_are_in_the_list_that_the_format_says_whatever_their_markers() -> None:
    shown = tree(
        heading("One"),
        item("(iv)", "Fourth.", "a"),
        item("–", "Below it.", "b", 1),
        paragraph("More on the fourth.", "a"),
        item("(v)", "Fifth.", "a"),
        paragraph("Between two numbers of the list."),
        item("(vi)", "Sixth.", "a"),
    )
    assert shown[1:] == [
        "  List 'One list 1'",
        "    Item 'One item 1' 'Fourth.'",
        "      List 'One item 1 list 1'",
        "        Item 'One item 1.1' 'Below it.'",
        "      Paragraph 'One item 1 ¶ 1' 'More on the fourth.'",
        "    Item 'One item 2' 'Fifth.'",
        "      Paragraph 'One item 2 ¶ 1' 'Between two numbers of t'",
        "    Item 'One item 3' 'Sixth.'",
    ]


def test_items_of_one_list_are_nested_by_their_depths() -> None:
    pieces = [
        item("1.", "One."),
        item("(a)", "Below.", depth=1),
        item("(b)", "Below too.", depth=1),
        item("2.", "Two."),
    ]
    more = replace(paragraph("More on two.", "l"), depth=0)
    shown = tree(heading("One"), *pieces, item("(a)", "Below two.", depth=1), more, item("3.", "Three."))
    assert [line.strip() for line in shown[2:]] == [
        "Item 'One item 1' 'One.'",
        "List 'One item 1 list 1'",
        "Item 'One item 1.1' 'Below.'",
        "Item 'One item 1.2' 'Below too.'",
        "Item 'One item 2' 'Two.'",
        "List 'One item 2 list 1'",
        "Item 'One item 2.1' 'Below two.'",
        "Paragraph 'One item 2 ¶ 1' 'More on two.'",
        "Item 'One item 3' 'Three.'",
    ]


def test_paragraphs_between_numbers_that_follow_each_other_belong_to_the_item_before() -> None:
    between: list[Piece] = [item("1.", "A.¹"), paragraph("More."), note(1, "Note."), item("2.", "B.")]
    shown = tree(heading("One"), *between, paragraph("Text."), item("1.", "C.", "m"))
    assert [line.strip() for line in shown[2:]] == [
        "Item 'One item 1' 'A.¹'",
        "Paragraph 'One item 1 ¶ 1' 'More.'",
        "Item 'One item 2' 'B.'",
        "Footnote 'fn 1' 'Note.'",
        "Paragraph 'One ¶ 1' 'Text.'",
        "List 'One list 2'",
        "Item 'One list 2 item 1' 'C.'",
    ]


def test_a_list_goes_on_over_a_running_head_and_a_note() -> None:
    shown = tree(heading("One"), item("•", "A.¹"), running("Report"), note(1, "Note."), item("•", "B."))
    assert [line.strip() for line in shown if "Item" in line] == ["Item 'One item 1' 'A.¹'", "Item 'One item 2' 'B.'"]


def test_an_endnote_is_cited_as_it_is_printed() -> None:
    assert tree(heading("One"), paragraph("Text.¹"), note(1, "Note.", "en i"))[-1] == "  Footnote 'en i' 'Note.'"


def test_each_table_under_a_heading_has_its_own_rows() -> None:
    shown = tree(heading("One"), row("a", "b"), paragraph("Text."), row("c", "d", table=2))
    assert [line.strip() for line in shown[1:]] == [
        "Table 'One table'",
        "Row 'One row 1' 'a\\tb'",
        "Paragraph 'One ¶ 1' 'Text.'",
        "Table 'One table 2'",
        "Row 'One table 2 row 1' 'c\\td'",
    ]


NUMBERED = """outline:
  - {text: Summary, level: 1, label: ES, numbered_as: ES}
  - {text: Context, level: 2, label: Context}
  - {text: Steps, level: 2, label: Steps}
"""


def test_numbers_are_cited_as_the_hints_say_and_what_follows_one_belongs_to_it() -> None:
    pieces: list[Piece] = [heading("Summary"), heading("Context", 2)]
    pieces += [item(f"{number}.", f"Point {number}.") for number in range(1, 9)]
    pieces += [heading("Steps", 2), item("9.", "These:", "m"), paragraph("On wells:"), item("•", "Deeper.", "n")]
    shown = [line.strip() for line in tree(*pieces, hint_text=NUMBERED)]
    assert shown[-5:] == [
        "List 'ES › Steps list 1'",
        "Item 'ES 9' 'These:'",
        "Paragraph 'ES 9.1' 'On wells:'",
        "List 'ES 9 list 1'",
        "Item 'ES 9.1.1' 'Deeper.'",
    ]
    assert "Item 'ES 8' 'Point 8.'" in shown
