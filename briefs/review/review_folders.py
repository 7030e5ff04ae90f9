"""The folders in which reviews are kept: `reviews/<edition>/`, beside `seeds/` and `templates/`."""

from __future__ import annotations

import re
from pathlib import Path

from briefs.files.inner_folder import inside_project
from briefs.files.listing import entries_in

FOLDER = "reviews"
_LONGEST = 60
"""The most characters of the name of a folder: file systems allow 255 bytes, and a character may take four."""


def review_folder(root: Path, identifier: str) -> Path:
    """The folder for the reviews of the edition with this identifier, in the project at `root`. Raises BriefsError if a
    link leads out of it."""
    safe = re.sub(r"[^\w.-]+", "-", identifier.replace(" ", "_")).strip("-.")
    return inside_project(root, f"{FOLDER}/{safe[:_LONGEST].rstrip('-.') or 'unnamed'}")


def review_folders(root: Path) -> list[Path]:
    """All folders of reviews in the project at `root`, in order; hidden ones are none. Raises the same."""
    inside_project(root, FOLDER)
    found = [path for path in entries_in(root / FOLDER) if path.is_dir()]
    return [inside_project(root, f"{FOLDER}/{path.name}") for path in found]
