"""Short forms in place of the report's own words: a brief is composed twice, and units are taken from either."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from typing import TypeVar

from briefs.model.document import Content, Document, Figure, FormRef, Item, List, Paragraph, Row, Table
from briefs.model.document_text import owner_text
from briefs.model.document_walk import Owner, map_content, owners
from briefs.model.library import Drawn
from briefs.model.typesetting import curl, words

T = TypeVar("T", Paragraph, Item, Row, Figure)

OPENING = ("“", "‘", "«")


def shortenable(full: Document, short: Document, blocks: Mapping[str, Drawn]) -> frozenset[str]:
    """The units that are shorter in `short`; a short form never stands as a quotation, which is another's words."""
    other = owners(short)
    return frozenset(
        name
        for name, owner in owners(full).items()
        if name in other and _same_use(owner, other[name]) and _shorter(owner, other[name], blocks)
    )


def take_short(full: Document, short: Document, units: Set[str]) -> Document:
    """`full` with `units` as they are in `short`."""
    other = owners(short)

    def changed(owner: T) -> T:
        if owner.unit is None or owner.unit.name not in units:
            return owner
        found = other[owner.unit.name]
        assert isinstance(found, type(owner))
        return found

    def content_of(content: Content) -> Content:
        match content:
            case List():
                return replace(content, items=tuple(changed(item) for item in content.items))
            case Table():
                return replace(content, rows=tuple(changed(row) for row in content.rows))
            case Paragraph():
                return changed(content)
            case Figure():
                return changed(content)

    return map_content(full, content_of) if units else full


def _same_use(one: Owner, other: Owner) -> bool:
    return type(one) is type(other) and _blocks(one) == _blocks(other)


def _blocks(owner: Owner) -> tuple[str, ...]:
    return owner.unit.blocks if owner.unit is not None else ()


def _forms(owner: Owner) -> tuple[FormRef, ...]:
    return owner.unit.forms if owner.unit is not None else ()


def _shorter(owner: Owner, short: Owner, blocks: Mapping[str, Drawn]) -> bool:
    if isinstance(owner, Paragraph) and owner.role == "quote":
        return False
    text = owner_text(short)
    for form in set(_forms(short)) - set(_forms(owner)):
        start = text.find(_wording(form, blocks))
        if start > 0 and text[:start].rstrip().endswith(OPENING):
            return False
    long = owner_text(owner)
    return len(text) < len(long) and len(words(text)) <= len(words(long))


def _wording(form: FormRef, blocks: Mapping[str, Drawn]) -> str:
    """A short form of a block or of one of its passages, as printed."""
    block = blocks[form.block].block
    short = (getattr(block, form.field.removesuffix(".short")) if "." in form.field else block).short
    assert short is not None, f"{form} is printed"
    return curl(short.text).replace("*", "")
