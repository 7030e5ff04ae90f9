"""A finished package of which a few words differ from copy to copy: prepared once, then each copy is put together.

Parts that differ are cut at marks. What lies between marks is compressed once; the words of a copy are put between as
blocks that are not compressed, which deflate allows wherever a block ends (RFC 1951, 3.2.4). Checksums are carried on
over what stays the same, since CRC-32 is linear. So a copy takes microseconds, however large the file is.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_SIZES = struct.Struct("<III")
"""CRC-32, compressed and plain size, as both headers of an entry have them (APPNOTE, 4.3.7 and 4.3.12)."""
_OFFSET = struct.Struct("<I")
_LAST = struct.Struct("<4sHHHHIIH")
"""The end of the central directory (4.3.16)."""
_LOCAL_SIZES, _CENTRAL_SIZES, _CENTRAL_OFFSET = 14, 16, 42
"""Where these stand in the headers."""
_BLOCK = struct.Struct("<BHH")
_LONGEST_BLOCK = 0xFFFF
_SHORT = 1024
"""Bytes: the checksum of so few is computed as fast as it is carried on."""
_VERSION, _DEFLATED, _UTF8, _WITHOUT_TIME = 20, 8, 0x800, (0, 0x21)
_TOO_LARGE = 0x7FFF_FFFF


@dataclass(frozen=True, slots=True)
class _Constant:
    """What follows a slot: compressed, and what makes of the checksum of all before it that with it."""

    compressed: bytes
    carry_on: Callable[[int], int]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part with slots. `before`: the rest of its header and what stands in front of the first slot, compressed.

    `compressed` and `size` are those of all that stays the same; `checksum` is that of what is in front of the first
    slot. `rest` has slots, by the numbers of their marks, and what follows each. `header` is where the sizes stand in
    the central directory.
    """

    before: bytes
    compressed: int
    size: int
    checksum: int
    rest: tuple[tuple[int, _Constant], ...]
    header: int


class PreparedPackage:
    """A package with slots, from a finished one in which `marks` stand where copies have words of their own.

    A mark may stand in several of the `parts`, and several times in one. It is not looked for in other parts.
    """

    def __init__(self, package: bytes, parts: Collection[str], marks: Sequence[bytes]) -> None:
        """Raises ValueError for a mark that stands in none of the parts, and for a file that is not a package."""
        self._fixed: list[bytes] = []
        self._parts: list[_Part] = []
        self._moved: list[tuple[int, int, int]] = []
        found: set[int] = set()
        directory, pending, at, entries = bytearray(), bytearray(), 0, 0
        for name, content in _contents(package):
            pieces = list(_cut(content, marks)) if name in parts else [(-1, content)]
            segments = _deflated([piece for _, piece in pieces])
            compressed = sum(map(len, segments))
            encoded = name.encode()
            flags = 0 if encoded.isascii() else _UTF8
            about = struct.pack("<HHHHH", _VERSION, flags, _DEFLATED, *_WITHOUT_TIME)
            about += _SIZES.pack(zlib.crc32(content), compressed, len(content))
            local = _LOCAL + about + struct.pack("<HH", len(encoded), 0) + encoded
            header = len(directory)
            directory += _CENTRAL + struct.pack("<H", _VERSION) + about
            directory += struct.pack("<HHHHHII", len(encoded), 0, 0, 0, 0, 0, at) + encoded
            if self._parts:
                self._moved.append((header + _CENTRAL_OFFSET, len(self._parts), at))
            at += len(local) + compressed
            entries += 1
            if len(pieces) == 1:
                pending += local + segments[0]
                continue
            found.update(number for number, _ in pieces[1:])
            self._fixed.append(bytes(pending + local[:_LOCAL_SIZES]))
            pending = bytearray()
            before = local[_LOCAL_SIZES + _SIZES.size :] + segments[0]
            self._parts.append(_part(before, pieces, segments, header + _CENTRAL_SIZES))
        if missing := [mark for number, mark in enumerate(marks) if number not in found]:
            raise ValueError(f"{missing[0]!r} stands in none of these parts")
        if at + len(directory) > _TOO_LARGE:
            raise ValueError("the package is too large")
        self._tail = bytes(pending)
        self._directory = bytes(directory)
        self._entries, self._start = entries, at

    def pieces(self, values: Sequence[bytes]) -> list[bytes]:
        """The bytes of a copy in pieces, in order; `values` are what it has in place of each of the marks.

        Values must fit where they stand: in XML they are escaped.
        """
        made: list[bytes] = []
        directory = bytearray(self._directory)
        blocks = [_stored(value) for value in values]
        grown = [0]
        for fixed, part in zip(self._fixed, self._parts, strict=True):
            checksum, added, plain = part.checksum, 0, 0
            content = [part.before]
            for number, constant in part.rest:
                value, block = values[number], blocks[number]
                content.append(block)
                content.append(constant.compressed)
                checksum = constant.carry_on(zlib.crc32(value, checksum))
                added += len(block)
                plain += len(value)
            sizes = _SIZES.pack(checksum, part.compressed + added, part.size + plain)
            made += (fixed, sizes)
            made += content
            directory[part.header : part.header + _SIZES.size] = sizes
            grown.append(grown[-1] + added)
        for place, before, offset in self._moved:
            _OFFSET.pack_into(directory, place, offset + grown[before])
        start = self._start + grown[-1]
        end = _LAST.pack(_END, 0, 0, self._entries, self._entries, len(directory), start, 0)
        made += (self._tail, bytes(directory), end)
        return made

    def copy(self, values: Sequence[bytes]) -> bytes:
        """The bytes of a copy; see `pieces`."""
        return b"".join(self.pieces(values))


