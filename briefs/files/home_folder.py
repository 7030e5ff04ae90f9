"""Paths as people write them into settings."""

from __future__ import annotations

from pathlib import Path


def home_expanded(path: str | Path) -> Path:
    """The path with `~` as somebody's home folder; as it is, if there is no such person."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)
