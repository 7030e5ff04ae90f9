"""Exponents on the line."""

from __future__ import annotations

import pytest

from briefs.text.plain_powers import raised_powers


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("5 km2 and 3 m3, 10^6 or 10^-3", "5 km² and 3 m³, 10^⁶ or 10^⁻³"),
        ("item2, m25, ^2 and m2x", "item2, m25, ^2 and m2x"),
        ("no power at all", "no power at all"),
    ],
)
def test_exponents_are_raised_where_they_stand(text: str, raised: str) -> None:
    assert raised_powers(text) == raised
    assert len(raised_powers(text)) == len(text)
