"""Quotations in running text: the words between double quotation marks, curly or straight, or guillemets.

Single marks are ignored, since they cannot be told from apostrophes. A mark without a partner quotes nothing.
"""

from __future__ import annotations

import re

_QUOTATION = re.compile(r'“([^”]*)”|"([^"]*)"|«\s?([^»]*?)\s?»')


def quotations(text: str) -> list[str]:
    """The words of each quotation in `text`, without their marks, in order; empty ones are left out."""
    return [words for found in _QUOTATION.findall(text) if (words := "".join(found))]


def without_quotations(text: str) -> str:
    """`text` with a space in place of each quotation, marks included."""
    return _QUOTATION.sub(" ", text)
