"""A mapping that knows what was looked up in it: so it can be said of another one whether it would answer the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

V = TypeVar("V")

Alike: TypeAlias = Callable[[V, V], bool]
"""Whether a second value does as well as the first."""


class _Absent:
    """Stands for what a mapping does not have: the class itself, which is the same in every process."""


def is_equal(one: object, other: object) -> bool:
    """Whether two values are one object, or equal."""
    return one is other or one == other


Which: TypeAlias = Callable[[V], bool]
"""Says whether a value is one of those that somebody wants; a function of a module, so that it is the same later."""


def selected(mapping: Mapping[str, V], which: Which[V]) -> dict[str, V]:
    """The values of `mapping` that are `which`, by name and in its order. If it is `Recorded`, only these count as
    looked up, not all that were looked through."""
    return mapping.select(which) if isinstance(mapping, Recorded) else _select(mapping, which)


def _select(mapping: Mapping[str, V], which: Which[V]) -> dict[str, V]:
    return {name: value for name, value in mapping.items() if which(value)}


@dataclass(frozen=True, slots=True)
class Trace(Generic[V]):
    """What was looked up in a mapping: values by name, absent ones too; all names in order if anything looked at them
    (None: nothing did); and values that were selected."""

    found: Mapping[str, Any]
    names: tuple[str, ...] | None
    selections: tuple[tuple[Which[V], Mapping[str, V]], ...] = ()

    def holds_for(self, mapping: Mapping[str, V], alike: Alike[V] = is_equal) -> bool:
        """Whether `mapping` would have answered everything with what is `alike`."""
        if self.names is not None and (len(self.names) != len(mapping) or self.names != tuple(mapping)):
            return False
        for name, before in self.found.items():
            now: Any = mapping.get(name, _Absent)
            if before is now:
                continue
            if before is _Absent or now is _Absent or not alike(before, now):
                return False
        for which, values in self.selections:
            others = _select(mapping, which)
            if list(others) != list(values) or not all(alike(values[name], other) for name, other in others.items()):
                return False
        return True


class Recorded(Mapping[str, V]):
    """The same as `mapping`, but what is looked up in it can be told by `trace`."""

    def __init__(self, mapping: Mapping[str, V]) -> None:
        self._mapping = mapping
        self._found: dict[str, Any] = {}
        self._selections: dict[Which[V], Mapping[str, V]] = {}
        self._are_names_seen = False

    def trace(self) -> Trace[V]:
        """What was looked up so far."""
        names = tuple(self._mapping) if self._are_names_seen else None
        return Trace(dict(self._found), names, tuple(self._selections.items()))

    def select(self, which: Which[V]) -> dict[str, V]:
        """The values that are `which`, by name and in order."""
        found = _select(self._mapping, which)
        self._selections[which] = found
        return dict(found)

    def __getitem__(self, name: str) -> V:
        value: Any = self._mapping.get(name, _Absent)
        self._found[name] = value
        if value is _Absent:
            raise KeyError(name)
        known: V = value
        return known

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str):
            return False
        value = self._found[name] = self._mapping.get(name, _Absent)
        return value is not _Absent

    def __iter__(self) -> Iterator[str]:
        self._are_names_seen = True
        return iter(self._mapping)

    def __len__(self) -> int:
        self._are_names_seen = True
        return len(self._mapping)
