"""A look in which Word holds the pages of the PDF, as far as that can be estimated, and what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from briefs.render.docx.page_estimate import PageEstimate
from briefs.render.fonts.widths import TextMeasure
from briefs.render.reference.compaction import DEGREES, compacted
from briefs.render.reference.font_widths import is_known, width_against
from briefs.render.reference.look import Look
from briefs.render.reference.page_setup import column_count, starter_section, text_height, text_width
from briefs.word.elements import Element, local_name, value_of

_SLACK = 0.02
"""The share of each page that is left free, since a line more may push over a table that stays whole."""


class Written(NamedTuple):
    """What is written of a brief: its body, its lists (`w:numbering`), its notes, and its headers and footers, to which
    the section refers in the opposite order."""

    body: Sequence[Element]
    lists: Element
    notes: Element | None
    section: Element
    headers: Sequence[Element]


class WordPages(NamedTuple):
    """About how many pages Word has for a brief.

    `room` is the text area of a page against that of the PDF; `font` is that of running text, and `width` how wide text
    in it is against the PDF's; None if nothing is known of this font.
    """

    number: int
    room: float
    font: str
    width: float | None


def within(most: int, look: Look, written: Written, letters: TextMeasure) -> tuple[Look, WordPages]:
    """The look that takes at most `most` pages and differs least from `look`, and the pages that it takes.

    If none takes as few, it is the most compact. `letters` gives the widths of words in the PDF.
    """
    references = [each for each in written.section if local_name(each) in ("headerReference", "footerReference")]
    places = ((local_name(each)[:6], value_of(each, "type")) for each in reversed(references))
    furniture = dict(zip(places, written.headers, strict=True))
    tried, degrees = look, list(DEGREES)
    while True:
        estimate = PageEstimate(tried, written.lists, letters)
        pages = estimate.pages(written.body, written.notes, furniture, _SLACK)
        if pages <= most or not degrees:
            pages = estimate.pages(written.body, written.notes, furniture)
            return tried, _word_pages(pages, tried, estimate.rooms(furniture)[1])
        tried = compacted(look, degrees.pop(0))


def _word_pages(pages: float, look: Look, room: float) -> WordPages:
    ours = starter_section()
    font = look.font("BodyText")
    area = look.width * column_count(look.section) / text_width(ours) * room * 20 / text_height(ours)
    return WordPages(ceil(pages), area, font, width_against(font) if is_known(font) else None)
