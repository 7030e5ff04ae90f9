from __future__ import annotations

from tests.report.builders import tree


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
