"""The folders in which reviews are kept: `reviews/<edition>/`, beside `seeds/` and `templates/`."""

from __future__ import annotations

import re
from pathlib import Path

from briefs.files.listing import entries_in

FOLDER = "reviews"
_LONGEST = 60
"""The most characters of the name of a folder: file systems allow 255 bytes, and a character may take four."""


def review_folder(root: Path, identifier: str) -> Path:
    """The folder for the reviews of the edition with this identifier, in the project at `root`."""
    safe = re.sub(r"[^\w.-]+", "-", identifier.replace(" ", "_")).strip("-.")
    return root / FOLDER / (safe[:_LONGEST].rstrip("-.") or "unnamed")


def review_folders(root: Path) -> list[Path]:
    """All folders of reviews in the project at `root`, in order; hidden ones are none."""
    return [path for path in entries_in(root / FOLDER) if path.is_dir()]
