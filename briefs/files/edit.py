"""Edits of a text: which characters are replaced, and by what; everything else stays as it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\n+|\w+|.", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The characters `start`–`end` of a text become `text`; nothing is taken away if the two are equal."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Atom:
    """The characters `start`–`end` of a file, which stand for `text`: a letter, an escape, the end of a line."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all `edits`, which do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def word_edits(atoms: Sequence[Atom], after: str, start: int, written: Callable[[str], str]) -> Iterator[Edit]:
    """What changes if the text that `atoms` stand for becomes `after`, word by word: other words stay as written.

    `start` is where the first atom begins, or would; `written` gives a text as it is written there.
    """
    before = "".join(atom.text for atom in atoms)
    offsets = [0]
    for atom in atoms:
        offsets.append(offsets[-1] + len(atom.text))
    atom_at = {offset: index for index, offset in enumerate(offsets)}
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    begins = [0]
    for token in old:
        begins.append(begins[-1] + len(token))
    end = atoms[-1].end if atoms else start
    for kind, first, last, first_new, last_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        low, high = atom_at[begins[first]], atom_at[begins[last]]
        from_ = atoms[low].start if low < len(atoms) else end
        to = atoms[high - 1].end if high > low else from_
        yield Edit(from_, to, written("".join(new[first_new:last_new])))


class FileText:
    """The text of a file with plain line ends, which knows where each of its characters is in the file as it is."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self.text = raw.replace("\r\n", "\n").replace("\r", "\n")
        self._pairs = [found.start() for found in re.finditer("\r\n", raw)]
        self._shifted = [start - number for number, start in enumerate(self._pairs)]

    def edited(self, edits: Iterable[Edit]) -> str:
        """The file with `edits`, whose places are those in `text`; new lines end as the one that they begin in does."""
        own = [
            Edit(self._place(one.start), self._place(one.end), one.text.replace("\n", self._line_end(one.start)))
            for one in edits
        ]
        return edited(self._raw, own)

    def _place(self, index: int) -> int:
        return index + bisect_left(self._shifted, index)

    def _line_end(self, index: int) -> str:
        """How the line ends that the character at `index` is in; if it is the last one, how the first one does."""
        found = re.compile(r"\r\n|\n|\r").search(self._raw, self._place(index)) or re.search(r"\r\n|\n|\r", self._raw)
        return found[0] if found else "\n"
