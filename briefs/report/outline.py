"""The outline of a report, in lines of text."""

from __future__ import annotations

from collections import Counter

from briefs.model.report import (
    Footnote,
    Item,
    Matter,
    Node,
    Paragraph,
    Quotation,
    Report,
    Row,
    Section,
    lines_of,
    nodes_of,
)
from briefs.model.report_places import page_label
from briefs.model.typesetting import clean
from briefs.report.left_aside import left_aside_lines

_WORDS = {
    Paragraph: ("paragraph", "paragraphs"),
    Item: ("list item", "list items"),
    Footnote: ("footnote", "footnotes"),
    Quotation: ("quotation", "quotations"),
    Row: ("row", "rows"),
}


def outline_lines(report: Report) -> list[str]:
    """The outline: for each heading the lines of its section, its page if there are pages, its label, the heading
    indented by level, and what is directly under it. Then everything is counted, and what is left aside is named."""
    sections = list(report.sections())
    notes = report.note_numbers()
    width = max((len(section.label) for section in sections), default=0)
    pages = max((len(page_label(report, section.heading.lines)) for section in sections), default=0)
    shown = [f"{report.title}: {report.path}, {_counted_noun(report.line_count, 'line', 'lines')}"]
    for section in sections:
        lines = [line for leaf in nodes_of([section]) if not _is_of_all_pages(leaf) for line in lines_of(leaf)]
        own = [leaf for child in section.children if not isinstance(child, Section) for leaf in nodes_of([child])]
        indent = "  " * (section.heading.level - 1)
        counts = _counts(own)
        text = f"{indent}{clean(section.heading.text, notes)}{f' ({counts})' if counts else ''}"
        page = f"{page_label(report, section.heading.lines):<{pages}}  " if pages else ""
        shown.append(f"{f'{min(lines)}–{max(lines)}':>9}  {page}{section.label:<{width}}  {text}")
    total = _counts(list(report.nodes()))
    headings = _counted_noun(len(sections), "heading", "headings")
    return [*shown, f"{headings}, {total}" if total else headings, *left_aside_lines(report)]


def _is_of_all_pages(node: Node) -> bool:
    """Whether a node is what pages repeat: its lines are on many, not only in the section that it stands in."""
    return isinstance(node, Matter) and node.role in ("running head", "page number")


def _counts(nodes: list[Node]) -> str:
    """ "5 paragraphs, 1 footnote": what is among `nodes`, in words."""
    counts = Counter(type(node) for node in nodes)
    return ", ".join(_counted_noun(counts[kind], *words) for kind, words in _WORDS.items() if counts[kind])


def _counted_noun(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
