"""Which list each item is in, and how deep: by indents, markers and numbers that go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.report.lists import ordinal
from briefs.report.pdf.pdf_paragraphs import Block

_NEAR = 5.0
"""Within so many points, indents are the same."""


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The list that an item, or a paragraph that goes on with one, is in, and its depth: 0 for a list in no other."""

    list_id: str
    depth: int


@dataclass(slots=True)
class _OpenList:
    name: str
    indent: float
    kind: str
    number: int | None
    edge: float
    text_at: float


def list_places(blocks: Sequence[Block | None], lefts: Sequence[float]) -> dict[int, ListPlace]:
    """For each block that is an item, by its index, where it belongs.

    Also for each paragraph that is set right below an item, or below another such paragraph, where the text of this
    item begins, if most paragraphs are not. `lefts`: the left edges of the text around.
    """
    places: dict[int, ListPlace] = {}
    opened: list[_OpenList] = []
    count = 0
    usual = _usual_indent(blocks, lefts)
    for index, (block, left) in enumerate(zip(blocks, lefts, strict=True)):
        if block is None:
            opened = []
            continue
        indent = block.indent - left
        if not block.marker:
            depth = next((at for at in reversed(range(len(opened))) if _is_below(opened[at], block.indent)), None)
            if depth is not None and index - 1 in places and indent > usual + _NEAR:
                places[index] = ListPlace(opened[depth].name, depth)
                del opened[depth + 1 :]
                continue
            opened = [one for one in opened if one.number is not None or indent > one.indent + _NEAR]
            continue
        kind, number = kind_of(block.marker), _number(block.marker)
        going_on = next((one for one in reversed(opened) if _continues(one, kind, number, indent, block.indent)), None)
        if going_on is not None:
            del opened[opened.index(going_on) + 1 :]
            going_on.number, going_on.edge, going_on.text_at = number, block.indent, block.text_at
        else:
            while opened and opened[-1].indent >= indent - _NEAR and not _is_within(opened[-1], kind, indent):
                opened.pop()
            count += 1
            opened.append(_OpenList(f"list {count}", indent, kind, number, block.indent, block.text_at))
        places[index] = ListPlace(opened[-1].name, len(opened) - 1)
    return places


def kind_of(marker: str) -> str:
    """What markers of one list have in common: the bullet, or the sort of number and the signs around it."""
    core = marker.strip("().]")
    if not any(one.isalnum() for one in core):
        return marker
    sort = "0" if core[0].isdigit() else ("a" if core.islower() else "A")
    return marker.replace(core, sort) + "." * core.count(".")


def _number(marker: str) -> int | None:
    core = marker.strip("().]")
    if "." in core and core.replace(".", "").isdigit():
        return int(core.rsplit(".", 1)[1])
    return ordinal(marker.lower())


def _usual_indent(blocks: Sequence[Block | None], lefts: Sequence[float]) -> float:
    """By how much most paragraphs are indented."""
    indents = Counter(
        round(block.indent - left)
        for block, left in zip(blocks, lefts, strict=True)
        if block is not None and not block.marker
    )
    return indents.most_common(1)[0][0] if indents else 0.0


def _is_below(one: _OpenList, edge: float) -> bool:
    """Whether a paragraph begins about where the text of the last item does, and not where its marker is."""
    return one.edge + _NEAR < edge <= one.text_at + 2 * _NEAR


def _continues(one: _OpenList, kind: str, number: int | None, indent: float, edge: float) -> bool:
    """Whether an item goes on with a list: bullets are at the same place of their column, or of their page."""
    if one.kind != kind:
        return False
    if one.number is None or number is None:
        return abs(one.indent - indent) <= _NEAR or abs(one.edge - edge) <= _NEAR
    return number == one.number + 1 or (abs(one.indent - indent) <= _NEAR and one.number < number <= one.number + 2)


def _is_within(one: _OpenList, kind: str, indent: float) -> bool:
    """Whether a list of another kind at the same indent is inside an item of a numbered one."""
    return one.number is not None and kind != one.kind and abs(one.indent - indent) <= _NEAR and not kind[:1].isalnum()
