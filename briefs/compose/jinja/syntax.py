"""What is wrong with the syntax of a template: what Jinja reports, and what it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefs.model.diagnostics import Fault

_REASONS = (
    ("unexpected char", "{char} has no meaning there"),
    ("function call", "an id stands behind an option"),
    ("end of print statement", "{near} is more than one call"),
    ("number is too large", "a number in it is too large"),
    ("unexpected end", "something is missing at the end"),
    ("expected an expression", "something is missing at the end"),
)
"""Words in Jinja's messages, and what they mean."""
_HINTS = {
    "an id stands behind an option": "write the ids first, then the options",
}
_CALL = 'a call looks like {{ statements("es.02", "es.03", weight="must") }}'

BETWEEN = ("and", "else", "if", "in", "is", "not", "or")
"""Words that can stand between two values."""
_STATEMENTS = {
    "assign": "set",
    "assignblock": "set",
    "callblock": "call",
    "filterblock": "filter",
    "fromimport": "from",
    "scopedevalcontextmodifier": "autoescape",
}
"""Statements that are written differently from the names of their nodes."""

TOO_DEEP = Fault(
    "template-syntax", "brackets or statements are nested too deeply", "nest fewer brackets, {% if %} or {% for %}"
)

_STATEMENT = 'a statement looks like {% if status == "draft" %} or {% for one in ["es.02", "es.03"] %}'

MIXED_UP = Fault(
    "template-syntax",
    "the statements from here on do not belong together",
    "write each {% if %} with one {% else %} at most and one {% endif %}, each {% for %} with one {% endfor %}",
)


def reason_of(error: TemplateSyntaxError | None, inside: str, kind: str) -> Fault:
    """The fault of a call or statement (its `kind`) with this `inside`, which Jinja refuses with `error`."""
    shown = " ".join(inside.split())
    if not shown:
        return Fault("template-syntax", "there is nothing between the braces", _CALL)
    message = (error.message if error is not None else "") or ""
    if message == TOO_DEEP.message:
        return TOO_DEEP
    char = re.search(r"unexpected char '(.)'", message)
    given = {"char": f'"{char[1]}"' if char else "a character", "near": f'"{shown[:60]}"'}
    reason = next((said.format(**given) for words, said in _REASONS if words in message.lower()), "")
    hint = _HINTS.get(reason, _CALL if kind == "call" else _STATEMENT)
    return Fault("template-syntax", f'"{shown[:60]}" cannot be read' + (f": {reason}" if reason else ""), hint)


class _Token(NamedTuple):
    """A token of the template language: line, kind and text, as Jinja's lexer gives them."""

    line: int
    kind: str
    text: str

    @property
    def is_constant(self) -> bool:
        """Whether it is a value on its own."""
        return self.kind in ("string", "integer", "float") or self.text in ("true", "false", "none")

    @property
    def begins_a_value(self) -> bool:
        """Whether a value can begin with it: it is a value or a name, not a word that joins values."""
        return self.is_constant or (self.kind == "name" and self.text not in BETWEEN)

    @property
    def ends_a_value(self) -> bool:
        """Whether a value can end with it."""
        return self.begins_a_value or self.text in (")", "]", "}")


def lacks_signs(source: str, environment: Environment) -> bool:
    """Whether two values in brackets stand side by side anywhere, which Jinja would join, and a comma was meant."""
    depth, before, tested = 0, None, False
    for token in _tokens(source, environment):
        if token.kind.endswith(("_begin", "_end")):
            depth, before = 0, None
            continue
        if depth and before is not None and not tested and before.ends_a_value and token.begins_a_value:
            return True
        depth += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
        tested = before is not None and before.text in ("is", "not")  # the name of a test may be followed by a value
        before = token
    return False


def _tokens(source: str, environment: Environment) -> Iterator[_Token]:
    """The tokens in calls and statements of `source`, up to the point where it cannot be read."""
    try:
        yield from (
            token for token in map(_Token._make, environment.lex(source)) if token.kind not in ("data", "whitespace")
        )
    except TemplateSyntaxError:
        return


def repeated_options(call: nodes.Call | nodes.Filter | nodes.Test) -> list[str]:
    """The options that `call` gives more than once."""
    given = [keyword.key for keyword in call.kwargs if isinstance(keyword, nodes.Keyword)]
    return list(dict.fromkeys(key for key in given if given.count(key) > 1))


def statement_word(node: nodes.Node) -> str:
    """The word with which a statement is written in a template."""
    name = type(node).__name__.lower()
    return _STATEMENTS.get(name, name)
