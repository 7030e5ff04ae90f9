"""A reference document, read once: its styles, lists, settings, page, headers and footers, cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from lxml import etree

from briefs.model.diagnostics import BriefsError, Fault
from briefs.render.reference.header_mending import mend_headers
from briefs.render.reference.page_setup import PageSetup, page_setup, text_height, text_width
from briefs.word.cleaning import clean
from briefs.word.elements import Element, local_name, qn, value_of
from briefs.word.measures import damaged_number
from briefs.word.package import open_document, related_part, related_root
from briefs.word.styles import StyleSheet

_NAME = "the Word reference document"
_REMEDY = "save it in Word as .docx, or write a new one with: briefs reference --new FILE"
_ANEW = "open it in Word and save it again; if that does not help, write a new one with: briefs reference --new FILE"
_LEAST_ROOM = 1440
"""An inch in twips: a page whose text has less room is a mistake."""
_SHOWN = 20
"""How many characters of what is wrong are shown."""
_KEPT = 8
"""How many documents are kept; a build has at most one for each template, and usually one for all."""


@dataclass(frozen=True, slots=True)
class ReferenceDocument:
    """The look of a reference document. It must not be changed, since several briefs share it.

    `examples` is its body, whose text is not printed; `numbering` and `settings` are the roots of these parts.
    `faults` say what was mended.
    """

    examples: Element
    styles: StyleSheet
    numbering: Element
    settings: Element
    setup: PageSetup
    theme: Part | None
    font_table: Part | None
    faults: tuple[Fault, ...]


@lru_cache(maxsize=_KEPT)
def read_reference(reference: bytes) -> ReferenceDocument:
    """Read a document or template of Word.

    Raises BriefsError if it cannot be read, is protected, holds macros, has numbers that are none or a page without
    room for text. Whoever reads numbers of what is returned can read them all.
    """
    source = open_document(reference, _NAME, _REMEDY)
    for section in source.element.body.iter(qn("w:sectPr")):
        _check_numbers(section, "its page set-up")
    setup = page_setup(source)
    if min(text_width(setup.section), text_height(setup.section)) < _LEAST_ROOM:
        hint = "set the size of the page and its margins in Word, under Layout"
        raise BriefsError(f"{_NAME} leaves no room for text on its page", hint)
    faults = [*setup.faults, *mend_headers(setup)]
    found = ReferenceDocument(
        examples=source.element.body,
        styles=StyleSheet(clean(related_root(source, RT.STYLES, "styles"))),
        numbering=clean(related_root(source, RT.NUMBERING, "numbering")),
        settings=clean(related_root(source, RT.SETTINGS, "settings")),
        setup=setup,
        theme=related_part(source, RT.THEME),
        font_table=related_part(source, RT.FONT_TABLE),
        faults=tuple(faults),
    )
    _check_numbers(found.styles.root, "its styles")
    _check_numbers(found.numbering, "its lists")
    for part in setup.furniture.values():
        _check_numbers(part.element, "a header or footer")
    _check_xml(found.theme, "its theme")
    _check_xml(found.font_table, "its list of fonts")
    return found


def _check_numbers(root: Element, where: str) -> None:
    """Raise BriefsError for a number within `root` that cannot be read; `where` says what the root is, in words."""
    if damaged := damaged_number(root):
        element, name = damaged
        written = f'{local_name(element)} {name}="{value_of(element, name)[:_SHOWN]}"'
        raise BriefsError(f"{_NAME} is damaged: in {where}, a number cannot be read ({written})", _ANEW)


def _check_xml(part: Part | None, what: str) -> None:
    """Raise BriefsError for a part that is not XML; `what` says what it is, in words."""
    try:
        if part is not None:
            etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise BriefsError(f"{_NAME} is damaged: {what} cannot be read", _ANEW) from error
