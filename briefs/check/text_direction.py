"""Pages are set from left to right, so a brief may have words that run the other way, but not be made of them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.document_text import unit_texts

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = ("L",), ("R", "AL")
"""Classes of letters (UAX #9, table 4)."""


def check_text_direction(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error if more letters of the blocks in a brief run from right to left than from left to right."""
    text = "".join(text for _, text in unit_texts(brief.document))
    classes = Counter(map(unicodedata.bidirectional, filter(str.isalpha, text)))
    if sum(classes[one] for one in _RIGHT_TO_LEFT) > sum(classes[one] for one in _LEFT_TO_RIGHT):
        message = "the brief is written from right to left, but its pages are from left to right"
        hint = "write it in letters that are read from left to right: pages for others cannot be made yet"
        yield Fault("brief-right-to-left", message, hint).at(brief.template.place_of("audience"))
