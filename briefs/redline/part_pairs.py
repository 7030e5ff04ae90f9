"""Sections, leaves and rows of two editions in pairs: each with the same part of the other edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefs.model.document import Item, Row, Section, Table, Unit
from briefs.model.document_walk import contents, inlines_of, table_of_one_number
from briefs.redline.compared_editions import Compared, text_of, without_tags
from briefs.redline.compared_parts import Leaf, leaves, same_leaf
from briefs.redline.unit_alignment import Likeness, Pair, aligned, likeness, score


def section_pairs(compared: Compared) -> list[Pair[Section]]:
    """All sections of two editions."""
    old, new = (tuple(map(_Placed.of, edition.sections)) for edition in (compared.old, compared.new))
    ids = [frozenset(one.section.id for one in each) - {""} for each in (old, new)]

    def same(one: _Placed, other: _Placed) -> float:
        return 0.0 if compared.is_apart(other.section) else one.same(other, *ids)

    return [
        Pair(None if pair.old is None else pair.old.section, None if pair.new is None else pair.new.section)
        for pair in aligned(old, new, same)
    ]


def leaf_pairs(old: Section, new: Section, compared: Compared) -> list[Pair[Leaf]]:
    """The leaves of one section in both editions."""
    before, after = leaves(old), leaves(new)
    names = [frozenset(leaf.like.name for leaf in each) - {""} for each in (before, after)]

    def same(one: Leaf, other: Leaf) -> float:
        return 0.0 if is_apart(other, compared) else same_leaf(one, other, names[0], names[1])

    return aligned(before, after, same)


def is_apart(leaf: Leaf, compared: Compared) -> bool:
    """Whether a leaf of the new edition is not compared."""
    return not isinstance(leaf.element, Item) and compared.is_apart(leaf.element)


def row_pairs(old: Table, new: Table) -> list[Pair[Row]]:
    """The rows of one table in both editions."""
    before, after = (tuple(map(_PlacedRow.of, table.rows)) for table in (old, new))
    names = [frozenset(row.like.name for row in each) - {""} for each in (before, after)]

    def same(one: _PlacedRow, other: _PlacedRow) -> float:
        return score(one.like, other.like, names[0], names[1])

    return [
        Pair(None if pair.old is None else pair.old.row, None if pair.new is None else pair.new.row)
        for pair in aligned(before, after, same)
    ]


def new_names(compared: Compared) -> dict[str, str]:
    """The names that units of the old edition have in the new one, where they stand in the same place, by their old
    names: a unit has another name if its section has, and what is cited of it stays the same."""
    return dict(_new_names(compared))


def _new_names(compared: Compared) -> Iterator[tuple[str, str]]:
    for sections in section_pairs(compared):
        if sections.old is None or sections.new is None:
            continue
        for pair in leaf_pairs(sections.old, sections.new, compared):
            if pair.old is None or pair.new is None:
                continue
            old, new = pair.old.element, pair.new.element
            if isinstance(old, Table) and isinstance(new, Table):
                units = [(rows.old and rows.old.unit, rows.new and rows.new.unit) for rows in row_pairs(old, new)]
                if table_of_one_number(old) and table_of_one_number(new):
                    units.append((_first_unit(old), _first_unit(new)))
            else:
                units = [(pair.old.owner.unit, pair.new.owner.unit)]
            yield from ((before.name, now.name) for before, now in units if before and now)


def _first_unit(table: Table) -> Unit | None:
    """The unit by whose name the number of a table is cited."""
    return next((row.unit for row in table.rows if row.unit), None)


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """A section with what it is recognized by: `like` has all its words."""

    section: Section
    like: Likeness
    names: frozenset[str]

    @classmethod
    def of(cls, section: Section) -> _Placed:
        inside = [content for _, content in contents((section,))]
        runs = [section.heading, *(run for content in inside for run in inlines_of(content))]
        units = (owner.unit for content in inside for owner in content.owners)
        names = frozenset(unit.name.partition("/")[2] for unit in units if unit is not None)
        return cls(section, likeness(None, list(map(without_tags, runs))), names)

    def same(self, other: _Placed, old_ids: frozenset[str], new_ids: frozenset[str]) -> float:
        """How much this old section has in common with a new one: the same id, the same heading, or most units."""
        common = self.like.common(other.like)
        if self.section.id and self.section.id == other.section.id:
            return 20.0 + common
        if self.section.id in new_ids or other.section.id in old_ids:
            return 0.0
        if text_of(self.section.heading) == text_of(other.section.heading):
            return 15.0 + common
        if self.names or other.names:
            shared = len(self.names & other.names)
            return 10.0 + common if 2 * shared >= max(len(self.names), len(other.names)) else 0.0
        return score(self.like, other.like, frozenset(), frozenset())


@dataclass(frozen=True, slots=True, eq=False)
class _PlacedRow:
    """A row with what it is recognized by."""

    row: Row
    like: Likeness

    @classmethod
    def of(cls, row: Row) -> _PlacedRow:
        return cls(row, likeness(row.unit, [without_tags(cell.children) for cell in row.cells]))
