from __future__ import annotations

from tests.report.builders import parsed, tree


def test_lines_before_the_first_heading_are_title_and_contents() -> None:
    assert tree("A report\nof ours\n\nPlace\n\nContents\nOne\t1-2\n\nOne\n\nText.\n") == [
        "Matter 'title 1' 'A report\\nof ours'",
        "Matter 'title 2' 'Place'",
        "Matter 'contents 1' 'Contents'",
        "Matter 'contents 2' 'One\\t1-2'",
        "Section 'I' 'One'",
        "  Paragraph 'I ¶ 1' 'Text.'",
    ]


def test_a_sentence_before_the_first_heading_is_text_and_ends_the_title_page() -> None:
    text = "Small harbours\nare maintained too late, when repair costs more than upkeep."
    assert tree(f"A report\n\n{text}\n\nGeneva\n\nContents\nOne\t1-2\n\nOne\n\nText.\n") == [
        "Matter 'title 1' 'A report'",
        "Paragraph '¶ 1' 'Small harbours are maint'",
        "Paragraph '¶ 2' 'Geneva'",
        "Matter 'contents 1' 'Contents'",
        "Matter 'contents 2' 'One\\t1-2'",
        "Section 'I' 'One'",
        "  Paragraph 'I ¶ 1' 'Text.'",
    ]


def test_lines_without_a_blank_one_between_are_one_paragraph_item_or_footnote() -> None:
    assert tree("One\nText\ngoes on.\n\n- a\n  b\n- c\n\n¹ Note\nmore.\n") == [
        "Section 'I' 'One'",
        "  Paragraph 'I ¶ 1' 'Text goes on.'",
        "  List 'I list 1'",
        "    Item 'I item 1' 'a b'",
        "    Item 'I item 2' 'c'",
        "  Footnote 'fn 1' 'Note more.'",
    ]


def test_more_raised_digits_than_a_footnote_has_are_text() -> None:
    digits = "¹" * 900
    read = parsed(f"A tide.{digits}\n\n{digits} Not a note.\n").value.children
    assert [(type(node).__name__, node.address, getattr(node, "footnotes", None)) for node in read] == [
        ("Paragraph", "¶ 1", ()),
        ("Paragraph", "¶ 2", ()),
    ]
