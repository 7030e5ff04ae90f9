"""Lines of Markdown whose first sign is not what its author meant: a heading, an item or a number without a space."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefs.compose.template.tokens import Tokens

_SPACES = "\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff"
_HEADING = re.compile(rf"^ {{0,3}}([#＃]{{1,6}})(?=[^#＃\s\d]|[#＃]\d|(?<=[#＃][#＃])\d|[{_SPACES}])[{_SPACES}]*(.*)$")
_BEFORE_HEADING = re.compile(r"^ {0,3}([^\s\w#\\]{1,2})(#{1,3})(?= )")
_BULLET = re.compile(
    rf"^( {{0,3}})(?:[•·‣▪◦●‐–—−]\s*|o\s+(?=\ue000)|[-*+][{_SPACES}]+|-(?=[^\W\d_]|[\ue000*“\"'(])|[*+](?=\ue000))(.+)$"
)
_TOUCHING = re.compile(r"^\s*([-*+•·‣▪◦●‐–—−:;,.#%]+)((?:\ue000|\{\{).*)$")
_NUMBER = re.compile(rf"^( {{0,3}}\d{{1,3}}[.)])(?:[{_SPACES}]+|(?=[^\W\d_]|[\ue000*“\"(]))(.+)$")
_LATER_NUMBER = re.compile(r"^ {0,3}(?!1[.)])\d{1,3}[.)]\s")
_LETTER = re.compile(r"^ {0,3}(\([a-z0-9]{1,3}\)|[a-z]{1,4}[.)])\s+(?=\S)", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")
"""The sign that begins an item of a list."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake on a line (from 0), what mends it there, and a hint if the line as it should be does not say it."""

    line: int
    what: str
    mend: Callable[[str], str]
    hint: str = ""
    code: str = "not-representable"


def before_content(tokens: Tokens, text: list[str]) -> Iterator[Slip]:
    """Signs of items that touch a call which prints whole paragraphs, and so is no item."""
    for number, line in enumerate(text):
        found = _TOUCHING.match(line)
        if found is not None and tokens.content_alone(found[2]) is not None:
            message = f'"{found[1]}" stands before a call that prints whole paragraphs, lists or tables'
            yield Slip(number, message, lambda one: _TOUCHING.sub(r"\2", one), code="block-in-sentence")


def at_beginnings(text: list[str]) -> Iterator[Slip]:
    """Headings and items that have no space after their sign, or begin with one that Markdown does not know."""
    is_fenced = False
    for number, line in enumerate(text):
        before = text[number - 1] if number else ""
        is_fenced ^= bool(number and _FENCE.match(before))  # of code, which begins and ends with such lines
        if is_fenced:
            continue
        if heading := _HEADING.match(line):
            yield Slip(number, f'a space is missing after "{heading[1]}"', _spaced_heading)
        elif before_sign := _BEFORE_HEADING.match(line):
            yield Slip(number, f'"{before_sign[1]}" stands before "{before_sign[2]}"', _without_beginning)
        elif _BULLET.match(line):
            sign = line.strip()[0]
            known = sign in "-*+" and f'a space is missing after "{sign}"'
            yield Slip(number, known or f'an item of a list begins with "- ", not "{sign}"', _spaced_item)
        elif found := _NUMBER.match(line):
            yield Slip(number, f'a space is missing after "{found[1].strip()}"', _spaced_number)
        elif (letter := _LETTER.match(line)) and any(
            map(_LETTER.match, text[max(0, number - 1) : number] + text[number + 1 : number + 2])
        ):
            yield Slip(number, f'an item of a list begins with "- " or "1. ", not "{letter[1]}"', _lettered_item)
        elif _LATER_NUMBER.match(line) and _is_text(before):
            hint = "leave an empty line above it"
            yield Slip(
                number, "the list runs into the line above it", lambda one: re.sub(r"\d+", "1", one, count=1), hint
            )


def _is_text(line: str) -> bool:
    """Whether the next line belongs to the paragraph of `line` unless it begins something else."""
    return bool(line.strip()) and not re.match(r"\s|#|(?:[-*+]|\d+[.)])\s|\ue000\d+\ue001\s*$", line)


def _spaced_heading(line: str) -> str:
    def spaced(found: re.Match[str]) -> str:
        return f"{'#' * min(3, max(2, len(found[1])))} {found[2].rstrip().rstrip('#＃')}"

    return _HEADING.sub(spaced, line)


def _without_beginning(line: str) -> str:
    return _BEFORE_HEADING.sub(lambda found: "#" * max(2, len(found[2])), line)


def _spaced_item(line: str) -> str:
    return re.sub(rf"^(\s*)(?:[-*+•·‣▪◦●‐–—−]|o\s)[\s{_SPACES}]*", r"\1- ", line)


def _spaced_number(line: str) -> str:
    return re.sub(rf"^(\s*\d+[.)])[\s{_SPACES}]*", r"\1 ", line)


def _lettered_item(line: str) -> str:
    return _LETTER.sub("- ", line)
