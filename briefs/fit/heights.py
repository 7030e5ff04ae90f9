"""How much room a brief takes, estimated from its text. The estimate only decides which step is laid out first.

All lengths are in points, for type as in `templates/layout/print.css`. What has been laid out once is not estimated.
Nothing else depends on these numbers: if a layout differs from that, or sets other `--figure-…` properties, a brief is
laid out once or twice more.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias, assert_never

from briefs.model.document import Content, Document, Figure, FormRef, Item, List, Paragraph, Row, Section, Table, Unit
from briefs.model.figure import Bars, Graphic, Pillars, Timeline
from briefs.model.inline import Inline, inline_text, text_area

LINE = 15.2
"""The height of a line of running text, in points."""
PAGE = 699.6
"""The height of a page's text area, in points, until one has been laid out."""
ROOM = 19.8
"""The height of a line that is left free for notes."""
SMALL = 11.75
ROW = 13.0

UnitHeights: TypeAlias = Mapping[tuple[str, tuple[FormRef, ...]], float]
"""Heights in points of units that have been laid out, by their names and the forms that they printed."""

_CHARACTERS = 91
_SMALL_CHARACTERS = 112
_ROW_CHARACTERS = 97
_FURNITURE = 150.0
_HEADING = {2: 32.0, 3: 24.0}
_BOX = 26.0
_CAPTION = 37.0
_LABEL_LINE = 11.0
"""Points of a line in a graphic."""
_LABEL_CHARACTERS = 108
"""Characters in such a line, if it is as wide as the text."""
_EVENTS, _PILLARS = 6, 5
"""The most columns side by side."""


def estimate(document: Document, measured: UnitHeights) -> float:
    """The approximate height of `document` when laid out, in points; `measured` are the heights known already."""
    return (
        _FURNITURE
        + sum(_section_height(section, measured) for section in document.sections)
        + sum(_lines(note.children, _SMALL_CHARACTERS) * SMALL for note in document.notes)
    )


def _section_height(section: Section, measured: UnitHeights) -> float:
    box = _BOX if section.style in ("box", "decision") else 0.0
    return box + _HEADING[section.level] + sum(_content_height(one, section, measured) for one in section.content)


def _content_height(content: Content, section: Section, measured: UnitHeights) -> float:
    match content:
        case Paragraph():
            small = section.style == "end" or content.role in ("small", "tag", "attribution")
            height = _lines(content.children, _SMALL_CHARACTERS) * SMALL if small else unit_height(content, measured)
            return height + 4.5
        case List():
            return 2.0 + sum(unit_height(item, measured) + 2.5 for item in content.items)
        case Table():
            return _CAPTION + sum(unit_height(row, measured, content.widths) for row in content.rows)
        case Figure():
            return unit_height(content, measured)


def unit_height(owner: Paragraph | Item | Row | Figure, measured: UnitHeights, widths: tuple[int, ...] = ()) -> float:
    """The height, in points, of the element that prints a unit: as measured, or else estimated.

    `widths` are the shares of a row's cells, in per cent; without them all cells are equal.
    """
    unit = owner.unit or Unit("", "")
    known = measured.get((unit.name, unit.forms))
    if known is not None:
        return known
    match owner:
        case Paragraph() | Item():
            return _lines(owner.children, _CHARACTERS) * LINE + _room(owner.children, 9.0)
        case Row():
            shares = widths or (100 // len(owner.cells),) * len(owner.cells)
            cells = zip(owner.cells, shares, strict=True)
            lines = (ROW * _lines(cell.children, _ROW_CHARACTERS * share / 100) for cell, share in cells)
            return 5.7 + max(*lines, *(_room(cell.children) for cell in owner.cells))
        case Figure():
            return graphic_height(owner.graphic) + _lines(owner.caption, _CHARACTERS) * LINE


def graphic_height(graphic: Graphic) -> float:
    """The approximate height of a graphic drawn as wide as the text, in points."""
    match graphic:
        case Timeline():
            rows = math.ceil(len(graphic.events) / _EVENTS)
            lines = _label_lines([event.text for event in graphic.events], math.ceil(len(graphic.events) / rows))
            return rows * (14 + _LABEL_LINE * (1 + lines))
        case Pillars():
            beam = sum(17 + _LABEL_LINE * (len(text) // _LABEL_CHARACTERS) for text in graphic.beams)
            texts = [pillar.text for pillar in graphic.pillars]
            if len(texts) > _PILLARS:
                return beam + sum(10 + _LABEL_LINE * _label_lines([text], 1) for text in texts)
            return beam + 30 + _LABEL_LINE * _label_lines(texts, len(texts))
        case Bars():
            names = [words for bar in graphic.bars for words in (bar.name, *(part.text for part in bar.portions))]
            return 3 * len(graphic.bars) + sum(9.5 * _label_lines([name], 2.4) for name in names)
        case _:
            assert_never(graphic)


def _label_lines(texts: Sequence[str], columns: float) -> int:
    """How many lines the longest of `texts` takes, set in columns side by side."""
    return max(math.ceil(len(text) * columns / _LABEL_CHARACTERS) for text in texts)


def _room(children: tuple[Inline, ...], around: float = 0.0) -> float:
    """The height of the room to write in at the end of the text, with so much space around it; 0 if there is none."""
    area = text_area(children)
    return 0.0 if area is None else area.rows * ROOM + around


def _lines(children: tuple[Inline, ...], characters: float) -> int:
    """About how many lines the text takes, with so many characters in a line."""
    return max(1, math.ceil(len(inline_text(children)) / characters))
