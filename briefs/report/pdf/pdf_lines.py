"""Lines of a PDF as they were set: what reading order, headings and notes are recognised from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PdfRun:
    """Characters of one line in one font. `size` is in points, as drawn; `rise` is how far the baseline is above that
    of the line, in points; `x0` and `x1` are where it begins and ends, in points from the left edge of the page.

    `font` is the name without the tag of a subset; whether it is bold or italic is read from that name, and only then
    from the weight that the file gives.
    """

    text: str
    font: str
    size: float
    is_bold: bool
    is_italic: bool
    x0: float
    x1: float
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line, with its runs from left to right; `text` in reading order, with spaces between words.

    `page` is counted from 0. `baseline` and `top` are in points from the bottom edge of the page. `column` is that of
    the page, from 0 in reading order. `tags` are the types of the structure elements around it, outermost first, if
    the file is tagged: ("Document", "H2").
    """

    page: int
    column: int
    text: str
    runs: tuple[PdfRun, ...]
    x0: float
    x1: float
    baseline: float
    top: float
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark of the file: its title, its depth from 1, the page that it leads to (from 0), and how high on it, in
    points from the bottom edge; None if it does not say."""

    title: str
    depth: int
    page: int | None
    height: float | None


@dataclass(frozen=True, slots=True)
class HeadingFound:
    """Lines that are one heading, by their indices, with the evidence in plain words and how sure it is (0 to 1)."""

    lines: Sequence[int]
    level: int
    evidence: str
    certainty: float
