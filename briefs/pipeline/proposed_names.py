"""What the folder of candidates among the blocks of a report is called, and its files."""

from __future__ import annotations

FOLDER = "proposed"


def plural(kind: str) -> str:
    """The name of a file with blocks of a kind, without its ending."""
    return f"{kind}s"
