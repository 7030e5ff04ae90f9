"""Renditions: briefs as files, in memory until everything is checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from briefs.model.document import Document
from briefs.model.fit import Fit

Format: TypeAlias = Literal["pdf", "docx", "html"]

FORMATS: tuple[Format, ...] = get_args(Format)

Paper: TypeAlias = Literal["A4", "letter"]


@dataclass(frozen=True, slots=True)
class Rendition:
    """One brief in one format. `pages` as laid out (only a PDF has pages of its own); `words` are those of units.

    `paper` and `large_print` say what it is laid out for (HTML for neither: it follows the reader's window), `budget`
    how many pages it may have, where it has a ceiling; `fit` how the brief was fitted to that.
    """

    document: Document
    format: Format
    name: str
    content: bytes = field(repr=False)
    pages: int | None
    words: int
    paper: Paper = "A4"
    large_print: bool = False
    budget: int | None = None
    fit: Fit | None = None
