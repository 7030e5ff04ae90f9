"""What the numbering part says of lists, read: their levels, with overrides and links resolved (ISO/IEC 29500-1, 17.9).

Nothing here counts: see `list_counting`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from briefs.word.elements import Element, is_on, qn, value_of
from briefs.word.measures import length

LEVELS = 9
"""A list has levels 0 to 8."""
_MOST_LINKS = 20
"""Definitions of lists that name each other, one the next, are followed so far: one does in real files."""
_MC_CHOICE = qn("mc:AlternateContent")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list: the first number, its format, the text around it ("%1.%2"), and the style it belongs to.

    `restart` is the level, from 1, after which it begins anew: 0 never, None after any higher one. `separator` is
    "tab", "space" or "nothing"; `indent` that of its paragraphs in twips, None if it sets none; `pattern` a custom
    format.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    separator: str = "tab"
    indent: int | None = None
    linked_style: str = ""
    font: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list (`w:num`): what it counts with (`definition`), its levels, and where it begins anew, by level."""

    definition: str
    levels: dict[int, ListLevel]
    restarts: dict[int, int] = field(default_factory=dict)


def read_lists(root: Element | None, styles: Element | None = None) -> dict[str, NumberedList]:
    """The lists in a numbering part by their numbers (`w:numId`); `styles` is the root of the style sheet, which
    definitions may refer to. What cannot be read is left out."""
    if root is None:
        return {}
    definitions = {value_of(one, "abstractNumId"): one for one in root.iterfind(qn("w:abstractNum"))}
    instances = {value_of(one, "numId"): one for one in root.iterfind(qn("w:num"))}
    linked = _lists_of_styles(styles)
    found: dict[str, NumberedList] = {}
    defined: dict[str, dict[int, ListLevel]] = {}  # one definition may be that of 40,000 lists
    for number, instance in instances.items():
        name = _resolved(value_of(instance.find(qn("w:abstractNumId"))), definitions, instances, linked)
        if name not in defined:
            defined[name] = _read_levels(definitions.get(name))
        read = dict(defined[name])
        restarts: dict[int, int] = {}
        for override in instance.iterfind(qn("w:lvlOverride")):
            level = _level_of(override)
            if level is None:
                continue
            own = override.find(qn("w:lvl"))
            if own is not None:
                read[level] = _read_level(own)
            start = _whole(value_of(override.find(qn("w:startOverride"))))
            if start is not None:
                restarts[level] = start
                read[level] = replace(read.get(level, ListLevel()), start=start)
        found[number] = NumberedList(name, read, restarts)
    return found


def _read_levels(definition: Element | None) -> dict[int, ListLevel]:
    """The levels of a definition; of several with one number, the last."""
    found = () if definition is None else definition.iterfind(qn("w:lvl"))
    levels = {level: one for one in found for level in [_level_of(one)] if level is not None}
    return {level: _read_level(one) for level, one in levels.items()}


def _lists_of_styles(styles: Element | None) -> dict[str, str]:
    """For each numbering style, the number of the list that has its levels (17.9.27)."""
    found = () if styles is None else styles.iterfind(qn("w:style"))
    of_style = f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}"
    return {value_of(style, "styleId"): value_of(style.find(of_style)) for style in found}


def _resolved(name: str, definitions: dict[str, Element], lists: dict[str, Element], linked: dict[str, str]) -> str:
    """The definition that has the levels: one may only name a numbering style (17.9.21), whose list has them."""
    seen: set[str] = set()
    while name not in seen and name in definitions and len(seen) < _MOST_LINKS:
        seen.add(name)
        style = value_of(definitions[name].find(qn("w:numStyleLink")))
        target = lists.get(linked.get(style, ""))
        if not style or target is None:
            break
        name = value_of(target.find(qn("w:abstractNumId")))
    return name


def _level_of(element: Element) -> int | None:
    level = _whole(value_of(element, "ilvl"))
    return level if level is not None and 0 <= level < LEVELS else None


def _read_level(level: Element) -> ListLevel:
    style, pattern = _number_format(level)
    start = _whole(value_of(level.find(qn("w:start"))))
    indent = level.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    fonts = level.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    return ListLevel(
        0 if start is None else start,  # 17.9.25: without it, counting begins at 0
        style,
        value_of(level.find(qn("w:lvlText"))),
        _whole(value_of(level.find(qn("w:lvlRestart")))),
        is_on(level, "isLgl"),
        value_of(level.find(qn("w:suff"))) or "tab",
        left_of(indent),
        value_of(level.find(qn("w:pStyle"))),
        "" if fonts is None else value_of(fonts, "ascii") or value_of(fonts, "hAnsi"),
        pattern,
    )


def _number_format(level: Element) -> tuple[str, str]:
    """The number format and, if it is a custom one, its pattern, which stands in a choice for newer programs."""
    found = level.find(qn("w:numFmt"))
    for choice in level.iterfind(f"{_MC_CHOICE}/{qn('mc:Choice')}/{qn('w:numFmt')}"):
        found = choice
    style = value_of(found) or "decimal"
    return style, value_of(found, "format") if style == "custom" else ""


def left_of(indent: Element | None) -> int | None:
    """The indent of a paragraph on the side where its lines begin, in twips; None if `w:ind` does not set it."""
    if indent is None:
        return None
    said = value_of(indent, "start") or value_of(indent, "left")
    try:
        return length(said) if said else None
    except ValueError:
        return None


def _whole(value: str) -> int | None:
    return int(value) if value.lstrip("-").isascii() and value.lstrip("-").isdigit() and len(value) < 9 else None
