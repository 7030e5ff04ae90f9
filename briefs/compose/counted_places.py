"""Where the report lists the participants that a block counts: in rows of a table, which are never named one by one.

A source is the section that holds the table ("Annex"), since the label of a row would say who is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.model.block import BlockBase, ParticipantGroup, Statement
from briefs.model.library import Library
from briefs.model.report import Row, Section, Table


def counted_places(block: BlockBase, library: Library) -> dict[str, str]:
    """The labels, by address, of the sections whose tables list those that `block` counts; none if it counts none."""
    affiliations = {name for group in _groups(block, library) for name in group.affiliations}
    if not affiliations:
        return {}
    return {
        section.address: section.label
        for section in library.report.sections()
        if any(row.cells[-1] in affiliations for row in _rows(section))
    }


def _groups(block: BlockBase, library: Library) -> Iterator[ParticipantGroup]:
    """The groups of participants that `block` counts: itself if it is one."""
    names = block.counts if isinstance(block, Statement) else ()
    counted = (library.blocks[name].block for name in names if name in library.blocks)
    yield from (one for one in (block, *counted) if isinstance(one, ParticipantGroup))


def _rows(section: Section) -> Iterator[Row]:
    """The rows of the tables directly in `section`."""
    for child in section.children:
        if isinstance(child, Table):
            yield from child.rows
