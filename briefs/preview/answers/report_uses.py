"""A report whole, each passage with the units that rest on it: what is used, by whom, and what reaches nobody.

What is used is told as `briefs audit` tells it, of the briefs as they would be cleared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.audit.audit import FittedBrief, Shade, ShadedNode, UnreachedPoint
from briefs.audit.block_fates import block_rows, unreached_points
from briefs.audit.report_coverage import covered, pieces_of
from briefs.model.library import Extract, Library
from briefs.model.report import (
    Footnote,
    Item,
    List,
    Matter,
    Node,
    Paragraph,
    Picture,
    Quotation,
    Report,
    Row,
    Section,
    Table,
    children_of,
    is_furniture,
    lines_of,
)
from briefs.model.report_places import place_in_report
from briefs.model.typesetting import clean
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.recognition import unit_labels
from briefs.preview.answers.editor_links import Links
from briefs.preview.answers.present_state import brief_ids, report_version, shown_reports
from briefs.preview.answers.report_passages import clean_texts, passage_views, shown_text
from briefs.preview.messages import NotFound
from briefs.preview.shown.report_views import NodeView, Piece, ReportView, UnreachedView, Use
from briefs.preview.workshop.held import Held, HeldBrief

Used = tuple[int, int, int]
"""A part of the clean text of a node, from start to end, and a use: an index into the list of uses."""


def report_view(held: Held, name: str, links: Links) -> ReportView:
    """The report called `name` with its uses. Raises NotFound if it is not there, or was never readable."""
    inputs = shown_reports(held).get(name)
    if inputs is None:
        raise NotFound(f'there is no report "{name}" that can be read')
    briefs = [one for one in held.briefs.values() if one.inputs.name == name]
    audiences = tuple(dict.fromkeys(one.job.template.front.audience for one in briefs))
    uses = tuple(_uses(briefs))
    spans = _spans(uses, inputs.report)
    shown = [use for use, _ in uses]
    nodes = tuple(_nodes(inputs.report, spans, links))
    return ReportView(
        report=name,
        title=inputs.report.title,
        language=inputs.report.language or inputs.house.language,
        version=report_version(held, name),
        audiences=audiences,
        nodes=tuple(node for node, _ in nodes),
        uses=tuple(shown),
        covered=covered(tuple(_shaded(nodes, shown, audiences)), audiences),
        unreached=tuple(_unreached(inputs, briefs, audiences, links)),
        unbuilt=tuple(one for one in brief_ids(held) if one.startswith(f"{name}/") and one not in held.briefs),
    )


# Uses


@dataclass(frozen=True, slots=True)
class _Rests:
    """A passage that a unit rests on, and its words in the report that the brief was made from."""

    passage: Extract
    words: str


def uses_of(briefs: Sequence[HeldBrief], block: str) -> tuple[Use, ...]:
    """The units that print something of a block."""
    return tuple(use for use, _ in _uses(briefs) if use.block == block)


def _uses(briefs: Sequence[HeldBrief]) -> Iterator[tuple[Use, tuple[_Rests, ...]]]:
    """Each form that a unit prints, with the passages that it rests on."""
    for brief in briefs:
        document, library = brief.settled.document, brief.inputs.library
        labels, texts = unit_labels(document), clean_texts(library.report)
        for unit in document.units():
            for form in dict.fromkeys(unit.forms):
                use = Use(brief.id, document.audience, unit.tag, labels[unit.name], form.block, form.field)
                extracts = dict.fromkeys(library.blocks[form.block].resting_on(form.field))
                yield use, tuple(_Rests(one, texts[one.address][one.start : one.end]) for one in extracts)


def _spans(uses: Sequence[tuple[Use, tuple[_Rests, ...]]], report: Report) -> Mapping[str, list[Used]]:
    """The parts of each node that are used, by its address.

    A brief may have been made from an earlier text of the report: what does not stand there any more is left out.
    """
    texts = clean_texts(report)
    spans: defaultdict[str, list[Used]] = defaultdict(list)
    for number, (_, rests) in enumerate(uses):
        for one in rests:
            passage = one.passage
            if texts.get(passage.address, "")[passage.start : passage.end] == one.words:
                spans[passage.address].append((passage.start, passage.end, number))
    return spans


# The report


def _nodes(report: Report, spans: Mapping[str, list[Used]], links: Links) -> Iterator[tuple[NodeView, Node]]:
    """All headings and texts in reading order; without what pages repeat, and markup."""
    texts, notes = clean_texts(report), report.note_numbers()
    for node, depth in _placed(report.children):
        if isinstance(node, List | Table) or is_furniture(node):
            continue
        text = clean(node.heading.text, notes) if isinstance(node, Section) else texts[node.address]
        kind, marker, after = _kind(node)
        yield (
            NodeView(
                address=node.address,
                label=node.label,
                level=node.heading.level if isinstance(node, Section) else 0,
                kind=kind,
                link=links.to(place_in_report(report, lines_of(node), node.address)),
                pieces=tuple(_pieces(text, spans.get(node.address, []))),
                marker=marker,
                depth=depth,
                after=after,
                cells=tuple(_cells(node, text, notes)) if isinstance(node, Row) else (),
            ),
            node,
        )


def _placed(nodes: Sequence[Node], depth: int = 0) -> Iterator[tuple[Node, int]]:
    """The nodes and everything below them, each with how many lists it is in."""
    for node in nodes:
        yield node, depth
        yield from _placed(children_of(node), depth + isinstance(node, List))


def _kind(node: Node) -> tuple[str, str, str]:
    """What a node is, its marker, and what stands after its text."""
    match node:
        case Section():
            return "heading", "", ""
        case Item():
            return "item", node.marker, ""
        case Quotation():
            return "quotation", "", node.attribution
        case Footnote():
            return "note", str(node.number), ""
        case Row():
            return "head" if node.is_head else "row", "", ""
        case Picture():
            return "picture", "", node.alternative
        case Matter():
            return node.role, "", ""
        case Paragraph() | List() | Table():
            return "paragraph", "", ""


def _cells(row: Row, text: str, notes: frozenset[int]) -> Iterator[int]:
    """Where the cells of a row begin in its clean text; an empty one where the one before ends."""
    at = 0
    for cell in row.cells:
        words = clean(cell, notes).strip()
        start = max(at, text.find(words, at) if words else at)
        yield start
        at = start + len(words)


def _pieces(text: str, spans: Sequence[Used]) -> Iterator[Piece]:
    shown = shown_text(text)
    for start, end, uses in pieces_of(text, spans):
        yield Piece(shown[start:end], start, end, tuple(sorted(uses)))


def _shaded(
    nodes: Sequence[tuple[NodeView, Node]], uses: Sequence[Use], audiences: Sequence[str]
) -> Iterator[ShadedNode]:
    """What `covered` counts: the texts of which an audit shows who uses them."""
    for view, node in nodes:
        if not isinstance(node, Section | Matter):
            shades = ((piece.text, {uses[use].audience for use in piece.uses}) for piece in view.pieces)
            in_order = (Shade(text, tuple(name for name in audiences if name in who)) for text, who in shades)
            yield ShadedNode(0, view.label, tuple(in_order))


# What reaches nobody


def _unreached(
    inputs: Inputs, briefs: Sequence[HeldBrief], audiences: Sequence[str], links: Links
) -> Iterator[UnreachedView]:
    library = inputs.library
    fitted = [_fitted(one) for one in briefs]
    for point in unreached_points(block_rows(library, fitted, audiences), library):
        yield _unreached_view(point, inputs.name, library, links)


def _fitted(brief: HeldBrief) -> FittedBrief:
    settled, template = brief.settled, brief.job.template
    fit = settled.fit
    return FittedBrief(fit.key, settled.fitted.document, fit.fates, fit.pages, fit.budget, template.path)


def _unreached_view(point: UnreachedPoint, name: str, library: Library, links: Links) -> UnreachedView:
    row, drawn = point.row, library.blocks[point.row.block]
    return UnreachedView(
        block=row.block,
        text=row.text,
        carried_by=point.carried_by,
        reasons={one.audience: one.reason or one.fate for one in row.fates},
        passages=passage_views(name, library.report, drawn.extracts.get("anchor", ()), links),
        link=links.to(drawn.place),
    )
