"""What is wrong with the syntax of a template: what Jinja reports, and what it does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefs.model.diagnostics import Fault

_SEPARATE = "separate the ids and options of a call with commas"

_CLOSE = "put quotation marks around each id and each text, before and after it"
_STRAIGHT = 'write straight quotation marks (") around ids and options'
_HINTS = (
    *((f"unexpected char '{mark}'", _STRAIGHT) for mark in "“”„‘’«»"),
    ("unexpected char", 'look for a "{{", "{%" or quotation mark before it that is not closed'),
    ("expected 'end of print statement'", 'look for a "{{" that is not closed with "}}"'),
    ("expected 'end of statement block'", 'look for a "{%" that is not closed with "%}"'),
    ("unexpected ','", "write one comma between two ids or options, not several"),
    ("expected token ','", _SEPARATE),
    ("unexpected '", 'look for a "{{" or a bracket that is not closed'),
    ("missing end of comment", '"{#" begins a comment, and "#}" ends it'),
    ("missing end of raw", "close {% raw %} with {% endraw %}"),
    ("looking for the following tags", "close {% if %} with {% endif %}, {% for %} with {% endfor %}"),
    ("unknown tag 'end", "there is nothing open here that it could close"),
    ("unknown tag", "known: {% if %}, {% elif %}, {% else %}, {% endif %}, {% for %}, {% endfor %}"),
)
"""Words in Jinja's messages, and what to do; the first that match count."""

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


def syntax_faults(error: TemplateSyntaxError, source: str, environment: Environment) -> list[tuple[int, Fault]]:
    """What is wrong with `source`, with lines, when Jinja raises `error`; missing signs explain it best."""
    for token in _tokens(source, environment):
        if token.kind == "string" and "\n" in token.text:  # what follows is read inside out
            return [(token.line, Fault("template-syntax", "a quotation mark is not closed", _CLOSE))]
    return list(missing_signs(source, environment)) or [(error.lineno, _syntax_fault(error))]


def _syntax_fault(error: TemplateSyntaxError) -> Fault:
    message = error.message or "cannot be parsed"
    message = message[:1].lower() + message[1:].rstrip(".")
    return Fault("template-syntax", message, next((hint for words, hint in _HINTS if words in message), ""))


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
        return self.is_constant or (self.kind == "name" and self.text not in _BETWEEN)

    @property
    def ends_a_value(self) -> bool:
        """Whether a value can end with it."""
        return self.begins_a_value or self.text in (")", "]", "}")


_BETWEEN = ("and", "else", "if", "in", "is", "not", "or")
"""Words that can stand between two values."""


def missing_signs(source: str, environment: Environment) -> Iterator[tuple[int, Fault]]:
    """A fault, with its line, wherever two values in brackets stand side by side and a comma was meant.

    Jinja reports these as something else, or joins two texts into one.
    """
    depth, before, tested = 0, None, False
    for token in _tokens(source, environment):
        if token.kind.endswith(("_begin", "_end")):
            depth, before = 0, None
            continue
        if depth and before is not None and not tested and before.ends_a_value and token.begins_a_value:
            if before.kind == "name" and not before.is_constant and token.is_constant:
                message = f'"=" is missing between {before.text} and {token.text}'
                yield before.line, Fault("template-syntax", message, "write an option as name=value")
            else:
                message = f"a comma is missing between {before.text} and {token.text}"
                yield before.line, Fault("template-syntax", message, _SEPARATE)
        depth += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
        tested = before is not None and before.text in ("is", "not")  # the name of a test may be followed by a value
        before = token


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
