"""Which part of the old edition is which part of the new one: by name, by blocks, by words, in this order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from briefs.model.document import Unit
from briefs.model.inline import Inline
from briefs.redline.atoms import Atom, atoms
from briefs.redline.word_merging import similarity
from briefs.text.paired_sequences import best_pairs

T = TypeVar("T")

Score: TypeAlias = Callable[[T, T], float]
"""How much two parts have in common; 0 if they are not the same part."""

_ALIKE = 0.5
"""Parts without a name in common are the same if they are at least so similar."""
_SAME_NAME, _SAME_BLOCKS = 10.0, 5.0


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """A part of the old edition with the same part of the new one; one of them is None where there is no such part."""

    old: T | None
    new: T | None


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """By what a part is recognized: the `name` of its unit without the section, its blocks, its words."""

    name: str
    blocks: frozenset[str]
    words: tuple[Atom, ...]
    bag: Counter[object]

    def common(self, other: Likeness) -> int:
        """How many words both have."""
        return (self.bag & other.bag).total()


def likeness(unit: Unit | None, runs: Sequence[tuple[Inline, ...]]) -> Likeness:
    """What the part that prints `unit`, if any, and the text in `runs` is recognized by."""
    words = tuple(one for run in runs for one in atoms(run) if one.is_word and one.deleted is None)
    name = "" if unit is None else unit.name.partition("/")[2]
    blocks = frozenset(() if unit is None else unit.blocks)
    return Likeness(name, blocks, words, Counter(one.key for one in words))


def score(old: Likeness, new: Likeness, old_names: frozenset[str], new_names: frozenset[str]) -> float:
    """How much two parts have in common; 0 if they are not the same: parts that both editions name are so by name."""
    common = old.common(new)
    if old.name and old.name == new.name:
        return _SAME_NAME + common
    if old.name in new_names or new.name in old_names:
        return 0.0
    if old.blocks & new.blocks:
        return _SAME_BLOCKS + common
    total = len(old.words) + len(new.words)
    if not total:
        return 0.5
    if 2 * common < _ALIKE * total or similarity(old.words, new.words) < _ALIKE:
        return 0.0
    return common


def aligned(old: Sequence[T], new: Sequence[T], score_of: Score[T]) -> list[Pair[T]]:
    """All parts of both editions in order, each with the same part of the other edition, if it is at the same place.

    Parts that changed places with others are in no pair: those that have more in common stay.
    """
    paired = best_pairs([[score_of(one, other) for other in new] for one in old])
    made: list[Pair[T]] = []
    i = j = 0
    for row, column in [*paired, (len(old), len(new))]:
        made += (Pair(one, None) for one in old[i:row])
        made += (Pair(None, one) for one in new[j:column])
        made += [Pair(old[row], new[column])] if row < len(old) and column < len(new) else []
        i, j = row + 1, column + 1
    return made
