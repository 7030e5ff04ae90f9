"""What a reader of one format is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from briefs.model.diagnostics import Checked
from briefs.model.report import Node
from briefs.report.hints import HintsFile


@dataclass(frozen=True, slots=True)
class Source:
    """A report's file: `path` as diagnostics name it, the bytes as received, and the hints for it."""

    path: str
    content: bytes
    hints: HintsFile


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a reader made of a source: the tree, and the number of lines."""

    children: tuple[Node, ...]
    line_count: int


Reader: TypeAlias = Callable[[Source], Checked[Parsed]]
"""Reads one format. Raises DocumentError when the source cannot be read at all."""
