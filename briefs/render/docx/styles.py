"""Styles of a reference document: how they are completed with the starter's, coloured and found.

The text of a brief is written with the ids of the starter. A reference document may know a style by another id
(Word localizes ids, not the names of its own styles), so ids are translated at the end.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefs.render.docx.markup import Element, qn, w
from briefs.render.docx.starter import ACCENT, TINT, starter_styles


def complete_styles(root: Element, width: int) -> dict[str, str]:
    """Add to `root` (`w:styles`) what it lacks of the starter's styles; `width` is the measure in twips.

    Returns how ids of the starter are called in `root`: a style is known by its id, or else by its name.
    """
    by_id = {(_get(s, "type"), _get(s, "styleId")) for s in root.iterfind(qn("w:style"))}
    by_name = {(_get(s, "type"), _name(s)): _get(s, "styleId") for s in root.iterfind(qn("w:style"))}
    ids: dict[str, str] = {}
    added: list[Element] = []
    for style in starter_styles():
        if style.tag != qn("w:style"):
            continue
        kind, own = _get(style, "type"), _get(style, "styleId")
        if (kind, own) in by_id:
            ids[own] = own
        elif (kind, _name(style)) in by_name:
            ids[own] = by_name[kind, _name(style)]
        else:
            ids[own] = own
            added.append(_fitted(style, width))
    for style in added:
        rename_styles(style, ids)
        root.append(style)
    return ids


def rename_styles(root: Element, ids: dict[str, str]) -> None:
    """Translate the style ids that `root` refers to."""
    if all(own == theirs for own, theirs in ids.items()):
        return
    for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
        for reference in root.iter(qn(f"w:{name}")):
            own = _get(reference, "val")
            reference.set(qn("w:val"), ids.get(own, own))


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
    """Make `language` (BCP 47) that of all text that names no other."""
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


def _fitted(style: Element, width: int) -> Element:
    """A style of the starter for a document that is not the starter: its measure, and none of the starter's lists."""
    for tab in style.iter(qn("w:tab")):
        tab.set(qn("w:pos"), str(width))
    for numbering in list(style.iter(qn("w:numPr"))):
        parent = numbering.getparent()
        assert parent is not None
        parent.remove(numbering)
    if qn("w:default") in style.attrib:
        del style.attrib[qn("w:default")]
    return style


def _get(style: Element, name: str) -> str:
    return style.get(qn(f"w:{name}"), "")


def _name(style: Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else _get(name, "val").lower()
