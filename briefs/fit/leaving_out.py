"""Leaving units out of a brief, and with them all that would stand there for nothing.

A list or table without an item goes, caption too; a sentence that introduces goes with what it introduces; a section
that has lost its last unit loses its heading; where one of several subheadings is left alone, its content stays and
the subheading goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from briefs.model.document import Content, Document, List, Paragraph, Section, Table, inline_text
from briefs.model.document_walk import owners_of

Ids = Set[str]


@dataclass(frozen=True, slots=True)
class Part:
    """A section and its subsections, each with its index among the sections of the brief."""

    head: tuple[int, Section]
    subsections: tuple[tuple[int, Section], ...]

    @property
    def sections(self) -> tuple[tuple[int, Section], ...]:
        return (self.head, *self.subsections)


def parts_of(document: Document) -> tuple[Part, ...]:
    """The brief's sections with their subsections."""
    parts: list[Part] = []
    for index, section in enumerate(document.sections):
        if section.level == 3 and parts and parts[-1].head[1].level == 2:
            parts[-1] = Part(parts[-1].head, (*parts[-1].subsections, (index, section)))
        else:
            parts.append(Part((index, section), ()))
    return tuple(parts)


def introduces(content: Content) -> bool:
    """Whether an element only introduces what follows: a line of the template's own, or a unit that ends in a colon."""
    if not isinstance(content, Paragraph):
        return False
    colon = content.unit is not None and inline_text(content.children).rstrip().endswith(":")
    return content.role == "intro" or (content.role == "body" and colon)


def leave_out(document: Document, out: Ids) -> Document:
    """`document`, as composed, without the units `out` and without what hangs on them."""
    return replace(document, sections=tuple(section for part in parts_of(document) for section in _part(part, out)))


def _part(part: Part, out: Ids) -> Iterator[Section]:
    subsections = [_subsection(section, out) for _, section in part.subsections]
    left = [section for section in subsections if section is not None]
    head = part.head[1]
    content = _content(head.content, out, followed=bool(left) or not subsections)
    had_units = any(_has_units(section.content) for _, section in part.sections)
    if had_units and not _has_units(content) and not any(_has_units(section.content) for section in left):
        return
    if len(left) == 1 < len(subsections):
        style = head.style if content or head.style else left[0].style
        yield replace(head, content=(*content, *left[0].content), style=style)
    else:
        yield replace(head, content=content)
        yield from left


def _subsection(section: Section, out: Ids) -> Section | None:
    content = _content(section.content, out)
    return None if _has_units(section.content) and not _has_units(content) else replace(section, content=content)


def _has_units(content: Sequence[Content]) -> bool:
    return any(True for one in content for _ in owners_of(one))


def _content(content: tuple[Content, ...], out: Ids, followed: bool = True) -> tuple[Content, ...]:
    """What is left of `content`; `followed` says whether anything follows that its last element may introduce."""
    kept: list[Content | None] = []
    for one in reversed(content):
        cut = _element(one, out)
        kept.append(cut if followed or _stands_alone(one) else None)
        followed = kept[-1] is not None
    kept.reverse()
    for index, one in enumerate(content[1:], 1):
        if kept[index - 1] is None and isinstance(one, Paragraph) and one.role == "attribution" and not _must(one):
            kept[index] = None
    return tuple(one for one in kept if one is not None)


def _stands_alone(content: Content) -> bool:
    return not introduces(content) or (isinstance(content, Paragraph) and _must(content))


def _must(paragraph: Paragraph) -> bool:
    return paragraph.unit is not None and paragraph.unit.weight == "must"


def _element(content: Content, out: Ids) -> Content | None:
    match content:
        case List():
            items = tuple(item for item in content.items if item.unit is None or item.unit.name not in out)
            kept: Content = replace(content, items=items)
        case Table():
            rows = tuple(row for row in content.rows if row.unit is None or row.unit.name not in out)
            kept = replace(content, rows=rows)
        case _:
            return None if content.unit is not None and content.unit.name in out else content
    return None if _has_units((content,)) and not _has_units((kept,)) else kept
