"""What acronyms stand for, according to the blocks of kind `acronym`."""

from __future__ import annotations

from briefs.model.block import Acronym
from briefs.model.library import Library


def acronym_expansions(library: Library) -> dict[str, str]:
    """The expansions of the report's acronyms, by acronym."""
    blocks = (drawn.block for drawn in library.blocks.values())
    return {block.acronym: block.expansion for block in blocks if isinstance(block, Acronym)}
