"""Cited numbers that print the same in both editions, which only Word files have to tell apart.

In a Word file, a cited number leads to what it cites. If that has moved, or has another name in the new edition since
its section was renamed, its number is deleted and inserted, even if it is the same. For readers nothing has changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefs.model.document import Document
from briefs.model.document_walk import map_inlines
from briefs.model.inline import CitedNumber, Deleted, Emphasis, Foreign, Inline, Inserted, Strong, inline_text
from briefs.model.redlined import Difference


def without_same_numbers(document: Document) -> Document:
    """A redline without marks on cited numbers that are the same before and now."""
    return map_inlines(document, _unmarked)


def seen_changes(changes: Iterable[Difference]) -> tuple[Difference, ...]:
    """The changes without those of paragraphs that print no unit and say the same: numbers in them lead elsewhere."""
    return tuple(
        one for one in changes if one.unit or one.place != "paragraph" or one.kind != "reworded" or one.old != one.new
    )


def _unmarked(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for child in children:
        last = made[-1] if made else None
        if isinstance(last, Deleted) and isinstance(child, Inserted) and _is_same_number(last, child):
            made[-1:] = child.children
        elif isinstance(child, Strong | Emphasis | Foreign):
            made.append(replace(child, children=_unmarked(child.children)))
        else:
            made.append(child)
    return tuple(made)


def _is_same_number(old: Deleted, new: Inserted) -> bool:
    return inline_text(old.children) == inline_text(new.children) and all(map(_is_number, new.children))


def _is_number(child: Inline) -> bool:
    if isinstance(child, Strong | Emphasis | Foreign):
        return bool(child.children) and all(map(_is_number, child.children))
    return isinstance(child, CitedNumber)
