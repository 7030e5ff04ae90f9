from __future__ import annotations

from briefs.report.inference.text_tables import infer_tables


def test_sections_with_tabs_are_tables_whose_first_row_may_name_columns() -> None:
    lines = ["Names", "", "village\twells", "Upper\t3", "Lower\t4", "", "Pumps", "", "a\tb", "c\td", "e\tf", "a note"]
    found = infer_tables(lines, {1: "Names", 7: "Pumps"})
    assert {name: table.columns for name, table in found.items()} == {
        "Names": ("village", "wells"),
        "Pumps": ("column 1", "column 2"),
    }


def test_few_tabs_are_no_table() -> None:
    assert infer_tables(["One", "a\tb", "c\td", "text", "text"], {1: "One"}) == {}
    assert infer_tables(["a\tb"], {}) == {}
