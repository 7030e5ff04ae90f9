"""The words of the house are found where they are written."""

from __future__ import annotations

from pathlib import Path

from briefs.compose.house_words import house_words
from tests.builders import HOUSE
from tests.compose.test_house_files import read


def test_each_line_has_its_place(tmp_path: Path) -> None:
    own = "attribution: No view is attributed.\noffices:\n  - Clerk\nlogo: {file: a.svg, alt: Board, height: 9}\n"
    words = {(one.owner, one.text): one for one in house_words(read(tmp_path, HOUSE, own).or_raise())}
    rule = words["`attribution`", "No view is attributed."]
    assert (str(rule.place), rule.scope) == ("seeds/harbour/house.yaml:1", "report")
    assert words["`offices`", "Clerk"].scope == "furniture"
    assert str(words["`alt` of the logo", "Board"].place) == "seeds/harbour/house.yaml:4"
    assert str(words["`distribution`", "General"].place).startswith("templates/house.yaml:")
    assert ("`status`", "DRAFT, v{version}") in words
