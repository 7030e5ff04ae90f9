"""Lines of a template behind lines of what it renders: marks that pass through rendering and are taken off.

Jinja keeps the lines of calls and statements only; what it prints has lines of its own, for `{% if %}` leaves some out
and `{% for %}` repeats others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import nodes

from briefs.compose.template.tokens import CLOSE, OPEN

_MARK = re.compile(f"{OPEN}L([0-9]+){CLOSE}")


def mark_lines(tree: nodes.Template) -> None:
    """Put a mark with its number at the end of each line of text in `tree`, and where text ends within a line."""
    for text in tree.find_all(nodes.TemplateData):
        first, *others = text.data.split("\n")
        parts = [f"{first}{_mark(text.lineno)}"]
        parts += (f"{other}{_mark(text.lineno + number)}" for number, other in enumerate(others, 1))
        text.data = "\n".join(parts)


def _mark(line: int) -> str:
    return f"{OPEN}L{line}{CLOSE}"


def unmarked(text: str) -> tuple[str, tuple[int, ...]]:
    """What was rendered, without marks, and for each line of it the line of the template behind it."""
    lines = [1]
    for rendered in text.split("\n"):
        marks = _MARK.findall(rendered)
        lines.append(int(marks[-1]) if marks else lines[-1])
    return _MARK.sub("", text), tuple(lines[1:])


def line_behind(compiled: Any, source: str, context: Mapping[str, Any], html: str, line: int) -> int:
    """The line of `source` behind a line of `html`, which `compiled`, made of it, rendered in `context`.

    It is rendered again with marks; 0 if that gives anything else, since the template looks at what it prints.
    """
    tree = compiled.environment.parse(source)
    mark_lines(tree)
    text, lines = unmarked(compiled.environment.from_string(tree).render(context))
    return lines[min(max(line, 1), len(lines)) - 1] if text == html else 0
