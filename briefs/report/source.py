"""What a reader is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from briefs.model.diagnostics import Diagnostic
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
    """What a reader made of a source: the tree, the number of lines, and what was wrong."""

    children: tuple[Node, ...]
    line_count: int
    diagnostics: tuple[Diagnostic, ...] = ()


Reader: TypeAlias = Callable[[Source], Parsed]
"""Reads one format. Never raises for content: what is wrong is in `Parsed.diagnostics`."""
