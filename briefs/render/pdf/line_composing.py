"""Put lines together from words that were shaped once: most names have words in common, and numbers their digits.

Words of Latin letters are shaped with the spaces around them, so what the font does at their ends is kept. No font of
ours looks further than that; where one does, `is_right` tells, and each line is shaped whole. So are lines with other
letters, which a layout divides into runs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefs.render.pdf.line_shaping import LineShaper

_PARTS = re.compile(r"[ \u00a0]?[^ \u00a0]+")
_SPACES = " \u00a0"
_ANY = 1 << 40
"""More room than any line needs."""
_WORDS = 16
"""Words of a line that is tried."""
_KEPT = 10_000
"""The most words that are kept."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A word with the space before it: its glyphs as they are written, and its width in units of Pango."""

    glyphs: str
    width: int


class LineComposer:
    """Gives what `shaper` gives, in less time.

    `is_right` says whether lines can be put together: each letter was tried before and after a space, and each number
    of two digits among others.
    """

    def __init__(self, shaper: LineShaper) -> None:
        self._shaper = shaper
        self._words: dict[tuple[str, bool], _Part | None] = {}
        self.is_right = all(map(self._is_same, _specimens(shaper.alphabet)))

    def _is_same(self, text: str) -> bool:
        composed = self._composed(text, _ANY)
        return composed is None or composed == self._shaper.shaped(text, _ANY)

    def shaped(self, text: str, room: int) -> str | None:
        """The same as `LineShaper.shaped`."""
        composed = self._composed(text, room) if self.is_right else None
        return composed or self._shaper.shaped(text, room)

    def _composed(self, text: str, room: int) -> str | None:
        """The line put together; None if it cannot be, or is too long."""
        words = _PARTS.findall(text)
        if "".join(words) != text:
            return None
        last = len(words) - 1
        parts = [self._word(word, at == last) for at, word in enumerate(words)]
        if None in parts:
            return None
        if sum(part.width for part in parts if part) > room:
            return None
        return written("".join(part.glyphs for part in parts if part))

    def _word(self, word: str, is_last: bool) -> _Part | None:
        key = word, is_last
        if len(self._words) > _KEPT:
            self._words.clear()
        if key not in self._words:
            made = self._number(word, is_last) if word.strip(_SPACES).isdecimal() else self._made(word, is_last)
            if word[-1].isdecimal() and len(word) > 3 and not is_last:
                return made  # kept of the numbers of copies are only their digits
            self._words[key] = made
        return self._words[key]

    def _made(self, word: str, is_last: bool) -> _Part | None:
        """A word shaped between spaces."""
        if not all(map(_is_latin, word)):
            return None
        glyphs = self._shaper.glyphs(word if is_last else f"{word} ")
        if glyphs is None:
            return None
        return _part(glyphs if is_last else glyphs[:-1])

    def _number(self, number: str, is_last: bool) -> _Part | None:
        """A number of several digits, from its first digit as it stands before the second, and so on."""
        digits = number.strip(_SPACES)
        if len(digits) < 3:
            return self._made(number, is_last)
        first = number[: len(number) - len(digits)]
        pairs = [(digits[at : at + 2], first if at == 0 else "") for at in range(len(digits) - 1)]
        parts = [self._before(pair, space) for pair, space in pairs]
        parts.append(self._after(digits[-2:], is_last))
        if None in parts:
            return None
        return _Part("".join(part.glyphs for part in parts if part), sum(part.width for part in parts if part))

    def _before(self, pair: str, space: str) -> _Part | None:
        """The first of two digits, with the `space` before it, if any."""
        key = f"{space}{pair}|", False
        if key not in self._words:
            glyphs = self._shaper.glyphs(f"{space}{pair}")
            self._words[key] = _part(glyphs[:-1]) if glyphs and len(glyphs) == len(space) + 2 else None
        return self._words[key]

    def _after(self, pair: str, is_last: bool) -> _Part | None:
        """The second of two digits, before a space or at the end."""
        key = f"|{pair}", is_last
        if key not in self._words:
            glyphs = self._shaper.glyphs(pair if is_last else f"{pair} ")
            self._words[key] = _part(glyphs[1:2]) if glyphs and len(glyphs) == 3 - is_last else None
        return self._words[key]


def _part(glyphs: list[tuple[str, int]]) -> _Part:
    return _Part("".join(glyph for glyph, _ in glyphs), sum(width for _, width in glyphs))


def _specimens(alphabet: frozenset[str]) -> Iterator[str]:
    """Lines in which each Latin letter stands at the beginning and the end of a word, and all pairs of digits."""
    letters = [character for character in sorted(alphabet) if character not in _SPACES and _is_latin(character)]
    words = [f"{letter}o{letter}" for letter in letters]
    words += [f"{number:05}" for number in range(0, 100_000, 991)]
    for at in range(0, len(words), _WORDS):
        yield " ".join(words[at : at + _WORDS])
        yield "\u00a0".join(reversed(words[at : at + _WORDS]))


def written(glyphs: str) -> str:
    """Glyphs, with `>…<` around the space between them, as the operand of TJ."""
    return f"<{glyphs}>".removesuffix("<>")


@lru_cache(maxsize=4096)
def _is_latin(character: str) -> bool:
    """Whether it is a Latin letter, or stands in the same run with these: a digit, a space, punctuation."""
    if unicodedata.category(character)[0] == "L":
        return unicodedata.name(character, "").startswith("LATIN ")
    return unicodedata.category(character) in ("Nd", "Zs", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po") and (
        ord(character) < 0x250 or 0x2010 <= ord(character) <= 0x203A
    )
