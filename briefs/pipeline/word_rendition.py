"""A brief as a Word file, in the look of its reference document."""

from __future__ import annotations

from functools import partial

from briefs.model.document import Document
from briefs.model.phrases import phrases_for
from briefs.render.docx.render import WordFile, WordLogo, word_file
from briefs.render.figures.figure_drawing import for_page
from briefs.render.figures.rasterize import rasterize, rasterize_logo
from briefs.render.layout import Layout


def write_word(
    document: Document, layout: Layout, reference: bytes, printed_pages: int | None, letterhead: bool
) -> WordFile:
    """`document` as a Word file in the look of `reference`; see `word_file` for what it raises.

    It has no more than the `printed_pages` of the PDF, as far as they are known and that can be estimated.
    """
    return word_file(
        document,
        reference,
        accent=layout.accent(document.key),
        pages=printed_pages or 1,
        most=None if layout.sheet.is_large_print else printed_pages,
        sheet=layout.sheet,
        draw=for_page(document.key, layout, phrases_for(document.properties.language)),
        rasterize=partial(rasterize, fonts=layout.fonts),
        logo=_word_logo(layout),
        letters=layout.letters,
        embedded=layout.fonts if layout.embeds_fonts else None,
        letterhead=letterhead,
    )


def _word_logo(layout: Layout) -> WordLogo | None:
    return None if layout.logo is None else WordLogo(layout.logo, rasterize_logo(layout.logo, layout.fonts))
