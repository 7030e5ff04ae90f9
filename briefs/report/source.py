"""What a reader of one format takes, and what it returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from briefs.model.diagnostics import Checked
from briefs.model.report import Node
from briefs.report.hints import HintsFile


@dataclass(frozen=True, slots=True)
class Source:
    """A report's file: its `path` as in diagnostics, its bytes as received, and its hints."""

    path: str
    content: bytes
    hints: HintsFile


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a reader made of a source: the tree, and the number of lines."""

    children: tuple[Node, ...]
    line_count: int


Reader: TypeAlias = Callable[[Source], Checked[Parsed]]
"""A function that reads one format. Raises DocumentError if the source cannot be read at all."""
