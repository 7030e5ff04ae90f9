"""Manifests of small builds."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

MANIFEST = {"manifest": 2, "files": [], "editions": [], "inputs": {}, "superseded": []}


def entry(path: str, text: str = "") -> dict[str, str]:
    names = ("report", "audience", "format", "status", "version", "date", "inputs")
    return {"path": path, **dict.fromkeys(names, "a"), "sha256": hashlib.sha256(text.encode()).hexdigest()}


def manifest(**files: str) -> dict[str, Any]:
    return {**MANIFEST, "files": [entry(path, text) for path, text in files.items()]}


def nested(folder: Path, depth: int) -> None:
    """Make folders that lie in each other in `folder`."""
    folder.mkdir(parents=True)
    opened = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("d", dir_fd=opened)
        below = os.open("d", os.O_RDONLY, dir_fd=opened)
        os.close(opened)
        opened = below
    os.close(opened)
