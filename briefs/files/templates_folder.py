"""Where the templates of a report are."""

from __future__ import annotations

from pathlib import Path

from briefs.files.listing import files_in


def templates_folder(templates: Path, report: str) -> Path:
    """The folder with the templates of `report`: the one of its name in `templates`, or else `templates` itself."""
    return templates / report if files_in(templates / report, ".md") else templates
