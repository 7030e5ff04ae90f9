"""A reference document, read once: its styles, lists, settings, page, headers and footers, cleaned."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from lxml import etree

from briefs.model.diagnostics import BriefsError, Fault
from briefs.model.limits import MOST_ANCESTORS, MOST_HEADER_ELEMENTS, MOST_STYLES
from briefs.render.reference.font_list import known_fonts
from briefs.render.reference.header_mending import foreign_fault, listed, mend_headers
from briefs.render.reference.page_setup import PageSetup, page_setup, text_height, text_width
from briefs.render.reference.theme_part import known_theme
from briefs.word.cleaning import clean
from briefs.word.elements import Element, local_name, qn, value_of
from briefs.word.known_elements import drop_surplus, keep_known
from briefs.word.measures import damaged_number, length
from briefs.word.package import open_document, related_part, related_root
from briefs.word.styles import StyleSheet, style_id

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
    opened = open_document(reference, _NAME, _REMEDY)
    source, foreign = opened.main, _Foreign(opened.left_out)
    for section in source.element.body.iter(qn("w:sectPr")):
        _check_numbers(section, "its page set-up")
    setup = page_setup(source)
    foreign.add("its page set-up has", keep_known(setup.section, "section"))
    if min(text_width(setup.section), text_height(setup.section)) < _LEAST_ROOM:
        hint = "set the size of the page and its margins in Word, under Layout"
        raise BriefsError(f"{_NAME} leaves no room for text on its page", hint)
    if sum(1 for part in set(setup.furniture.values()) for _ in part.element.iter()) > MOST_HEADER_ELEMENTS:
        hint = "make drawings in them pictures, in Word, or take out what a header does not need"
        raise BriefsError(f"{_NAME} has headers and footers of more than {MOST_HEADER_ELEMENTS:,} elements", hint)
    faults = [*setup.faults, *mend_headers(setup)]
    styles, numbering = related_root(source, RT.STYLES, "styles"), related_root(source, RT.NUMBERING, "numbering")
    foreign.add("its styles have", [*drop_surplus(styles), *keep_known(clean(styles), "styles")])
    foreign.add("its lists have", [*drop_surplus(numbering), *keep_known(clean(numbering), "numbering")])
    theme = _known(related_part(source, RT.THEME), "theme", known_theme, foreign)
    font_table = _known(related_part(source, RT.FONT_TABLE), "list of fonts", known_fonts, foreign)
    found = ReferenceDocument(
        examples=source.element.body,
        styles=StyleSheet(styles),
        numbering=numbering,
        settings=clean(related_root(source, RT.SETTINGS, "settings")),
        setup=setup,
        theme=theme,
        font_table=font_table,
        faults=(*faults, *foreign.faults()),
    )
    _check_numbers(found.styles.root, "its styles")
    _check_numbers(found.numbering, "its lists")
    for part in setup.furniture.values():
        _check_numbers(part.element, "a header or footer")
    _check_styles(found.styles)
    return found


class _Foreign:
    """What is not taken of a file: of its parts, and within those that are taken."""

    def __init__(self, left_out: Iterable[str]) -> None:
        self._holders: list[str] = []
        self.add("the file has", left_out)

    def add(self, holder: str, taken: Iterable[str]) -> None:
        """Say what a holder, such as "its styles have", had."""
        if found := list(taken):
            self._holders.append(f"{holder} {listed(found)}")

    def faults(self) -> list[Fault]:
        """One fault for all; none if there is nothing."""
        return [foreign_fault(self._holders)] if self._holders else []


def _known(
    part: Part | None, what: str, reduce: Callable[[Part], tuple[Part, list[str]]], foreign: _Foreign
) -> Part | None:
    """A part as briefs take it; `what` says what it is. Raises BriefsError if it is not XML."""
    if part is None:
        return None
    try:
        kept, taken = reduce(part)
    except etree.XMLSyntaxError as error:
        raise BriefsError(f"{_NAME} is damaged: its {what} cannot be read", _ANEW) from error
    foreign.add(f"its {what} has", taken)
    return kept


def _check_styles(styles: StyleSheet) -> None:
    """Raise BriefsError for more styles, or longer chains of styles that are based on each other, than are read."""
    depths: dict[str, int] = {}
    if (count := sum(1 for _ in styles)) > MOST_STYLES:
        hint = "remove styles that nobody uses, in Word, under Manage Styles"
        raise BriefsError(f"{_NAME} has {count:,} styles, and no more than {MOST_STYLES:,} are read", hint)
    for style in styles:
        chain: list[str] = []
        id = style_id(style)
        while id in styles and id not in depths and id not in chain[-MOST_ANCESTORS:]:
            chain.append(id)
            id = value_of(styles[id].find(qn("w:basedOn")))
        depth = depths.get(id, 0)
        for each in reversed(chain):
            depth += 1
            depths[each] = depth
        if depth > MOST_ANCESTORS:
            hint = "base these styles on one that is nearer to Normal, in Word, under Modify Style"
            message = f"{_NAME} has styles that are based on each other in chains of more than {MOST_ANCESTORS}"
            raise BriefsError(message, hint)


def _check_numbers(root: Element, where: str) -> None:
    """Raise BriefsError for a number within `root` that cannot be read; `where` says what the root is, in words."""
    if damaged := damaged_number(root):
        element, name = damaged
        value = value_of(element, name)
        written = f'{local_name(element)} {name}="{value[:_SHOWN]}"'
        try:
            length(value)
        except ValueError:
            raise BriefsError(f"{_NAME} is damaged: in {where}, a number cannot be read ({written})", _ANEW) from None
        raise BriefsError(f"{_NAME} is damaged: in {where}, a number is larger than Word allows ({written})", _ANEW)
