"""What a style sheet may hold, whoever wrote it: nothing that asks for a file or an address, and no more than an engine
can apply in a moment.

A style sheet for screens stands in HTML files, so each reader's browser would fetch what it names (CWE-829), and tell
somebody that the file was opened. A style sheet for pages is applied on the machine that builds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.limits import MOST_STYLE_RULES
from briefs.render.style.style_selectors import count_faults, selector_faults
from briefs.render.style.style_strings import string_faults
from briefs.render.style.style_tokens import UntokenizedSheet, Walked, tokens_of, walked
from briefs.render.style.style_variables import variable_faults

Medium: TypeAlias = Literal["pages", "screens"]

_MOST_NESTED = 20
"""The most blocks and functions around a token."""
_LONGEST_WORD = 10_000
"""The most characters of a name, or of a string that is printed."""
_MOST_TOLD = 20
"""The most faults of one style sheet that are told: a file that is none has one in each line."""
_HIGHEST: Mapping[Medium, float] = MappingProxyType({"pages": 100_000, "screens": 2**31})
"""The highest number, with any unit: more than a page or a screen has of anything."""

_FETCHING = frozenset(("src", "image", "image-set", "cross-fade", "expression", "paint"))
"""Functions that name a picture, or run something, without the prefixes of makers of browsers."""
_WITH_TEXT = frozenset(
    [
        "attr",
        "counter",
        "counters",
        "string",
        "content",
        "leader",
        "target-counter",
        "target-counters",
        "target-text",
        "symbols",
        "format",
        "tech",
        "local",
        "var",
        "env",
        "lang",
        "is",
        "where",
        "not",
        "has",
        "nth-child",
        "nth-last-child",
        "selector",
        "supports",
        "style",
        "contains",
        "if",
        "url",
    ]
)
"""Functions in which a string is a text, or an address that is looked at with the function."""
_PREFIX = re.compile(r"-[a-z]+-")
_CARRIED = re.compile(
    r"data:(?:image/(?:png|jpeg|svg\+xml)|(?:font|application)/(?:x-)?(?:font-)?(?:woff2?|[to]tf|sfnt|truetype|opentype))"
    r"(?:;[\w=-]+)*,.*",
    re.IGNORECASE | re.DOTALL,
)
"""Pictures and fonts that are in their own addresses (RFC 2397)."""
_OUTSIDE = (
    "a style sheet can carry a picture as a `data:` address; fonts belong into templates/layout/fonts, and are carried "
    "by themselves"
)


@lru_cache(maxsize=8)
def style_problems(css: str, path: str, medium: Medium) -> tuple[Diagnostic, ...]:
    """What the style sheet `css`, which is called `path`, must not hold, in the order of its lines.

    Codes: `style-address`, `style-limit`, `style-sheet`.
    """
    try:
        found = list(islice(_faults(tokens_of(css), medium), _MOST_TOLD))
    except UntokenizedSheet as error:
        found = [(error.line, error.fault)]
    return tuple(fault.at(Place(path, line)) for line, fault in sorted(dict.fromkeys(found), key=lambda one: one[0]))


def _faults(tokens: list[Any], medium: Medium) -> Iterator[tuple[int, Fault]]:
    """The faults of a style sheet, with their lines. What is nested too deeply hides the rest."""
    rules, told = 0, set[int]()
    for one in walked(tokens):
        token, depth, _ = one
        if depth > _MOST_NESTED:
            message = f"a rule or a value has more than {_MOST_NESTED} others around it"
            yield token.source_line, Fault("style-limit", message, "write it without so many brackets")
            return
        if fault := _address_fault(one) or _broken(token) or _size_fault(token, _HIGHEST[medium]):
            yield token.source_line, fault
            if fault.code == "style-address":
                told.add(token.source_line)
        rules += token.type == "{} block"
        if rules > MOST_STYLE_RULES:
            message = f"a style sheet has more than {MOST_STYLE_RULES:,} rules or selectors"
            yield token.source_line, Fault("style-limit", message, "take out what no brief needs")
            return
    yield from string_faults(tokens, frozenset(told))  # an address is often within what asks for it
    yield from variable_faults(tokens)
    if medium == "pages":
        yield from selector_faults(tokens)
        yield from count_faults(tokens)


def _address_fault(one: Walked) -> Fault | None:
    """The fault of a token that names something outside the style sheet."""
    token, _, within = one
    match token.type:
        case "url":
            return _of_address(token.value)
        case "function" if token.lower_name == "url":
            return _of_address(next((inner.value for inner in token.arguments if inner.type == "string"), ""))
        case "function" if _PREFIX.sub("", token.lower_name) in _FETCHING:
            return _asks(f"{token.name}(…)")
        case "string" if within and within[-1] not in _WITH_TEXT and _PREFIX.sub("", within[-1]) not in _FETCHING:
            return _asks(f"{within[-1]}({_short(token.value)})")
        case "ident" if "attr" in within and token.lower_value in ("url", "src"):
            return _asks("an attribute as an address")
        case "at-keyword" if token.lower_value == "import":
            return _asks("@import")
    return None


def _of_address(address: str) -> Fault | None:
    """The fault of an address, unless it is a part of the page itself, or a picture or a font that it carries."""
    if address.startswith("#") or _CARRIED.fullmatch(address):
        return None
    if address[:5].lower() == "data:":
        message = f"a style sheet carries pictures and fonts only: url({_short(address)})"
        return Fault("style-address", message, "carry a picture as PNG, JPEG or SVG, or take it out")
    return _asks(f"url({_short(address)})")


def _asks(what: str) -> Fault:
    return Fault("style-address", f"a style sheet cannot use what is in another file: {what}", _OUTSIDE)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _broken(token: Any) -> Fault | None:
    """The fault of what is no token, or no text: browsers leave out more than is seen from it."""
    if token.type == "error":
        if token.kind in ("}", "]", ")"):
            what = "brace" if token.kind == "}" else "bracket"
            return Fault("style-sheet", f"a closing {what} has no opening one", "take it out")
        message = "a text in quotation marks, or an address, is not written as it must be"
        return Fault("style-sheet", message, "close it on its line with the sign that it begins with")
    text = getattr(token, "value", "")
    if isinstance(text, str) and any("\ud800" <= character <= "\udfff" for character in text):
        return Fault("style-sheet", "an escape stands for no character", "write the character itself")
    return None


def _size_fault(token: Any, highest: float) -> Fault | None:
    """The fault of a number or a word that is too large."""
    is_number = token.type in ("number", "dimension", "percentage")
    if is_number and not (math.isfinite(token.value) and abs(token.value) <= highest):
        hint = f"numbers go from -{highest:,.0f} to {highest:,.0f}"
        return Fault("style-limit", f"the number {_short(token.representation)} is too large", hint)
    is_word = token.type in ("ident", "string", "hash", "at-keyword")
    if is_word and len(token.value) > _LONGEST_WORD and not _CARRIED.fullmatch(token.value):
        hint = f"write {_LONGEST_WORD:,} characters at most"
        return Fault("style-limit", f'a name or a text is too long: "{token.value[:20]}…"', hint)
    return None
