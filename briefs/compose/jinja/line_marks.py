"""Finds the line of a template behind each rendered line, with marks that pass through rendering and are then removed.

Jinja keeps the lines of calls and statements only. Rendered text has lines of its own, since `{% if %}` leaves some out
and `{% for %}` repeats others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import jinja2
from jinja2 import nodes

from briefs.compose.jinja.running_budget import TooMuch, budgeted

OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters around what the program itself puts into text; templates cannot contain them."""
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
    """The rendered text without marks, and for each of its lines the line of the template behind it."""
    lines = [1]
    for rendered in text.split("\n"):
        marks = _MARK.findall(rendered)
        lines.append(int(marks[-1]) if marks else lines[-1])
    return _MARK.sub("", text), tuple(lines[1:])


def line_behind(template: jinja2.Template, source: str, context: Mapping[str, object], rendered: str, line: int) -> int:
    """The line of `source` behind `line` of `rendered`, which `template`, compiled from `source`, printed in `context`.

    The template is rendered once more, with marks. If the result differs in more than the marks, the template depends
    on its own output and the line cannot be found: the result is 0, as it is if nothing is left of the budget.
    """
    tree = template.environment.parse(source)
    mark_lines(tree)
    try:
        with budgeted():
            text, lines = unmarked(template.environment.from_string(tree).render(context))
    except TooMuch:
        return 0
    return lines[min(max(line, 1), len(lines)) - 1] if text == rendered else 0
