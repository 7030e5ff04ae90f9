from __future__ import annotations

from briefs.report.plain_text.leftovers.recurring_lines import recurring_lines

HEAD = "Harbour Board | Annual report 2026"


def found(*lines: str, known: set[int] | None = None) -> list[tuple[int, str]]:
    return [(number, fault.message) for number, fault in recurring_lines(lines, known or set())]


def test_page_numbers_among_the_text_are_named() -> None:
    message = "what seem to be page numbers stand among the text: lines 2, 4 and 6"
    assert found("Text", "12", "text", "- 13 -", "text", "Page 14 of 20") == [(2, message)]
    assert found("Text", "iv", "text", "v")[0][0] == 2


def test_numbers_that_are_not_in_order_are_no_page_numbers() -> None:
    assert found("12", "text", "7") == []
    assert found("Only one", "12") == []


def test_a_line_that_recurs_is_a_running_head_whatever_number_it_has() -> None:
    lines = ["Text.", f"{HEAD} 1", "Text.", f"{HEAD} 2", "Text.", f"{HEAD.upper()} 3"]
    assert found(*lines) == [(2, f'"{HEAD} 1" recurs like the head or foot of a page: lines 2, 4 and 6')]


def test_headings_list_items_rows_and_sentences_may_recur() -> None:
    assert found("Aims", "Aims", "Aims", known={1, 2, 3}) == []
    for line in ("- the quay", "1. the quay", "A\tRome", "It was so.", "¹ Ibid", "---"):
        assert found(line, line, line) == []
