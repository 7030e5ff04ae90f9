"""Sections of two editions merged in one: paragraphs, items, tables and figures, each with its changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from briefs.model.document import Figure, Item, List, Paragraph, Row, Section, Table, Unit
from briefs.model.document_walk import inlines_of, inlines_of_owner
from briefs.model.inline import (
    Emphasis,
    Foreign,
    Inline,
    SourceTag,
    Strong,
    Text,
    appended,
    text_area,
    without_text_area,
)
from briefs.model.mark import Change, Mark
from briefs.model.redlined import Alteration, ChangedPlace, Difference, WordCounts
from briefs.redline.compared_editions import Compared, text_of, told
from briefs.redline.compared_parts import Leaf, LeafElement, contents_of, leaves
from briefs.redline.joints import Joint, merged_joint, with_joints
from briefs.redline.moved_parts import PlacedDifference
from briefs.redline.part_pairs import is_apart, leaf_pairs, row_pairs, section_pairs
from briefs.redline.unit_alignment import Pair, likeness
from briefs.redline.whole_changes import changed, changed_heading, changed_row
from briefs.redline.word_merging import merged_words, word_count

Kind = Literal["inserted", "deleted"]


@dataclass(slots=True)
class Merging:
    """Merges two editions, and keeps what is different, in reading order, and how many words that marks."""

    compared: Compared
    mark: Mark
    changes: list[PlacedDifference] = field(default_factory=list)
    counts: WordCounts = field(default_factory=WordCounts)
    section: str = ""
    section_id: str = ""

    def words(
        self,
        place: ChangedPlace,
        old: tuple[Inline, ...],
        new: tuple[Inline, ...],
        unit: Unit | None = None,
        number: int | None = None,
    ) -> tuple[Inline, ...]:
        """Both wordings of a piece of text in one; a difference is noted as one of `place`, in what prints `unit`."""
        made, is_changed = self._merged(old, new)
        if is_changed:
            self.record(place, "reworded", *told(old, new), unit, number)
        return made

    def whole(self, kind: Kind, is_text: bool = False) -> Change:
        """The change of an element that is inserted or deleted as a whole; moves of texts are found by its number."""
        return Change(kind, self.mark, str(len(self.changes)) if is_text else "")

    def sections(self) -> tuple[Section, ...]:
        """All sections of both editions, merged."""
        return tuple(map(self._section, section_pairs(self.compared)))

    def _section(self, pair: Pair[Section]) -> Section:
        if pair.new is None:
            assert pair.old is not None
            return self._whole_section(pair.old, "deleted")
        new = pair.new
        if pair.old is None:
            return new if self.compared.is_apart(new) else self._whole_section(new, "inserted")
        self.enter(new)
        heading = self.words("heading", pair.old.heading, new.heading)
        return replace(new, heading=heading, content=self._content(pair.old, new))

    def _whole_section(self, section: Section, kind: Kind) -> Section:
        self.enter(section)
        heading = changed_heading(section, self.whole(kind))
        self.count(kind, [section.heading])
        self.record("heading", kind, *_sides(kind, self.section), runs=[section.heading])
        made = [(self._whole_leaf(leaf, kind), leaf.list) for leaf in leaves(section)]
        return replace(heading, content=contents_of(made))

    def _content(self, old: Section, new: Section) -> tuple[List | Paragraph | Table | Figure, ...]:
        pairs = leaf_pairs(old, new, self.compared)
        if self.compared.may_have_joints:
            return contents_of(made for found in with_joints(pairs) for made in self._found(found))
        return contents_of(self._leaf(pair) for pair in pairs)

    def _found(self, found: Pair[Leaf] | Joint) -> Iterator[tuple[LeafElement, List | None]]:
        if isinstance(found, Pair):
            yield self._leaf(found)
            return
        made, counts = merged_joint(found, self.mark)
        self.counts += counts
        texts = [
            "\n".join(text_of(run) for leaf in each for run in inlines_of_owner(leaf.owner))
            for each in (found.old, found.new)
        ]
        kind: Alteration = "parted" if len(found.new) > 1 else "joined"
        old, new = found.old[0].owner.unit, found.new[0].owner.unit
        self.record("paragraph", kind, texts[0], texts[1], new, _number(new), _number(old))
        yield from ((one, found.new[0].list) for one in made)

    def _leaf(self, pair: Pair[Leaf]) -> tuple[LeafElement, List | None]:
        if pair.new is None:
            assert pair.old is not None
            return self._whole_leaf(pair.old, "deleted"), pair.old.list
        if pair.old is None:
            made = pair.new.element if is_apart(pair.new, self.compared) else self._whole_leaf(pair.new, "inserted")
            return made, pair.new.list
        return self._same_leaf(pair.old.element, pair.new.element), pair.new.list

    def _same_leaf(self, old: LeafElement, new: LeafElement) -> LeafElement:
        match old, new:
            case Table(), Table():
                return self._table(old, new)
            case Figure(), Figure():
                return replace(
                    new, caption=self.words("caption", old.caption, new.caption, new.unit, _number(new.unit))
                )
            case (Paragraph() | Item(), Paragraph() | Item()):
                return self._text(old, new)
            case _:
                raise AssertionError("only elements of one kind are the same")

    def _text(self, old: Paragraph | Item, new: Paragraph | Item) -> Paragraph | Item:
        children, is_changed = self._merged(old.children, new.children)
        if is_changed:
            place: ChangedPlace = "tag" if _is_tag(new) else "paragraph"
            texts = told(old.children, new.children)
            self.record(place, "reworded", *texts, new.unit, _number(new.unit), _number(old.unit))
        return replace(new, children=children)

    def _table(self, old: Table, new: Table) -> Table:
        unit = next((row.unit for row in new.rows if row.unit), None)
        columns = zip(old.columns, new.columns, strict=True)
        return replace(
            new,
            caption=self.words("caption", old.caption, new.caption, unit, new.number),
            columns=tuple(self.words("column", one, other, unit, new.number) for one, other in columns),
            rows=tuple(self._rows(old, new)),
        )

    def _rows(self, old: Table, new: Table) -> Iterator[Row]:
        for pair in row_pairs(old, new):
            if pair.new is None:
                assert pair.old is not None
                yield self._whole_row(pair.old, "deleted", old.number)
            elif pair.old is None:
                yield self._whole_row(pair.new, "inserted", new.number)
            else:
                yield self._row(pair.old, pair.new, (old.number, new.number))

    def _row(self, old: Row, new: Row, numbers: tuple[int | None, int | None]) -> Row:
        pairs = list(zip(old.cells, new.cells, strict=True))
        merged = [self._merged(one.children, other.children) for one, other in pairs]
        if any(is_changed for _, is_changed in merged):
            own = _number(new.unit) or numbers[1], _number(old.unit) or numbers[0]
            told_cells = [told(one.children, other.children) for one, other in pairs]
            before, now = (" | ".join(filter(None, side)) for side in zip(*told_cells, strict=True))
            self.record("row", "reworded", before, now, new.unit, *own)
        cells = (replace(cell, children=words) for cell, (words, _) in zip(new.cells, merged, strict=True))
        return replace(new, cells=tuple(cells))

    def _whole_row(self, row: Row, kind: Kind, number: int | None) -> Row:
        made = changed_row(row, self.whole(kind))
        runs = inlines_of_owner(row)
        self.count(kind, runs)
        number = _number(row.unit) or number
        self.record("row", kind, *_sides(kind, _row_text(row)), row.unit, *_numbers(kind, number), runs=runs)
        return made

    def _whole_leaf(self, leaf: Leaf, kind: Kind) -> LeafElement:
        element = leaf.element
        made = changed(element, self.whole(kind, leaf.is_text))
        if isinstance(element, Table):
            runs = tuple(inlines_of(element))
            self.count(kind, runs)
            self._record_table(element, kind, runs)
            return made
        runs = inlines_of_owner(element)
        self.count(kind, runs)
        place: ChangedPlace = "figure" if isinstance(element, Figure) else "tag" if _is_tag(element) else "paragraph"
        text = text_of(runs[0]) if place != "tag" else ""
        self.record(place, kind, *_sides(kind, text), element.unit, *_numbers(kind, _number(element.unit)), runs=runs)
        return made

    def _record_table(self, table: Table, kind: Kind, runs: Sequence[tuple[Inline, ...]]) -> None:
        """Note a table; of a list with columns each item, which may be one of a list without columns elsewhere."""
        if table.is_list:
            for row in table.rows:
                numbers = _numbers(kind, _number(row.unit))
                text = _row_text(row)
                self.record("paragraph", kind, *_sides(kind, text), row.unit, *numbers, runs=inlines_of_owner(row))
            return
        unit = next((row.unit for row in table.rows if row.unit), None)
        text = "\n".join(filter(None, (text_of(table.caption), *map(_row_text, table.rows))))
        self.record("table", kind, *_sides(kind, text), unit, *_numbers(kind, table.number), runs=runs)

    def _merged(self, old: tuple[Inline, ...], new: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], bool]:
        """Both wordings in one, and whether they differ. Room to write in is the same in both."""
        words, area = without_text_area(new), text_area(new)
        before = old if text_area(old) != area else without_text_area(old)
        compared = self.compared.words(words)
        made = merged_words(before, compared, self.mark)
        self.counts += made.words
        if made.children is compared:
            return new, False
        tags = self.compared.tags(words)
        return appended((*made.children, *((area,) if area else ())), tags), made.is_changed

    def enter(self, section: Section | None) -> None:
        """What is noted from now on stands below the heading of `section`, or of none."""
        self.section, self.section_id = ("", "") if section is None else (text_of(section.heading), section.id)

    def count(self, kind: Kind, runs: Iterable[tuple[Inline, ...]]) -> None:
        """Count the words of a part that is inserted or deleted as a whole."""
        words = sum(map(word_count, runs))
        inserted, deleted = (words, 0) if kind == "inserted" else (0, words)
        self.counts += WordCounts(inserted, deleted, 0, deleted, inserted)

    def record(
        self,
        place: ChangedPlace,
        kind: Alteration,
        old: str,
        new: str,
        unit: Unit | None = None,
        number: int | None = None,
        old_number: int | None = None,
        runs: Sequence[tuple[Inline, ...]] = (),
    ) -> None:
        """Note a difference; `runs` are the words by which a part is recognized where it moved to."""
        name = "" if unit is None else unit.name
        found = Difference(place, kind, old, new, self.section, name, number, old_number, section_id=self.section_id)
        is_plain = place == "paragraph" and len(runs) == 1 and all(map(_is_plain, runs))
        self.changes.append(PlacedDifference(found, likeness(unit, runs), is_plain))


def _is_plain(children: tuple[Inline, ...]) -> bool:
    """Whether inline content has nothing but words."""
    return all(
        _is_plain(child.children)
        if isinstance(child, Strong | Emphasis | Foreign)
        else isinstance(child, Text | SourceTag)
        for child in children
    )


def _is_tag(element: LeafElement) -> bool:
    return isinstance(element, Paragraph) and element.role == "tag"


def _number(unit: Unit | None) -> int | None:
    return None if unit is None else unit.number


def _numbers(kind: Kind, number: int | None) -> tuple[int | None, int | None]:
    """The number in the new edition, and that in the old one."""
    return (number, None) if kind == "inserted" else (None, number)


def _sides(kind: Kind, text: str) -> tuple[str, str]:
    """The text in the old edition, and that in the new one."""
    return ("", text) if kind == "inserted" else (text, "")


def _row_text(row: Row) -> str:
    return " | ".join(filter(None, (text_of(cell.children) for cell in row.cells)))
