from __future__ import annotations

from briefs.model.report import Item
from tests.report.builders import outline, parsed, report, walk

ONE = "outline:\n  - {text: One, level: 1, label: I}\n"
TWO = ONE + "  - {text: Two, level: 2, label: Second}\n"


def tree(text: str, hint_text: str = ONE) -> list[str]:
    return outline(report(text, hint_text).children)


def test_without_hints_everything_is_paragraphs_lists_and_footnotes() -> None:
    assert tree("First.\n\n- a\n- b\n\n¹ Note.\n", "") == [
        "Paragraph '¶ 1' 'First.'",
        "List 'list 1'",
        "  Item 'item 1' 'a'",
        "  Item 'item 2' 'b'",
        "Footnote 'fn 1' 'Note.'",
    ]


def test_what_stands_before_the_first_heading_is_title_and_contents() -> None:
    assert tree("A report\nof ours\n\nPlace\n\nContents\nOne\t1-2\n\nOne\n\nText.\n") == [
        "Matter 'title 1' 'A report\\nof ours'",
        "Matter 'title 2' 'Place'",
        "Matter 'contents 1' 'Contents'",
        "Matter 'contents 2' 'One\\t1-2'",
        "Section 'I' 'One'",
        "  Paragraph 'I ¶ 1' 'Text.'",
    ]


def test_line_ends_of_every_system_and_a_byte_order_mark_are_read_alike() -> None:
    text = "One\n\nText.\n\n- a\n- b"
    expected = report(text, ONE).children
    assert report(text.replace("\n", "\r\n"), ONE).children == expected
    assert report(text.replace("\n", "\r"), ONE).children == expected
    assert report("\ufeff" + text + "\n", ONE).children == expected
    assert report(text, ONE).line_count == report(text + "\n", ONE).line_count == 6


def test_a_form_feed_is_white_space_and_no_line() -> None:
    assert report("One\n\f\nText.\n", ONE).line_count == 3
    assert tree("One\n\f\nText.\n") == ["Section 'I' 'One'", "  Paragraph 'I ¶ 1' 'Text.'"]


def test_lines_without_a_blank_one_between_are_one_paragraph_item_or_footnote() -> None:
    assert tree("One\nText\ngoes on.\n\n- a\n  b\n- c\n\n¹ Note\nmore.\n") == [
        "Section 'I' 'One'",
        "  Paragraph 'I ¶ 1' 'Text goes on.'",
        "  List 'I list 1'",
        "    Item 'I item 1' 'a b'",
        "    Item 'I item 2' 'c'",
        "  Footnote 'fn 1' 'Note more.'",
    ]


def test_a_paragraph_is_rejoined_over_a_page_break_a_footnote_and_a_pull_quote() -> None:
    hints = ONE + "quotations:\n  - {text: Quoted, role: pull}\n"
    text = "One\n\nIt breaks off\n\n¹ Note.\n\nQuoted words\n\nand ends¹\n\nhere\n\nand there.\n"
    assert tree(text, hints) == [
        "Section 'I' 'One'",
        "  Paragraph 'I ¶ 1' 'It breaks off and ends¹'",
        "  Footnote 'fn 1' 'Note.'",
        "  Quotation 'quotation 1' 'Quoted words'",
        "  Paragraph 'I ¶ 2' 'here and there.'",
    ]


def test_a_paragraph_is_not_rejoined_over_a_heading_a_list_an_epigraph_or_to_a_capital() -> None:
    assert [line for line in tree("One\n\nIt ends\n\nTwo\n\nand so.\n", TWO) if "¶" in line] == [
        "  Paragraph 'I ¶ 1' 'It ends'",
        "    Paragraph 'I › Two ¶ 1' 'and so.'",
    ]
    assert len([line for line in tree("One\n\nIt ends\n\n- x\n\nand so.\n") if "¶" in line]) == 2
    assert len([line for line in tree("One\n\nIt ends\n\nAnd so.\n") if "¶" in line]) == 2
    hints = ONE + "quotations:\n  - {text: Quoted, role: epigraph}\n"
    assert len([line for line in tree("One\n\nIt ends\n\nQuoted\n\nand so.\n", hints) if "¶" in line]) == 2


