"""Groups of participants: their names, and the counts that wording may give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

from briefs.model.block import BlockBase, ParticipantGroup, Statement
from briefs.model.library import Library


def groups_of(block: BlockBase, library: Library) -> tuple[ParticipantGroup, ...]:
    """The groups behind `block`: itself if it is a group, or those that it counts."""
    if isinstance(block, ParticipantGroup):
        return (block,)
    names = block.counts if isinstance(block, Statement) else ()
    if not names:
        return ()
    groups = (library.blocks[name].block for name in names if name in library.blocks)
    return tuple(group for group in groups if isinstance(group, ParticipantGroup))


def counts_of(groups: Iterable[ParticipantGroup]) -> Iterator[int]:
    """The counts of `groups`, the sums of neighbouring groups, and the counts of participants that a group includes.

    The counts of groups were checked against the report when blocks were drawn.
    """
    groups = list(groups)
    yield from (group.including.count for group in groups if group.including is not None)
    counts = [group.count for group in groups]
    for start in range(len(counts)):
        yield from accumulate(counts[start:])


def names_of(groups: Iterable[ParticipantGroup]) -> str:
    """The names of `groups` and the affiliations by which they were counted, in one text."""
    return " ".join(" ".join((group.name, *group.affiliations)) for group in groups)
