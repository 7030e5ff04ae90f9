"""Styles of the starter as guests in a reference document: what they must not inherit from the styles there.

A guest is based on a style of the house, and has its font, its language and mostly its size. It does not have what
belongs to running text or to letters: a table whose cells begin with an indent of two letters, or whose words are
justified in columns of four centimetres, is not the look of any house. Running text itself keeps the indent of first
lines, justification and the height of lines, and the headings of boxes look like other headings.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.model.colours import LEAST_CONTRAST, contrast
from briefs.render.reference.house_styles import background_of, colour_of
from briefs.render.reference.starter_measures import INK, TEXT_LINE, TEXT_SIZE
from briefs.render.reference.starter_style import StarterStyle
from briefs.render.reference.starter_styles import own_ancestry
from briefs.word.elements import Element, bare_colour, parse, qn, value_of, w
from briefs.word.measures import length
from briefs.word.style_properties import attributes, is_set, set_attributes, set_property
from briefs.word.styles import StyleSheet

_SWITCHES = (
    *("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint"),
)
_TEXT = {
    "spacing": "0",
    "w": "100",
    "position": "0",
    "highlight": "none",
    "u": "none",
    "effect": "none",
    "vertAlign": "baseline",
    "em": "none",
}
"""Properties of letters, with the value that none of them has any effect with."""
_SIDES = ("top", "left", "bottom", "right", "between")
_LINE = TEXT_LINE / TEXT_SIZE
"""The height of a line of running text, in ems."""
_WIDEST_LINE = 288
"""Twelfths of a line, in twentieths: up to 1.2 lines, a heading of a table stands as near to it as it should."""
_AT_LEFT = ("", "left", "start")
_JUSTIFIED = "both"


def settle_guest(sheet: StyleSheet, guest: StarterStyle, id: str) -> None:
    """Set, in the style `id` of `sheet`, what `guest` would inherit from the house and must not have.

    The styles that it is based on must be settled. What the guest sets itself, or inherits from another guest, stays.
    """
    style = sheet[id]
    if guest.kind == "table":
        _settle_table(sheet, id)
        return
    if guest.kind != "paragraph":
        return
    is_heading = _is_based_on(guest, "Heading1")
    is_running = _is_based_on(guest, "BodyText")
    _settle_indent(sheet, id, guest, keeps_first=guest.id == "BodyText")
    _settle_spacing(sheet, id, guest, keeps_line=is_running or is_heading)
    for made in _paragraph(sheet, id, guest, is_running, is_heading):
        set_property(style, "pPr", made)
    if not is_heading:
        for made in _text(sheet, id, guest, is_running):
            set_property(style, "rPr", made)
    colour = colour_of(sheet, id)
    if not guest.colour and colour is not None and contrast(colour, background_of(sheet, id)) < LEAST_CONTRAST:
        set_property(style, "rPr", w("color", val=_colour(guest)))


def _settle_indent(sheet: StyleSheet, id: str, guest: StarterStyle, keeps_first: bool) -> None:
    found = attributes(sheet, id, "pPr", "ind")
    lengths = {side: length(found.get(side, "0")) for side in ("left", "start", "right", "end", "hanging", "firstLine")}
    left, hanging, right = _indent(guest)
    wanted = {"left": left, "right": right, **({"hanging": hanging} if hanging else {"firstLine": 0})}
    if keeps_first and lengths["firstLine"] and not lengths["hanging"]:
        wanted["firstLine"] = lengths["firstLine"]
    given = {
        "left": lengths["left"] or lengths["start"],
        "right": lengths["right"] or lengths["end"],
        "hanging": lengths["hanging"],
        "firstLine": 0 if lengths["hanging"] else lengths["firstLine"],
    }
    if any(given[side] != wanted.get(side, 0) for side in given) or (guest.indent and "firstLine" in found):
        set_property(sheet[id], "pPr", w("ind", **wanted))


def _settle_spacing(sheet: StyleSheet, id: str, guest: StarterStyle, keeps_line: bool) -> None:
    given = attributes(sheet, id, "pPr", "spacing")
    wanted = {side: _space(guest, side) for side in ("before", "after")}
    changed = {
        side: str(round(space)) for side, space in wanted.items() if length(given.get(side, "0")) != round(space)
    }
    for side in wanted:
        if given.get(f"{side}Autospacing") in ("1", "true", "on"):
            changed |= {f"{side}Autospacing": "0", side: str(round(wanted[side]))}
    is_high = given.get("lineRule", "auto") != "auto" or length(given.get("line", "240")) > _WIDEST_LINE
    if not keeps_line and guest.line is None and _sets_no_line(guest) and is_high:
        changed |= {"line": str(round(sheet.size(id) * 10 * _LINE)), "lineRule": "exact"}
    if changed:
        set_attributes(sheet[id], "pPr", "spacing", changed)


def _paragraph(
    sheet: StyleSheet, id: str, guest: StarterStyle, is_running: bool, is_heading: bool
) -> Iterator[Element]:
    """Properties of the paragraph, with which it is as in the starter."""
    if is_set(sheet, id, "pPr", "keepNext") and not any(s.keep in ("next", "both") for s in own_ancestry(guest)):
        yield w("keepNext", val=0)
    if is_set(sheet, id, "pPr", "contextualSpacing"):
        yield w("contextualSpacing", val=0)
    where = value_of(sheet.own_or_inherited(id, "pPr", "jc"))
    if where not in _AT_LEFT and not is_heading and not (is_running and where == _JUSTIFIED):
        yield w("jc", val="left")
    if value_of(sheet.own_or_inherited(id, "pPr", "textAlignment")) not in ("", "auto", "baseline"):
        yield w("textAlignment", val="auto")
    tabs = _tabs(sheet, id)
    if tabs is not None:
        yield tabs
    if not is_heading or guest.borders:
        yield from _frame(sheet, id, guest)


def _tabs(sheet: StyleSheet, id: str) -> Element | None:
    """The stops of a style, and marks that clear those that it inherits; None if it inherits none."""
    own = {_stop(tab): tab for tab in sheet[id].iterfind(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}")}
    inherited: dict[int, bool] = {}
    for properties in sheet.properties(value_of(sheet[id].find(qn("w:basedOn"))), "pPr"):
        for tab in properties.iterfind(f"{qn('w:tabs')}/{qn('w:tab')}"):
            inherited.setdefault(_stop(tab), value_of(tab) != "clear")
    surplus = [stop for stop, is_there in inherited.items() if is_there and stop not in own]
    if not surplus:
        return None
    return w("tabs", *sorted((*own.values(), *(w("tab", val="clear", pos=stop) for stop in surplus)), key=_stop))


def _stop(tab: Element) -> int:
    return length(value_of(tab, "pos") or "0")


def _frame(sheet: StyleSheet, id: str, guest: StarterStyle) -> Iterator[Element]:
    """Borders and shading: those of the starter, or none."""
    drawn = {side for side in _SIDES if _border(sheet, id, side)}
    wanted = {side for s in own_ancestry(guest) for side in _SIDES if f"<w:{side} " in s.borders}
    if surplus := drawn - wanted:
        own = sheet[id].find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
        kept = {} if own is None else {side.tag: side for side in own}
        sides = [kept.get(qn(f"w:{s}"), w(s, val="nil")) for s in _SIDES if s in surplus or qn(f"w:{s}") in kept]
        yield w("pBdr", *sides)
    shade = sheet.own_or_inherited(id, "pPr", "shd")
    is_shaded = value_of(shade, "fill").upper() not in ("", "AUTO", "FFFFFF")
    if is_shaded and not any("<w:shd" in s.borders for s in own_ancestry(guest)):
        yield parse('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>')[0]


def _border(sheet: StyleSheet, id: str, side: str) -> bool:
    """Whether a style has a border at a side: its own, or else the nearest in its ancestry."""
    for properties in sheet.properties(id, "pPr"):
        found = properties.find(f"{qn('w:pBdr')}/{qn(f'w:{side}')}")
        if found is not None:
            return value_of(found) not in ("nil", "none")
    return False


def _text(sheet: StyleSheet, id: str, guest: StarterStyle, is_running: bool) -> Iterator[Element]:
    """Properties of letters, with which they are as in the starter; running text has the house's own."""
    is_bold = next((s.bold for s in own_ancestry(guest) if s.bold is not None), False)
    for name in _SWITCHES:
        wanted = bool(is_bold) and name in ("b", "bCs")
        if is_set(sheet, id, "rPr", name) and not wanted and not is_running:
            yield w(name, val=0)
    for name, neutral in _TEXT.items():
        given = value_of(sheet.own_or_inherited(id, "rPr", name)) or neutral
        if given != neutral and not is_running:
            yield w(name, val=neutral)


