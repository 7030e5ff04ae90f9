"""Building the tree: pieces under their headings, every node with the address by which it is cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefs.model.note_marks import footnote_numbers
from briefs.model.report import (
    Footnote,
    Heading,
    Item,
    List,
    Matter,
    Node,
    Paragraph,
    Picture,
    Quotation,
    Row,
    Section,
    Table,
    nodes_of,
)
from briefs.model.typesetting import clean
from briefs.report.addresses import PlaceName, PlaceNames
from briefs.report.lists import gather_lists
from briefs.report.nodes import Content
from briefs.report.pieces import FootnotePiece, HeadingPiece, Piece, QuotationPiece

_NONE = 7
"""The level of pieces that end no section: below all headings."""


@dataclass(frozen=True, slots=True)
class ParentHeading:
    """The heading above some pieces: its name, the label of its main part, and how its numbers are cited."""

    name: PlaceName
    part: str | None = None
    numbered_as: str | None = None


def build_tree(pieces: Sequence[Piece]) -> tuple[Node, ...]:
    """The pieces as a tree of sections; each footnote gets the address of the leaf that calls it."""
    notes = frozenset(piece.number for piece in pieces if isinstance(piece, FootnotePiece))
    children = _nodes(_before_their_heading(pieces), ParentHeading(PlaceName("", "")), PlaceNames(notes))
    return _linked(children, _callers(children, notes))


def _before_their_heading(pieces: Sequence[Piece]) -> list[tuple[Piece, int]]:
    """Each piece with the level at which it ends open sections: a heading's own, and for epigraphs right before
    a heading the same, since they introduce it; `_NONE` for the rest."""
    levels: list[tuple[Piece, int]] = []
    level = _NONE
    for piece in reversed(pieces):
        if isinstance(piece, HeadingPiece):
            level = piece.hint.level
        elif not (isinstance(piece, QuotationPiece) and piece.role == "epigraph"):
            level = _NONE
        levels.append((piece, level))
    return levels[::-1]


def _nodes(pieces: list[tuple[Piece, int]], under: ParentHeading, names: PlaceNames) -> tuple[Node, ...]:
    """The nodes under a heading: content first, then sections and the epigraphs before them."""
    end = next((i for i, (_, level) in enumerate(pieces) if level < _NONE), len(pieces))
    content = Content(under.name, under.numbered_as, names)
    nodes = content.nodes(gather_lists([piece for piece, _ in pieces[:end]], under.numbered_as is not None))
    while end < len(pieces):
        piece, level = pieces[end]
        if not isinstance(piece, HeadingPiece):
            nodes += content.nodes([piece])
            end += 1
            continue
        start, end = end + 1, end + 1
        while end < len(pieces) and pieces[end][1] > level:
            end += 1
        hint = piece.hint
        if under.part is None:
            name = names.unique(PlaceName(hint.label, hint.label))
        else:
            address = f"{under.name.address} › {clean(piece.text, names.notes)}"
            is_below = hint.label.startswith(f"{under.part}.")  # "2.1" says by itself that it is in part 2
            name = names.unique(PlaceName(address, hint.label if is_below else f"{under.part} {hint.label}"))
        below = ParentHeading(name, under.part or hint.label, hint.numbered_as or under.numbered_as)
        heading = Heading(piece.lines, piece.text, hint.level, hint.label)
        nodes.append(Section(name.address, name.label, heading, _nodes(pieces[start:end], below, names)))
    return tuple(nodes)


def _callers(nodes: Sequence[Node], notes: frozenset[int]) -> dict[int, str]:
    """For each of the `notes`, the address of the first leaf or section that has its mark."""
    callers: dict[int, str] = {}
    for node in nodes_of(nodes):
        for number in _called_by(node, notes):
            callers.setdefault(number, node.address)
    return callers


def _called_by(node: Node, notes: frozenset[int]) -> tuple[int, ...]:
    """The footnotes whose marks are in the node's own text; a footnote's own mark does not call it."""
    match node:
        case Section():
            return footnote_numbers(node.heading.text, notes)
        case Paragraph() | Item():
            return node.footnotes
        case Quotation() | Row() | Picture() | Matter():
            return footnote_numbers(node.text, notes)
        case Footnote():
            return tuple(number for number in footnote_numbers(node.text, notes) if number != node.number)
        case List() | Table():
            return ()


def _linked(nodes: tuple[Node, ...], callers: dict[int, str]) -> tuple[Node, ...]:
    """The nodes, with the address of its caller in each footnote. Footnotes are only directly under headings."""
    linked: list[Node] = []
    for node in nodes:
        if isinstance(node, Section):
            node = replace(node, children=_linked(node.children, callers))
        elif isinstance(node, Footnote):
            node = replace(node, called_from=callers.get(node.number, ""))
        linked.append(node)
    return tuple(linked)
