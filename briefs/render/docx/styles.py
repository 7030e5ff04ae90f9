"""Styles of a reference document: how they are completed with the starter's, coloured and found.

The text of a brief is written with the ids of the starter. A reference document may know a style by another id
(Word localizes ids, not the names of its own styles), so ids are translated at the end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from copy import deepcopy
from itertools import groupby

from briefs.render.reference.page_setup import twips
from briefs.render.reference.starter import ACCENT, BULLET_INDENT, TINT, starter_styles
from briefs.word.elements import Element, qn, w

BOXES = ("BriefAsk", "BriefBox")
"""The styles of text in boxes."""
_BEFORE_INDENT = ("pStyle", "keepNext", "pageBreakBefore", "numPr", "pBdr", "spacing")
"""What stands before the indent of a paragraph (ISO/IEC 29500-1, A.1, CT_PPrBase), of what a brief has."""


def complete_styles(root: Element, width: int) -> dict[str, str]:
    """Add to `root` (`w:styles`) what it lacks of the starter's styles; `width` is the measure in twips.

    Returns how ids of the starter are called in `root`.
    """
    if root.find(qn("w:style")) is None:
        root[:] = starter_styles()
        return {}
    ids = find_styles(root)
    taken = {_get(style, "styleId") for style in root.iterfind(qn("w:style"))}
    defaults = {_get(style, "type") for style in root.iterfind(qn("w:style")) if is_default(style)}
    added: list[Element] = []
    for style in starter_styles():
        own = _get(style, "styleId")
        if style.tag != qn("w:style") or own in ids:
            continue
        ids[own] = f"{own}Brief" if own in taken else own
        style.set(qn("w:styleId"), ids[own])
        added.append(_fitted(style, width, is_default=is_default(style) and _get(style, "type") not in defaults))
    for style in added:
        rename_styles(style, ids)
        root.append(style)
    return ids


def find_styles(root: Element) -> dict[str, str]:
    """The ids in `root` (`w:styles`) of those of the starter's styles that it has, by the starter's ids.

    A style is known by its id, or else by its name or another name of it; the defaults of Word by being defaults,
    and a heading at last by its level, for programs that translate both ids and names.
    """
    theirs = list(root.iterfind(qn("w:style")))
    by_id = {(_get(s, "type"), _get(s, "styleId")) for s in theirs}
    by_name = {(_get(s, "type"), name): _get(s, "styleId") for s in reversed(theirs) for name in _names(s)}
    defaults = {_get(s, "type"): _get(s, "styleId") for s in theirs if is_default(s)}
    levels = {_level(s): _get(s, "styleId") for s in reversed(theirs) if not s.get(qn("w:customStyle"))}
    ids: dict[str, str] = {}
    for style in starter_styles():
        if style.tag != qn("w:style"):
            continue
        kind, own = _get(style, "type"), _get(style, "styleId")
        named = next((by_name[kind, name] for name in _names(style) if (kind, name) in by_name), "")
        found = defaults.get(kind, "") if is_default(style) else own if (kind, own) in by_id else named
        if not found and own.startswith("Heading"):
            found = levels.get(_level(style), "")
        if found:
            ids[own] = found
    return ids


def is_default(style: Element) -> bool:
    """Whether a style is what text of its type has that names none."""
    return style.get(qn("w:default"), "0") in ("1", "true", "on")


def rename_styles(root: Element, ids: dict[str, str]) -> None:
    """Translate the style ids that `root` refers to."""
    if all(own == theirs for own, theirs in ids.items()):
        return
    for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
        for reference in root.iter(qn(f"w:{name}")):
            own = _get(reference, "val")
            reference.set(qn("w:val"), ids.get(own, own))


def indent_boxes(body: Element, styles: Element, ids: dict[str, str], bullets: Collection[int]) -> None:
    """Give the numbered paragraphs of boxes in `body` the indents of their style, which a list would set aside.

    In a box whose lists all have bullets (`bullets` are their numbers), text hangs as far as it does behind bullets: in
    all paragraphs, since Word joins into one box only those that have the same indents.
    """
    by_id = {_get(style, "styleId"): style for style in styles.iterfind(qn("w:style"))}
    for own in BOXES:
        indent = by_id[ids.get(own, own)].find(f"{qn('w:pPr')}/{qn('w:ind')}")
        if indent is None:
            continue
        for box in _boxes(body, own):
            listed = [properties for properties in box if properties.find(qn("w:numPr")) is not None]
            lists = {twips(found, "val") for properties in listed for found in properties.iter(qn("w:numId"))}
            has_bullets = bool(lists) and lists <= set(bullets)
            for properties in box if has_bullets else listed:
                _set_indent(properties, _behind_bullets(indent) if has_bullets else deepcopy(indent))


def _boxes(body: Element, own: str) -> Iterator[list[Element]]:
    """The properties of the paragraphs of each box of the style `own`."""
    within = {own, f"{own}Heading", f"{own}Subheading"}
    styled = ((properties, properties.find(qn("w:pStyle"))) for properties in body.iter(qn("w:pPr")))
    named = ((properties, "" if found is None else _get(found, "val")) for properties, found in styled)
    for is_box, group in groupby(named, key=lambda pair: pair[1] in within):
        if is_box:
            yield [properties for properties, _ in group]


def _behind_bullets(indent: Element) -> Element:
    """An indent with less room where the bullet stands; the bullet stays where numbers are."""
    made = deepcopy(indent)
    surplus = twips(made, "hanging") - BULLET_INDENT
    side = "left" if made.get(qn("w:left")) is not None else "start"
    made.set(qn("w:hanging"), str(BULLET_INDENT))
    made.set(qn(f"w:{side}"), str(twips(made, side) - surplus))
    return made


def _set_indent(properties: Element, indent: Element) -> None:
    before = {qn(f"w:{name}") for name in _BEFORE_INDENT}
    properties.insert(sum(child.tag in before for child in properties), indent)


def tab_stops(style_id: str, styles: Element) -> list[int]:
    """Where a style has tabs, in twips: its own, or those of what it is based on, if it has none."""
    by_id = {_get(style, "styleId"): style for style in styles.iterfind(qn("w:style"))}
    seen: set[str] = set()
    while style_id in by_id and style_id not in seen:
        seen.add(style_id)
        stops = [twips(tab, "pos") for tab in by_id[style_id].iterfind(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}")]
        if stops:
            return stops
        parent = by_id[style_id].find(qn("w:basedOn"))
        style_id = "" if parent is None else _get(parent, "val")
    return []


def colour(roots: Iterable[Element], accent: str) -> None:
    """Put `accent` (six hexadecimal digits) wherever the starter's accent stands, and its tint for the starter's."""
    colours = {ACCENT: accent, TINT: _tint(accent)}
    if accent == ACCENT:
        return
    for root in roots:
        for child in root.iter():
            for name in (qn("w:color"), qn("w:val"), qn("w:fill")):
                if child.get(name) in colours:
                    child.set(name, colours[child.get(name, "")])


def _tint(colour: str) -> str:
    """A colour at 7 per cent on white."""
    return "".join(f"{round(255 - 0.07 * (255 - int(colour[i : i + 2], 16))):02X}" for i in (0, 2, 4))


def set_language(root: Element, language: str) -> None:
    """Make `language` (BCP 47) that of all text that names no other, whatever styles of the reference name."""
    for language_of_style in root.iterfind(f"{qn('w:style')}/{qn('w:rPr')}/{qn('w:lang')}"):
        language_of_style.attrib.pop(qn("w:val"), "")
    defaults = root.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = w("docDefaults")
        root.insert(0, defaults)
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if properties is None:
        properties = w("rPr")
        defaults.insert(0, w("rPrDefault", properties))
    found = properties.find(qn("w:lang"))
    if found is None:
        found = w("lang")
        properties.append(found)
    found.set(qn("w:val"), language)


def _fitted(style: Element, width: int, is_default: bool) -> Element:
    """A style of the starter for a document that is not the starter: its measure, and none of the starter's lists.

    Where it says nothing of the room around a paragraph, it has none: the starter's text has none by default.
    """
    for tab in style.iter(qn("w:tab")):
        tab.set(qn("w:pos"), str(width))
    for numbering in list(style.iter(qn("w:numPr"))):
        parent = numbering.getparent()
        assert parent is not None
        parent.remove(numbering)
    based_on = style.find(qn("w:basedOn"))
    if based_on is not None and _get(based_on, "val") == "Normal":
        for spacing in style.iterfind(f"{qn('w:pPr')}/{qn('w:spacing')}"):
            for side in ("before", "after"):
                spacing.set(qn(f"w:{side}"), spacing.get(qn(f"w:{side}"), "0"))
    if not is_default:
        style.attrib.pop(qn("w:default"), "")
    return style


def _names(style: Element) -> list[str]:
    """The names of a style, in small letters."""
    values = [_get(found, "val") for name in ("name", "aliases") for found in style.iterfind(qn(f"w:{name}"))]
    return [name.strip().lower() for value in values for name in value.split(",")]


def _level(style: Element) -> str:
    """The outline level that a style itself gives to its paragraphs."""
    found = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    return "" if found is None else _get(found, "val")


def _get(style: Element, name: str) -> str:
    return style.get(qn(f"w:{name}"), "")
