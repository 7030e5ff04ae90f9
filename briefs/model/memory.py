"""What functions gave before: what was made from the same is not made again.

A `Memory` is handed to the stages of the pipeline. A live preview has one for as long as it runs; `briefs build` and
`briefs check` begin with what the last command knew (`briefs/pipeline/kept_memory.py`); others hand over none, and then
everything is made (`FORGETFUL`, which keeps nothing). A value is kept by its name, together with everything that it was
made from, and counts only as long as the latter is equal. So what is remembered is what would be made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from briefs.model.recorded_mapping import Alike, Recorded, is_equal
from briefs.model.regular_file import read_file

T = TypeVar("T")
V = TypeVar("V")


def in_order(one: object, other: object) -> bool:
    """Whether two values are equal, and so are all mappings in them, in their order."""
    return one is other or (one == other and repr(one) == repr(other))


@dataclass(slots=True)
class Kept:
    """A value, what it was made from, and the names of what was recalled while it was made."""

    made_from: Any
    value: Any
    within: frozenset[Hashable] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What a memory has kept, by name, and the names of what was `used` in its last round."""

    kept: Mapping[Hashable, Kept]
    used: frozenset[Hashable]


class Memory:
    """The last value of each name, for one thread. At the end of a round of work, `turn` forgets what neither this one
    nor the one before has used: so the memory is as large as what two rounds need. A round that is broken off counts as
    a part of the next one, since what it did not come to may be needed again."""

    def __init__(self, known: Known | None = None) -> None:
        """Begin with what another memory knew, if it is given."""
        self._kept: dict[Hashable, Kept] = {} if known is None else dict(known.kept)
        self._used: set[Hashable] = set()
        self._used_before: set[Hashable] = set() if known is None else set(known.used)
        self._making: list[set[Hashable]] = []
        self.is_continued = known is not None
        self.new = 0
        """How many values were made since it began."""

    def __len__(self) -> int:
        return len(self._kept)

    def known(self, which: Callable[[Hashable, Kept], bool]) -> Known:
        """What a memory in another process can begin with, as far as it is `which`."""
        kept = {name: one for name, one in self._kept.items() if which(name, one)}
        return Known(kept, frozenset(kept.keys() & self._used_before))

    def recall(
        self, name: Hashable, made_from: object, make: Callable[[], T], may: Callable[[T], bool] = lambda value: True
    ) -> T:
        """The value that `make` gives, which must depend on `made_from` alone: compared with ==, and never changed.

        A new value is kept only if it `may` be.
        """
        kept = self._kept.get(name)
        if kept is not None and is_equal(kept.made_from, made_from):
            kept.made_from = made_from  # the next comparison is with the latest objects, which are often the same
            known: T = self._known(name, kept)
            return known
        return self._new(name, make, lambda: made_from, may)

    def recall_traced(
        self,
        name: Hashable,
        made_from: object,
        mapping: Mapping[str, V],
        make: Callable[[Mapping[str, V]], T],
        alike: Alike[V] = is_equal,
        may: Callable[[T], bool] = lambda value: True,
    ) -> T:
        """The value that `make` gives for `mapping`: it counts as long as all that was looked up there is `alike`, and
        `made_from` is equal. `make` must look things up in what it is given, and nowhere else. A new value is kept
        only if it `may` be."""
        kept = self._kept.get(name)
        if kept is not None:
            before, trace = kept.made_from
            if is_equal(before, made_from) and trace.holds_for(mapping, alike):
                kept.made_from = made_from, trace
                known: T = self._known(name, kept)
                return known
        recorded = Recorded(mapping)
        return self._new(name, lambda: make(recorded), lambda: (made_from, recorded.trace()), may)

    def recall_file(self, name: Hashable, path: Path, make: Callable[[], T]) -> T:
        """The value that `make` gives, which depends on the file at `path` alone. What was made from one that changed
        meanwhile is not kept."""
        content = _content(path)
        return self.recall(name, content, make, lambda value: _content(path) == content)

    def recall_files(self, name: Hashable, paths: Sequence[Path], made_from: object, make: Callable[[], T]) -> T:
        """The value that `make` gives, which depends on the files at `paths`, and on `made_from`, alone. What was made
        from one that changed meanwhile is not kept."""

        contents = [*map(_content, paths)]
        return self.recall(name, (contents, made_from), make, lambda value: [*map(_content, paths)] == contents)

    def recall_folder(self, name: Hashable, folder: Path, suffix: str, make: Callable[[], T]) -> T:
        """The value that `make` gives, which depends alone on what stands in `folder` itself under names that end with
        `suffix`. What was made from files that changed meanwhile is not kept."""
        contents = _contents(folder, suffix)
        return self.recall(name, contents, make, lambda value: _contents(folder, suffix) == contents)

    def same(self, name: Hashable, value: T, alike: Alike[T] = is_equal) -> T:
        """`value`, as the object that it was before if that is `alike`: what is made from it can be compared fast."""
        name = ("same", name)
        kept = self._kept.get(name)
        if kept is not None and alike(kept.value, value):
            known: T = self._known(name, kept)
            return known
        return self._new(name, lambda: value, lambda: None, lambda value: True)

    def is_first(self, name: Hashable) -> bool:
        """Whether nobody has asked this of `name` before."""
        name = ("first", name)
        is_known = name in self._kept
        self._new(name, lambda: None, lambda: None, lambda value: True)
        return not is_known

    def recalled_traced(
        self, name: Hashable, made_from: object, mapping: Mapping[str, V], alike: Alike[V] = is_equal
    ) -> Any:
        """What `recall_traced` would give without making it; None if it would have to be made."""
        kept = self._kept.get(name)
        if kept is None:
            return None
        before, trace = kept.made_from
        return kept.value if is_equal(before, made_from) and trace.holds_for(mapping, alike) else None

    def keep(self, name: Hashable) -> None:
        """Keep the value of `name`, if there is one, for two more rounds, whatever it was made from."""
        if (kept := self._kept.get(name)) is not None:
            self._known(name, kept)

    def turn(self) -> None:
        """Begin a new round: forget what was used neither in the round that ends nor in the one before it."""
        for name in self._kept.keys() - self._used - self._used_before:
            del self._kept[name]
        self._used, self._used_before = set(), self._used

    def _known(self, name: Hashable, kept: Kept) -> Any:
        """A value that is kept: it is in use, and so is what was recalled while it was made."""
        used = self._making[-1] if self._making else self._used
        used.add(name)
        used |= kept.within
        return kept.value

    def _new(
        self, name: Hashable, make: Callable[[], T], made_from: Callable[[], object], may: Callable[[T], bool]
    ) -> T:
        """A new value, kept in place of the one before."""
        self.new += 1
        self._kept.pop(name, None)  # lest both are in memory at once
        within: set[Hashable] = set()
        self._making.append(within)
        try:
            value = make()
        finally:
            self._making.pop()
            used = self._making[-1] if self._making else self._used
            used.add(name)
            used |= within
        if may(value):
            self._kept[name] = Kept(made_from(), value, frozenset(within))
        return value


