"""How often a damaged file is read again, to find out what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 10_000_000
"""Characters: some seconds. A slip in a file as people write them takes fewer than a million."""
_PER_SIGN = 13
"""A sign that begins or parts values takes as much time as so many characters."""
_SIGNS = "\n,:{["
_BEGINNING = 600
"""To begin with a text, however short, takes as much time as so many characters."""
_AT_LEAST = 8
"""A text that cannot be read is still put together, which takes this part of the time of reading it."""


@dataclass(slots=True)
class Rereading:
    """What is `left` of the characters of one file that may be read again."""

    left: int = MOST

    @property
    def is_over(self) -> bool:
        """Whether no more may be read."""
        return self.left <= 0

    def read(self, text: str, up_to: float = 1.0) -> None:
        """`text` was read, up to this part of it."""
        length = len(text) + _PER_SIGN * sum(map(text.count, _SIGNS))
        self.left -= int(length * max(up_to, 1 / _AT_LEAST)) + 1

    def read_alone(self, part: str) -> None:
        """A `part` of the file was read alone, of which there may be thousands."""
        self.read(part)
        self.left -= _BEGINNING
