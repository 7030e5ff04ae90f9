"""Short forms in place of the report's own words: a brief is composed twice, and units are taken from either."""

from __future__ import annotations

from collections.abc import Mapping, Set

from briefs.model.document import Document, FormRef
from briefs.model.document_text import owner_text
from briefs.model.document_walk import O, Owner, is_quotation, map_content, owners, replace_owners
from briefs.model.library import Drawn
from briefs.model.typesetting import words
from briefs.model.typography import curl

OPENING_MARKS = ("“", "‘", "«")
"""Quotation marks that open a quotation."""


def shortenable_units(full: Document, short: Document, blocks: Mapping[str, Drawn]) -> frozenset[str]:
    """The names of the units that are shorter in `short` than in `full`.

    A unit is not among them if its short form would be printed as a quotation, since it is not in the speaker's words.
    """
    others = owners(short)
    return frozenset(
        name
        for name, owner in owners(full).items()
        if name in others and _is_same_use(owner, others[name]) and _is_shorter(owner, others[name], blocks)
    )


def take_short_forms(full: Document, short: Document, names: Set[str]) -> Document:
    """`full`, but with the units of these `names` as in `short`."""
    if not names:
        return full
    others = owners(short)

    def taken(owner: O) -> O:
        if owner.unit is None or owner.unit.name not in names:
            return owner
        other = others[owner.unit.name]
        assert isinstance(other, type(owner))
        return other

    return map_content(full, lambda content: replace_owners(content, taken))


def printed_forms(owner: Owner) -> tuple[FormRef, ...]:
    """The forms that an element prints; none if it prints no unit."""
    return owner.unit.forms if owner.unit is not None else ()


def _is_same_use(one: Owner, other: Owner) -> bool:
    """Whether both elements are of one kind and print the same blocks."""
    return type(one) is type(other) and _blocks(one) == _blocks(other)


def _blocks(owner: Owner) -> tuple[str, ...]:
    return owner.unit.blocks if owner.unit is not None else ()


def _is_shorter(full: Owner, short: Owner, blocks: Mapping[str, Drawn]) -> bool:
    """Whether `short` has fewer characters than `full`, no more words, and no short form between quotation marks."""
    if is_quotation(full):
        return False
    full_text, short_text = owner_text(full), owner_text(short)
    for form in set(printed_forms(short)) - set(printed_forms(full)):
        start = short_text.find(_wording(form, blocks))
        if start > 0 and short_text[:start].rstrip().endswith(OPENING_MARKS):
            return False
    return len(short_text) < len(full_text) and len(words(short_text)) <= len(words(full_text))


def _wording(form: FormRef, blocks: Mapping[str, Drawn]) -> str:
    """A short form of a block or of one of its passages, as printed."""
    block = blocks[form.block].block
    short = (getattr(block, form.field.removesuffix(".short")) if "." in form.field else block).short
    assert short is not None, f"{form} is printed"
    return curl(short.text).replace("*", "")
