"""Names that stand in files of others, such as those of authors, as they may be shown and kept."""

from __future__ import annotations

import re

LONGEST = 200
"""The most characters of a name: a longer one is made to fill the screens of those who read it."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]+")
"""Characters that terminals obey, that end lines or turn round what stands behind them, or that are none (Unicode,
23.7 and 23.8)."""


def in_one_line(name: str) -> str:
    """`name` in one line, without characters that are not seen, and cut if nothing is called so."""
    seen = " ".join(_UNSEEN.sub(" ", name[: 10 * LONGEST]).split())
    return seen if len(seen) <= LONGEST else f"{seen[: LONGEST - 1].rstrip()}…"
