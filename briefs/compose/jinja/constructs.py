"""Finds calls, statements and comments in a template as it was typed, also where signs around them are missing.

Jinja gives up at the first sign that is wrong, often far below it. Here a call that is not closed ends where its
brackets close, at the end of its line, or where something else begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Literal

STATEMENTS = ("if", "for", "elif", "else", "endif", "endfor")
"""The words that begin the statements which all templates can use."""
_QUOTES = "\"'“”„‟«»‘’‚‛‹›"
_START = (
    r"(?P<comment>\{[^\S\n]?\#)"
    r"|(?P<statement>(?:[{｛]{1,2}|<)[^\S\n]*[%％](?P<sign>[-+]?))"
    r"|(?P<call>[{｛][^\S\n]*\n?[{｛]{1,2}(?P<mark>[-+]?))"
    r"|(?P<bare>(?:(?:%[^\S\n]*|\{[^\S\n]*)?\b(?:STATEMENTS)\b(?=[^\n{}]{0,400}%\})))"
    r"|(?P<half>(?:(?m:^)[^\s\w{}]\{|\{[^\s\w{}%#]\{|[{｛][^\s\w{}%#]?|\[\[)(?!\{)[^\S\n]*(?=(?:NAMES)[^\S\n]*[(（]))"
    r"|(?P<id>\{(?=[^\S\n]*[QUOTES]?[a-z]\w*(?:[.-]\w+)+[QUOTES]?[^\S\n]*\}))"
    r"|(?P<none>(?<![\w.{])(?=(?:NAMES)[(（][^\S\n]*(?:[QUOTES]|[a-z]\w*[.-])))"
    r"|(?P<stray>\}[^\S\n]*\}|%\}|\#\})"
)
_RAW = r"(?P<raw>\{%[-+]?\s*raw\s*[-+]?%\})|"
_END_OF_RAW = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_NEXT = re.compile(r"\{[{%#]|\n[^\S\n]*\n|\n[^\S\n]*#")
_CLOSERS = {
    "call": re.compile(r"[-+]?[}｝](?:[^\S\n]*\n?[}｝]{1,2}|[^\s\w{}.,;:!?)*]?[}｝]?(?=[^\S\n]*(?:\n|$)))?|[-+]?%\}"),
    "statement": re.compile(r"[-+]?[%％][^\s\w{}>]?[^\S\n]*(?:[}｝]{1,2}|>)|[-+]?[}｝]{1,2}"),
    "[[": re.compile(r"\]\]"),
}
_END_OF_COMMENT = re.compile(r"#[^\S\n]?\}")
_LONE = re.compile(r"(?:else|endif|endfor)\b")

Kind = Literal["call", "statement", "comment", "stray"]


MOST_SOUGHT = 2_000_000
"""Characters among which the ends of the calls of one template are sought: ten times those that it can have."""


@dataclass(slots=True)
class _Search:
    """How many characters may still be looked at for ends. Each opener without one has the rest of the file before it.

    When there are none left, calls end as those do that are not closed.
    """

    left: int = MOST_SOUGHT


@dataclass(frozen=True, slots=True)
class Construct:
    """What stands from `start` to `end` of a template: `opener`, `inside` and `closer` as typed.

    An opener or closer that is missing is empty. `stray` is a closer to which nothing belongs.
    """

    kind: Kind
    start: int
    end: int
    opener: str
    inside: str
    closer: str


def constructs(source: str, names: Collection[str], reads: Callable[[Kind, str], bool]) -> Iterator[Construct]:
    """The constructs in `source`, in order; text and `{% raw %}` lie between them.

    `names` are calls that are found without braces too. `reads` says whether what is inside a call or statement is
    right.
    """
    start, search = _starts(names, _RAW), _Search()
    position = 0
    while found := start.search(source, position):
        kind: Kind
        match found.lastgroup:
            case "raw":
                end = _END_OF_RAW.search(source, found.end())
                if end is None:  # then it is a statement, as all others that follow
                    start, position = _starts(names), found.start()
                else:
                    position = end.end()
                continue
            case "comment":
                construct = _comment(source, found.start())
            case "id" if _is_heading(source, found.start()):
                position = found.end()  # an attribute of a heading
                continue
            case "stray":
                construct = Construct("stray", found.start(), found.end(), "", "", found[0])
            case _:
                kind = "statement" if found["statement"] or found["bare"] else "call"
                after = found.end()
                if found["bare"]:
                    after = found.start() + len(found["bare"].rstrip("abcdefghijklmnopqrstuvwxyz"))
                construct = _bounded(source, kind, (found.start(), after), reads, search)
        yield construct
        position = construct.end


def _is_heading(source: str, position: int) -> bool:
    """Whether `position` is in a heading, or in the first line."""
    start = source.rfind("\n", 0, position) + 1
    return start == 0 or source.startswith("#", start)


def _starts(names: Collection[str], before: str = "") -> re.Pattern[str]:
    alternatives = "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "(?!)"
    start = _START if names else re.sub(r"\|\(\?P<id>.*?\n?(?=\|\(\?P<none>)", "", _START)
    pattern = f"{before}{start}".replace("STATEMENTS", "|".join(STATEMENTS)).replace("NAMES", alternatives)
    return re.compile(pattern.replace("QUOTES", _QUOTES), re.DOTALL)


def _comment(source: str, start: int) -> Construct:
    """The comment at `start`. One in which another begins, or without an end, ends with its line or at its brace."""
    after = source.index("#", start) + 1
    other = source.find("{#", after)
    end = _END_OF_COMMENT.search(source, after, other if other >= 0 else len(source))
    if end is not None:
        return Construct("comment", start, end.end(), source[start:after], source[after : end.start()], end[0])
    line_end = _line_end(source, start)
    brace = source.find("}", start, line_end)
    stop, closer = (brace, "}") if brace >= 0 else (line_end, "")
    return Construct("comment", start, stop + len(closer), source[start:after], source[after:stop], closer)


def _bounded(
    source: str, kind: Kind, opened: tuple[int, int], reads: Callable[[Kind, str], bool], search: _Search
) -> Construct:
    """The call or statement whose opener stands between the two places in `opened`."""
    start, after = opened
    opener = source[start:after]
    right = "}}" if kind == "call" else "%}"
    end = _strict_end(source, after, right, search)
    if end is not None and reads(kind, source[after:end].rstrip("-+")):
        signs = 1 if source[end - 1] in "-+" else 0
        close = end + 2 + source.startswith("}", end + 2)
        return Construct(kind, start, close, opener, source[after : end - signs], source[end - signs : close])
    following = _NEXT.search(source, after)
    limit = following.start() if following else len(source.rstrip("\n"))
    closer = _whole_closer(source, right, after, limit)
    if closer is None:
        closer = _CLOSERS[opener[:2] if opener[:2] in _CLOSERS else kind].search(source, after, limit)
    if closer is not None:
        return Construct(kind, start, closer.end(), opener, source[after : closer.start()], closer[0])
    end = _open_end(source, kind, after, limit)
    return Construct(kind, start, end, opener, source[after:end], "")


def _whole_closer(source: str, closer: str, start: int, limit: int) -> re.Match[str] | None:
    """The first `closer` on the line of `start`, with the signs beside it that belong to it."""
    return re.compile(rf"[-+]?{re.escape(closer)}\}}?").search(source, start, min(limit, _line_end(source, start)))


def _strict_end(source: str, start: int, closer: str, search: _Search) -> int | None:
    """Where `closer` stands outside quotation marks and braces; None if nowhere, or too far away."""
    depth, position = 0, start
    while position < min(len(source), start + search.left):
        sign = source[position]
        if sign in "\"'":
            literal = re.compile(rf"{sign}(?:\\.|[^\\\n{sign}])*{sign}").match(source, position)
            if literal is None:
                break
            position = literal.end()
        elif source.startswith(closer, position) and depth == 0:
            search.left -= position - start
            return position
        else:
            depth += (sign == "{") - (sign == "}")
            position += 1
    search.left -= position - start
    return None


def _open_end(source: str, kind: Kind, start: int, limit: int) -> int:
    """Where a call or statement without a closer ends, at `limit` at the latest."""
    if kind == "statement":
        word = _LONE.search(source, start, min(limit, _line_end(source, start)))
        if word is not None and not source[start : word.start()].strip():
            return word.end()
    depth, position = 0, start
    while position < limit:
        sign = source[position]
        depth += (sign in "(（") - (sign in ")）")
        position += 1
        if sign in ")）" and depth == 0:
            rest = re.compile(r"\.\w+|[^\S\n]*[)\]>|]+(?=[^\S\n]*(?:\n|\Z))").match(source, position, limit)
            return rest.end() if rest else position
        if sign == "\n" and not source[start:position].rstrip().endswith((",", "(")):
            break
    return start + len(source[start:position].rstrip())


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    return end if end >= 0 else len(source)
