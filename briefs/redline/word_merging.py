"""Two wordings of one text in one, word by word: what only the old one has is deleted, then the new inserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefs.model.inline import Deleted, Inline, Inserted
from briefs.model.mark import Mark
from briefs.model.redlined import WordCounts
from briefs.redline.atoms import END, Atom, as_printed, atoms, put_together
from briefs.redline.longest_common import stretches

_SHARE = 0.1
"""How many more words than necessary may be marked, so that few words are not left alone among many changed ones."""
_LONE = 2
"""The most words that are left alone."""
_AROUND = 3
"""How many times as many words must be changed around words that are left alone."""
_BETWEEN = 2
"""The most spaces and signs that do not keep two changes apart."""


@dataclass(frozen=True, slots=True)
class MergedWords:
    """Both wordings in one, and how many words are marked; `children` are those of the new one if nothing is."""

    children: tuple[Inline, ...]
    words: WordCounts
    is_changed: bool


@dataclass(slots=True)
class Piece:
    """Atoms of both wordings: the same words, if it `is_equal`."""

    is_equal: bool
    old: Sequence[Atom]
    new: Sequence[Atom]


def merged_words(old: tuple[Inline, ...], new: tuple[Inline, ...], mark: Mark) -> MergedWords:
    """The wordings `old` and `new` in one, with what is different marked; how words look is as in `new`."""
    before, after = atoms(old), atoms(new)
    pieces, words = compared(before, after)
    if all(piece.is_equal for piece in pieces):
        return MergedWords(new, words, False)
    return MergedWords(tuple(one for one in marked(pieces, mark) if one is not None), words, True)


def compared(before: Sequence[Atom], after: Sequence[Atom]) -> tuple[list[Piece], WordCounts]:
    """The atoms of two wordings in pieces that are equal or not, and the words that this marks."""
    found = stretches([one.key for one in before], [one.key for one in after], [one.worth for one in before])
    pieces = [Piece(one.is_equal, before[one.start : one.end], after[one.first : one.last]) for one in found]
    common = sum(_words(piece.new) for piece in pieces if piece.is_equal)
    old, new = _words(before), _words(after)
    pieces = _without_lone_words(_joined(pieces), int(_SHARE * (old + new - 2 * common)))
    deleted = sum(_words(piece.old) for piece in pieces if not piece.is_equal)
    inserted = sum(_words(piece.new) for piece in pieces if not piece.is_equal)
    return pieces, WordCounts(inserted, deleted, common, old, new)


def word_count(children: tuple[Inline, ...]) -> int:
    """How many words inline content has."""
    return _words(atoms(children))


def similarity(before: Sequence[Atom], after: Sequence[Atom]) -> float:
    """How much of two wordings is the same words in the same order: 0 to 1."""
    old, new = ([one for one in each if one.is_word] for each in (before, after))
    if not old or not new:
        return float([one.key for one in before] == [one.key for one in after])
    found = stretches([one.key for one in old], [one.key for one in new], [one.worth for one in old])
    return 2 * sum(one.end - one.start for one in found if one.is_equal) / (len(old) + len(new))


def _words(parts: Iterable[Atom]) -> int:
    return sum(1 for one in parts if one.is_word)


def marked(pieces: Iterable[Piece], mark: Mark) -> Iterator[Inline | None]:
    """The inline content of `pieces`, with what is different marked; None stands for an end of a paragraph."""
    for piece in pieces:
        if piece.is_equal:
            yield from put_together(piece.new)
            continue
        for is_end, atoms_between in groupby(as_printed(piece.old), key=lambda atom: atom is END):
            yield None if is_end else Deleted(put_together(tuple(atoms_between)), mark)
        for is_end, atoms_between in groupby(piece.new, key=lambda atom: atom is END):
            yield None if is_end else Inserted(put_together(tuple(atoms_between)), mark)


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """`pieces`, where changes that only a space or a sign keeps apart are one."""
    made: list[Piece] = []
    for number, piece in enumerate(pieces):
        is_between = piece.is_equal and 0 < number < len(pieces) - 1 and _is_slight(piece.new)
        _add(made, Piece(False, piece.old, piece.new) if is_between else piece)
    return made


def _is_slight(parts: Sequence[Atom]) -> bool:
    return len(parts) <= _BETWEEN and all(one.text and not one.is_word for one in parts)


def _without_lone_words(pieces: list[Piece], budget: int) -> list[Piece]:
    """`pieces`, where a few words among many that changed count as changed too, as long as the `budget` lasts."""
    lone = sorted((_words(piece.new), at) for at, piece in enumerate(pieces) if _is_lone(pieces, at))
    taken = set()
    for count, at in lone:
        if 2 * count <= budget:
            budget -= 2 * count
            taken.add(at)
    made: list[Piece] = []
    for at, piece in enumerate(pieces):
        _add(made, Piece(False, piece.old, piece.new) if at in taken else piece)
    return made


def _is_lone(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    if not piece.is_equal or not 0 < at < len(pieces) - 1 or not all(one.text for one in piece.new):
        return False
    count = _words(piece.new)
    sides = [max(_words(side.old), _words(side.new)) for side in (pieces[at - 1], pieces[at + 1])]
    return 0 < count <= _LONE and min(sides) > count and sum(sides) >= 2 * _AROUND * count


def _add(made: list[Piece], piece: Piece) -> None:
    if made and not made[-1].is_equal and not piece.is_equal:
        made[-1].old = (*made[-1].old, *piece.old)
        made[-1].new = (*made[-1].new, *piece.new)
    else:
        made.append(Piece(piece.is_equal, piece.old, piece.new))
