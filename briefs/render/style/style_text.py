"""The text of a style sheet as an HTML file carries it: without the remarks of whoever wrote it."""

from __future__ import annotations

import re
from functools import lru_cache

_KEPT_OR_COMMENT = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\(\s*[^"'\s)][^)]*\))|/\*.*?(?:\*/|\Z)""", re.DOTALL
)
_EMPTY_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")


@lru_cache(maxsize=4)
def without_comments(css: str) -> str:
    """`css` without its comments (CSS Syntax 3, 4.3.2), which nobody but its author should read."""
    bare = _KEPT_OR_COMMENT.sub(lambda found: found[1] or " ", css)
    return _EMPTY_LINES.sub("\n", bare).strip()


@lru_cache(maxsize=4)
def carried_style(*sheets: str) -> str:
    """The text of style sheets as it stands in the `style` element of an HTML file, which nothing in it can end."""
    return without_comments("\n".join(filter(None, sheets))).replace("</", r"<\/")
