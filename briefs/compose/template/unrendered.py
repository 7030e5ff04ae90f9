"""The Markdown of a template before it is rendered: every call a token, so that it can be read for mistakes.

Both branches of `{% if %}` are in it, and what is in `{% for %}` once.
"""

from __future__ import annotations

import re
from collections.abc import Container

from jinja2 import Environment

from briefs.compose.template.tokens import Ledger
from briefs.model.document import FormRef, Paragraph, Text

_NAME = re.compile(r"\{\{[-+]?\s*(\w+)")


class Skeleton:
    """`text` with its `ledger` of samples; `lines` has for each line of it the line of the template."""

    def __init__(self, body: str, views: Container[str], untraced: Container[str], environment: Environment) -> None:
        self.ledger = Ledger()
        self.lines = [1]
        self._views, self._untraced = views, untraced
        self._parts: list[str] = []
        construct, start = "", 1
        for line, kind, value in environment.lex(body):
            if kind == "data":
                self._emit(value, line)
            elif kind.endswith("_begin"):
                construct, start = value, line
            else:
                construct += value
                if kind == "variable_end":
                    self._emit(self._sample(construct), start)
        self.text = "".join(self._parts)

    def _sample(self, construct: str) -> str:
        found = _NAME.match(construct)
        name = found[1] if found else ""
        if name in self._views:
            return self.ledger.add_content((Paragraph((Text("…"),)),))
        return self.ledger.add_inline((Text("…"),), () if name in self._untraced else (FormRef("sample", "text"),))

    def _emit(self, text: str, line: int) -> None:
        if not self._parts or self._parts[-1].endswith("\n"):
            self.lines[-1] = line
        if text:
            self._parts.append(text)
            self.lines.extend(line + number for number in range(1, text.count("\n") + 1))
