"""Blocks as drawn: each with its place in a file and the extracts of the report that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefs.model.block import About, Acronym, Block
from briefs.model.block_ids import BLOCK_ID
from briefs.model.diagnostics import Place
from briefs.model.report import Report
from briefs.model.same_object import Same

ABOUT = "about"
"""What the sentence on what briefs summarize is called; ids of blocks have a dot."""


@dataclass(frozen=True, slots=True)
class Extract:
    """Words of the report that an anchor names: `start`–`end` are offsets into the node's clean text.

    `text` is typeset (curly quotes, no emphasis or footnote marks); `lines` are all lines of the node.
    """

    address: str
    label: str
    lines: tuple[int, ...]
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A block with what it was drawn from. `extracts` maps a field to its extracts, in the order of its anchors.

    Fields are named as written: `anchor`, `short`, `ask`, `basis`, `basis.short`, `one_side` … An edited form without
    anchors of its own is not in the map: `resting_on` gives the extracts that it inherits. `lines` are the lines of its
    fields, by the same names. `doubts` are codes of what cannot be known about its wording, since fields are wrong.
    """

    block: Block | About
    place: Place
    extracts: Mapping[str, tuple[Extract, ...]]
    lines: Mapping[str, int] = field(default_factory=dict)
    doubts: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The id of the block."""
        return self.block.id

    def place_of(self, name: str) -> Place:
        """The place where the field `name` is written, or that of the block if the field's is not known."""
        return replace(self.place, line=self.lines.get(name, self.place.line))

    def resting_on(self, field: str) -> tuple[Extract, ...]:
        """The extracts that the wording of `field` rests on: its own, or those of its passage or block."""
        own = self.extracts.get(field)
        if own is not None:
            return own
        passage, _, _ = field.rpartition(".")
        return self.extracts.get(passage or "anchor", ())

    def all_extracts(self) -> Iterator[Extract]:
        """Every extract of the block, each place once."""
        seen = set()
        for extracts in self.extracts.values():
            for extract in extracts:
                if (extract.address, extract.start, extract.end) not in seen:
                    seen.add((extract.address, extract.start, extract.end))
                    yield extract

    def verbatim(self, field: str = "anchor") -> str:
        """The report's own words for `field`; passages that are not adjacent are joined with a space."""
        return " ".join(extract.text for extract in self.extracts.get(field, ()))


def says_the_same(one: Drawn, other: Drawn) -> bool:
    """Whether two blocks are the same but for where they are written."""
    if one.block is other.block and one.extracts is other.extracts:
        return one.doubts == other.doubts
    mine, others = (one.block, one.extracts, one.doubts), (other.block, other.extracts, other.doubts)
    return mine == others and repr(mine) == repr(others)  # the order of audiences counts too


def is_acronym(drawn: Drawn) -> bool:
    """Whether a block says what an acronym stands for."""
    return isinstance(drawn.block, Acronym)


@dataclass(frozen=True, slots=True)
class Library:
    """All blocks drawn from one report, by id in the order of their files.

    `unreadable` are ids of blocks that exist but could not be read: it is no error to name one of them. `about` is the
    sentence on what briefs summarize; None if `report.yaml` has none. `partial` are blocks of which some fields are
    wrong: their other wording is checked, but they are not printed. `doubts` are codes of what cannot be known, since
    other blocks may say it.
    """

    report: Report
    blocks: Mapping[str, Drawn]
    unreadable: frozenset[str] = frozenset()
    about: Drawn | None = None
    partial: Mapping[str, Drawn] = field(default_factory=dict)
    doubts: frozenset[str] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all blocks, also of those that could not be read, as far as they are known."""
        return frozenset(self.blocks) | {name for name in self.unreadable if BLOCK_ID.match(name)}

    @property
    def hollow(self) -> frozenset[str]:
        """The blocks that have an anchor which matches nothing in the report, so that words of theirs are not known."""
        return frozenset(name for name, drawn in self.blocks.items() if not all(drawn.extracts.values()))

    @property
    def parts(self) -> tuple[object, ...]:
        """Everything that it holds, fast to compare with that of another one which may hold the same objects."""
        drawn = (*self.blocks.values(), *self.partial.values(), self.about)
        return (Same(self.report), self.unreadable, self.doubts, *map(Same, drawn))

    def find(self, name: str) -> Drawn | None:
        """The block with the id `name`, or the sentence `about`; None if there is no such thing."""
        return self.about if name == ABOUT else self.blocks.get(name)
