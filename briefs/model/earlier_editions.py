"""Kept editions in earlier versions of their format, brought up to date: one step for each version."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from briefs.model.brief_key import BRIEF


def brought_up_to_date(document: Any, version: int) -> Any:
    """The JSON of a `document` that was kept in `version` of the format, as the present version has it.

    Raises KeyError or TypeError if it is not one.
    """
    while version in _STEPS:
        document = _STEPS[version](document)
        version += 1
    return document


def _from_version_1(document: Any) -> Any:
    """Briefs are one product of several, one sentence took the place of two lines, and mastheads may have a logo."""
    furniture = dict(document["furniture"])
    source, as_at = furniture.pop("source"), furniture.pop("as_at")
    line = {"type": "Text", "text": f"\u00a0· {as_at}", "is_whole": False}
    furniture |= {"about": [*source, line], "logo": None}
    return {**document, "product": BRIEF, "furniture": furniture}


def _from_version_2(document: Any) -> Any:
    """Editions may have personal copies."""
    return {**document, "furniture": {**document["furniture"], "is_personal": False, "copy": None}}


def _from_version_3(document: Any) -> Any:
    """What forms rest on is kept with places in the report's file, which earlier editions do not know."""
    return {**document, "source": None, "form_sources": []}


_MARKS: Mapping[Any, tuple[str, ...]] = dict.fromkeys(("Paragraph", "Item"), ("change", "end")) | dict.fromkeys(
    ("Row", "Table", "Figure", "Section", "Note"), ("change",)
)
"""The fields by which elements of a redline say what was inserted or deleted."""


def _from_version_4(document: Any) -> Any:
    """Elements may be inserted or deleted; editions know which words are those of which form, and who cleared them."""
    return {**_markable(document), "form_spans": [], "clearances": [], "marked_title": []}


def _markable(value: Any) -> Any:
    """`value` with everything in it that can be inserted or deleted, which nothing in it is."""
    if isinstance(value, list):
        return [_markable(one) for one in value]
    if not isinstance(value, dict):
        return value
    inner = {name: _markable(one) for name, one in value.items()}
    return inner | dict.fromkeys(_MARKS.get(value.get("type"), ()))


def _from_version_5(document: Any) -> Any:
    """Reports may have pages, and passages words that are quoted from a file that is not one of text."""
    pages = {"exact": "", "page": "", "page_number": 0}
    return {**document, "form_sources": [{**source, **pages} for source in document["form_sources"]]}


_STEPS: Mapping[int, Callable[[Any], Any]] = MappingProxyType(
    {1: _from_version_1, 2: _from_version_2, 3: _from_version_3, 4: _from_version_4, 5: _from_version_5}
)
"""What turns an edition in each earlier version into one of the next."""
