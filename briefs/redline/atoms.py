"""Inline content taken apart into words, single spaces, single signs and marks, and put together again."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from briefs.model.inline import (
    Checkbox,
    CitedNumber,
    Deleted,
    Emphasis,
    Foreign,
    Inline,
    Inserted,
    Link,
    NoteCall,
    SourceTag,
    Strong,
    Text,
    TextArea,
)
from briefs.model.left_alone import ADDRESS
from briefs.model.mark import Mark
from briefs.model.text_runs import joined
from briefs.redline.longest_common import SIGN, SPACE, WORD

Wrapper: TypeAlias = Strong | Emphasis | Foreign
"""What an atom stands in, without its content."""

_ATOM = re.compile(r"\w+(?:['’.,-]\w+)*|\s|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest thing that is compared: by its `key`.

    `printed` are its inline elements, in `wrappers` from outside in; `inserted` and `deleted` are the marks of who
    did so, perhaps both.
    """

    key: Hashable
    printed: tuple[Inline, ...]
    wrappers: tuple[Wrapper, ...] = ()
    worth: int = SIGN
    inserted: Mark | None = None
    deleted: Mark | None = None

    @property
    def is_word(self) -> bool:
        """Whether it counts as a word."""
        return self.worth == WORD

    @property
    def is_space(self) -> bool:
        """Whether it is a single space."""
        return self.worth == SPACE

    @property
    def text(self) -> str:
        """What it says, if it is a piece of text."""
        return "".join(one.text for one in self.printed if isinstance(one, Text))


END = Atom(("end",), ())
"""The end of a paragraph between two that are compared as one."""


def atoms(children: Iterable[Inline]) -> tuple[Atom, ...]:
    """The atoms of inline content, each with the marks of changes that it is in.

    Words keep their hyphens and apostrophes; an address, a link and a source tag are each one atom, and so are all
    marks of notes that stand in one place, between which signs are printed.
    """
    return tuple(_atoms(tuple(children), ()))


def _atoms(children: tuple[Inline, ...], wrappers: tuple[Wrapper, ...], at_start: bool = True) -> Iterator[Atom]:
    for is_call, group in groupby(joined(children), key=lambda child: isinstance(child, NoteCall)):
        if is_call:
            calls = tuple(group)
            yield Atom(("notes", *(call.note for call in calls if isinstance(call, NoteCall))), calls, wrappers)
            at_start = False
            continue
        for child in group:
            for made in _of_child(child, wrappers, at_start):
                yield made
                at_start = False


def _of_child(child: Inline, wrappers: tuple[Wrapper, ...], at_start: bool) -> Iterator[Atom]:
    match child:
        case Text(is_whole=True):
            yield Atom(child.text, (child,), wrappers, worth(child.text))
        case Text():
            for piece in pieces(child.text):
                yield Atom(piece, (Text(piece),), wrappers, worth(piece))
        case Strong() | Emphasis() | Foreign():
            yield from _atoms(child.children, (*wrappers, replace(child, children=())), at_start)
        case Link():
            yield Atom(("link", child.target, child.text), (child,), wrappers, WORD)
        case CitedNumber():
            yield Atom(("number", child.unit), (child,), wrappers, SIGN)
        case SourceTag():
            yield Atom(("tag", child.text, at_start), (child,), wrappers, SIGN)
        case Checkbox() | TextArea() | NoteCall():
            yield Atom(child, (child,), wrappers, SIGN)
        case Inserted():
            yield from (replace(one, inserted=child.mark) for one in _atoms(child.children, wrappers, at_start))
        case Deleted():
            yield from (replace(one, deleted=child.mark) for one in _atoms(child.children, wrappers, at_start))


def pieces(text: str) -> Iterator[str]:
    """Words, single spaces and single signs of a text, and its addresses as they are."""
    at = 0
    addresses = [found.span() for found in ADDRESS.finditer(text)] if "/" in text or "@" in text else []
    for start, end in [*addresses, (len(text), len(text))]:
        yield from _ATOM.findall(text[at:start])
        if start < end:
            yield text[start:end]
        at = end


def worth(text: str) -> int:
    """What it is worth to find a piece of text in both wordings."""
    if text.isspace():
        return SPACE
    return WORD if any(map(str.isalnum, text)) else SIGN


def put_together(parts: Sequence[Atom]) -> tuple[Inline, ...]:
    """Inline content of atoms in a row, neighbours with the same marks and in the same wrappers within one."""
    made: list[Inline] = []
    for (inserted, deleted), group in groupby(parts, key=lambda atom: (atom.inserted, atom.deleted)):
        content = joined(_wrapped(tuple(group), 0))
        if inserted is not None:
            content = (Inserted(content, inserted),)
        made += content if deleted is None else (Deleted(content, deleted),)
    return tuple(made)


def _wrapped(parts: Sequence[Atom], depth: int) -> Iterator[Inline]:
    for wrapper, group in groupby(parts, key=lambda atom: atom.wrappers[depth] if depth < len(atom.wrappers) else None):
        inner = tuple(group)
        if wrapper is None:
            yield from (one for atom in inner for one in atom.printed)
        else:
            yield replace(wrapper, children=joined(_wrapped(inner, depth + 1)))


def as_printed(parts: Iterable[Atom]) -> Iterator[Atom]:
    """`parts` of an old edition, whose numbers are plain text: what they cite may be gone, or have another number."""
    for atom in parts:
        content = tuple(Text(one.text) if isinstance(one, CitedNumber) else one for one in atom.printed)
        yield atom if content == atom.printed else replace(atom, printed=content)
