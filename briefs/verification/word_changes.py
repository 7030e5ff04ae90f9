"""What changed between the words of a file as it was built and those of one that turned up, and in which units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from briefs.verification.file_contents import words_in

_FAR = 20_000
"""Of longer texts, only how many words differ is told: comparing them word by word would take minutes."""

_NEAR = 4
"""Changes with fewer words between them are told as one."""

_EDGE = 24
"""How many characters at the beginning and end of a unit show where it is, if something stands within it."""

_BETWEEN = 600
"""How many characters of furniture may stand where a page ends."""


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
    places = _Places(before, units or {})
    found = []
    for start, end, other_start, other_end in _regions(before, after):
        old, new = before[start:end], after[other_start:other_end]
        if "".join(old) != "".join(new):
            found.append(WordChange(places.of(start, end), " ".join(old), " ".join(new)))
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
    """Where units are among the words of a text, so that each word is known by the unit that it is in."""

    def __init__(self, words: Sequence[str], units: Mapping[str, str]) -> None:
        self._starts = list(accumulate(map(len, words), initial=0))
        text, after = "".join(words), 0
        self._spans: list[tuple[int, int, str]] = []
        for name, own in units.items():
            squeezed = "".join(words_in(own))
            span = place_in(squeezed, text, after) or place_in(squeezed, text, 0)
            if span is not None:
                self._spans.append((*span, name))
                after = span[1]

    def of(self, start: int, end: int) -> str:
        """The unit with the words from `start` to before `end`, or between whose words `start` is; empty if none."""
        first, last = self._starts[start], self._starts[end]
        inside = [name for low, high, name in self._spans if first < high and (low < last or low < first == last)]
        return inside[0] if inside else ""


def place_in(own: str, text: str, after: int) -> tuple[int, int] | None:
    """Where the words `own` are in `text`, both without spaces, as their first and the end of their last character.

    They are looked for from `after` on; a page may end within them.
    """
    start = text.find(own, after)
    if start >= 0 or len(own) < 2 * _EDGE:
        return (start, start + len(own)) if start >= 0 and own else None
    start = text.find(own[:_EDGE], after)
    end = text.find(own[-_EDGE:], start + _EDGE, start + len(own) + _BETWEEN) if start >= 0 else -1
    return (start, end + _EDGE) if end >= 0 else None


def missing_units(units: Mapping[str, str], words: Sequence[str]) -> tuple[str, ...]:
    """The names of those `units` whose words are not among `words` in a row."""
    text = "".join(words)
    return tuple(name for name, own in units.items() if "".join(words_in(own)) not in text)


def likeness(units: Mapping[str, str], words: Sequence[str]) -> float:
    """The share (0 to 1) of the characters of `units` in those whose words are among `words` in a row."""
    sizes = {name: len("".join(words_in(own))) for name, own in units.items()}
    lost = sum(sizes[name] for name in missing_units(units, words))
    return 1 - lost / (sum(sizes.values()) or 1)
