"""The tokens of a style sheet (CSS Syntax 3, 4), as browsers and the engine of the PDF see them.

They are walked without recursion, so that nothing is nested too deeply to be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from briefs.model.diagnostics import Fault

_MOST_DIGITS = 300
"""The most digits of a number: more than the largest number has that a program calculates with."""
_MOST_CHARACTERS = 250_000
"""The most characters besides those of pictures and fonts, each of which may be a token."""
_CARRIED = re.compile(r"data:[^)\"'\s]*+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
"""Characters that no style sheet has; browsers read some of them as others (CSS Syntax 3, 3.3)."""
_ENDLESS_NUMBER = re.compile(rf"\d{{{_MOST_DIGITS + 1}}}")


class UntokenizedSheet(Exception):
    """A style sheet that is not parted into tokens: the fault, and its line."""

    def __init__(self, fault: Fault, line: int) -> None:
        super().__init__(fault.message)
        self.fault, self.line = fault, line


Walked: TypeAlias = tuple[Any, int, tuple[str, ...]]
"""A token of tinycss2, how many blocks and functions are around it, and the names of the functions, in small letters,
the outermost first."""


def tokens_of(css: str) -> list[Any]:
    """The tokens of `css`, with those in blocks and functions nested in them. Raises UntokenizedSheet."""
    import tinycss2  # type: ignore[import-untyped]  # ships no types; a library of WeasyPrint, loaded when needed

    if len(_CARRIED.sub("", css)) > _MOST_CHARACTERS:
        message = f"a style sheet has more than {_MOST_CHARACTERS:,} characters besides pictures and fonts"
        raise UntokenizedSheet(Fault("style-limit", message, "take out what no brief needs"), 1)
    if control := _CONTROL.search(css):
        message = f"the character U+{ord(control[0]):04X} cannot be printed"
        raise UntokenizedSheet(Fault("style-sheet", message, "take it out"), css.count("\n", 0, control.start()) + 1)
    if endless := _ENDLESS_NUMBER.search(css):
        fault = Fault("style-limit", f"a number has more than {_MOST_DIGITS} digits", "write a number that a page has")
        raise UntokenizedSheet(fault, css.count("\n", 0, endless.start()) + 1)
    tokens: list[Any] = tinycss2.parse_component_value_list(css)
    return tokens


def content_of(token: Any) -> list[Any]:
    """The tokens within a block or a function; none in any other token."""
    inner: list[Any] = (token.arguments if token.type == "function" else getattr(token, "content", None)) or []
    return inner


def walked(tokens: list[Any]) -> Iterator[Walked]:
    """All of `tokens` with those within them, in the order of the style sheet."""
    waiting: list[tuple[Iterator[Any], int, tuple[str, ...]]] = [(iter(tokens), 0, ())]
    while waiting:
        siblings, depth, within = waiting[-1]
        for token in siblings:
            yield token, depth, within
            if inner := content_of(token):
                names = (*within, token.lower_name) if token.type == "function" else within
                waiting.append((iter(inner), depth + 1, names))
                break
        else:
            waiting.pop()


def token_lists(tokens: list[Any]) -> Iterator[list[Any]]:
    """`tokens`, and the tokens in each block of rules or declarations."""
    yield tokens
    for token, _, _ in walked(tokens):
        if token.type == "{} block":
            yield token.content


def line_of(tokens: list[Any]) -> int:
    """The line of the first of `tokens` that is more than a space."""
    return next((int(one.source_line) for one in tokens if one.type not in ("whitespace", "comment")), 0)
