"""Renditions: briefs as files, in memory until everything is checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from briefs.model.document import Document
from briefs.model.fit import Fit
from briefs.model.sheet import USUAL, Sheet

Format: TypeAlias = Literal["pdf", "docx", "html"]

FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class Rendition:
    """One brief in one format. `pages` as laid out (only a PDF has pages of its own); `words` are those of units.

    `sheet` is what it is laid out for (HTML follows the reader's window), `budget` how many pages it may have, where it
    has a ceiling; `fit` how the brief was fitted to that.
    """

    document: Document
    format: Format
    name: str
    content: bytes = field(repr=False)
    pages: int | None
    words: int
    sheet: Sheet = USUAL
    budget: int | None = None
    fit: Fit | None = None
