from __future__ import annotations

from pathlib import Path

from tests.compose.builders import composed


def test_the_masthead_is_filled_from_house_front_matter_and_edition(tmp_path: Path) -> None:
    document = composed(tmp_path, "## Issue\n")
    assert document.furniture.identity == ("HB/CAP", "4\u00a0May\u00a02010", "Version\u00a00.1", "English")
    assert document.furniture.status == "DRAFT, v0.1"
    assert document.furniture.running_header == ("A timetable\u00a0· Brief\u00a0for\u00a0Captains", "Draft")
    assert document.furniture.footer == "HB/CAP\u00a0· Distribution:\u00a0Limited"
    assert document.properties.identifier == "HB/CAP 0.1 draft"
