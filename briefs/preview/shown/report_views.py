"""A report, with the briefs that use each passage of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefs.preview.shown.brief_views import PassageView
from briefs.preview.shown.state_views import Link


@dataclass(frozen=True, slots=True)
class Use:
    """A unit that rests on a passage."""

    brief: str
    audience: str
    unit: str
    place: str
    block: str
    field: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a node's text on which the same units rest: indices into the list of uses of the report.

    `start` and `end` count characters (Unicode code points, not UTF-16 units) of the node's clean text; `text` has as
    many.
    """

    text: str
    start: int
    end: int
    uses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NodeView:
    """A heading (`level` from 1) or another node (`level` 0) of a report; `marker` of items and notes is printed before
    the text.

    `kind` is "heading", "paragraph", "item", "quotation", "note", "head" or "row" of a table, "picture", "title",
    "contents" or "signature". `depth` counts the lists that a node is in. `after` is what belongs to the text and is no
    part of it: who is quoted, or what a picture shows. `cells` are where the cells of a row begin in its text.
    """

    address: str
    label: str
    level: int
    kind: str
    link: Link
    pieces: tuple[Piece, ...]
    marker: str = ""
    depth: int = 0
    after: str = ""
    cells: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreachedView:
    """A point or recommendation of the executive summary that no brief prints: who carries its passage all the same,
    and why it is not printed, by audience."""

    block: str
    text: str
    carried_by: tuple[str, ...]
    reasons: Mapping[str, str]
    passages: tuple[PassageView, ...]
    link: Link


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report whole. `covered` are shares (0 to 1) of its words that the briefs of each audience rest on, and of "all"
    of them. `unbuilt` are the ids of briefs that were never built yet, or could not be: what they use is not known."""

    report: str
    title: str
    language: str
    version: str
    audiences: tuple[str, ...]
    nodes: tuple[NodeView, ...]
    uses: tuple[Use, ...]
    covered: Mapping[str, float]
    unreached: tuple[UnreachedView, ...]
    unbuilt: tuple[str, ...] = ()
