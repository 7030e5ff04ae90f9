"""Characters that a reader cannot see, or cannot tell from others: what becomes of them in print and in matching."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_NOWHERE = "\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
"""Soft hyphens, zero-width spaces and the like: traces of another layout, of no use in print."""
_IN_PRINT_ONLY = "\u061c\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufe0e\ufe0f"
"""Marks that say how letters join and in which direction they run: they do not count when texts are compared."""
OPENING_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
CLOSING_DIRECTIONS = "\u061c\u200c\u200d\u200e\u200f\u202c\u2069\ufe0e\ufe0f"

_NO_BREAK = "\u00a0\u202f"
_LIGATURES = {
    code: unicodedata.normalize("NFKC", chr(code))
    for first, last in ((0xFB00, 0xFB06), (0xFB13, 0xFB17), (0xFB50, 0xFBB1), (0xFBD3, 0xFBE9), (0xFE80, 0xFEFC))
    for code in range(first, last + 1)
}
"""Letters joined into one character, as copies from PDF files have them, and the letters that they stand for."""
_PRINTED = {**dict.fromkeys(map(ord, _NOWHERE), ""), **_LIGATURES, 0x2007: "\u00a0"}
_MATCHED = {
    **dict.fromkeys(map(ord, _IN_PRINT_ONLY), ""),
    **dict.fromkeys(map(ord, _NO_BREAK), " "),
    **dict.fromkeys(map(ord, "“”„‟"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛ʼ"), "'"),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
}
_DROPPED = re.compile(f"[{_IN_PRINT_ONLY}]")
_UNPRINTED = re.compile(f"[{''.join(map(chr, _PRINTED))}]")
_FOLDED = tuple((chr(code), other) for code, other in _MATCHED.items() if other)
_USUAL = "[!-~À-ÖØ-öø-ÿ‘’“”–—…]++"
_AS_IT_IS = re.compile(f"{_USUAL}(?: {_USUAL})*+")
"""A text that is its own printable form, as nearly all are: letters and marks that nothing is done to, and single
spaces between them. No letter before it is combined with any of them in NFC."""
_ASTERISK = re.compile("((?<=\\d)\u2217(?=\\d)|(?<=\\d) \u2217 (?=\\d))|\u2217")
"""What readers of reports write for a printed asterisk; the first group multiplies the numbers around it."""
_THIN_SPACE = re.compile(r"(?<=\d)[\u2006\u2008\u2009](?=\d{3})|(?<=[«‹])[\u2006\u2009]|[\u2006\u2009](?=[»›;:?!%])")
_BREAKING_SPACE = re.compile(rf"[^\S{_NO_BREAK}]+")
_MIXED_SPACE = re.compile(rf" *([{_NO_BREAK}])[ {_NO_BREAK}]*")
_SPACE = re.compile(r"\s+")
_TAKEN_FOR = {0x17F: "s", 0x131: "i", 0x130: "I", 0x212A: "K"}
"""Letters that `re.IGNORECASE` takes for those of ASCII: the long s, i without and with its dot, the kelvin sign."""
HIDDEN = _NOWHERE + _IN_PRINT_ONLY
"""All characters that cannot be seen."""


def printable_form(text: str) -> str:
    """`text` in NFC, with single spaces, without what shows nowhere, and with letters in place of their ligatures.

    A no-break space stays one; a thin space that holds a number or a guillemet together becomes one.
    """
    if text.isascii():
        if text.isprintable() and "  " not in text:
            return text.strip()
        return _SPACE.sub(" ", text).strip()
    if _AS_IT_IS.fullmatch(text):
        return text
    if _UNPRINTED.search(text):
        text = text.translate(_PRINTED)
    text = unicodedata.normalize("NFC", text)
    text = _BREAKING_SPACE.sub(" ", _THIN_SPACE.sub("\u202f", text))
    return _MIXED_SPACE.sub(r"\1", text).strip()


def matching_form(printed: str) -> str:
    """Text in its printable form as it is compared: straight quotes, plain hyphens and spaces, nothing invisible.

    A printed asterisk counts only between numbers: one that is typed elsewhere is taken for a mark of emphasis.
    """
    if printed.isascii():
        return printed
    printed = _typed_asterisks(printed)
    if _DROPPED.search(printed):
        return _SPACE.sub(" ", printed.translate(_MATCHED)).strip()
    for character, other in _FOLDED:  # quicker than to look each character up
        printed = printed.replace(character, other)
    return printed


def ascii_letters(text: str) -> str:
    """`text` with the letters of ASCII that a pattern which ignores case takes others for, character for character."""
    return text if text.isascii() else text.translate(_TAKEN_FOR)


def caseless(text: str) -> str:
    """`text` in small letters, so that it has whatever a pattern of small letters that ignores case finds in it."""
    return ascii_letters(text).lower()


def matching_offsets(printed: str) -> Sequence[int] | None:
    """For each character of the matching form, its offset in `printed`; None if they are the same."""
    printed = _typed_asterisks(printed)
    if not _DROPPED.search(printed):
        return None
    offsets: list[int] = []
    before = " "
    for index, character in enumerate(printed):
        folded = character.translate(_MATCHED)
        if folded and not (folded == before == " "):
            offsets.append(index)
            before = folded
    return offsets


def _typed_asterisks(printed: str) -> str:
    """The text with an asterisk where one multiplies numbers, and a mark that is dropped in place of any other."""
    if "\u2217" not in printed:
        return printed
    return _ASTERISK.sub(lambda found: found[1].replace("\u2217", "*") if found[1] else "\u200e", printed)


def described(character: str) -> str:
    """A character by its name and number, for people: `a cyrillic small letter a (U+0430)`."""
    name = unicodedata.name(character, "character without a name").lower()
    article = "an" if name[0] in "aeio" else "a"
    return f"{article} {name} (U+{ord(character):04X})"
