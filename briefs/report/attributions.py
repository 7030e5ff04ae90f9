"""Lines that say who said what is quoted above them: "— A mayor"."""

from __future__ import annotations

import re

_DASH = re.compile(r"(?:[—–―]|--+)[ \u00a0]*(?=\S)")
_LONGEST = 200
"""The most characters of such a line."""


def is_attribution(text: str) -> bool:
    """Whether this is a line such as "— A mayor"."""
    return len(text) <= _LONGEST and _DASH.match(text) is not None


def without_dash(text: str) -> str:
    """The name in such a line."""
    return _DASH.sub("", text, count=1)
