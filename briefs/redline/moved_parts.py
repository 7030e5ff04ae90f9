"""What was deleted in one place and inserted in another: it moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefs.model.document import Section
from briefs.model.document_walk import O, map_section_owners
from briefs.model.redlined import Difference
from briefs.redline.unit_alignment import Likeness
from briefs.redline.word_merging import similarity

_LEAST_WORDS = 4
"""Shorter texts say the same by chance."""
_ALIKE = 0.8
"""Parts without a name in common have moved if they are at least so similar."""


@dataclass(frozen=True, slots=True)
class PlacedDifference:
    """A difference, with what the part that is different is recognized by.

    A part `is_plain` if it is a paragraph or item with nothing but words.
    """

    difference: Difference
    like: Likeness
    is_plain: bool = False


def with_moves(
    found: Sequence[PlacedDifference], sections: tuple[Section, ...], *, is_marked: bool
) -> tuple[tuple[Difference, ...], tuple[Section, ...]]:
    """The differences, where halves of a move are one, and `sections`, in which changes are numbered as in `found`.

    With `is_marked`, both halves of a move that say the same get its name, if they are plain; no other change keeps
    one.
    """
    halves = dict(_moves(found))
    names: dict[str, str] = {}
    for count, (before, after) in enumerate(sorted(halves.items(), key=lambda pair: pair[1]), start=1):
        old, new = found[before].difference, found[after].difference
        if is_marked and old.old == new.new and found[before].is_plain and found[after].is_plain:
            names |= dict.fromkeys((str(before), str(after)), f"move{count}")
    sources = {after: before for before, after in halves.items()}
    changes = []
    for number, one in enumerate(found):
        if number in halves:
            continue
        if number in sources:
            old = found[sources[number]].difference
            changes.append(
                replace(
                    one.difference,
                    kind="moved",
                    old=old.old,
                    old_number=old.old_number,
                    old_section=old.section,
                )
            )
        else:
            changes.append(one.difference)
    return tuple(changes), tuple(_named_section(section, names) for section in sections)


def _moves(found: Sequence[PlacedDifference]) -> Iterable[tuple[int, int]]:
    """The indices of what was deleted, each with that of what was inserted in its stead elsewhere."""
    inserted = [at for at, one in enumerate(found) if one.difference.kind == "inserted"]
    deleted = [at for at, one in enumerate(found) if one.difference.kind == "deleted"]
    for is_by_name in (True, False):
        for before in list(deleted):
            fitting = [at for at in inserted if _is_same(found[before], found[at], is_by_name)]
            if fitting:
                after = max(fitting, key=lambda at: found[before].like.common(found[at].like))
                inserted.remove(after)
                deleted.remove(before)
                yield before, after


def _is_same(old: PlacedDifference, new: PlacedDifference, is_by_name: bool) -> bool:
    one, other = old.like, new.like
    if old.difference.place != new.difference.place:
        return False
    if is_by_name:
        return bool(one.name) and one.name == other.name
    if old.difference.place == "heading":
        return old.difference.old == new.difference.new
    if min(len(one.words), len(other.words)) < _LEAST_WORDS:
        return False
    total = len(one.words) + len(other.words)
    return 2 * one.common(other) >= _ALIKE * total and similarity(one.words, other.words) >= _ALIKE


def _named_section(section: Section, names: Mapping[str, str]) -> Section:
    """A section in which no change has a name but those with new `names`."""

    def named(owner: O) -> O:
        change = owner.change
        if change is None or not change.move:
            return owner
        return replace(owner, change=replace(change, move=names.get(change.move, "")))

    return map_section_owners(section, named)
