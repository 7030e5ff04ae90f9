"""Mutations of files that are text: words, lines and levels, swapped, repeated and nested, and other encodings."""

from __future__ import annotations

import random
import re
from pathlib import PurePosixPath

from tests.fuzzing.hostile_words import NUMBERS, Canary, words_for

LARGEST = 2_000_000
"""Characters that a mutation adds at most."""

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

PAIRS = {
    ".md": (("> ", ""), ("- ", "\n"), ("  - ", "\n"), ("*", "*"), ("[", "](x)"), ("{{ ", " }}"), ("(", ")")),
    ".yaml": (("{a: ", "}"), ("[", "]"), ("- ", ""), ("a:\n ", ""), ("? ", "")),
    ".json": (("[", "]"), ('{"a": ', "}")),
    ".css": (("@media all {", "}"), (":is(p, ", ")"), ("calc(1px + ", ")"), ("(", ")"), ("a { ", " }"), ("/*", "*/")),
    ".html": (
        ("<div>", "</div>"),
        ("<ul><li>", "</li></ul>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<b>", "</b>"),
        ("<blockquote>", ""),
        ("<!--", "-->"),
        ("{% if blocks %}", "{% endif %}"),
        ("{% for b in blocks %}", "{% endfor %}"),
        ("{{ (", ") }}"),
    ),
    ".svg": (("<g>", "</g>"), ('<svg x="1">', "</svg>"), ("<defs><pattern>", "</pattern></defs>")),
    ".xml": (
        ("<w:p>", "</w:p>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:ins>", "</w:ins>"),
        ("<w:r>", "</w:r>"),
    ),
}
"""What files of one kind nest, as it begins and ends."""

_ANY_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("<b>", "</b>"), ("{% if true %}", "{% endif %}"))


def _amount(chance: random.Random, most: int) -> int:
    """A number from 1 to `most`, each order of magnitude as likely as the next."""
    return int(10 ** chance.uniform(0, len(str(max(most, 1))) - 1)) if most > 1 else 1


def _place(text: str, chance: random.Random) -> int:
    return chance.randrange(len(text) + 1)


def _stretch(text: str, chance: random.Random) -> tuple[int, int]:
    at = _place(text, chance)
    return at, min(len(text), at + _amount(chance, 1000))


def _replaced(text: str, pattern: re.Pattern[str], at: int, new: str) -> str:
    """A text with the next word of a kind, from a place on, replaced; from its beginning if there is none."""
    found = pattern.search(text, at) or pattern.search(text)
    return text[: found.start()] + new + text[found.end() :] if found else text + new


def mutated_text(text: str, name: str, chance: random.Random, canary: Canary, other: str = "") -> str:
    """A text of a file with this name, changed once; `other` is what may be spliced into it."""
    ending = PurePosixPath(name).suffix
    at, end = _stretch(text, chance)
    piece = text[at:end] or "x"
    lines = text.splitlines(keepends=True) or [""]
    number = chance.randrange(len(lines))
    word = chance.choice(words_for(ending, canary))
    match chance.randrange(14):
        case 0:
            return text[:at] + word + text[at:]
        case 1:
            return _replaced(text, _WORD, at, word)
        case 2:
            return _replaced(text, _NUMBER, at, chance.choice(NUMBERS))
        case 3:
            return text[:at] + text[end:]
        case 4:
            return text[:at] + piece * min(_amount(chance, 100_000), LARGEST // len(piece)) + text[end:]
        case 5:  # a line, or a few, very often
            several = "".join(lines[number : number + _amount(chance, 20)]) or "\n"
            times = min(_amount(chance, 100_000), LARGEST // len(several))
            return "".join(lines[:number]) + several * times + "".join(lines[number:])
        case 6:
            opening, closing = chance.choice((*PAIRS.get(ending, ()), *_ANY_PAIRS))
            depth = min(_amount(chance, 100_000), LARGEST // (len(opening) + len(closing)))
            if chance.random() < 0.3:
                closing = ""
            return text[:at] + opening * depth + piece + closing * depth + text[end:]
        case 7:  # deeper and deeper
            depth = _amount(chance, 1000)
            return text[:at] + "".join("\n" + " " * level + piece for level in range(depth)) + text[end:]
        case 8:
            other_number = chance.randrange(len(lines))
            lines[number], lines[other_number] = lines[other_number], lines[number]
            return "".join(lines)
        case 9:
            return text[:at] + other[_place(other, chance) :]
        case 10:
            return (
                text[:at]
                + chance.choice(("\n", " ", "\t", ".", ",", ":", "-", "#", "¹", "é")) * _amount(chance, 1_000_000)
                + text[at:]
            )
        case 11:  # a word of the text, in the place of another
            words = _WORD.findall(text) or ["x"]
            return _replaced(text, _WORD, at, chance.choice(words))
        case 12:
            return _replaced(text, _WORD, at, piece)
        case _:  # everything, again
            return text + text[at:] * min(_amount(chance, 1000), LARGEST // max(len(text) - at, 1))


def encoded(text: str, chance: random.Random) -> bytes:
    """A text as somebody's editor might save it."""
    match chance.randrange(8):
        case 0:
            return text.encode("utf-16", errors="replace")
        case 1:
            return text.encode("utf-32-be", errors="replace")
        case 2:
            return text.encode("latin-1", errors="replace")
        case 3:
            return b"\xef\xbb\xbf" + text.encode(errors="replace")
        case 4:
            return text.replace("\n", "\r\n").encode(errors="replace")
        case 5:
            return text.replace("\n", "\r").encode(errors="replace")
        case 6:
            return text.replace("\n", chance.choice(("\x0b", "\x85", "\u2028", "\n\r", "\0"))).encode(errors="replace")
        case _:
            return text.encode("utf-16-le", errors="replace") + b"\xff"


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Bytes that were lost or flipped on the way."""
    if not content:
        return b"\0"
    at = chance.randrange(len(content))
    match chance.randrange(4):
        case 0:
            return content[:at]
        case 1:
            return content[at:]
        case 2:
            return b""
        case _:
            flipped = bytearray(content)
            for _ in range(_amount(chance, 100)):
                flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
            return bytes(flipped)
