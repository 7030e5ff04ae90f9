"""Writing moves (ISO/IEC 29500-1, 17.13.5.21 to 17.13.5.28), and proving that those of a file are whole.

A move is a deletion and an insertion in two ranges with one name. Word calls a file unreadable if an id occurs twice or
a range is not whole, so a file with moves is written only if `moves_are_sound` agrees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lxml import etree

from briefs.model.mark import Change
from briefs.word.controls import Ids
from briefs.word.elements import Element, local_name, qn, value_of, w
from briefs.word.revisions import change_ids

_HALVES = {"deleted": "moveFrom", "inserted": "moveTo"}
_PLAIN = {qn("w:delText"): qn("w:t"), qn("w:delInstrText"): qn("w:instrText")}
"""The text of what was moved away is written as if it was there."""
_BLOCKS = ("body", "tc", "sdtContent")
"""Where the ranges of moved paragraphs begin and end."""


def as_move(elements: list[Element], change: Change, ids: Ids) -> list[Element]:
    """`elements` (paragraphs, or controls around them) that are inserted or deleted as a whole, as half of a move."""
    half = _HALVES[change.kind]
    marks = {qn("w:del"), qn("w:ins")}
    for element in elements:
        for each in element.iter(*marks, *_PLAIN):
            each.tag = _PLAIN.get(each.tag, qn(f"w:{half}"))
    date = {"date": change.mark.date} if change.mark.date else {}
    number = next(ids.revisions)
    start = w(f"{half}RangeStart", id=number, name=change.move, author=change.mark.author, **date)
    return [start, *elements, w(f"{half}RangeEnd", id=number)]


def moves_are_sound(parts: Iterable[Element]) -> bool:
    """Whether all ids of tracked changes in the `parts` of a file (their roots) are their own, each range of a move has
    one beginning and one end in the same story, outside of paragraphs, each name is that of one place that something
    was moved from and of one that it was moved to, and whatever is moved is in such a range."""
    ids: Counter[str] = Counter()
    names: dict[str, Counter[str]] = {"moveFrom": Counter(), "moveTo": Counter()}
    for root in parts:
        ids.update(change_ids(root))
        open_ranges: dict[str, str] = {}
        for element in root.iter(etree.Element):
            name, id = local_name(element), value_of(element, "id")
            half = next((half for half in names if name.startswith(half)), None)
            if half is None:
                continue
            if name == f"{half}RangeStart":
                names[half][value_of(element, "name")] += 1
                if not _is_between_blocks(element) or half in open_ranges.values():
                    return False
                open_ranges[id] = half
            elif name == f"{half}RangeEnd":
                if not _is_between_blocks(element) or open_ranges.pop(id, "") != half:
                    return False
            elif half not in open_ranges.values():
                return False
        if open_ranges:
            return False
    is_paired = names["moveFrom"] == names["moveTo"] and set(names["moveFrom"].values()) <= {1}
    return is_paired and set(ids.values()) <= {1}


def _is_between_blocks(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and local_name(parent) in _BLOCKS
