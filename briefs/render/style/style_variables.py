"""Custom properties of a style sheet that stand for each other (CSS Custom Properties for Cascading Variables, 3).

Each may name another twice, so forty short lines can stand for more words than any machine holds (CWE-776).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefs.model.diagnostics import Fault
from briefs.render.style.style_tokens import content_of, line_of, token_lists, walked

_MOST_TOKENS = 10_000
"""The most tokens that a value has once all that it names is put in."""
_LONGEST_CHAIN = 20
"""How many custom properties may stand for each other in a row."""


@dataclass(frozen=True, slots=True)
class _Value:
    """A declaration: its property, its line, how many tokens it has, and how often it names custom properties."""

    name: str
    line: int
    size: int
    named: Counter[str]


def variable_faults(tokens: list[Any]) -> Iterator[tuple[int, Fault]]:
    """The fault of the first value that grows too long, or stands for itself, with its line. Code: `style-limit`."""
    values = list(_values(tokens))
    own = [value for value in values if value.name.startswith("--")]
    sizes: dict[str, int] = {}
    for _ in range(_LONGEST_CHAIN):
        grown = dict(sizes)
        for value in own:
            grown[value.name] = max(grown.get(value.name, 0), min(_full_size(value, sizes), _MOST_TOKENS + 1))
        if grown == sizes:
            break
        sizes = grown
    else:  # it still grows: in a circle, or in a chain that is longer
        sizes = dict.fromkeys((value.name for value in own if value.named), _MOST_TOKENS + 1) | {
            value.name: value.size for value in own if not value.named
        }
    for value in values:
        if value.named and _full_size(value, sizes) > _MOST_TOKENS:
            message = f"`{value.name}` stands for too much: custom properties that name each other make it too long"
            yield value.line, Fault("style-limit", message, "write the value itself in place of `var(…)`")
            return


def _full_size(value: _Value, sizes: dict[str, int]) -> int:
    return value.size + sum(sizes.get(name, 1) * times for name, times in value.named.items())


def _values(tokens: list[Any]) -> Iterator[_Value]:
    """All declarations of custom properties, and all others that name one."""
    for siblings in token_lists(tokens):
        declaration: list[Any] = []
        for token in (*siblings, None):
            if token is not None and not (token.type == "literal" and token.value == ";"):
                declaration.append(token)
                is_whole = token.type == "{} block" and not _property(declaration).startswith("--")
                if not is_whole:
                    continue
            elif name := _property(declaration):
                named = Counter(_named(declaration))
                if named or name.startswith("--"):
                    yield _Value(name, line_of(declaration), sum(1 for _ in walked(declaration)), named)
            declaration = []


def _property(declaration: list[Any]) -> str:
    """The name before the colon; empty if there is none."""
    bare = [token for token in declaration[:8] if token.type not in ("whitespace", "comment")][:2]
    is_declaration = len(bare) > 1 and bare[0].type == "ident" and bare[1].type == "literal" and bare[1].value == ":"
    return str(bare[0].value) if is_declaration else ""


def _named(tokens: list[Any]) -> Iterator[str]:
    for token, _, _ in walked(tokens):
        if token.type == "function" and token.lower_name == "var":
            yield from (one.value for one in content_of(token)[:3] if one.type == "ident")
