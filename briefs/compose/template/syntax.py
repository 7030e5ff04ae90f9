"""What is wrong with the syntax of a template, as diagnostics say it: what Jinja says, and what it does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

_HINTS = (
    ("unexpected char", 'look for a "{{", "{%" or quotation mark before it that is not closed'),
    ("expected 'end of print statement'", 'look for a "{{" that is not closed with "}}"'),
    ("expected 'end of statement block'", 'look for a "{%" that is not closed with "%}"'),
    ("unexpected ','", "a comma stands between two ids or options, and only one"),
    ("expected token ','", "commas stand between the ids and options of a call"),
    ("unexpected '", 'look for a "{{" or a bracket that is not closed'),
    ("missing end of comment", '"{#" begins a comment, and "#}" ends it'),
    ("missing end of raw", "close {% raw %} with {% endraw %}"),
    ("looking for the following tags", "close {% if %} with {% endif %}, {% for %} with {% endfor %}"),
    ("unknown tag 'end", "it closes nothing that is open here"),
    ("unknown tag", "known: {% if %}, {% elif %}, {% else %}, {% endif %}, {% for %}, {% endfor %}"),
)
"""Words in messages of Jinja, and what to do; the first that fits."""

_STATEMENTS = {
    "assign": "set",
    "assignblock": "set",
    "callblock": "call",
    "filterblock": "filter",
    "fromimport": "from",
    "scopedevalcontextmodifier": "autoescape",
}
"""Statements that are written otherwise than their nodes are called."""

TOO_DEEP = ("too much in one another", "take some brackets, {% if %} or {% for %} out of others")


def syntax_problem(error: TemplateSyntaxError) -> tuple[str, str]:
    """Message and hint of the diagnostic of `error`."""
    message = error.message or "cannot be parsed"
    message = message[:1].lower() + message[1:].rstrip(".")
    return message, next((hint for words, hint in _HINTS if words in message), "")


class _Token(NamedTuple):
    """A word of the language of templates: line, kind and text, as Jinja's lexer gives them."""

    line: int
    kind: str
    text: str

    @property
    def is_constant(self) -> bool:
        return self.kind in ("string", "integer", "float") or self.text in ("true", "false", "none")

    @property
    def begins_a_value(self) -> bool:
        return self.is_constant or (self.kind == "name" and self.text not in _BETWEEN)

    @property
    def ends_a_value(self) -> bool:
        return self.begins_a_value or self.text in (")", "]", "}")


_BETWEEN = ("and", "else", "if", "in", "is", "not", "or")
"""Names that stand between two values."""


def missing_signs(source: str, environment: Environment) -> Iterator[tuple[int, str, str]]:
    """Line, message and hint for each two values in brackets that have nothing between them, where a comma was meant.

    Jinja says that it expected something else, or makes one text of two.
    """
    depth, before, tested = 0, None, False
    for token in _tokens(source, environment):
        if token.kind.endswith(("_begin", "_end")):
            depth, before = 0, None
            continue
        if depth and before is not None and not tested and before.ends_a_value and token.begins_a_value:
            if before.kind == "name" and not before.is_constant and token.is_constant:
                message = f'"=" is missing between {before.text} and {token.text}'
                yield before.line, message, "an option is written name=value"
            else:
                message = f"a comma is missing between {before.text} and {token.text}"
                yield before.line, message, "commas stand between the ids and options of a call"
        depth += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
        tested = before is not None and before.text in ("is", "not")  # the name of a test may have a value after it
        before = token


def _tokens(source: str, environment: Environment) -> Iterator[_Token]:
    """What stands in calls and statements of `source`, as far as it can be told apart."""
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


def statement(node: nodes.Node) -> str:
    """The word by which a template writes a statement."""
    name = type(node).__name__.lower()
    return _STATEMENTS.get(name, name)