def test_bullets_go_on_over_blank_lines_and_footnotes_and_end_at_a_paragraph() -> None:
    assert tree("One\n\n- a\n\n- b\n\n¹ Note.\n\n- c\n\nText.\n\n- d\n") == [
        "Section 'I' 'One'",
        "  List 'I list 1'",
        "    Item 'I item 1' 'a'",
        "    Item 'I item 2' 'b'",
        "    Item 'I item 3' 'c'",
        "  Footnote 'fn 1' 'Note.'",
        "  Paragraph 'I ¶ 1' 'Text.'",
        "  List 'I list 2'",
        "    Item 'I list 2 item 1' 'd'",
    ]


def test_an_ordinal_that_follows_on_takes_the_paragraphs_before_it_into_its_list() -> None:
    assert tree("One\n\n1. a\n\nMore on a.\n\n¹ Note.\n\n2. b\n\nText.\n\n1. c\n") == [
        "Section 'I' 'One'",
        "  List 'I list 1'",
        "    Item 'I item 1' 'a'",
        "      Paragraph 'I item 1 ¶ 1' 'More on a.'",
        "    Item 'I item 2' 'b'",
        "  Footnote 'fn 1' 'Note.'",
        "  Paragraph 'I ¶ 1' 'Text.'",
        "  List 'I list 2'",
        "    Item 'I list 2 item 1' 'c'",
    ]


def test_lists_nest_by_indent_by_bullets_under_a_number_and_after_a_colon() -> None:
    assert tree("One\n\n1. a\n - x\n   - y\n - z\n2. b\n\n- u\n") == [
        "Section 'I' 'One'",
        "  List 'I list 1'",
        "    Item 'I item 1' 'a'",
        "      List 'I item 1 list 1'",
        "        Item 'I item 1.1' 'x'",
        "          List 'I item 1.1 list 1'",
        "            Item 'I item 1.1.1' 'y'",
        "        Item 'I item 1.2' 'z'",
        "    Item 'I item 2' 'b'",
        "      List 'I item 2 list 1'",
        "        Item 'I item 2.1' 'u'",
    ]
    assert tree("One\n\n- a:\n1. x\n- b\n")[2:] == [
        "    Item 'I item 1' 'a:'",
        "      List 'I item 1 list 1'",
        "        Item 'I item 1.1' 'x'",
        "    Item 'I item 2' 'b'",
    ]


def test_a_second_list_within_an_item_has_addresses_of_its_own() -> None:
    assert tree("One\n\n1. a:\n - x\n\n i) no\n a) y\n2. b\n")[2:] == [
        "    Item 'I item 1' 'a:'",
        "      List 'I item 1 list 1'",
        "        Item 'I item 1.1' 'x'",
        "      List 'I item 1 list 2'",
        "        Item 'I item 1 list 2.1' 'no'",
        "      List 'I item 1 list 3'",
        "        Item 'I item 1 list 3.1' 'y'",
        "    Item 'I item 2' 'b'",
    ]


def test_a_list_of_another_sort_beside_a_list_stands_on_its_own() -> None:
    assert tree("One\n\n- a\n1. b\n")[1:] == [
        "  List 'I list 1'",
        "    Item 'I item 1' 'a'",
        "  List 'I list 2'",
        "    Item 'I list 2 item 1' 'b'",
    ]


def test_numbers_that_run_through_a_part_take_all_text_after_them() -> None:
    hints = (
        "outline:\n  - {text: Summary, level: 1, label: S, numbered_as: ES}\n  - {text: Two, level: 2, label: Second}\n"
    )
    text = "Summary\n\nLead.\n\n1. a\n2. b:\n\n- x\n- y\n\nGroup:\n\n- z\n\nTwo\n\n3. c\n"
    assert tree(text, hints) == [
        "Section 'S' 'Summary'",
        "  Paragraph 'S ¶ 1' 'Lead.'",
        "  List 'S list 1'",
        "    Item 'ES 1' 'a'",
        "    Item 'ES 2' 'b:'",
        "      List 'ES 2 list 1'",
        "        Item 'ES 2.1' 'x'",
        "        Item 'ES 2.2' 'y'",
        "      Paragraph 'ES 2.3' 'Group:'",
        "      List 'ES 2 list 2'",
        "        Item 'ES 2.3.1' 'z'",
        "  Section 'S › Two' 'Two'",
        "    List 'S › Two list 1'",
        "      Item 'ES 3' 'c'",
    ]


