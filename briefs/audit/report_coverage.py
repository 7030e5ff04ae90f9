"""Coverage: the text of the report, each passage with the audiences whose briefs rest on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TypeVar

from briefs.audit.audit import FittedBrief, Shade, ShadedNode
from briefs.model.library import Library
from briefs.model.report import Leaf, Matter, Report, Row, Section
from briefs.model.typesetting import clean, words
from briefs.model.typography import curl

N = TypeVar("N")
Span = tuple[int, int, str]
"""A part of the clean text of a node, from start to end, and an audience."""
CELL_END = " | "
"""What stands between the cells of a row."""


def spans_used(library: Library, briefs: Sequence[FittedBrief]) -> dict[str, list[Span]]:
    """The parts of each paragraph that forms in `briefs` rest on, by its address."""
    used: defaultdict[str, set[Span]] = defaultdict(set)
    for brief in briefs:
        for unit in brief.document.units():
            for form in unit.forms:
                for one in library.blocks[form.block].resting_on(form.field):
                    used[one.address].add((one.start, one.end, brief.key.audience))
    return {address: sorted(spans) for address, spans in used.items()}


def shaded(report: Report, used: dict[str, list[Span]], audiences: Sequence[str]) -> tuple[ShadedNode, ...]:
    """The report's headings, paragraphs and rows of tables in pieces; what is no content, such as its title page and
    its list of contents, is left out."""
    return tuple(_nodes(report, used, audiences))


def covered(nodes: Sequence[ShadedNode], audiences: Sequence[str]) -> dict[str, float]:
    """The share (0 to 1) of the words of paragraphs and rows that the briefs of each audience rest on, and of "all" of
    them."""
    counts = dict.fromkeys(("all", *audiences), 0)
    total = 0
    for node in nodes:
        for shade in node.shades if not node.level else ():
            count = len(words(shade.text))
            total += count
            for name in (*(("all",) if shade.audiences else ()), *shade.audiences):
                counts[name] += count
    return {name: round(count / (total or 1), 3) for name, count in counts.items()}


def _nodes(report: Report, used: dict[str, list[Span]], audiences: Sequence[str]) -> Iterator[ShadedNode]:
    notes = report.note_numbers()
    for node in report.nodes():
        if isinstance(node, Section):
            yield ShadedNode(node.heading.level, node.label, (Shade(curl(clean(node.heading.text, notes))),))
        elif isinstance(node, Leaf) and not isinstance(node, Matter):
            text = clean(node.text, notes)
            ends = _cell_ends(node, text, notes) if isinstance(node, Row) else frozenset[int]()
            yield ShadedNode(0, node.label, tuple(_shades(text, used.get(node.address, []), audiences, ends)))


def _cell_ends(row: Row, text: str, notes: frozenset[int]) -> frozenset[int]:
    """Where the spaces are in the `text` of a row that stand between its cells."""
    cells = [clean(cell, notes) for cell in row.cells]
    lengths = [len(cell) + 1 for cell in cells]
    return frozenset(end - 1 for end in accumulate(lengths[:-1])) if " ".join(cells) == text else frozenset()


def _shades(text: str, spans: Sequence[Span], audiences: Sequence[str], cell_ends: frozenset[int]) -> Iterator[Shade]:
    """`text` in pieces wherever another audience begins or ends."""
    for start, end, here in pieces_of(text, spans):
        piece = "".join(CELL_END if at in cell_ends else text[at] for at in range(start, end))
        yield Shade(curl(piece), tuple(name for name in audiences if name in here))


def pieces_of(text: str, spans: Sequence[tuple[int, int, N]]) -> Iterator[tuple[int, int, frozenset[N]]]:
    """`text` in pieces, from start to end, wherever a span begins or ends; each with the names of the spans on it."""
    edges = sorted({0, len(text), *(edge for start, end, _ in spans for edge in (start, end))})
    for start, end in pairwise(edges):
        yield start, end, frozenset(name for first, last, name in spans if first <= start and end <= last)
