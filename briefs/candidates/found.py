"""What a rule has found in a report: a candidate before it has an id and an anchor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from briefs.model.report import Leaf, Report


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """Words of one node of the report, as they stand in its clean text (`briefs.model.typesetting.clean`)."""

    leaf: Leaf
    words: str


@dataclass(frozen=True, slots=True)
class Open:
    """A field that only an editor can fill in, with what to write there, and perhaps a guess."""

    hint: str
    guess: str = ""


Value: TypeAlias = str | int | bool | tuple[str, ...] | FoundPassage | Open | None
"""What a field of a block is to hold; None is null: there is none."""


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate for a block of this `kind`, drawn from `passage`.

    `fields` are those of the kind, by name as written in YAML, without those that every block has (id, anchor, short,
    strength). `rule` is the name of the rule that found it, `evidence` the words by which, `certainty` from 0 to 1.
    """

    kind: str
    passage: FoundPassage
    rule: str
    evidence: str
    certainty: float
    fields: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Material:
    """What finders look through: a report, and the language that it is in (BCP 47)."""

    report: Report
    language: str


Finder: TypeAlias = Callable[[Material], Iterator[Found]]
"""A function that finds candidates of one kind, in reading order."""
