from __future__ import annotations

import pytest

from briefs.model.left_alone import IDENTIFIER, LEFT_ALONE


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("see https://example.org/1-2, or", ["https://example.org/1-2"]),
        ("(www.example.org/o'neill).", ["www.example.org/o'neill"]),
        ("A/RES/70/1. And/or", ["A/RES/70/1"]),
        ("on 2026-03-14.", ["2026-03-14"]),
        ("he said 'no'", []),
        ("either/or, 3/4", []),
    ],
)
def test_addresses_symbols_and_dates_are_left_alone(text: str, held: list[str]) -> None:
    assert [found[0] for found in LEFT_ALONE.finditer(text)] == held


def test_numbers_of_books_and_telephones_are_identifiers() -> None:
    found = [one[0] for one in IDENTIFIER.finditer("978-92-1-130000-1, 919-10-20, pages 12-15, UN/CEFACT")]
    assert found == ["978-92-1-130000-1", "919-10-20"]
