"""Quotations are found whatever their marks look like."""

from __future__ import annotations

import pytest

from briefs.text.quotations import quotations, without_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They “wait” and “sail.”", ["wait", "sail."]),
        ('They "wait" and "sail."', ["wait", "sail."]),
        ('They “wait” and "sail".', ["wait", "sail"]),
        ("The keepers’ quay and the ‘old’ one", []),
        ('An empty "" and an empty “”', []),
        ("They “wait and never sail", []),
    ],
)
def test_a_quotation_stands_between_double_marks(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


def test_a_text_without_its_quotations_has_spaces_in_their_places() -> None:
    assert without_quotations('They “wait” and "sail".') == "They   and  ."
