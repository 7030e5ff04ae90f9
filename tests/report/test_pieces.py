"""Lines of one text are joined with a space, unless a hyphen at the end of one belongs to a word."""

from __future__ import annotations

import pytest

from briefs.report.pieces import joined_lines


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        ((), ""),
        (("The quay",), "The quay"),
        (("The quay", "and the pier"), "The quay and the pier"),
        (("The har\u00ad", "bour"), "The harbour"),
        (
            ("North-", "South quays of the COVID-", "19 years, 12-", "tonne boats"),
            "North-South quays of the COVID-19 years, 12-tonne boats",
        ),
        (("A/RES/70-", "1"), "A/RES/70-1"),
        (("10-", "and 12-tonne, pre-", "and post-war"), "10- and 12-tonne, pre- and post-war"),
        (("a dash -", "Here, har-", "bour"), "a dash - Here, har- bour"),
    ],
)
def test_lines_are_joined(parts: tuple[str, ...], joined: str) -> None:
    assert joined_lines(parts) == joined
