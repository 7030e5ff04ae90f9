"""What acronyms stand for, as blocks of kind `acronym` say."""

from __future__ import annotations

from briefs.model.block import Acronym
from briefs.model.library import Library


def acronym_expansions(library: Library) -> dict[str, str]:
    """What the acronyms of the report stand for, by acronym."""
    blocks = (drawn.block for drawn in library.blocks.values())
    return {block.acronym: block.expansion for block in blocks if isinstance(block, Acronym)}