def part_names(package: bytes) -> list[str]:
    """The names of the parts of a package, in its order, without the slash that they begin with."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.namelist()


def _contents(package: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts of a package by name, in its order."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            yield from ((info.filename, archive.read(info)) for info in archive.infolist())
    except zipfile.BadZipFile as error:
        raise ValueError("this is not a package") from error


def _cut(content: bytes, marks: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
    """`content` in pieces, each with the number of the mark before it; the first has none: -1."""
    numbers = {mark: number for number, mark in enumerate(marks)}
    pattern = b"|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))
    at, number = 0, -1
    for found in re.finditer(pattern, content) if marks else ():
        yield number, content[at : found.start()]
        at, number = found.end(), numbers[found[0]]
    yield number, content[at:]


def _deflated(pieces: Sequence[bytes]) -> list[bytes]:
    """Each piece compressed, so that blocks of anything can stand between: none refers to what is before it."""
    made: list[bytes] = []
    compressor = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    for piece in pieces[:-1]:
        made.append(compressor.compress(piece) + compressor.flush(zlib.Z_FULL_FLUSH))
    return [*made, compressor.compress(pieces[-1]) + compressor.flush()]


def _stored(value: bytes) -> bytes:
    """`value` in blocks that are not compressed."""
    if len(value) <= _LONGEST_BLOCK:
        return _BLOCK.pack(0, len(value), len(value) ^ _LONGEST_BLOCK) + value if value else b""
    return b"".join(_stored(value[at : at + _LONGEST_BLOCK]) for at in range(0, len(value), _LONGEST_BLOCK))


def _part(before: bytes, pieces: Sequence[tuple[int, bytes]], segments: Sequence[bytes], header: int) -> _Part:
    return _Part(
        before,
        sum(map(len, segments)),
        sum(len(piece) for _, piece in pieces),
        zlib.crc32(pieces[0][1]),
        tuple(
            (number, _Constant(segment, _carrier(piece)))
            for (number, piece), segment in zip(pieces[1:], segments[1:], strict=True)
        ),
        header,
    )


def _carrier(content: bytes) -> Callable[[int], int]:
    """A function from the checksum of what comes before `content` to that of both together.

    It is affine over GF(2): the exclusive or of what each bit of the checksum before makes, here by its four bytes.
    """
    if len(content) <= _SHORT:
        return lambda before: zlib.crc32(content, before)
    base = zlib.crc32(content)
    bits = [zlib.crc32(content, 1 << bit) ^ base for bit in range(32)]
    tables: list[list[int]] = []
    for first in range(0, 32, 8):
        table = [0]
        for bit in bits[first : first + 8]:
            table += [one ^ bit for one in table]
        tables.append(table)
    low, second, third, high = tables
    return lambda before: (
        base ^ low[before & 255] ^ second[before >> 8 & 255] ^ third[before >> 16 & 255] ^ high[before >> 24]
    )
