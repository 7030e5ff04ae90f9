"""Wording written by hand, in which `*…*` is italic and `**…**` is bold."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from briefs.compose.looks.html_inlines import read_inlines
from briefs.model.inline import Inline
from briefs.model.typography import curl

_NO_PRODUCT = r"(?!(?<=\d\*)\d)"
"""The asterisk before does not multiply the numbers around it."""
_EMPHASIS = re.compile(
    rf"\*\*(?=[^\s*])(.+?)(?<=\S)\*\*(?!\*)|\*{_NO_PRODUCT}(?=[^\s*])(.+?)(?<=[^\s*])\*{_NO_PRODUCT}"
)


def marked_up(text: str) -> Markup:
    """`text` as HTML: `<strong>` and `<em>` for its asterisks, the rest escaped, straight quotation marks curled."""
    text = curl(text)
    out, last = [], 0
    for match in _EMPHASIS.finditer(text):
        out.append(str(escape(text[last : match.start()])))
        bold, italic = match.groups()
        out.append(f"<strong>{marked_up(bold)}</strong>" if bold else f"<em>{escape(italic)}</em>")
        last = match.end()
    out.append(str(escape(text[last:])))
    return Markup("".join(out))


def marked_inlines(text: str) -> tuple[Inline, ...]:
    """`text` as inline content."""
    return read_inlines(marked_up(text))
