"""What acronyms stand for."""

from __future__ import annotations

from pathlib import Path

from briefs.check.acronym_expansions import acronym_expansions
from tests.builders import BLOCKS
from tests.check.builders import ACRONYM
from tests.compose.builders import harbour_library


def test_blocks_of_kind_acronym_say_what_acronyms_stand_for(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, {**BLOCKS, "acronym": ACRONYM})
    assert acronym_expansions(library) == {"HB": "Harbour Board"}
