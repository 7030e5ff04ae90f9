"""Lines of a template behind lines of what it renders: marks that pass through rendering and are taken off.

Jinja keeps the lines of calls and statements only; what it prints has lines of its own, for `{% if %}` leaves some out
and `{% for %}` repeats others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import jinja2
from jinja2 import nodes

OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters around what the program itself puts into text; no template can have them."""
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


def line_behind(template: jinja2.Template, source: str, context: Mapping[str, object], rendered: str, line: int) -> int:
    """The line of `source` behind a line of what `template`, compiled from it, `rendered` in `context`.

    It is rendered once more, with marks. 0 if the result is different apart from them: then the template looks at what
    it prints, and lines cannot be told.
    """
    tree = template.environment.parse(source)
    mark_lines(tree)
    text, lines = unmarked(template.environment.from_string(tree).render(context))
    return lines[min(max(line, 1), len(lines)) - 1] if text == rendered else 0
