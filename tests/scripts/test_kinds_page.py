"""The page that explains kinds of block is generated from their models."""

from __future__ import annotations

import re

from briefs.model.block import KINDS
from scripts.kinds_page import PAGE, kinds_page


def test_the_committed_page_is_what_the_generator_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == kinds_page(), "run make docs"


def test_every_kind_has_a_section_with_the_fields_of_its_own() -> None:
    page = kinds_page()
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == list(KINDS)
    date = page.partition("\n## date\n")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \| (\w+) \|", date, re.MULTILINE) == [("when", "needed"), ("sort", "needed")]
    figure = page.partition("\n## figure\n")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \| (\w+) \|", figure, re.MULTILINE) == [("short", "needed"), ("of", "needed")]
