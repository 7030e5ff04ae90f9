"""A candidate for a block: what was found, with an id, an anchor, and all that is known of its fields."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from briefs.candidates.found import Found, FoundPassage, Open, Value
from briefs.candidates.gathering import label_of
from briefs.model.block_fields import Anchor
from briefs.model.typesetting import plain

AnchorMaker: TypeAlias = Callable[[FoundPassage], Anchor | None]
"""A function that gives the shortest anchor for a passage; None if no anchor can name it."""
_HASH_LENGTH = 12


@dataclass(frozen=True, slots=True)
class PassageAnchor:
    """A field of a candidate that holds a passage, by its anchor."""

    anchor: Anchor


FieldValue: TypeAlias = str | int | bool | tuple[str, ...] | PassageAnchor | Open | None
"""What a field of a candidate holds: as found, but passages are anchors."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate with its `id` and `anchor`; `found` is where it comes from, `also` what else it might be.

    `label` says where in the report its passage is, and `page` on which page, if it has pages. `short` is the wording
    that can be printed as it is, empty if there is none; `strength` how many held the view, in the passage's words.
    `further` are anchors of what follows in other paragraphs, if it points at several.
    """

    id: str
    found: Found
    anchor: Anchor
    fields: Mapping[str, FieldValue]
    also: tuple[str, ...] = ()
    strength: str = ""
    short: str = ""
    label: str = ""
    page: str = ""
    further: tuple[Anchor, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of block that it would be."""
        return self.found.kind

    @property
    def words(self) -> str:
        """The words of its passage."""
        return self.found.passage.words


def passage_key(found: Found) -> str:
    """What a candidate is known by, whatever its id: a hash of its kind, its passage, and what it is about."""
    said = "\n".join((found.kind, plain(found.passage.words), label_of(found).casefold()))
    return hashlib.sha256(said.encode()).hexdigest()[:_HASH_LENGTH]


def with_anchors(values: Mapping[str, Value], anchor: AnchorMaker) -> dict[str, FieldValue]:
    """The fields of something found, with anchors for passages; one that no anchor can name is left open."""
    return {name: _field(value, anchor) for name, value in values.items()}


def _field(value: Value, anchor: AnchorMaker) -> FieldValue:
    if not isinstance(value, FoundPassage):
        return value
    made = anchor(value)
    return Open("a passage, by its anchor", value.words) if made is None else PassageAnchor(made)
