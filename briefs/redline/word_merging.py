"""Two wordings of one text in one, word by word: what only the old one has is deleted, then the new inserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefs.model.inline import Inline
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
    """The wordings `old` and `new` in one, with what is different marked; how words look is as in `new`.

    What others marked in `old` stays theirs: what they inserted is compared, what they deleted is not.
    """
    before, after = atoms(old), atoms(new)
    pieces, words = compared(live(before), after)
    is_changed = not all(piece.is_equal for piece in pieces)
    if not is_changed and not any(one.inserted or one.deleted for one in before):
        return MergedWords(new, words, False)
    children = (part for text in marked(pieces, mark, before) for part in text)
    return MergedWords(tuple(children), words, is_changed)


def live(parts: Sequence[Atom]) -> tuple[Atom, ...]:
    """The atoms that nobody has deleted."""
    return tuple(one for one in parts if one.deleted is None)


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
    """How many words inline content has, without those that somebody deleted."""
    return _words(live(atoms(children)))


def similarity(before: Sequence[Atom], after: Sequence[Atom]) -> float:
    """How much of two wordings is the same words in the same order: 0 to 1."""
    old, new = ([one for one in each if one.is_word] for each in (before, after))
    if not old or not new:
        return float([one.key for one in before] == [one.key for one in after])
    found = stretches([one.key for one in old], [one.key for one in new], [one.worth for one in old])
    return 2 * sum(one.end - one.start for one in found if one.is_equal) / (len(old) + len(new))


def _words(parts: Iterable[Atom]) -> int:
    return sum(1 for one in parts if one.is_word)


def marked(pieces: Iterable[Piece], mark: Mark, before: Sequence[Atom] = ()) -> Iterator[tuple[Inline, ...]]:
    """The inline content of `pieces`, with what is different marked, paragraph by paragraph if they hold ends of some.

    `before` are all atoms of the old wording, with those that others deleted.
    """
    parts = [*_merged(pieces, mark, _Dead(before))]
    ends = [at for at, one in enumerate(parts) if one.key == END.key]
    for start, end in zip([0, *(at + 1 for at in ends)], [*ends, len(parts)], strict=True):
        yield put_together(parts[start:end])


class _Dead:
    """Gives out, in order, the atoms of a wording that others deleted."""

    def __init__(self, parts: Sequence[Atom]) -> None:
        self._parts = parts
        self._at = 0

    def until_next_live(self) -> Iterator[Atom]:
        """Those before the next atom that nobody deleted, which is passed too."""
        while self._at < len(self._parts):
            self._at += 1
            if self._parts[self._at - 1].deleted is None:
                return
            yield self._parts[self._at - 1]


def _merged(pieces: Iterable[Piece], mark: Mark, dead: _Dead) -> Iterator[Atom]:
    for piece in pieces:
        if piece.is_equal:
            for old, new in zip(piece.old, piece.new, strict=True):
                yield from as_printed(dead.until_next_live())
                yield replace(new, inserted=old.inserted)
            continue
        for old in as_printed(piece.old):
            yield from as_printed(dead.until_next_live())
            yield replace(old, deleted=mark)
        yield from (replace(new, inserted=mark) for new in piece.new)
    yield from as_printed(dead.until_next_live())


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
