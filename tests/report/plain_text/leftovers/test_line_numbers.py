from __future__ import annotations

from briefs.report.plain_text.leftovers.line_numbers import listed


def test_lines_are_listed_for_people() -> None:
    assert listed([3]) == "line 3"
    assert listed([3, 9]) == "lines 3 and 9"
    assert listed([3, 9, 12]) == "lines 3, 9 and 12"
    assert listed([1, 2, 3, 4, 5, 6]) == "lines 1, 2, 3, 4 and 2 more"
