"""The position of an element in its section, and what depends on it: boxes, what stays together, small type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefs.model.document import Content, Section, Table
from briefs.render.docx.boxes import box_of
from briefs.render.docx.keeping import Keep, keeps
from briefs.render.reference.look import Box


@dataclass(frozen=True, slots=True)
class Position:
    """The position of a heading or a block element in its section.

    `box` is the box that it belongs to; if it `hangs_by_bullets`, all text in the box is indented like text after
    bullets. `keep` says how it stays with what follows. `closes_up`: it is directly above a table that is the lower
    part of its box. `is_small`: it is end matter in small type. `follows_table`: it follows a table, which has no space
    of its own.
    """

    box: Box | None
    hangs_by_bullets: bool
    keep: Keep
    closes_up: bool
    is_small: bool
    follows_table: bool = False

    def of_item(self, place: int, count: int, has_room: bool = False) -> Position:
        """The position of an item of the list that has this position: the one at `place`, from 1, of `count` items.

        No page begins or ends with only one item of a list, unless the item has room to write in.
        """
        is_last = place == count
        keeps_next = place in (1, count - 1) and not is_last and not has_room
        return replace(
            self,
            keep=self.keep if is_last else Keep.NEXT if keeps_next else self.keep.inside,
            closes_up=self.closes_up and is_last,
            follows_table=self.follows_table and place == 1,
        )


def positions(
    section: Section, hanging: tuple[bool, ...], following: Section | None = None, is_large_print: bool = False
) -> Iterator[tuple[Content | None, Position]]:
    """The heading of a section (None) and its block elements, each with its position.

    `hanging` says for each whether its text is indented like text after bullets; `following` is the next section.
    """
    box, is_small = box_of(section), section.style == "end"
    contents = (None, *section.content)
    kept = keeps(section, following, is_large_print)
    for place, (content, hangs, keep) in enumerate(zip(contents, hanging, kept, strict=True), start=1):
        after = contents[place] if place < len(contents) else None
        closes_up = box is not None and _is_answer_table(after) and not isinstance(content, Table)
        yield content, Position(box, hangs, keep, closes_up, is_small)


def _is_answer_table(content: Content | None) -> bool:
    """Whether it is a list with columns, which is the lower part of a box."""
    return isinstance(content, Table) and content.is_list
