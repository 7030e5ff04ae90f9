"""An editor's own words: what templates, block templates, labels and the house print besides wording of blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefs.model.diagnostics import Place

Scope: TypeAlias = Literal[
    "blocks",  # names and sums up blocks, or passages: says nothing that they do not say
    "report",  # says something of the report as a whole
    "nothing",  # is printed whatever blocks say: states nothing at all
    "letter",  # is said to whoever receives a brief: courtesies, and what is attached
    "furniture",  # says whom a brief is for, or what is still to be done: says nothing of the report
]
"""What words are held against."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words as written, with "…" for what calls print: their name in messages, where they stand, and the ids of the
    blocks that they stand for. `passages` are other texts that they may rest on, `counts` the numbers of things printed
    under them. Their words stand somewhere in what `brief`, the ids of blocks, and `whom`, texts on its readers, say.
    """

    owner: str
    text: str
    place: Place
    blocks: tuple[str, ...] = ()
    scope: Scope = "blocks"
    counts: tuple[int, ...] = ()
    passages: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
