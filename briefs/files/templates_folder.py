"""Where the templates of a report are, and its letters."""

from __future__ import annotations

from pathlib import Path

from briefs.files.listing import files_in

LETTERS = "letters"
"""The folder of covering letters, beside templates."""


def templates_folder(templates: Path, report: str) -> Path:
    """The folder with the templates of `report`: the one of its name in `templates`, or else `templates` itself."""
    return templates / report if files_in(templates / report, ".md") else templates
