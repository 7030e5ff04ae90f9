"""What acronyms stand for, according to the blocks of kind `acronym`."""

from __future__ import annotations

from briefs.model.block import Acronym
from briefs.model.library import Library, is_acronym
from briefs.model.recorded_mapping import selected
from briefs.model.typesetting import typeset


def acronym_expansions(library: Library) -> dict[str, str]:
    """The expansions of the report's acronyms as they are printed, by acronym."""
    blocks = (drawn.block for drawn in selected(library.blocks, is_acronym).values())
    return {block.acronym: typeset(block.expansion) for block in blocks if isinstance(block, Acronym)}


def acronyms_by_name(library: Library) -> dict[str, str]:
    """The acronyms of the report by each name that stands for the same: their expansions and short names."""
    found = selected(library.blocks, is_acronym).values()
    blocks = [drawn.block for drawn in found if isinstance(drawn.block, Acronym)]
    names = {typeset(block.expansion): block.acronym for block in blocks}
    return {**names, **{typeset(name): block.acronym for block in blocks for name in block.short_names}}
