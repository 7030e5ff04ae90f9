from __future__ import annotations

from briefs.text.roman_numbers import roman_value


def test_roman_numbers_have_the_usual_form() -> None:
    assert [roman_value(text) for text in ("I", "iv", "XIX", "XL", "LXXXIX")] == [1, 4, 19, 40, 89]
    assert [roman_value(text) for text in ("", "IIII", "Iv", "IC", "C", "VX")] == [None] * 6
