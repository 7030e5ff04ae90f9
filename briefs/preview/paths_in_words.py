"""Paths in what people read: a preview has its project by an absolute path, but people name files from the project."""

from __future__ import annotations

import os
from pathlib import Path


def from_project(text: str, root: Path) -> str:
    """`text`, with what is in the project at `root` named from there, as in diagnostics."""
    return text.replace(f"{root}{os.sep}", "")
