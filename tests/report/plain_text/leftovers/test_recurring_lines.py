from __future__ import annotations

from briefs.report.plain_text.leftovers.recurring_lines import recurring_lines

TEXT = "The board wrote on the"
HEAD = "Harbour Board | Annual report 2026"


def found(*lines: str, known: set[int] | None = None) -> list[tuple[int, str]]:
    return [(number, fault.message) for number, fault in recurring_lines(lines, known or set())]


def test_page_numbers_among_the_text_are_named() -> None:
    message = "what seem to be page numbers stand among the text: lines 2, 4 and 6"
    assert found("Text", "12", TEXT, "- 13 -", TEXT, "Page 14 of 20") == [(2, message)]
    assert found("Text", "iv", TEXT, "v")[0][0] == 2
    assert found("Text", "v", TEXT, "1", TEXT, "2")[0][0] == 2
    assert found("Text", "3 | Page", TEXT, "5 | Page")[0][0] == 2


def test_numbers_that_are_not_in_order_are_no_page_numbers() -> None:
    assert found("12", "text", "7") == []
    assert found("Only one", "12") == []


def test_cells_years_and_numbers_of_sections_are_no_page_numbers() -> None:
    assert found("Table 1", "12", "boats", "13", "quays", "14") == []
    assert found("2009", TEXT, "2010", TEXT, "2011") == []
    assert found("I", TEXT, "II", TEXT, "III") == []
    assert found("i", TEXT, "ii") == []
    assert found("12", TEXT, "40") == []


def test_labels_of_tables_and_boxes_are_no_running_heads() -> None:
    assert found("Table 1", "x", "Table 2", "x", "Table 3") == []
    assert found("Box 1", "x", "Box 2", "x", "Box 3", "Part II", "Part II", "Part II") == []


def test_a_line_that_recurs_is_a_running_head_whatever_number_it_has() -> None:
    lines = ["Text.", f"{HEAD} 1", "Text.", f"{HEAD} 2", "Text.", f"{HEAD.upper()} 3"]
    assert found(*lines) == [(2, f'"{HEAD} 1" recurs like the head or foot of a page: lines 2, 4 and 6')]


def test_headings_list_items_rows_and_sentences_may_recur() -> None:
    assert found("Aims", "Aims", "Aims", known={1, 2, 3}) == []
    for line in ("- the quay", "1. the quay", "A\tRome", "It was so.", "¹ Ibid", "---"):
        assert found(line, line, line) == []
