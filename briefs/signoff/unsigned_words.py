"""What briefs would print that nobody has signed, with what was signed before in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from briefs.signoff.printed_words import PrintedWords
from briefs.signoff.signed_lock import Signed
from briefs.text.word_diff import likeness, word_diff

_ALIKE = 0.4
"""How much of two texts must be the same words for one to count as the former wording of the other."""


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Words that nobody has signed; `before` is what was signed in their place, if anything was."""

    now: PrintedWords
    before: Signed | None = None

    @property
    def said(self) -> str:
        """What is new about it, in words."""
        if self.before is None:
            return f"{self.now.owner} was never signed"
        if self.before.words == self.now.words:
            return f"{self.now.owner} has the same words, but another passage than when it was signed"
        return f"{self.now.owner} has changed since it was signed"

    @property
    def difference(self) -> str:
        """The words, with what changed in them if they were signed before, and the passage that they rest on."""
        former = "" if self.before is None else self.before.words
        words = word_diff(former, self.now.words) if former else self.now.words
        moved = self.before is not None and self.before.source != self.now.source
        was = f", before: {self.before.source}" if self.before is not None and moved and self.before.source else ""
        passage = f"rests on {self.now.source}{was}: {self.now.passage}" if self.now.passage else ""
        return "\n  ".join(filter(None, ((words or self.now.words).replace("\n", "\n  "), passage)))


def unsigned_words(printed: Iterable[PrintedWords], signed: Iterable[Signed]) -> Iterator[Unsigned]:
    """Those of `printed` that are not `signed`, in order, each once."""
    by_owner: dict[str, dict[str, Signed]] = {}
    for one in signed:
        by_owner.setdefault(one.of, {})[one.digest] = one
    pieces = list(dict.fromkeys(printed))
    current: dict[str, set[str]] = {}
    for piece in pieces:
        current.setdefault(piece.of, set()).add(piece.digest)
    for piece in pieces:
        own = by_owner.get(piece.of, {})
        if piece.digest not in own:
            former = [one for digest, one in own.items() if digest not in current[piece.of]]
            yield Unsigned(piece, _former(piece, former))


def _former(piece: PrintedWords, former: Sequence[Signed]) -> Signed | None:
    """What was signed in the place of `piece`: the only one of its name, or the one most like it."""
    if piece.passage and former:
        return former[0]
    best = max(former, key=lambda one: likeness(one.words, piece.words), default=None)
    return best if best is not None and likeness(best.words, piece.words) >= _ALIKE else None


def signed_now(
    printed: Sequence[PrintedWords],
    signed: Iterable[Signed],
    parts: Set[str] = frozenset(),
    by: str = "",
    is_all: bool = False,
) -> tuple[Signed, ...]:
    """What is signed once somebody has read `printed`; only those `parts` of it, if any are named.

    What no longer is as it was signed is dropped. What `printed` says nothing of stays, unless it `is_all` there is.
    """
    read = [piece for piece in printed if not parts or piece.part in parts]
    owners = {piece.of for piece in read}
    known = {(one.of, one.digest): one for one in signed}
    stays = [] if is_all and not parts else [one for one in known.values() if one.of not in owners]
    new = [
        known.get((piece.of, piece.digest)) or Signed(piece.of, piece.words, piece.source, piece.digest, by)
        for piece in read
    ]
    return tuple(sorted({*stays, *new}))
