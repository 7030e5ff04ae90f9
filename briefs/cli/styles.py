"""Colour on terminals, and no character in a text that a terminal would obey.

Parts of a text are marked with noncharacters of Unicode, which no text has; `shown` puts colours in their place, or
nothing. So everything that is printed passes one place, which knows where it goes.
"""

from __future__ import annotations

import os
import unicodedata
from typing import Literal, TextIO, TypeAlias

Style: TypeAlias = Literal["error", "warning", "hint", "place", "head", "quiet", "added", "removed"]

_CODES: dict[Style, str] = {
    "error": "1;31",
    "warning": "1;33",
    "hint": "36",
    "place": "1",
    "head": "1",
    "quiet": "2",
    "added": "32",
    "removed": "31",
}
_MARKS: dict[Style, str] = {style: chr(0xFDD0 + index) for index, style in enumerate(_CODES)}
_END = "\ufddf"

_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
_CONTROLS |= {code: f"\\u{code:04x}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
"""What is printed for characters that terminals obey (ECMA-48, C0 and C1), such as the escape character, and for those
that turn round what stands behind them (UAX #9), so that it seems to say something else."""

_COLOURED = {ord(_MARKS[style]): f"\033[{code}m" for style, code in _CODES.items()} | {ord(_END): "\033[0m"}
_PLAIN: dict[int, str] = dict.fromkeys(_COLOURED, "")


def styled(text: str, style: Style) -> str:
    """`text`, marked to be printed in a style; nothing around an empty one."""
    return f"{_MARKS[style]}{text}{_END}" if text else ""


def shown(text: str, coloured: bool) -> str:
    """`text` as it is printed: control characters as `\\x1b`, marks as colours, or left out unless `coloured`."""
    return text.translate(_CONTROLS).translate(_COLOURED if coloured else _PLAIN)


def is_coloured(stream: TextIO) -> bool:
    """Whether colours may be printed to `stream`.

    NO_COLOR forbids them, FORCE_COLOR and CLICOLOR_FORCE demand them; otherwise they are for terminals that know them,
    unless CLICOLOR is 0.
    """
    if os.environ.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if os.environ.get(name, "0") not in ("", "0"):
            return True
    return is_capable(stream) and os.environ.get("CLICOLOR") != "0"


def is_capable(stream: TextIO) -> bool:
    """Whether `stream` is a terminal that obeys control sequences."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width(text: str) -> int:
    """How many columns of a terminal `text` takes: two for wide characters, none for marks and combining ones."""
    return sum(_columns(character) for character in text)


def cut(line: str, most: int | None) -> str:
    """`line`, with an ellipsis in the place of what goes beyond `most` columns."""
    if most is None or width(line) <= most:
        return line
    taken, kept = 1, ""
    for character in line:
        taken += _columns(character)
        if taken > most:
            break
        kept += character
    return kept.rstrip() + "…" + (_END if kept[:1] in _MARKS.values() else "")


def _columns(character: str) -> int:
    if ord(character) in _PLAIN or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