def test_an_epigraph_right_before_a_heading_stands_beside_its_section() -> None:
    hints = TWO + "quotations:\n  - {text: Quoted, role: epigraph, attribution: Somebody}\n"
    assert tree("One\n\nText.\n\nQuoted\nwords\n- Somebody\n\nTwo\n", hints) == [
        "Section 'I' 'One'",
        "  Paragraph 'I ¶ 1' 'Text.'",
        "  Quotation 'quotation 1' 'Quoted words'",
        "  Section 'I › Two' 'Two'",
    ]


def test_the_same_heading_twice_under_one_parent_has_a_number() -> None:
    hints = TWO + "  - {text: Two, level: 2, label: Second}\n"
    children = report("One\n\nTwo\n\nA.\n\nTwo\n\nB.\n", hints)
    assert [(s.address, s.label) for s in children.sections()] == [
        ("I", "I"),
        ("I › Two", "I Second"),
        ("I › Two (2)", "I Second (2)"),
    ]


def test_headings_are_matched_in_the_order_of_the_outline() -> None:
    hints = "outline:\n" + "".join(
        f"  - {{text: {text}, level: {level}, label: {label}}}\n"
        for text, level, label in [("One", 1, "I"), ("Q", 2, "Q1"), ("Two", 1, "II"), ("Q", 2, "Q2")]
    )
    result = parsed("One\n\nTwo\n\nQ\n\n- a\n", hints)
    assert outline(result.children) == [
        "Section 'I' 'One'",
        "Section 'II' 'Two'",
        "  Section 'II › Q' 'Q'",
        "    List 'II › Q list 1'",
        "      Item 'II › Q item 1' 'a'",
    ]
    assert [str(d) for d in result.diagnostics] == [
        'report.yaml:6: error: the report has no heading "Q" [hint-not-found]\n  hint: nearest is line 5, "Q"'
    ]


def test_a_footnote_knows_who_calls_it_first_and_one_without_a_mark_knows_nobody() -> None:
    found = report(
        "One²\n\n- a¹\n- b¹\n\n¹ Note, see ².\n\n² Other.\n\n³ Lost.\n", "outline:\n" + ONE.partition("\n")[2]
    )
    assert {n: note.called_from for n, note in found.footnotes().items()} == {1: "I item 1", 2: "I", 3: ""}


def test_a_table_splits_rows_at_tabs_and_known_endings_and_keeps_notes_apart() -> None:
    hints = ONE + "tables:\n  - section: One\n    columns: [name, post, place]\n    endings: [Rome, New Rome]\n"
    assert tree("One\n\nA\tHead of X Rome\nB\tHead\tRome\n\nC\tHead New Rome\n* a note\n", hints) == [
        "Section 'I' 'One'",
        "  Table 'I table'",
        "    Row 'I row 1' 'A\\tHead of X\\tRome'",
        "    Row 'I row 2' 'B\\tHead\\tRome'",
        "    Row 'I row 3' 'C\\tHead\\tNew Rome'",
        "  Matter 'note 1' '* a note'",
    ]


def test_more_raised_digits_than_a_footnote_has_are_text() -> None:
    digits = "¹" * 5000
    read = parsed(f"A tide.{digits}\n\n{digits} Not a note.\n").children
    assert [(type(node).__name__, node.address, getattr(node, "footnotes", None)) for node in read] == [
        ("Paragraph", "¶ 1", ()),
        ("Paragraph", "¶ 2", ()),
    ]


def test_lists_in_one_another_without_end_are_read_and_lose_no_line() -> None:
    lines = [f"{'  ' * depth}- item {depth}" for depth in range(2000)]
    read = parsed("\n\n".join(lines) + "\n")
    found = [line for node in walk(read.children) if isinstance(node, Item) for line in node.lines]
    assert found == list(range(1, 4000, 2))
