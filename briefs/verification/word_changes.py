"""What changed between the words of a file as it was built and those of one that turned up, and in which units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from briefs.verification.file_contents import words_in

_FAR = 20_000
"""Of longer texts, only how many words differ is told: comparing them word by word would take minutes."""

_NEAR = 4
"""Changes with fewer words between them are told as one."""

_RUN = 3
"""How many words in a row show which unit they are in."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """A place where words differ: those `before` and those `after`. `unit` is its name, empty outside of units."""

    unit: str
    before: str
    after: str


def word_changes(
    before: Sequence[str], after: Sequence[str], units: Mapping[str, str] | None = None
) -> tuple[WordChange, ...]:
    """The differences between two texts, in order; none if they say the same.

    `units` are the words of each unit, by name. Where words are divided does not matter, since programs break lines,
    and words, in other places.
    """
    if "".join(before) == "".join(after):
        return ()
    if max(len(before), len(after)) > _FAR:
        return tuple(_counted(before, after))
    places = _Places(units or {})
    found = []
    for start, end, other_start, other_end in _regions(before, after):
        old, new = before[start:end], after[other_start:other_end]
        if "".join(old) != "".join(new):
            context = before[max(0, start - _RUN) : end + _RUN]
            found.append(WordChange(places.of(context), " ".join(old), " ".join(new)))
    return tuple(found)


def _counted(before: Sequence[str], after: Sequence[str]) -> Iterator[WordChange]:
    """How many words are only in one of two long texts."""
    lost, new = Counter(before) - Counter(after), Counter(after) - Counter(before)
    yield WordChange("", f"{lost.total()} words", f"{new.total()} words")


def _regions(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where the texts differ: start and end in each. Changes that are near each other are one."""
    joined: list[tuple[int, int, int, int]] = []
    for kind, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if joined and start - joined[-1][1] < _NEAR:
            joined[-1] = (joined[-1][0], end, joined[-1][2], other_end)
        else:
            joined.append((start, end, other_start, other_end))
    yield from joined


class _Places:
    """In which unit words are: the one that has most of the same words in a row."""

    def __init__(self, units: Mapping[str, str]) -> None:
        self._runs: dict[tuple[str, ...], list[str]] = {}
        for name, text in units.items():
            for run in _runs(words_in(text)):
                self._runs.setdefault(run, []).append(name)

    def of(self, words: Sequence[str]) -> str:
        votes = Counter(name for run in _runs(words) for name in self._runs.get(run, ()))
        best = votes.most_common(1)
        return best[0][0] if best else ""


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Words in a row, as many as show where they are, and in pairs, since a change may leave no more."""
    yield from (tuple(words[index : index + _RUN]) for index in range(len(words) - _RUN + 1))
    yield from pairwise(words)


def missing_units(units: Mapping[str, str], words: Sequence[str]) -> tuple[str, ...]:
    """The names of those `units` whose words are not among `words` in a row."""
    text = "".join(words)
    return tuple(name for name, own in units.items() if "".join(words_in(own)) not in text)


def likeness(units: Mapping[str, str], words: Sequence[str]) -> float:
    """The share (0 to 1) of the characters of `units` in those whose words are among `words` in a row."""
    sizes = {name: len("".join(words_in(own))) for name, own in units.items()}
    lost = sum(sizes[name] for name in missing_units(units, words))
    return 1 - lost / (sum(sizes.values()) or 1)
