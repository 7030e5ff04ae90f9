"""The content of a section as a sequence of paragraphs, items, tables and figures; and such a sequence as content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from briefs.model.document import Content, Figure, Item, List, Paragraph, Section, Table
from briefs.model.document_walk import inlines_of, inlines_of_owner
from briefs.model.inline import text_area
from briefs.redline.compared_editions import without_tags
from briefs.redline.unit_alignment import Likeness, likeness, score

LeafElement: TypeAlias = Paragraph | Item | Table | Figure


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A paragraph, item, table or figure; `list` is the list that an item is in. `like` is what it is recognized by."""

    element: LeafElement
    list: List | None
    like: Likeness

    @property
    def owner(self) -> Paragraph | Item | Figure:
        """The element that can print a unit; a table has many."""
        assert not isinstance(self.element, Table)
        return self.element

    @property
    def is_text(self) -> bool:
        """Whether it is a paragraph or an item."""
        return isinstance(self.element, Paragraph | Item)


def leaves(section: Section) -> tuple[Leaf, ...]:
    """The content of a section, with the items of lists one by one."""
    return tuple(_leaves(section.content))


def _leaves(contents: Iterable[Content]) -> Iterator[Leaf]:
    for content in contents:
        match content:
            case List():
                yield from (_leaf(item, content) for item in content.items)
            case _:
                yield _leaf(content, None)


def _leaf(element: LeafElement, within: List | None) -> Leaf:
    unit = None if isinstance(element, Table) else element.unit
    runs = inlines_of(element) if isinstance(element, Table) else inlines_of_owner(element)
    return Leaf(element, within, likeness(unit, [without_tags(run) for run in runs]))


def same_leaf(old: Leaf, new: Leaf, old_names: frozenset[str], new_names: frozenset[str]) -> float:
    """How much two leaves have in common; 0 if they are not the same, or cannot be shown as one.

    Tables are the same if they have a row in common, if their captions are the same, or if most of their words are.
    """
    if isinstance(old.element, Table) and isinstance(new.element, Table):
        return _same_table(old, new, old.element, new.element)
    if isinstance(old.element, Figure) and isinstance(new.element, Figure):
        same = old.element.graphic == new.element.graphic
        return score(old.like, new.like, old_names, new_names) if same else 0.0
    if not old.is_text or not new.is_text or not _fits(old.element, new.element):
        return 0.0
    return score(old.like, new.like, old_names, new_names)


def _fits(old: LeafElement, new: LeafElement) -> bool:
    """Whether two paragraphs or items can be shown as one: neither is a line of its own kind, nor has room to write."""
    assert isinstance(old, Paragraph | Item)
    assert isinstance(new, Paragraph | Item)
    roles = [one.role if isinstance(one, Paragraph) else "body" for one in (old, new)]
    apart = [role if role in ("tag", "attribution") else "" for role in roles]
    return apart[0] == apart[1] and text_area(old.children) == text_area(new.children)


def _same_table(old: Leaf, new: Leaf, before: Table, after: Table) -> float:
    if _shape(before) != _shape(after):
        return 0.0
    common = old.like.common(new.like)
    names = [{row.unit.name.partition("/")[2] for row in one.rows if row.unit} for one in (before, after)]
    if names[0] & names[1] or (before.caption and before.caption == after.caption):
        return 10.0 + common
    return common if not any(names) and 2 * common > len(new.like.words) else 0.0


def _shape(table: Table) -> tuple[int, bool, bool]:
    """What tables must share to be shown as one: the number of columns, the kind, and whether a caption is printed."""
    return len(table.columns), table.is_list, bool(table.caption) or table.number is not None


def contents_of(placed: Iterable[tuple[LeafElement, List | None]]) -> tuple[Content, ...]:
    """Content of leaves in order, each item with the list that it was in.

    An item that was deleted is in the list that the item before it is in, or the item after it, if they look alike.
    """
    entries = list(placed)
    owners = [within for _, within in entries]
    is_gone = [within is not None and _is_deleted(element) for element, within in entries]
    for places, step in ((range(1, len(entries)), -1), (range(len(entries) - 2, -1, -1), 1)):
        for at in places:
            own, other = owners[at], owners[at + step]
            if is_gone[at] and own is not None and other is not None and own.style == other.style:
                owners[at] = other
    made: list[Content] = []
    for _, group in groupby(zip(entries, owners, strict=True), key=lambda one: id(one[1]) if one[1] else 0):
        members = list(group)
        within = members[0][1]
        elements = [element for (element, _), _ in members]
        if within is None:
            made += [element for element in elements if not isinstance(element, Item)]
        else:
            made.append(replace(within, items=tuple(one for one in elements if isinstance(one, Item))))
    return tuple(made)


def _is_deleted(element: LeafElement) -> bool:
    return element.change is not None and element.change.kind == "deleted"