def _settle_table(sheet: StyleSheet, id: str) -> None:
    """A table stands at the margin, and has no rules but its own."""
    indent = sheet.own_or_inherited(id, "tblPr", "tblInd")
    if indent is not None and length(value_of(indent, "w") or "0"):
        set_property(sheet[id], "tblPr", w("tblInd", w=0, type="dxa"))
    if value_of(sheet.own_or_inherited(id, "tblPr", "jc")) not in _AT_LEFT:
        set_property(sheet[id], "tblPr", w("jc", val="left"))
    borders = sheet[id].find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    inherited = sheet.own_or_inherited(value_of(sheet[id].find(qn("w:basedOn"))), "tblPr", "tblBorders")
    if borders is None or inherited is None:
        return
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if inherited.find(qn(f"w:{side}")) is not None and borders.find(qn(f"w:{side}")) is None:
            borders.append(w(side, val="nil"))
    order = {qn(f"w:{s}"): n for n, s in enumerate(("top", "left", "bottom", "right", "insideH", "insideV"))}
    borders[:] = sorted(borders, key=lambda side: order[str(side.tag)])


def _is_based_on(guest: StarterStyle, id: str) -> bool:
    """Whether a style of the starter is the one with this id, or based on it; a heading itself is not one of these."""
    ancestry = [style.id for style in own_ancestry(guest)]
    return id in (ancestry[1:] if id.startswith("Heading") else ancestry)


def _indent(guest: StarterStyle) -> tuple[int, int, int]:
    return next((style.indent for style in own_ancestry(guest) if style.indent), (0, 0, 0))


def _space(guest: StarterStyle, side: str) -> float:
    """The space above or below a style of the starter, in twips."""
    spaces = (getattr(style, side) for style in own_ancestry(guest))
    return next((space for space in spaces if space is not None), 0) * 20


def _sets_no_line(guest: StarterStyle) -> bool:
    return all(style.line is None for style in own_ancestry(guest))


def _colour(guest: StarterStyle) -> str:
    """The colour of a style of the starter, without its sign."""
    return bare_colour(next((style.colour for style in own_ancestry(guest) if style.colour), INK))
