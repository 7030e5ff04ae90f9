"""Completing the style sheet of a reference document with the styles of the starter that it lacks.

The writer knows styles by the ids of the starter. A reference document may use other ids (Word translates ids, but not
the names of its own styles), so completing returns the id of each style there.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.render.reference.guest_styles import settle_guest
from briefs.render.reference.starter_style import StarterStyle
from briefs.render.reference.starter_styles import STYLES, default_styles, starter_styles
from briefs.word.elements import Element, qn
from briefs.word.styles import StyleSheet, style_id, style_kind


def complete_styles(sheet: StyleSheet, width: int) -> dict[str, str]:
    """Add to `sheet` what it lacks of the starter's styles, for a measure of `width` twips.

    Returns the ids in `sheet` of all the starter's styles, by the ids of the starter.
    """
    if next(iter(sheet), None) is None:
        sheet.replace(starter_styles())
        return find_styles(sheet)
    ids = find_styles(sheet)
    defaults = [style for style in _word_defaults() if style_id(style) not in ids]
    lacking = [style for style in STYLES if style.id not in ids]
    for own in [*map(style_id, defaults), *(style.id for style in lacking)]:
        ids[own] = f"{own}Brief" if own in sheet else own
    for style in defaults:
        style.set(qn("w:styleId"), ids[style_id(style)])
    sheet.add([*defaults, *(style.guest(ids, width) for style in lacking)])
    for guest in lacking:  # those that others are based on come first in the table of styles
        settle_guest(sheet, guest, ids[guest.id])
    return ids


def find_styles(sheet: StyleSheet) -> dict[str, str]:
    """The ids in `sheet` of those of the starter's styles that it has, by the ids of the starter.

    A style is found by its id, or else by its name or an alias. Word's default styles are found because they are
    defaults, and headings, as a last resort, by their level, since some programs translate both ids and names.
    """
    defaults = {style_id(style): sheet.default(style_kind(style)) for style in _word_defaults()}
    found = defaults | {style.id: _find(style, sheet) for style in STYLES}
    return {own: theirs for own, theirs in found.items() if theirs}


def _find(style: StarterStyle, sheet: StyleSheet) -> str:
    known = sheet.with_id(style.kind, style.id) or sheet.with_name(style.kind, [style.name.lower()])
    if not known and style.id.startswith("Heading") and style.level is not None:
        return sheet.with_level(str(style.level - 1))
    return known


def _word_defaults() -> Iterator[Element]:
    return (style for style in default_styles() if style.tag == qn("w:style"))
