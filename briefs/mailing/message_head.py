"""Fields in the head of a message, in lines of at most 78 octets: names in any script, addresses, names of files.

They are written here and not by the standard library, whose folding differs between versions of Python: a message has
the same bytes wherever it is made.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from briefs.model.diagnostics import BriefsError
from briefs.model.mail_address import has_break

EOL = "\r\n"
_LINE = 78
"""The most octets of a line (RFC 5322, 2.1.1)."""
_WORD, _WITH_WORDS = 75, 76
"""The most characters of an encoded word, and of a line with one (RFC 2047, 2)."""
_CHARSET = "utf-8''"
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LONGEST_QUOTED = 50
"""Longer names are written as encoded words, between which lines can be broken."""


def field(name: str, value: str, breaks: str = " ") -> str:
    """A field whose `value` is ASCII, broken between its words where it is too long."""
    lines, line = [], f"{name}:"
    for word in value.split(breaks):
        if len(line) + 1 + len(word) > _LINE and line.strip() and line != f"{name}:":
            lines.append(line)
            line = f" {word}"
        else:
            line = f"{line} {word}"
    return EOL.join((*lines, line)) + EOL


def checked(value: str, what: str) -> str:
    """`value`, if it has no line break and no other control character. Raises BriefsError, which calls it `what`."""
    if has_break(value):
        raise BriefsError(f"{what} has a line break or control character", "write it in one line")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BriefsError(f"{what} has characters that cannot be written", "type it again") from None
    return value


def text_field(name: str, text: str) -> str:
    """A field that holds words, such as a subject."""
    words = text.split(" ")
    is_plain = text.isascii() and "=?" not in text and text == text.strip() and "" not in words
    if is_plain and max(map(len, words)) < _LINE - len(name) - 2:
        return field(name, text)
    return field(name, " ".join(encoded_words(text, len(name) + 2)))


def address_field(name: str, shown: str, address: str) -> str:
    """A field that holds one `address`, whose domain is written in ASCII, with the name `shown` before it, if any."""
    if not shown:
        return field(name, address)
    return field(name, f"{phrase(shown, len(name) + 2)} <{address}>")


def phrase(text: str, before: int) -> str:
    """A name before an address: as it is, in quotation marks, or in encoded words; `before` octets stand before it."""
    if _ATOMS.fullmatch(text) and "=?" not in text and max(map(len, text.split())) <= _LONGEST_QUOTED:
        return text
    if text.isascii() and "=?" not in text and 0 < len(text) <= _LONGEST_QUOTED and "  " not in text:
        escaped = re.sub(r'(["\\])', r"\\\1", text)
        return f'"{escaped}"'
    return " ".join(encoded_words(text, before))


def encoded_words(text: str, before: int) -> Iterator[str]:
    """`text` as encoded words (RFC 2047), none of which divides a character; `before` octets stand first."""
    begin, end = "=?utf-8?b?", "?="
    signs = len(begin) + len(end)
    most = (min(_WORD, _WITH_WORDS - before) - signs) // 4 * 3
    piece = b""
    for character in text:
        octets = character.encode()
        if len(piece) + len(octets) > most:
            yield begin + base64.b64encode(piece).decode() + end
            piece, most = b"", (_WORD - signs) // 4 * 3
        piece += octets
    if piece:
        yield begin + base64.b64encode(piece).decode() + end


def parameter(name: str, value: str) -> Sequence[str]:
    """A parameter of a field (RFC 2045); one that is not ASCII, or is long, is written as RFC 2231 says."""
    if value.isascii() and len(value) <= _LINE - len(name) - 6:
        escaped = re.sub(r'(["\\])', r"\\\1", value)
        return [f'{name}="{escaped}"']
    room = _LINE - len(f" {name}*00*=;") - len(_CHARSET)
    pieces = [""]
    for character in (quote(one, safe="") for one in value):  # programs decode piece by piece
        if len(pieces[-1]) + len(character) > room:
            pieces.append("")
        pieces[-1] += character
    if len(pieces) == 1:
        return [f"{name}*={_CHARSET}{pieces[0]}"]
    return [f"{name}*{at}*={'' if at else _CHARSET}{piece}" for at, piece in enumerate(pieces)]


def field_with(name: str, value: str, *parameters: str) -> str:
    """A field with parameters, each on a line of its own."""
    return f";{EOL} ".join((f"{name}: {value}", *parameters)) + EOL
