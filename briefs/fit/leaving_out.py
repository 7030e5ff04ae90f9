"""Leaving units out of a brief, with everything that would make no sense without them.

A list or table that has lost all its units goes, caption included. A sentence goes with what it introduces. A section
that has lost its last unit goes with its heading. If only one of several subsections is left, its content stays and its
heading goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from briefs.model.document import Content, Document, Paragraph, Section
from briefs.model.document_walk import Chapter, O, chapters, has_units, map_owners
from briefs.model.inline import inline_text


def leave_out(document: Document, names: Set[str]) -> Document:
    """`document`, as composed, without the units with these `names` and without what depends on them."""
    sections = (section for chapter in chapters(document.sections) for section in _cut_chapter(chapter, names))
    return replace(document, sections=tuple(sections))


def introduces(content: Content) -> bool:
    """Whether an element only introduces what follows: a line of the template, or a unit that ends in a colon."""
    if not isinstance(content, Paragraph):
        return False
    ends_in_colon = content.unit is not None and inline_text(content.children).rstrip().endswith(":")
    return content.role == "intro" or (content.role == "body" and ends_in_colon)


def _cut_chapter(chapter: Chapter, names: Set[str]) -> Iterator[Section]:
    """What is left of a section and its subsections."""
    head, subsections = chapter.head, chapter.subsections
    left = [section for one in subsections if (section := _cut_subsection(one, names)) is not None]
    content = _cut_content(head.content, names, is_followed=bool(left) or not subsections)
    if _prints_units(chapter.sections) and not has_units(content) and not _prints_units(left):
        return
    if len(left) == 1 < len(subsections):
        style = head.style if content or head.style else left[0].style
        yield replace(head, content=(*content, *left[0].content), style=style)
    else:
        yield replace(head, content=content)
        yield from left


def _prints_units(sections: Sequence[Section]) -> bool:
    return any(has_units(section.content) for section in sections)


def _cut_subsection(section: Section, names: Set[str]) -> Section | None:
    content = _cut_content(section.content, names)
    return None if has_units(section.content) and not has_units(content) else replace(section, content=content)


def _cut_content(content: Sequence[Content], names: Set[str], is_followed: bool = True) -> tuple[Content, ...]:
    """What is left of `content`; `is_followed`: something follows it that its last element may introduce."""
    left: list[Content | None] = []
    for one in reversed(content):
        left.append(_cut_element(one, names) if is_followed or not _depends_on_next(one) else None)
        is_followed = left[-1] is not None
    left.reverse()
    for index, one in enumerate(content[1:], 1):
        if left[index - 1] is None and _depends_on_previous(one):
            left[index] = None
    return tuple(one for one in left if one is not None)


def _cut_element(content: Content, names: Set[str]) -> Content | None:
    """What is left of a block element; None if its last unit is left out."""

    def kept(owner: O) -> O | None:
        return None if owner.unit is not None and owner.unit.name in names else owner

    left = map_owners(content, kept)
    return None if left is None or (has_units((content,)) and not has_units((left,))) else left


def _depends_on_next(content: Content) -> bool:
    """Whether an element goes when nothing is left of what it introduces."""
    return introduces(content) and not _must_stay(content)


def _depends_on_previous(content: Content) -> bool:
    """Whether an element goes with the one before it: an attribution with its quotation."""
    return isinstance(content, Paragraph) and content.role == "attribution" and not _must_stay(content)


def _must_stay(content: Content) -> bool:
    return isinstance(content, Paragraph) and content.unit is not None and content.unit.weight == "must"
