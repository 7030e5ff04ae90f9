"""Texts as values of a YAML file that people go on writing in: plain where that is safe, else in quotation marks."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from briefs.files.record_items import scalar as text_scalar

_PLAIN = re.compile(
    r"[^\W\d_][^\n\t\"#\[\]{},&*!|>%@`:?\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]*(?<!\s)"
)
"""What begins with a letter and has no character that may mean something in YAML (1.2, 7.3.3)."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]+")


def scalar(value: Any) -> str:
    """`value`, a text, number or truth value, as it stands behind a key or in a list between brackets."""
    return text_scalar(value, _PLAIN) if isinstance(value, str) else json.dumps(value)


def field_lines(name: str, value: str, width: int) -> list[str]:
    """The lines of a field with a text, which is folded (YAML 1.2, 8.1.3) if it would not fit in `width`."""
    line = f"{name}: {scalar(value)}"
    if len(line) <= width or " ".join(value.split()) != value or _UNSEEN.search(value) or not value[:1].strip("#"):
        return [line]
    folded = textwrap.wrap(value, width - 2, break_long_words=False, break_on_hyphens=False)
    return [f"{name}: >-", *(f"  {one}" for one in folded)]


def flow(value: Any) -> str:
    """`value`, which may hold lists and mappings, on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    return scalar(value)


def in_comment(text: str) -> str:
    """`text` as it may stand in a comment: on one line, with no character that cannot be seen."""
    return " ".join(_UNSEEN.sub(" ", text).split())
