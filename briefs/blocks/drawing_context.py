"""What a block is checked against."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from briefs.blocks.block_files import WrittenBlock
from briefs.model.report import Report
from briefs.model.wording_rules import WordingRules


@dataclass(frozen=True, slots=True)
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
