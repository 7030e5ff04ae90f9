"""A Word file that is longer than its brief may be: said in one line, with what takes the room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.edition import Template

if TYPE_CHECKING:
    from briefs.render.docx.page_budget import WordPages

_LESS = 0.02
"""The least share of room or of width that is worth naming."""


def check_word_pages(pages: WordPages | None, printed: int, template: Template) -> Iterator[Diagnostic]:
    """A warning if Word has more pages than the brief may have, where `printed` are those of the PDF.

    Code: `word-pages`.
    """
    most = max(printed, template.front.pages)
    if pages is None or pages.number <= most:
        return
    line = template.lines.get("reference", template.lines.get("pages", 1))
    message = (
        f"in Word, this brief will have about {pages.number} pages, and it may have {most}; this is an estimate, from "
        "the fonts, sizes and margins of its reference document"
    )
    yield Fault("word-pages", message, _cause(pages)).at(Place(template.path, line))


def _cause(pages: WordPages) -> str:
    lacks, widens = 1 - pages.room, (pages.width or 1) - 1
    if pages.width is None and lacks < _LESS:
        return f'nothing is known here of the width of the font "{pages.font}": look at the file in Word'
    if max(lacks, widens) < _LESS:
        return "ask for less, such as shorter text in boxes and tables, or allow more `pages`"
    if lacks > widens:
        return (
            f"its page has {lacks * 100:.0f} % less room for text than that of the PDF: make the margins, the header "
            "or the footer smaller in Word, or allow more `pages`"
        )
    return (
        f'text in the font "{pages.font}" is about {widens * 100:.0f} % wider than in the PDF: choose a narrower font '
        "in Word, or allow more `pages`"
    )
