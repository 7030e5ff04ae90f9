"""What a block is checked against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from briefs.blocks.block_files import WrittenBlock
from briefs.model.report import Report
from briefs.model.wording_rules import WordingRules


@dataclass(frozen=True)
class DrawingContext:
    """The report, all its blocks by id, and the names that a block may use.

    `unreadable` are ids of blocks that exist but could not be
    read: it is no mistake to name one of these.
    """

    report: Report
    blocks: Mapping[str, WrittenBlock]
    unreadable: Set[str]
    rules: WordingRules
    audiences: Set[str]

    @cached_property
    def naming(self) -> Mapping[str, Sequence[str]]:
        """The ids of the blocks that name each audience, in order."""
        found: dict[str, list[str]] = {}
        for one in self.blocks.values():
            for audience in one.block.audiences:
                found.setdefault(audience, []).append(one.block.id)
        return found
