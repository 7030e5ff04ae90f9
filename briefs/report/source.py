"""What a reader of one format takes, and what it returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from briefs.model.diagnostics import Checked
from briefs.model.report import LeftAside, Node, Page
from briefs.report.hints import HintsFile


@dataclass(frozen=True, slots=True)
class Source:
    """A report's file: its `path` as in diagnostics, its bytes as received, and its hints."""

    path: str
    content: bytes
    hints: HintsFile


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a reader made of a source: the tree, and the number of lines. The rest is as in `Report`."""

    children: tuple[Node, ...]
    line_count: int
    text: str = ""
    rendition: str = ""
    pages: tuple[Page, ...] = ()
    language: str = ""
    languages: Mapping[int, str] = field(default_factory=dict)
    left_aside: tuple[LeftAside, ...] = ()


Reader: TypeAlias = Callable[[Source], Checked[Parsed]]
"""A function that reads one format. Raises DocumentError if the source cannot be read at all."""
