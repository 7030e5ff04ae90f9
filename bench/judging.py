"""Judging what finders find in a report against what a person drew from it: recall and precision, by kind of block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from briefs.candidates.finders import FINDERS
from briefs.candidates.found import Found, Material
from briefs.model.library import Library
from briefs.model.report import Report
from briefs.model.typesetting import plain
from briefs.report.readers import read_report
from briefs.text.words import lower_words_of

ELLIPSIS = " … "
SURE = 0.8
"""From here on, a candidate should nearly always be one that an editor keeps."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in the node at an `address`: from which word of it to which, the latter not included."""

    address: str
    start: int
    end: int

    def overlaps(self, other: Passage) -> bool:
        """Whether the two share at least half of the words of the shorter one."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        shorter = min(self.end - self.start, other.end - other.start)
        return self.address == other.address and 2 * shared >= shorter > 0


@dataclass
class Judged:
    """How many blocks of a kind there are and how many were found; how many candidates there are and how many count.

    The same again for those candidates that are `SURE`.
    """

    blocks: int = 0
    found: int = 0
    candidates: int = 0
    right: int = 0
    sure: int = 0
    sure_and_right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Judged) -> None:
        """Add what was judged in another report."""
        for name in ("blocks", "found", "candidates", "right", "sure", "sure_and_right"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.missed += other.missed
        self.wrong += other.wrong


class Places:
    """The words of each node of a report, for finding passages in them again."""

    def __init__(self, report: Report) -> None:
        notes = report.note_numbers()
        self._words = {leaf.address: lower_words_of(plain(leaf.text, notes)) for leaf in report.leaves()}

    def at(self, address: str, text: str) -> Passage | None:
        """The passage of these words at an address; None if they are not there."""
        words, sought = self._words[address], lower_words_of(plain(text))
        start = _place_of(words, sought)
        return None if start is None else Passage(address, start, start + len(sought))

    def anywhere(self, first: str, last: str) -> Passage:
        """The passage that begins with some words and ends with others, or with itself. Raises ValueError if there is
        none."""
        begins, ends = lower_words_of(plain(first)), lower_words_of(plain(last))
        for address, words in self._words.items():
            start = _place_of(words, begins)
            end = None if start is None else _place_of(words, ends, start)
            if start is not None and end is not None:
                return Passage(address, start, end + len(ends))
        raise ValueError(f"no passage begins with {first!r} and ends with {last!r}")


def _place_of(words: Sequence[str], sought: Sequence[str], start: int = 0) -> int | None:
    size = len(sought)
    return next((at for at in range(start, len(words) - size + 1) if words[at : at + size] == sought), None)


def drawn_by_hand(library: Library, places: Places) -> dict[str, list[tuple[str, list[Passage]]]]:
    """The blocks of a library by kind: each with its id and its passages."""
    drawn: dict[str, list[tuple[str, list[Passage]]]] = {}
    for name, one in library.blocks.items():
        found = [places.at(extract.address, extract.text) for extract in one.all_extracts()]
        drawn.setdefault(one.block.kind, []).append((name, [passage for passage in found if passage]))
    return drawn


def wanted_from(folder: Path) -> tuple[Report, str, dict[str, list[tuple[str, list[Passage]]]]]:
    """An invented report, its language, and what an editor would draw from it, as for `drawn_by_hand`."""
    report = read_report(folder, folder).value.report
    places = Places(report)
    written = yaml.safe_load((folder / "wanted.yaml").read_text(encoding="utf-8"))
    language = written.pop("language")
    wanted = {
        kind: [(text, [places.anywhere(text.split(ELLIPSIS)[0], text.split(ELLIPSIS)[-1])]) for text in texts]
        for kind, texts in written.items()
    }
    return report, language, wanted


def judged(
    report: Report, language: str, drawn: Mapping[str, list[tuple[str, list[Passage]]]], kinds: Iterable[str]
) -> dict[str, Judged]:
    """What the finders of `kinds` find in a report, judged by what was `drawn` from it."""
    places = Places(report)
    return {
        kind: _judged(list(FINDERS[kind](Material(report, language))), drawn.get(kind, []), places) for kind in kinds
    }


def _judged(found: Sequence[Found], blocks: Sequence[tuple[str, list[Passage]]], places: Places) -> Judged:
    passages = [places.at(one.passage.leaf.address, one.passage.words) for one in found]
    right = [_is_among(passage, blocks) for passage in passages]
    missed = [name for name, own in blocks if not _is_found(own, passages)]
    return Judged(
        blocks=len(blocks),
        found=len(blocks) - len(missed),
        candidates=len(found),
        right=sum(right),
        sure=sum(one.certainty >= SURE for one in found),
        sure_and_right=sum(one.certainty >= SURE and is_right for one, is_right in zip(found, right, strict=True)),
        missed=missed,
        wrong=[one.passage.words for one, is_right in zip(found, right, strict=True) if not is_right],
    )


def _is_among(passage: Passage | None, blocks: Sequence[tuple[str, list[Passage]]]) -> bool:
    return passage is not None and any(passage.overlaps(own) for _, owns in blocks for own in owns)


def _is_found(own: Sequence[Passage], passages: Sequence[Passage | None]) -> bool:
    return any(passage is not None and passage.overlaps(one) for passage in passages for one in own)
