"""A reference document, read once: its styles, lists, settings, page, headers and footers, cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part

from briefs.render.reference.page_setup import PageSetup, page_setup
from briefs.word.cleaning import clean
from briefs.word.elements import Element
from briefs.word.package import open_document, related_part, related_root
from briefs.word.styles import StyleSheet

_REMEDY = "save it in Word as .docx, or write a new one with: briefs reference --new FILE"
_KEPT = 8
"""How many documents are kept; a build has at most one for each template, and usually one for all."""


@dataclass(frozen=True, slots=True)
class ReferenceDocument:
    """The look of a reference document. It must not be changed, since several briefs share it.

    `examples` is its body, whose text is not printed; `numbering` and `settings` are the roots of these parts.
    """

    examples: Element
    styles: StyleSheet
    numbering: Element
    settings: Element
    setup: PageSetup
    theme: Part | None
    font_table: Part | None


@lru_cache(maxsize=_KEPT)
def read_reference(reference: bytes) -> ReferenceDocument:
    """Read a document or template of Word. Raises BriefsError if it cannot be read, is protected or holds macros."""
    source = open_document(reference, "the Word reference document", _REMEDY)
    setup = page_setup(source)
    for part in set(setup.furniture.values()):
        clean(part.element)
    return ReferenceDocument(
        examples=source.element.body,
        styles=StyleSheet(clean(related_root(source, RT.STYLES, "styles"))),
        numbering=clean(related_root(source, RT.NUMBERING, "numbering")),
        settings=clean(related_root(source, RT.SETTINGS, "settings")),
        setup=setup,
        theme=related_part(source, RT.THEME),
        font_table=related_part(source, RT.FONT_TABLE),
    )
