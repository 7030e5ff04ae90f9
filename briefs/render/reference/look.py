"""The look of a Word file: a reference document, adapted to the sheet, the accent and the language of a brief.

All adapting is done here, before anything is written. The writer asks the look when it makes an element, so nothing is
renamed, enlarged, indented or coloured afterwards. Two things depend on the words of the brief: `header_tables` adapts
tables in headers and footers before these words are filled in, and `compaction` makes styles more compact where the
written brief would take too many pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from docx.opc.part import Part, XmlPart

from briefs.model.phrases import phrases_for
from briefs.model.sheet import Sheet
from briefs.render.reference.header_art import take_empty_boxes
from briefs.render.reference.header_words import take_own_words
from briefs.render.reference.house_styles import leave_out, numbered_styles
from briefs.render.reference.large_print import enlarge_indents, enlarge_styles, enlarge_text
from briefs.render.reference.list_definitions import define_lists
from briefs.render.reference.page_setup import PagePlace, text_width, width_between_margins
from briefs.render.reference.paper import fit_paper, move_tabs, pull_in_tabs
from briefs.render.reference.placeholders import word_page_numbers
from briefs.render.reference.recolouring import recolour
from briefs.render.reference.reference_document import read_reference
from briefs.render.reference.starter_measures import BULLET_INDENT
from briefs.render.reference.starter_styles import STYLES
from briefs.render.reference.style_completion import complete_styles, find_styles
from briefs.render.reference.typefaces import theme_fonts
from briefs.word.elements import Element, is_on, qn, w
from briefs.word.measures import twips
from briefs.word.numbering import NumberingPart
from briefs.word.package import copy_part
from briefs.word.styles import StyleSheet

Box: TypeAlias = Literal["BriefAsk", "BriefBox"]
"""The styles of text in boxes."""

_KEPT = 8
"""How many looks are kept; a build has one for each template at most."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the writer needs from a reference document. It must not be changed: the writer copies what it completes.

    `language` is a BCP 47 tag; `width` is the measure in twips; `section`, `numbering` and `settings` are elements and
    roots of parts; `lists` has the numbers of the definitions of both lists, by their names; `furniture` holds the
    parts of headers and footers; `theme` and `font_table` are parts as they are.
    """

    sheet: Sheet
    language: str
    section: Element
    width: int
    styles: StyleSheet
    ids: Mapping[str, str]
    numbering: Element
    lists: Mapping[str, int]
    settings: Element
    furniture: Mapping[PagePlace, XmlPart]
    theme: Part | None
    font_table: Part | None

    def style(self, name: str) -> str:
        """The id, in this document, of the style that the starter calls `name`."""
        return self.ids[name]

    def font(self, name: str) -> str:
        """The font of Latin text in the style that the starter calls `name`; empty if nothing names one."""
        return self.styles.font(self.style(name), self.theme_fonts)

    @property
    def theme_fonts(self) -> dict[str, str]:
        """The Latin fonts of the theme: `major` for headings, `minor` for text."""
        return theme_fonts(None if self.theme is None else self.theme.blob)

    @property
    def has_even_pages(self) -> bool:
        """Whether even pages have separate headers and footers."""
        return is_on(self.settings, "evenAndOddHeaders")

    def box_indent(self, box: Box, has_bullets: bool) -> Element | None:
        """The indent (`w:ind`) of paragraphs in a box, which a list would override; None if the style has none.

        In a box of bullets the room for the mark is narrower, and the bullet is where numbers would be.
        """
        indent = self.styles.own_or_inherited(self.style(box), "pPr", "ind")
        made = None if indent is None else deepcopy(indent)
        if made is not None and has_bullets:
            bullet = self.sheet.enlarged(BULLET_INDENT)
            surplus = twips(made, "hanging") - bullet
            side = "left" if made.get(qn("w:left")) is not None else "start"
            made.set(qn("w:hanging"), str(bullet))
            made.set(qn(f"w:{side}"), str(twips(made, side) - surplus))
        return made

    def footer_tabs(self) -> Element | None:
        """The tab stop of footers at the measure (`w:tabs`), to replace their style's; None if the style has it."""
        stops = self.styles.tab_stops(self.style("Footer"))
        if stops == [self.width]:
            return None
        cleared = [w("tab", val="clear", pos=stop) for stop in sorted(set(stops) - {self.width})]
        return w("tabs", *cleared, w("tab", val="right", pos=self.width))


@lru_cache(maxsize=_KEPT)
def read_look(reference: bytes, sheet: Sheet, accent: str, language: str, letterhead: bool = True) -> Look:
    """The look of a reference document for a brief on `sheet` in `language` (BCP 47).

    `accent` (`#RRGGBB`) replaces the starter's. `letterhead` is whether headers and footers keep words of their own.
    Raises BriefsError if the reference cannot be read.
    """
    source = read_reference(reference)
    section = deepcopy(source.setup.section)
    fit_paper(section, sheet)
    given, width = text_width(source.setup.section), text_width(section)
    copies = {part: copy_part(part) for part in dict.fromkeys(source.setup.furniture.values())}
    furniture = [part.element for part in copies.values()]
    if not letterhead:
        headers = {copies[part] for (kind, _), part in source.setup.furniture.items() if kind == "header"}
        for part in copies.values():
            take_own_words(part.element)
            take_empty_boxes(part.element)
            word_page_numbers(part.element, None if part in headers else phrases_for(language))

    styles = StyleSheet(deepcopy(source.styles.root))
    move_tabs([styles.root, *furniture], given, width)
    leave_out(styles, find_styles(styles), language)
    ids = complete_styles(styles, width)
    for style in STYLES:
        if style.tab:
            is_in_text = style.id not in ("Header", "Footer")
            pull_in_tabs(styles[ids[style.id]], width if is_in_text else width_between_margins(section))
    styles.set_language(language)
    enlarge_styles(styles, sheet.size)

    numbering = NumberingPart(deepcopy(source.numbering))
    numbering.remove_picture_bullets()
    numbering.keep_links(numbered_styles(styles))
    lists = define_lists(numbering)
    for root in (numbering.root, *furniture):
        enlarge_text(root, sheet.size)
    for root in (styles.root, numbering.root):
        enlarge_indents(root, sheet.size)
    for root in (styles.root, numbering.root, *furniture):
        recolour(root, accent)
    return Look(
        sheet=sheet,
        language=language,
        section=section,
        width=width,
        styles=styles,
        ids=ids,
        numbering=numbering.root,
        lists=lists,
        settings=source.settings,
        furniture={place: copies[part] for place, part in source.setup.furniture.items()},
        theme=source.theme,
        font_table=source.font_table,
    )
