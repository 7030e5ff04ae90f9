"""What a preview is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PreviewSettings:
    """The folder of the project, the report that is meant (None: all), the audiences and products to show (empty: all),
    the folder of builds, and the `editor` that links open: a name or a template, as `answers/editor_links.py` reads."""

    root: Path
    report: str | None = None
    audiences: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    build: Path | None = None
    editor: str = "vscode"
