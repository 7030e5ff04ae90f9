"""What is printed on every page."""

from __future__ import annotations

from tests.render.builders import document


def test_the_running_header_is_one_line_or_several() -> None:
    furniture = document().furniture
    assert furniture.running_line == "Running header\u00a0· DRAFT"
    assert furniture.running_lines == "Running header\nDRAFT"
