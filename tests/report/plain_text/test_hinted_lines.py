from __future__ import annotations

from briefs.report.hints import HeadingHint
from briefs.report.pieces import QuotationPiece
from briefs.report.plain_text.hinted_lines import HintedLines


def test_headings_quotations_and_signatures_begin_something_and_other_lines_do_not() -> None:
    hinted = HintedLines(
        {1: HeadingHint(text="One", level=1, label="I")},
        {3: QuotationPiece((3, 4), "Quoted", "pull", "")},
        frozenset({6}),
        {},
    )
    assert [number for number in range(1, 8) if hinted.begins(number)] == [1, 3, 6]
