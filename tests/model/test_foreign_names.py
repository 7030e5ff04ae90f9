"""Names in files of others."""

from __future__ import annotations

import pytest

from briefs.model.foreign_names import LONGEST, in_one_line


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Ana  Lima", "Ana Lima"),
        ("Ana\nHead\tof\u2028unit", "Ana Head of unit"),
        ("\x1b[31mAna\x9b\u202eamiL\u2066\ufdd0\udcff", "[31mAna amiL"),
        ("عبد الله", "عبد الله"),
        ("A" * 10_000_000, "A" * (LONGEST - 1) + "…"),
        ("", ""),
    ],
)
def test_a_name_is_one_short_line_of_letters_that_are_seen(name: str, seen: str) -> None:
    assert in_one_line(name) == seen
