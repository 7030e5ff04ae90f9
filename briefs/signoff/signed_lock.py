"""`templates/signed.lock`: the words that somebody has read beside the passages that they rest on, a line each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefs.files.json_lines import JsonLine, dump_json_lines, read_json_lines
from briefs.model.diagnostics import Checked, Fault, Place

NAME = "signed.lock"
VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Signed:
    """Words that were signed. `of` says whose they are: a form of a block, or the file of which they are a part.

    `source` is where their passage was in the report; `digest` is the hash of both. `by` is who read them, if that is
    recorded.
    """

    of: str
    words: str
    source: str
    digest: str
    by: str = ""


def digest_of(words: str, passage: str) -> str:
    """The hash by which signed words and their passage are known."""
    return hashlib.sha256(f"{words}\0{passage}".encode()).hexdigest()


def has_lock(folder: Path) -> bool:
    """Whether there is a `signed.lock` in `folder`, even one that cannot be read."""
    return os.path.lexists(folder / NAME)


def read_signed(folder: Path, shown: str) -> Checked[tuple[Signed, ...] | None]:
    """The `signed.lock` in `folder`, whose name in messages is `shown`; None if there is none, or if it is damaged.

    Code: `lock-damaged`. Raises BriefsError if it cannot be opened.
    """
    lines = read_json_lines(folder / NAME, shown)
    if lines is None:
        return Checked(None)
    wrong = [line for line in lines[1:] if _signed(line) is None]
    if not lines or lines[0].fields != {"lock": VERSION}:
        wrong = [JsonLine(1, None)]
    if wrong:
        fault = Fault(
            "lock-damaged",
            f"{NAME} cannot be used: this line cannot be read",
            "take the file from git as it was; where two people have signed, keep the lines of both",
        )
        return Checked(None, (fault.at(Place(shown, wrong[0].number)),))
    return Checked(tuple(one for line in lines[1:] if (one := _signed(line)) is not None))


def dump_signed(signed: Iterable[Signed]) -> bytes:
    """The content of a `signed.lock`, each line once, in order."""
    values = [
        {"of": one.of, "words": one.words}
        | ({"source": one.source} if one.source else {})
        | {"sha256": one.digest}
        | ({"by": one.by} if one.by else {})
        for one in sorted(set(signed))
    ]
    return dump_json_lines([{"lock": VERSION}, *values])


def _signed(line: JsonLine) -> Signed | None:
    match line.fields:
        case {"of": str(of), "words": str(words), "sha256": str(digest), **others}:
            source, by = others.pop("source", ""), others.pop("by", "")
            if isinstance(source, str) and isinstance(by, str) and not others:
                return Signed(of, words, source, digest, by)
            return None
        case _:
            return None
