"""The page budget: a brief over it is an error that says by how much. Nothing is ever shrunk.

The cleared edition is what is measured, whatever is built: what is cleared is what is distributed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Protocol

from briefs.model.diagnostics import Diagnostic, Place
from briefs.model.document import Document, Section, inline_text
from briefs.model.edition import Template

LINE = 15.2
"""Points of a line of running text."""


class Pages(Protocol):
    """What laying out tells of a brief: pages, the share of the last that is used, the height of the text area (pt)."""

    @property
    def pages(self) -> int: ...
    @property
    def fill(self) -> float: ...
    @property
    def height(self) -> float: ...


def check_budget(document: Document, template: Template, laid_out: Pages) -> Iterator[Diagnostic]:
    """An error if `document` as laid out is longer than the template's page budget: by how much, and what may go."""
    budget = template.front.pages
    if laid_out.pages <= budget:
        return
    over = (laid_out.pages - budget - 1 + laid_out.fill) * laid_out.height
    lines = math.ceil(over / LINE)
    message = (
        f"{document.audience} has {_pages(laid_out.pages)}, its budget is {budget}: about {lines} "
        f"line{'s' if lines != 1 else ''} too many"
    )
    yield Diagnostic(Place(template.path), "over-budget", message, _hint(document))


def _pages(count: int) -> str:
    return f"{count} page{'s' if count != 1 else ''}"


def _hint(document: Document) -> str:
    cut = [section for section in document.sections if section.cut is not None]
    if not cut:
        return "leave out blocks, or raise `pages`"
    first = min(cut, key=lambda section: section.cut or 0)
    return f'leave out blocks; the template lets "{_heading(first)}" go first'


def _heading(section: Section) -> str:
    return inline_text(section.heading)
