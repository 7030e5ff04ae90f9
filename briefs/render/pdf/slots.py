"""Streams of a PDF that can be given other content without changing anything else in the file.

They look compressed to a reader, and to programs that would compress them, but hold what varies as it is: a stored
block of deflate (RFC 1951, 3.2.4), which has a fixed length, and behind it whatever does not vary.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

_BASE = 65521
"""The modulus of Adler-32 (RFC 1950, 8.2)."""
_HEADER = b"\x78\x01"
_LONGEST = 0xFFFF


@dataclass(frozen=True, slots=True)
class Slot:
    """A zlib stream (RFC 1950) that begins with `size` bytes that vary, and ends with `rest`, which does not.

    `tail` is the deflate form of `rest`, `check` its Adler-32.
    """

    size: int
    rest: bytes = b""
    tail: bytes = b""
    check: int = 1

    @classmethod
    def of(cls, size: int, rest: bytes = b"") -> Slot:
        """A slot of `size` bytes before `rest`. Raises ValueError if it is larger than a block can be."""
        if size > _LONGEST:
            raise ValueError(f"{size} bytes are more than a block of deflate holds")
        packer = zlib.compressobj(9, wbits=-15)
        tail = packer.compress(rest) + packer.flush() if rest else b""
        return cls(size, rest, tail, zlib.adler32(rest))

    @property
    def before(self) -> bytes:
        """What stands in the file before the content that varies."""
        last = b"\x00" if self.tail else b"\x01"
        return _HEADER + last + self.size.to_bytes(2, "little") + (self.size ^ _LONGEST).to_bytes(2, "little")

    def padded(self, content: bytes) -> bytes:
        """`content` with spaces up to the size of the slot. Raises ValueError if it is longer."""
        if len(content) > self.size:
            raise ValueError(f"{len(content)} bytes do not fit into a slot of {self.size}")
        return content.ljust(self.size)

    def checksum(self, padded: bytes) -> bytes:
        """The last four bytes of the stream with this content: the Adler-32 of it and of what follows."""
        return _joined(zlib.adler32(padded), self.check, len(self.rest)).to_bytes(4, "big")

    def stream(self, content: bytes) -> bytes:
        """The whole stream with `content`."""
        padded = self.padded(content)
        return b"".join((self.before, padded, self.tail, self.checksum(padded)))


def _joined(first: int, second: int, length: int) -> int:
    """The Adler-32 of two texts after each other, from those of each and the length of the second."""
    a = (first & 0xFFFF) + (second & 0xFFFF) - 1
    b = (first >> 16) + (second >> 16) + length * ((first & 0xFFFF) - 1)
    return (b % _BASE) << 16 | (a % _BASE)
