"""Boxes: which sections are boxed, and in which boxes all text is indented like text after bullets.

Word joins neighbouring paragraphs into one box if they have the same borders and indents. So if all lists of a box have
bullets, all its paragraphs have the indent of the bulleted ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from briefs.model.document import Content, List, Paragraph, Section, Unit
from briefs.render.reference.look import Box

_BOXES: dict[str, Box] = {"decision": "BriefAsk", "box": "BriefBox"}


def box_of(section: Section) -> Box | None:
    """The text style of a section that is boxed; None for any other section."""
    return _BOXES.get(section.style)


class _BoxPart(NamedTuple):
    """A heading or an element of a section: the box that it belongs to, and whether the lists in it have bullets."""

    box: tuple[str, int] | None
    has_bullets: tuple[bool, ...]


def hangs_by_bullets(sections: Iterable[Section]) -> Iterator[tuple[bool, ...]]:
    """For each section, whether its heading and each of its elements are in a box whose lists all have bullets."""
    sections = tuple(sections)
    places = groupby(_places(sections), key=lambda place: place.box)
    found = iter([answer for box, group in places for answer in _answers(box, list(group))])
    return (tuple(next(found) for _ in range(1 + len(section.content))) for section in sections)


def _answers(box: tuple[str, int] | None, group: list[_BoxPart]) -> list[bool]:
    lists = [has_bullets for place in group for has_bullets in place.has_bullets]
    return [box is not None and bool(lists) and all(lists)] * len(group)


def _places(sections: Iterable[Section]) -> Iterator[_BoxPart]:
    """The headings and elements of all sections. A section of level 3 continues a box; a table or figure ends it."""
    chapter = 0
    for section in sections:
        chapter += section.level == 2
        style = box_of(section)
        box = None if style is None else (style, chapter)
        yield _BoxPart(box, ())
        for content in section.content:
            is_text = isinstance(content, Paragraph | List)
            yield _BoxPart(box if is_text else None, tuple(_bullets(content)))


def _bullets(content: Content) -> Iterator[bool]:
    """For each list number that a paragraph or list will have, whether it is a bullet."""
    match content:
        case Paragraph() if _is_numbered(content.unit):
            yield False
        case List():
            for item in content.items:
                if item.change is None or item.change.kind != "deleted":
                    yield not _is_numbered(item.unit)
        case _:
            pass


def _is_numbered(unit: Unit | None) -> bool:
    return unit is not None and unit.number is not None
