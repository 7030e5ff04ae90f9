"""What the styles of a reference document have that text of briefs cannot have, and what of it briefs leave out.

A letterhead is made for letters: its headings may begin new pages and be numbered, its text may stand in frames, or be
hidden until it is filled in. What would hide text, tear pages apart or count beside our own numbers is taken off the
styles that briefs use. The rest is the look of the house.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefs.model.colours import WHITE, contrast
from briefs.render.reference.house_rules import IN_CELLS, NUMBER, RUNNING, Rule, rules_for
from briefs.word.elements import local_name, qn, remove, value_of, w
from briefs.word.measures import length, twips
from briefs.word.style_properties import attributes, set_attributes, set_property, turn_off
from briefs.word.styles import StyleSheet, style_id, style_kind, style_name

_UNSEEN = 1.5
"""The least contrast of text with what is behind it: with less, it cannot be seen at all."""
_LEAST_LINE = 0.95
"""The least height of a line against its type."""
_MOST_IN_CELL = 567
"""The widest indents of text in cells, in twips: 10 mm."""
_NOT_TEXT = ("Header", "Footer")
_KINDS = ("pPr", "rPr")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_FRACTIONS = {
    "ind": ("leftChars", "startChars", "rightChars", "endChars", "hangingChars", "firstLineChars"),
    "spacing": ("beforeLines", "afterLines"),
}
"""Lengths in characters or lines, which Word takes before the same length in twips, even if a list gives the latter."""
_OFF = frozenset({"0", "false", "off", "none", "nil", "baseline", "lrTb"})
_ASIDE = {"center": "is centred", "right": "is at the right", "end": "is at the right"}
_SPREAD = ("distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida")


class LeftOut(NamedTuple):
    """What briefs leave out: the name of a style, and what this does to its text, in words; or a number before it."""

    style: str
    does: str
    is_number: bool = False


def leave_out(sheet: StyleSheet, ids: Mapping[str, str], language: str) -> tuple[LeftOut, ...]:
    """Take off the styles of `sheet` what text of briefs in `language` (BCP 47) cannot have; returns what that was.

    `ids` has the ids in `sheet` of the starter's styles that it has. What styles have from one that others are based on
    is named with that one only. Without a word, lines that would cut off their type become as high as that, wide
    indents of text in tables go, and lengths in characters or lines give way to those in twips.
    """
    _drop_fractions(sheet)
    texts = [(own, theirs) for own, theirs in ids.items() if own not in _NOT_TEXT]
    texts.sort(key=lambda pair: len(list(sheet.ancestry(pair[1]))))
    given = {(kind, local_name(each)) for kind in _KINDS for each in sheet.root.iterfind(f".//{qn(f'w:{kind}')}/*")}
    found: dict[LeftOut, None] = {}
    for own, theirs in texts:
        rules = (rule for rule in rules_for(own, language) if (rule.kind, rule.name) in given)
        found |= dict.fromkeys(_leave_out_of(sheet, own, theirs, rules))
    return tuple(found)


def _leave_out_of(sheet: StyleSheet, own: str, id: str, rules: Iterable[Rule]) -> Iterator[LeftOut]:
    """Take from one style what `rules` say, and what nobody could read; it is the one that the starter calls `own`."""
    kind, name = style_kind(sheet[id]), style_name(sheet[id])
    if kind not in ("paragraph", "character"):
        return
    for rule in rules:
        if (kind == "paragraph" or rule.kind == "rPr") and _has(sheet, id, rule):
            _take_off(sheet, id, rule)
            yield LeftOut(name, rule.does, rule is NUMBER)
    if _is_unseen(sheet, id):
        turn_off(sheet, id, "rPr", "color", '<w:color w:val="auto"/>')
        yield LeftOut(name, "has the colour of what is behind it")
    if own in RUNNING and (does := _put_at_left(sheet, id)):
        yield LeftOut(name, does)
    if own in IN_CELLS and _needs_room(sheet, id):
        set_property(sheet[id], "pPr", w("ind", left=0, right=0, firstLine=0))
    if kind == "paragraph" and _is_cut(sheet, id):
        set_attributes(sheet[id], "pPr", "spacing", {"lineRule": "atLeast"})


def numbered_styles(sheet: StyleSheet) -> set[str]:
    """The ids of the styles whose paragraphs are in a list."""
    return {style_id(style) for style in sheet if _has(sheet, style_id(style), NUMBER)}


def _drop_fractions(sheet: StyleSheet) -> None:
    for name, dropped in _FRACTIONS.items():
        for element in sheet.root.iter(qn(f"w:{name}")):
            for attribute in dropped:
                element.attrib.pop(qn(f"w:{attribute}"), "")


def _has(sheet: StyleSheet, id: str, rule: Rule) -> bool:
    found = sheet.own_or_inherited(id, rule.kind, rule.name)
    if found is None:
        return False
    match rule.name:
        case "numPr":
            number = value_of(found.find(qn("w:numId")))
            return number not in ("", "0")
        case "outlineLvl":
            return value_of(found) in tuple("012345678")
        case "wordWrap":
            return value_of(found) in _OFF
        case "shd":
            return value_of(found, "fill").upper() not in ("", "AUTO", "FFFFFF") and value_of(found) != "nil"
        case "pBdr":
            return any(value_of(side) not in _OFF for side in found)
        case "textDirection":
            return value_of(found) not in ("", "lrTb", "lrTbV", "tb")
        case _:
            return value_of(found) not in _OFF


def _take_off(sheet: StyleSheet, id: str, rule: Rule) -> None:
    if rule.neutral:
        turn_off(sheet, id, rule.kind, rule.name, rule.neutral)
    else:
        for properties in list(sheet.properties(id, rule.kind)):
            for found in properties.findall(qn(f"w:{rule.name}")):
                remove(found)
    if rule is NUMBER:
        _close_up(sheet, id)


def _close_up(sheet: StyleSheet, id: str) -> None:
    """Let the text of a style begin where its number was."""
    indent = sheet[id].find(f"{qn('w:pPr')}/{qn('w:ind')}")
    if indent is None or indent.get(qn("w:firstLine")) is not None:
        return
    side = "start" if indent.get(qn("w:start")) is not None else "left"
    hangs = indent.get(qn("w:hanging")) is not None  # if not, it hangs as far as its list says
    indent.set(qn(f"w:{side}"), str(twips(indent, side) - twips(indent, "hanging") if hangs else 0))
    indent.set(qn("w:hanging"), "0")


def _is_unseen(sheet: StyleSheet, id: str) -> bool:
    """Whether the text of a style has the colour of its background, or nearly so."""
    colour = colour_of(sheet, id)
    return colour is not None and contrast(colour, background_of(sheet, id)) < _UNSEEN


def colour_of(sheet: StyleSheet, id: str) -> str | None:
    """The colour (`#RRGGBB`) of a style's text; None if readers choose one that can be read."""
    return _hex(value_of(sheet.own_or_inherited(id, "rPr", "color")))


