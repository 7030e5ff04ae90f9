"""The calls in a template, as written: `{{ statements("st.one", "st.two", caption="Terms") }}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefs.files.edit import Atom, Edit, edited

_STRING = r'"(?:\\.|[^"\\])*"' + r"|'(?:\\.|[^'\\])*'"
_JINJA = re.compile(
    rf"\{{\{{(?:{_STRING}|(?!\}}\}}).)*+\}}\}}|\{{%(?:{_STRING}|(?!%\}}).)*+%\}}|\{{\#.*?\#\}}", re.DOTALL
)
_LITERAL = re.compile(_STRING, re.DOTALL)
_OF_KINDS = re.compile(r"[(,]\s*kind\s*=\s*$")
_NAMED = re.compile(r"[\w]+\s*=\s*$")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|N\{[^}]*\}|[0-7]{1,3}|.)|[^\\]", re.DOTALL)


def jinja_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the calls, statements and remarks of Jinja begin and end in a template."""
    return ((found.start(), found.end()) for found in _JINJA.finditer(text))


def literals(text: str) -> Iterator[tuple[int, int]]:
    """Where the texts between quotation marks begin and end in calls and statements, with the marks."""
    for start, end in jinja_spans(text):
        if not text.startswith("{#", start):
            yield from ((found.start(), found.end()) for found in _LITERAL.finditer(text, start, end))


def literal_atoms(text: str, start: int, end: int) -> Iterator[Atom]:
    """What the text between the quotation marks at `start` and `end` is made of, as Jinja reads it."""
    for found in _ESCAPE.finditer(text, start + 1, end - 1):
        escaped = found[0].encode("ascii", "backslashreplace") if found[0][0] == "\\" else b""
        yield Atom(found.start(), found.end(), escaped.decode("unicode-escape") if escaped else found[0])


def escaped_literal(text: str, quote: str) -> str:
    """`text` as it stands in a call between quotation marks of the kind `quote`."""
    return text.replace("\\", "\\\\").replace(quote, f"\\{quote}").replace("\n", "\\n")


def call_at(text: str, line: int, with_id: str = "") -> str:
    """The call that stands on `line` (from 1) of a template, and names the id `with_id`; empty if there is none."""
    for start, end in jinja_spans(text):
        first = text.count("\n", 0, start) + 1
        if first <= line <= first + text.count("\n", start, end):
            call = text[start:end]
            if call.startswith("{{") and (not with_id or with_id in ids_of(call)):
                return call
    return ""


def asks_for_kinds(call: str) -> bool:
    """Whether a call asks for all blocks of some kinds, so that more is printed than it names."""
    return any(_OF_KINDS.search(call, 0, found.start()) for found in _LITERAL.finditer(call))


def name_of(call: str) -> str:
    """The name of the block template that is called."""
    return call.removeprefix("{{").lstrip(" -").partition("(")[0].strip()


def ids_of(call: str) -> list[str]:
    """The ids that a call names, in order."""
    return [call[start + 1 : end - 1] for start, end in _ids(call)]


def without_id(call: str, gone: str) -> str:
    """`call` without one of the ids that it names; empty if it then names none."""
    places = _ids(call)
    index = ids_of(call).index(gone)
    if len(places) == 1:
        return ""
    start, end = (
        (places[index][0], places[index + 1][0])
        if index + 1 < len(places)
        else (places[index - 1][1], places[index][1])
    )
    return call[:start] + call[end:]


def with_id(call: str, new: str, after: str = "") -> str:
    """`call` with one more id, behind the one that `after` names or, if that is empty, before all others."""
    places = _ids(call)
    if not after:
        return call[: places[0][0]] + f'"{new}", ' + call[places[0][0] :]
    end = places[ids_of(call).index(after)][1]
    return f'{call[:end]}, "{new}"{call[end:]}'


def in_order(call: str, ids: Sequence[str]) -> str:
    """`call` with the ids that it names in another order; what stands between them stays."""
    places = _ids(call)
    assert sorted(ids) == sorted(ids_of(call)), "the same ids"
    quote = [call[start] for start, _ in places]
    return edited(
        call,
        [Edit(start, end, f"{mark}{one}{mark}") for (start, end), mark, one in zip(places, quote, ids, strict=True)],
    )


def _ids(call: str) -> list[tuple[int, int]]:
    """Where the ids that a call names begin and end: the texts that are no values of options."""
    return [
        (found.start(), found.end())
        for found in _LITERAL.finditer(call)
        if not _NAMED.search(call, 0, found.start()) and "[" not in call[: found.start()].rpartition("(")[2]
    ]
