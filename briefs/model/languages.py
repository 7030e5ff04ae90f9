"""The languages that briefs can be in: those that the program has both words and checks for."""

from __future__ import annotations

import re

from briefs.model import grammar, language_words, phrases, published_phrases
from briefs.model.mistakes import Mistake

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(-[a-z]{3}){0,3}(-(?P<script>[a-z]{4}))?(-([a-z]{2}|[0-9]{3}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[0-9a-wyz](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?",
    re.ASCII | re.IGNORECASE,
)
"""The form of a language tag (RFC 5646, 2.1): language, script, region, variants, extensions, private use."""
_SINGLETON = re.compile(r"-[a-z0-9]-")
"""What begins the extensions of a tag, whose letters are always small."""
_RIGHT_TO_LEFT_LANGUAGES = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi")
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    ("adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi")
)
_LATIN = "latn"


def known_languages() -> tuple[str, ...]:
    """The primary languages, as in BCP 47 tags, that the program has words and checks for."""
    known = phrases.LANGUAGES.keys() & published_phrases.PUBLISHED_LANGUAGES.keys()
    known &= grammar.GRAMMARS.keys() & language_words.LANGUAGE_WORDS.keys()
    return tuple(sorted(known))


def known_language(tag: str) -> str:
    """`tag` with its letters in the usual case (RFC 5646, 2.1.1): "EN-gb" is en-GB.

    Raises ValueError, or Mistake, if it is not the tag of a language that briefs can be in. The message says which
    there are.
    """
    can_be = f"briefs can be in {' or '.join(_described(known) for known in known_languages())}"
    found = _TAG.fullmatch(tag)
    if found is None:
        meant = _begun_by(tag)
        message = f'"{tag}" is not a language tag (BCP 47) such as en-GB; {can_be}'
        raise Mistake(message, "write" if meant else "", meant)
    language, script = found["language"].lower(), (found["script"] or _LATIN).lower()
    if script in _RIGHT_TO_LEFT_SCRIPTS or (language in _RIGHT_TO_LEFT_LANGUAGES and not found["script"]):
        raise ValueError(f'"{tag}" is written from right to left, which briefs cannot be yet; {can_be}')
    if language not in known_languages():
        raise ValueError(f'there are no words and checks for the language "{tag}"; {can_be}')
    if script != _LATIN:
        raise ValueError(f'there are no words for "{tag}" in its script; {can_be}')
    return _in_usual_case(tag)


def _begun_by(tag: str) -> str:
    """The tag that `tag` seems to mean: "en_GB" is en-GB, "English" is en; empty if it means none."""
    with_hyphens = tag.strip().replace("_", "-")
    if _TAG.fullmatch(with_hyphens) and with_hyphens.partition("-")[0].lower() in known_languages():
        return _in_usual_case(with_hyphens)
    return next((known for known in known_languages() if tag.isalpha() and tag.lower().startswith(known)), "")


def _described(language: str) -> str:
    """A language by its tag, with an example of one with a region."""
    return f"{language}, with or without a region, such as {language}-GB" if language == "en" else language


def _in_usual_case(tag: str) -> str:
    head, tail = tag.lower(), ""
    if private := _SINGLETON.search(head):
        head, tail = head[: private.start()], head[private.start() :]
    language, *others = head.split("-")
    cased = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in others]
    return "-".join((language, *cased)) + tail
