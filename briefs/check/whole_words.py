"""Finding phrases in a text as whole words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefs.model.typesetting import plain


@cache
def whole_words(phrase: str, then: str = "", flags: int = 0) -> re.Pattern[str]:
    """The pattern that finds `phrase` as whole words in `plain` text, followed by what the pattern `then` asks for."""
    return re.compile(rf"(?<!\w){re.escape(plain(phrase))}(?!\w){then}", flags)


def has_phrase(text: str, phrase: str) -> bool:
    """Whether `text` has `phrase` as whole words, in capitals or not, however its quotation marks are written."""
    sought = _sought(phrase)
    return bool(sought) and stands_in(_lower(plain(text)), sought)


@cache  # a project may list more phrases than `plain` remembers texts
def _sought(phrase: str) -> str:
    return plain(phrase).lower()


def stands_in(text: str, phrase: str, endings: tuple[str, ...] = ()) -> bool:
    """Whether `text` has `phrase`, which is not empty, as whole words, or with one of `endings`.

    This is faster than a pattern, which would look at each character of a long text.
    """
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (at and _is_of_word(text[at - 1])) and any(
            text.startswith(ending, end) and not _is_of_word(text[end + len(ending) : end + len(ending) + 1])
            for ending in ("", *endings)
        ):
            return True
        at = text.find(phrase, at + 1)
    return False


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@lru_cache(maxsize=4096)
def _lower(text: str) -> str:
    return text.lower()
