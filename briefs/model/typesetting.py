"""The three forms of text: as received, `plain` for matching, `typeset` for printing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefs.model.folding import matching_form, printable_form
from briefs.model.held_spans import HeldSpans
from briefs.model.left_alone import ADDRESS
from briefs.model.note_marks import without_note_marks
from briefs.model.typography import curl

_EMPHASIS = re.compile(r"((?<=\d)\*(?=\d)|(?<=\d) \* (?=\d))|\*+")
"""Marks of emphasis: all asterisks but one that multiplies the numbers around it, which is a group."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HYPHENATED = re.compile(
    r"(?<![\w-])[^\W_][\w’'.]*(?:-[^\W_][\w’']*)+(?![\w-])|(?<![\w–-])\d[\d.,]*–\d[\d.,]*(?<=\d)(?![\w–-])"
)
_DIGITS = re.compile(r"\d+(?:-\d+)+")
LONGEST_WHOLE = 24
"""The most characters of a hyphenated name within which no line ends: a longer one might not fit in a column."""
BREAK = "\u200b"
"""The zero-width space: a line may end there."""
_WITHIN_ADDRESS = re.compile(r"(?<=[/._?&=@-])(?<!^https:/)(?<!^http:/)(?=[^/._?&=@-]{2})")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = "\u202d\u202e"
_ENDS = {"\u202c": "\u202a\u202b", "\u2069": "\u2066\u2067\u2068"}
"""Characters that end a direction, and those that begin one that they end."""
_NO_NOTES: frozenset[int] = frozenset()


def unprintable(text: str) -> str | None:
    """The first character of `text` that cannot be printed, if there is one.

    Neither HTML nor Word can hold it (XML 1.0, production 2), or it would turn round what stands after the text: it
    overrides the direction of letters, or begins or ends a direction without its other half (UAX #9, 2).
    """
    found = _NO_XML.search(text)
    return found[0] if found else _misdirecting(text)


def _misdirecting(text: str) -> str | None:
    opened: list[str] = []
    for control in _DIRECTIONS.findall(text):
        if control in _OVERRIDES:
            return str(control)
        if control in _ENDS:
            if not opened or opened.pop() not in _ENDS[control]:
                return str(control)
        else:
            opened.append(control)
    return opened[0] if opened else None


@lru_cache(maxsize=500)
def clean(text: str, notes: frozenset[int] = _NO_NOTES) -> str:
    """`text` without emphasis and without the marks of its report's `notes`, in its printable form.

    Quotes, dashes and no-break spaces are as received. Other superscripts stay: they are powers.
    """
    text = without_note_marks(text, notes)
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", text)
    return printable_form(text)


@lru_cache(maxsize=8192)  # the same passages, phrases and names are compared again and again
def plain(text: str, notes: frozenset[int] = _NO_NOTES) -> str:
    """`text` as anchors are matched against it: `clean`, in its matching form."""
    return matching_form(clean(text, notes))


def typeset(text: str) -> str:
    """`text` as printed: `clean`, then `curl`."""
    return curl(clean(text))


def parted_at_whole_words(text: str) -> Iterator[tuple[str, bool]]:
    """`text` in pieces that together are `text`, each with whether it is a word within which no line may end.

    These are names, whose first part has a capital ("High-level Dialogue"), codes with a letter and a digit
    ("CH-1211"), words with several hyphens ("win-win-win") and ranges of figures ("10–15"), but no parts of addresses.
    """
    last = 0
    has_addresses = "/" in text or "@" in text
    addresses = HeldSpans(found.span() for found in ADDRESS.finditer(text)) if has_addresses else HeldSpans(())
    for found in _HYPHENATED.finditer(text):
        word = found[0]
        if addresses.hold(found.start()):
            continue
        if len(word) <= LONGEST_WHOLE and _is_whole(word):
            if last < found.start():
                yield text[last : found.start()], False
            yield word, True
            last = found.end()
    if last < len(text):
        yield text[last:], False


def _is_whole(word: str) -> bool:
    if _DIGITS.fullmatch(word):
        return False  # no line ends between a hyphen and a digit (UAX #14, LB25), and the digits can be searched for
    return word[0].isupper() or word.count("-") > 1 or any(map(str.isdigit, word))


def with_line_breaks(text: str, longest: int = LONGEST_WHOLE) -> str:
    """`text` with `BREAK` at each place in a long address where a line may end: behind a slash, full stop, hyphen or
    the like, where no hyphen is added that a reader would copy. One of up to `longest` characters has none."""
    if not any(mark in text for mark in "/@."):
        return text
    return ADDRESS.sub(
        lambda found: _WITHIN_ADDRESS.sub(BREAK, found[0]) if len(found[0]) > longest else found[0], text
    )


def words(text: str) -> list[str]:
    """The words of `text`, as budgets count them: runs without white space that contain a letter or a digit."""
    return [word for word in text.split() if word.isalnum() or any(c.isalnum() for c in word)]
