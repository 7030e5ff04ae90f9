"""`report.lock`: the report as it was when the wording drawn from it was last accepted, and the passages of each block.

It holds the words of every part of that report, so that what changes is shown word by word, and for each passage of a
block where it is among them and a hash of its words. A passage that nobody has accepted as it reads now has its former
words instead (`was`), until somebody names its block.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from briefs.files.json_lines import JsonLine, dump_json_lines, read_json_lines
from briefs.model.diagnostics import Checked, Fault, Place

NAME = "report.lock"
VERSION = 1


@dataclass(frozen=True, slots=True)
class LockedPassage:
    """A passage of a block: the `number`th (from 1) that `field` points at; `words` are `plain`, as they were accepted.

    `at` is its address in the accepted report; empty if its `words` are former ones, which are not in that report.
    """

    block: str
    field: str
    number: int
    at: str
    words: str

    @property
    def is_pending(self) -> bool:
        """Whether the passage reads otherwise in the accepted report, and nobody has accepted that yet."""
        return not self.at


@dataclass(frozen=True)
class ReportLock:
    """A `report.lock`: hash and parts of the accepted report, each address with its words, in order, and passages."""

    sha256: str
    parts: tuple[tuple[str, str], ...]
    passages: tuple[LockedPassage, ...] = field(default=())

    @cached_property
    def text(self) -> str:
        """All words of the accepted report."""
        return " ".join(words for _, words in self.parts)

    @cached_property
    def by_word(self) -> Mapping[str, tuple[int, ...]]:
        """The numbers (from 0) of the parts that have a word, in small letters."""
        found: dict[str, list[int]] = {}
        for number, (_, words) in enumerate(self.parts):
            for word in set(words.lower().split()):
                found.setdefault(word, []).append(number)
        return {word: tuple(numbers) for word, numbers in found.items()}

    @cached_property
    def by_field(self) -> Mapping[tuple[str, str], tuple[LockedPassage, ...]]:
        """The passages of each field of a block, in order."""
        found: dict[tuple[str, str], tuple[LockedPassage, ...]] = {}
        for one in self.passages:
            found[one.block, one.field] = (*found.get((one.block, one.field), ()), one)
        return found


def read_lock(folder: Path, shown: str) -> Checked[ReportLock | None]:
    """The `report.lock` in `folder`, whose name in messages is `shown`; None if there is none, or if it is damaged.

    Code: `lock-damaged`. Raises BriefsError if it cannot be opened.
    """
    lines = read_json_lines(folder / NAME, shown)
    if lines is None:
        return Checked(None)
    try:
        return Checked(_lock(lines))
    except _Damaged as error:
        return Checked(None, (_fault(str(error)).at(Place(shown, error.line)),))


def dump_lock(lock: ReportLock) -> bytes:
    """The content of a `report.lock`: the same for the same lock, with blocks in the order of their ids."""
    return dump_json_lines(_lines(lock))


def _lines(lock: ReportLock) -> Iterator[Mapping[str, Any]]:
    words = dict(reversed(lock.parts))
    yield {"lock": VERSION, "sha256": lock.sha256}
    for one in sorted(lock.passages, key=lambda one: (one.block, one.field, one.number)):
        fields = {"block": one.block, "field": one.field, "n": one.number}
        digest = hashlib.sha256(one.words.encode()).hexdigest()
        if one.is_pending:
            yield {**fields, "was": one.words, "sha256": digest}
        elif (start := words.get(one.at, "").find(one.words)) < 0:  # set in print otherwise than the part as a whole
            yield {**fields, "at": one.at, "words": one.words, "sha256": digest}
        else:
            yield {**fields, "at": one.at, "from": start, "to": start + len(one.words), "sha256": digest}
    for at, text in lock.parts:
        yield {"at": at, "words": text}


class _Damaged(Exception):
    """A line that this program has not written."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def _lock(lines: list[JsonLine]) -> ReportLock:
    head = lines[0].fields if lines else None
    if head is None or not isinstance(head.get("sha256"), str):
        raise _Damaged(1, "the first line does not say which report it is of")
    if head.get("lock") != VERSION:
        raise _Damaged(1, f"it is of another version of this program, with the number {head.get('lock')}")
    parts: list[tuple[str, str]] = []
    for line in lines[1:]:
        match line.fields:
            case {"at": str(at), "words": str(words), **others} if not others:
                parts.append((at, words))
            case {"block": str(), "field": str(), "n": int()}:
                pass
            case _:
                raise _Damaged(line.number, "this line cannot be read")
    by_address = dict(reversed(parts))
    passages = [_passage(line, by_address) for line in lines[1:] if line.fields is not None and "block" in line.fields]
    return ReportLock(str(head["sha256"]), tuple(parts), tuple(passages))


def _passage(line: JsonLine, parts: Mapping[str, str]) -> LockedPassage:
    match line.fields:
        case {"block": block, "field": field_, "n": number, "at": str(at), "from": int(start), "to": int(end)}:
            words = parts.get(at, "")[start:end]
        case {"block": block, "field": field_, "n": number, "at": str(at), "words": str(words)}:
            pass
        case {"block": block, "field": field_, "n": number, "was": str(words)}:
            at = ""
        case _:
            raise _Damaged(line.number, "this line cannot be read")
    assert line.fields is not None
    if hashlib.sha256(words.encode()).hexdigest() != line.fields.get("sha256"):
        raise _Damaged(line.number, "the words of this passage are not those that were accepted")
    return LockedPassage(block, field_, number, at, words)


def _fault(what: str) -> Fault:
    hint = "take the file from git as it was, or delete it and run briefs draw --accept-report, which trusts the report"
    return Fault("lock-damaged", f"{NAME} cannot be used: {what}", hint)
