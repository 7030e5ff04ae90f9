"""Renditions: briefs as files, in memory until everything is checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from briefs.model.document import Document

Format: TypeAlias = Literal["pdf", "docx", "html"]

FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class Rendition:
    """One brief in one format. `pages` as laid out (only a PDF has pages of its own); `words` are those of units."""

    document: Document
    format: Format
    name: str
    content: bytes = field(repr=False)
    pages: int | None
    words: int


@dataclass(frozen=True, slots=True)
class Fit:
    """How a brief lies in its pages: those of the cleared edition, which is what is distributed."""

    audience: str
    pages: int
    budget: int
    fill: float
    words: int
    units: int
