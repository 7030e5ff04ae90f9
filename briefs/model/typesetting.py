"""The three forms of text: as received, `plain` for matching, `typeset` for printing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
FOOTNOTE_DIGITS = 6
"""The most digits that a footnote's number can have."""
_ANY_MARK = re.compile(rf"[{SUPERSCRIPTS}]+")
_FOOTNOTE_MARK = re.compile(rf"\s*[{SUPERSCRIPTS}]+")
_EMPHASIS = re.compile(r"\*+")
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"\s+")
_HYPHENATED = re.compile(r"(?<![\w-])[^\W_][\w’'.]*(?:-[^\W_][\w’']*)+(?![\w-])")
LONGEST_WHOLE = 24
"""The most characters of a hyphenated name within which no line ends: a longer one might not fit in a column."""
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})


def footnote_numbers(text: str) -> tuple[int, ...]:
    """Numbers of the footnote marks (Unicode superscripts) in `text`, in order; adjacent digits are one number.

    A longer run of digits is not a footnote mark.
    """
    return tuple(
        int("".join(str(SUPERSCRIPTS.index(c)) for c in mark))
        for mark in _ANY_MARK.findall(text)
        if len(mark) <= FOOTNOTE_DIGITS
    )


def unprintable(text: str) -> str | None:
    """The first character of `text` that neither HTML nor Word can hold (XML 1.0, production 2), if there is one."""
    found = _NO_XML.search(text)
    return found[0] if found else None


def clean(text: str) -> str:
    """`text` without emphasis and footnote marks, in NFC, with single spaces. Quotes and dashes are as received."""
    text = _EMPHASIS.sub("", _FOOTNOTE_MARK.sub("", text))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


@lru_cache(maxsize=8192)  # the same passages, phrases and names are compared again and again
def plain(text: str) -> str:
    """`text` as anchors are matched against it: `clean`, with straight quotes. It is as long as `clean` makes it."""
    return clean(text).translate(_STRAIGHT)


def typeset(text: str) -> str:
    """`text` as printed: `clean`, then `curl`."""
    return curl(clean(text))


def curl(text: str) -> str:
    """`text` with curly quotes, en dashes in number ranges and no break before an ellipsis; other space is unchanged.

    House style (editorial guide A4): quotation marks and dashes may be corrected silently, words never.
    """
    text = re.sub(r"""(^|[\s(\[{—–“‘-]|(?:^|\s)[*']+)"(?=\S)""", r"\1“", text)
    text = text.replace('"', "”")
    text = re.sub(r"(^|[\s(\[{—–“]|(?:^|\s)\*+)'(?=\S)", r"\1‘", text)
    text = text.replace("'", "’")
    text = re.sub(r"(?<=\d)\s?-\s?(?=\d)", "–", text)
    return text.replace(" ... ", "\u00a0… ")


def parted_at_whole_words(text: str) -> Iterator[tuple[str, bool]]:
    """`text` in pieces that together are `text`, each with whether it is a word that no line may break at a hyphen.

    These are names, whose first part has a capital ("High-level Dialogue"), and codes with a digit ("CH-1211").
    """
    last = 0
    for found in _HYPHENATED.finditer(text):
        word = found[0]
        if len(word) <= LONGEST_WHOLE and (word[0].isupper() or any(map(str.isdigit, word))):
            if last < found.start():
                yield text[last : found.start()], False
            yield word, True
            last = found.end()
    if last < len(text):
        yield text[last:], False


def words(text: str) -> list[str]:
    """The words of `text`, as budgets count them: runs without white space that contain a letter or a digit."""
    return [word for word in text.split() if any(c.isalnum() for c in word)]
