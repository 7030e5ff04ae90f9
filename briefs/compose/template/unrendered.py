"""The Markdown of a template before rendering, with a token for every call, so that it can be checked for mistakes.

It holds both branches of each `{% if %}`, and the body of each `{% for %}` once.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from jinja2 import Environment

from briefs.compose.looks.block_template import NOTE
from briefs.compose.template.tokens import Tokens
from briefs.model.document import FormRef, Paragraph
from briefs.model.inline import Text

_NAME = re.compile(r"\{\{[-+]?\s*(\w+)")
_SAMPLE = (Text("…"),)
"""Stands for whatever a call will print."""


@dataclass(frozen=True, slots=True)
class UnrenderedMarkdown:
    """Markdown whose `tokens` stand for samples; `lines` gives each of its lines the line of the template's body."""

    text: str
    tokens: Tokens
    lines: tuple[int, ...]


def unrendered_markdown(
    body: str, block_templates: Container[str], environment: Environment, silent: Container[str] = (NOTE,)
) -> UnrenderedMarkdown:
    """The Markdown in the body of a template, which `environment` can parse.

    `silent` are names that print nothing of a block, such as the call for the mark of a note.
    """
    tokens = Tokens()
    text, lines = "", [1]
    for line, piece in _pieces(body, tokens, block_templates, environment, silent):
        if not text or text.endswith("\n"):
            lines[-1] = line
        text += piece
        lines.extend(line + number for number in range(1, piece.count("\n") + 1))
    return UnrenderedMarkdown(text, tokens, tuple(lines))


def _pieces(
    body: str,
    tokens: Tokens,
    block_templates: Container[str],
    environment: Environment,
    silent: Container[str],
) -> Iterator[tuple[int, str]]:
    """The text between calls and statements, and a token for each call, with the lines on which they begin."""
    construct, start = "", 1
    for line, kind, value in environment.lex(body):
        if kind == "data":
            yield line, value
        elif kind.endswith("_begin"):
            construct, start = value, line
        else:
            construct += value
            if kind == "variable_end":
                yield start, _token(construct, tokens, block_templates, silent)


def _token(construct: str, tokens: Tokens, block_templates: Container[str], silent: Container[str]) -> str:
    """A token for what `{{ … }}` will print: block content, a span of a block, or what is no part of one."""
    found = _NAME.match(construct)
    name = found[1] if found else ""
    if name in block_templates:
        return tokens.add_content((Paragraph(_SAMPLE),))
    return tokens.add_span(_SAMPLE, () if name in silent else (FormRef("sample", "text"),))
