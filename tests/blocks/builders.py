"""Block files for tests: YAML in, a Library and everything that is wrong out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefs.blocks.drawing import draw
from briefs.model.library import Library
from briefs.model.report import Report
from briefs.model.wording_rules import WordingRules
from tests.builders import RULES, harbour_report, write_files

TIDES = "The board should publish the tides each week"


def drawn(
    folder: Path,
    files: Mapping[str, str],
    source: Report | None = None,
    suffix: str = ".yaml",
    rules: WordingRules = RULES,
) -> tuple[Library, str]:
    """The Library that block files give, and everything wrong with them, as printed."""
    write_files(folder / "blocks", files, suffix)
    checked = draw(source or harbour_report(), folder / "blocks", folder, rules, {"captains", "clerks"})
    return checked.value, "\n".join(map(str, checked.problems))


def facts(*blocks: str) -> str:
    """A file of facts; each of `blocks` is its fields, from the first on line 3."""
    return "kind: fact\nblocks:\n" + "".join(f"  - {block}\n" for block in blocks)
