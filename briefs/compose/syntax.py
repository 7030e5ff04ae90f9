"""What Jinja says of a template that it cannot parse, as diagnostics say it."""

from __future__ import annotations

from jinja2 import TemplateSyntaxError, nodes

_HINTS = (
    ("unexpected char", 'look for a "{{", "{%" or quotation mark before it that is not closed'),
    ("expected 'end of print statement'", 'look for a "{{" that is not closed with "}}"'),
    ("expected 'end of statement block'", 'look for a "{%" that is not closed with "%}"'),
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


def statement(node: nodes.Node) -> str:
    """The word by which a template writes a statement."""
    name = type(node).__name__.lower()
    return _STATEMENTS.get(name, name)
