from __future__ import annotations

from briefs.report.pieces import ParagraphPiece
from briefs.report.rejoining import rejoin
from tests.report.builders import ONE, TWO, tree


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


def test_a_paragraph_in_three_parts_is_one_with_the_lines_of_all() -> None:
    pieces = [ParagraphPiece((1,), "It breaks"), ParagraphPiece((3,), "and breaks"), ParagraphPiece((5,), "and ends.")]
    assert rejoin(pieces) == [ParagraphPiece((1, 3, 5), "It breaks and breaks and ends.")]
