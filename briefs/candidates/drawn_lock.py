"""`blocks/proposed/drawn.lock`: all candidates that were ever proposed, so that none comes back that somebody rejected.

A candidate that is in the lock, but in no file of candidates any more, was accepted, rejected or deleted. The hash of
its text shows whether somebody has changed it since.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefs.files.json_lines import dump_json_lines, read_json_lines
from briefs.model.diagnostics import DocumentError, Fault, Place

NAME = "drawn.lock"
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Known:
    """A candidate that was proposed: its id and kind, the key of its passage (`passage_key`), the hash of the text that
    was written for it, and the first words of its passage."""

    id: str
    kind: str
    passage: str
    text: str
    words: str


def first_words(passage: str) -> str:
    """The first words of a passage, by which people recognize it in the lock."""
    words = passage.split()
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")


def read_known(folder: Path, shown: str) -> tuple[Known, ...]:
    """The candidates in the lock in `folder`, whose name in messages is `shown`; none if there is no lock.

    Raises DocumentError (`lock-damaged`) if a line cannot be read, and BriefsError if the file cannot be opened.
    """
    known = []
    for line in read_json_lines(folder / NAME, shown) or ():
        match line.fields:
            case {"id": str(name), "kind": str(kind), "passage": str(passage), "text": str(text), "words": str(words)}:
                known.append(Known(name, kind, passage, text, words))
            case _:
                hint = "take the file from git as it was; without it, rejected candidates are proposed again"
                fault = Fault("lock-damaged", "this line of the lock cannot be read", hint)
                raise DocumentError([fault.at(Place(shown, line.number))])
    return tuple(known)


def dump_known(known: Iterable[Known]) -> bytes:
    """The content of a lock, in the order of kinds and ids: the same for the same candidates."""
    lines = sorted(known, key=lambda one: (one.kind, one.id, one.passage))
    return dump_json_lines(
        {"id": one.id, "kind": one.kind, "passage": one.passage, "text": one.text, "words": one.words} for one in lines
    )