class Forgetful(Memory):
    """A memory that keeps nothing."""

    def recall(
        self, name: Hashable, made_from: object, make: Callable[[], T], may: Callable[[T], bool] = lambda value: True
    ) -> T:
        """What `make` gives."""
        return make()

    def recall_traced(
        self,
        name: Hashable,
        made_from: object,
        mapping: Mapping[str, V],
        make: Callable[[Mapping[str, V]], T],
        alike: Alike[V] = is_equal,
        may: Callable[[T], bool] = lambda value: True,
    ) -> T:
        """What `make` gives for `mapping`."""
        return make(mapping)

    def recall_file(self, name: Hashable, path: Path, make: Callable[[], T]) -> T:
        """What `make` gives."""
        return make()

    def recall_files(self, name: Hashable, paths: Sequence[Path], made_from: object, make: Callable[[], T]) -> T:
        """What `make` gives."""
        return make()

    def recall_folder(self, name: Hashable, folder: Path, suffix: str, make: Callable[[], T]) -> T:
        """What `make` gives."""
        return make()

    def same(self, name: Hashable, value: T, alike: Alike[T] = is_equal) -> T:
        """`value` itself."""
        return value

    def is_first(self, name: Hashable) -> bool:
        """Always."""
        return True


FORGETFUL = Forgetful()
"""The memory of commands that begin with nothing."""


def _content(path: Path) -> tuple[str, str]:
    """The SHA-256 of a file, or in words why it cannot be read; and where it really is, since links may not lead just
    anywhere."""
    place = os.path.realpath(path)  # `resolve` raises if a link leads to itself
    try:
        if path.is_file():
            return sha256(read_file(path)).hexdigest(), place
        return "no file" if path.exists() else "nothing", place
    except OSError as error:
        return str(error.strerror), place


def _contents(folder: Path, suffix: str) -> dict[str, tuple[str, str]] | str:
    """The same of all files in a folder, by name; in words why it cannot be read."""
    try:
        return {path.name: _content(path) for path in folder.iterdir() if path.name.endswith(suffix)}
    except OSError as error:
        return str(error.strerror)