def background_of(sheet: StyleSheet, id: str) -> str:
    """The colour (`#RRGGBB`) behind a style's text: white, if the style sets none."""
    shades = (sheet.own_or_inherited(id, kind, "shd") for kind in ("rPr", "pPr"))
    return next(filter(None, (_hex(value_of(shade, "fill")) for shade in shades)), WHITE)


def _hex(colour: str) -> str | None:
    return f"#{colour}" if _HEX.fullmatch(colour) else None


def _put_at_left(sheet: StyleSheet, id: str) -> str:
    """Put text at the left that a style centres, puts at the right or spreads; returns what the style did, in words."""
    where = value_of(sheet.own_or_inherited(id, "pPr", "jc"))
    does = "is spread over whole lines" if where in _SPREAD else _ASIDE.get(where, "")
    if does:
        turn_off(sheet, id, "pPr", "jc", '<w:jc w:val="left"/>')
    return does


def _needs_room(sheet: StyleSheet, id: str) -> bool:
    """Whether the indents of a style leave no room in a narrow cell, or put its text outside of it."""
    found = attributes(sheet, id, "pPr", "ind")
    sides = [length(found.get(side, "0")) for side in ("left", "start", "right", "end")]
    return min(sides) < 0 or sum(sides) > _MOST_IN_CELL


def _is_cut(sheet: StyleSheet, id: str) -> bool:
    """Whether lines of exact height are lower than their type."""
    spacing = attributes(sheet, id, "pPr", "spacing")
    line = length(spacing.get("line", "0"))
    return spacing.get("lineRule") == "exact" and 0 < line < sheet.size(id) * 10 * _LEAST_LINE
