"""Reads a text in quotation marks as it was typed: with curly marks, mixed ones, or one of the two missing."""

from __future__ import annotations

import re
from typing import NamedTuple

_DOUBLE, _SINGLE = '"“”„‟«»″＂', "'‘’‚‛‹›′´`＇"
QUOTES = _DOUBLE + _SINGLE
"""Everything that is typed for a quotation mark."""
_FOLLOWS = re.compile(
    rf"\s*(?:$|[,;，；、)\]}}|~+.=:）]|[!<>]=|(?:if|else|and|or|in|is|not)\b)|\s*[{QUOTES}]|\s+\w", re.DOTALL
)
_ENDS = re.compile(r"\s*(?:$|[,;，；、)\]）])")
_NEW_ARGUMENT = re.compile(r"[,;，；、]\s*(?:\w+\s*=\s*)?$")
_ID = re.compile(r"[^\W_][\w.‐-―−-]*")
_TO_END = re.compile(r"[^\n]*?(?=\s*(?:,\s*\w+\s*=|[)）\n]|$))")


class Literal(NamedTuple):
    """A text: what it says, where it ends in what was typed, and what is wrong with it, in words."""

    body: str
    end: int
    slips: tuple[str, ...] = ()


def read_string(text: str, start: int, is_option: bool) -> Literal:
    """The text that begins with the quotation mark at `start`; `is_option` says that it is the value of an option."""
    opening = text[start]
    likes = _DOUBLE if opening in _DOUBLE else _SINGLE
    line_end = text.find("\n", start)
    line = text[: line_end if line_end >= 0 else len(text)]
    marks = [at for at in range(start + 1, len(line)) if line[at] in QUOTES and line[at - 1] != "\\"]
    same = [at for at in marks if line[at] == opening]
    alike = [at for at in marks if line[at] in likes]
    if opening in "\"'" and same and _can_end(line, start, same[0], text):
        return Literal(line[start + 1 : same[0]], same[0] + 1)
    if found := next((at for at in alike if _can_end(line, start, at, text, _ENDS)), None):
        return _closed(line, start, found)
    found = next((at for at in alike if _can_end(line, start, at, text)), None)
    if found is None:
        found = next((at for at in marks if _can_end(line, start, at, text, _ENDS)), None)
    return _closed(line, start, found) if found is not None else _unclosed(line, start, is_option)


def _can_end(line: str, start: int, at: int, text: str, follows: re.Pattern[str] = _FOLLOWS) -> bool:
    """Whether the mark at `at` can close the text that begins at `start`."""
    if _NEW_ARGUMENT.search(line, start + 1, at) and at > start + 1:
        return False
    inner = re.search(rf"[,(]\s*(?:\w+\s*=\s*)?{re.escape(line[start])}", line[start + 1 : at])
    return inner is None and bool(follows.match(text, at + 1))


def _closed(line: str, start: int, end: int) -> Literal:
    marks, body = line[start] + line[end], line[start + 1 : end]
    if marks in ('""', "''"):
        pairs = iter(("“”" if marks == '""' else "’") * len(body))
        body = re.sub(re.escape(marks[0]), lambda _: next(pairs), body)
        return Literal(body, end + 1, ("straight quotation marks inside a text, where curly ones are needed",))
    if any(mark in "“”„‟«»‘’‚‛‹›" for mark in marks):
        return Literal(
            body.replace('"', '\\"'), end + 1, (f"curly quotation marks ({marks}) in place of straight ones",)
        )
    wrong = "the wrong quotation marks" if marks[0] == marks[1] else "two different quotation marks"
    return Literal(body, end + 1, (f"{wrong} ({marks})",))


def _unclosed(line: str, start: int, is_option: bool) -> Literal:
    found = (_TO_END if is_option else _ID).match(line, start + 1) or _TO_END.match(line, start + 1)
    assert found is not None, "it matches nothing too"
    return Literal(found[0], found.end(), (f"the quotation mark after {found[0]} is missing",))


def closing_only(text: str, start: int, is_option: bool) -> Literal | None:
    """The text at `start` whose first quotation mark is missing, if there is a last one."""
    pattern = rf"[^{QUOTES},)=\n(]+" if is_option else rf"{_ID.pattern}"
    found = re.compile(rf"({pattern})[{QUOTES}](?=\s*(?:[,)\]}}]|$))").match(text, start)
    if found is None or found[1].strip() in ("true", "false") or found[1].isdigit():
        return None
    return Literal(found[1], found.end(), (f"the quotation mark before {found[1]} is missing",))
