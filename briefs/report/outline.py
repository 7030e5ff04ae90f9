"""The report for those who look at it: an outline in lines of text for people, and the whole tree for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from briefs.model.report import (
    Footnote,
    Item,
    List,
    Matter,
    Node,
    Paragraph,
    Quotation,
    Report,
    Row,
    Section,
    Table,
)
from briefs.model.typesetting import clean

_WORDS = {
    Paragraph: ("paragraph", "paragraphs"),
    Item: ("list item", "list items"),
    Footnote: ("footnote", "footnotes"),
    Quotation: ("quotation", "quotations"),
    Row: ("row", "rows"),
}


def outline_lines(report: Report) -> list[str]:
    """The outline: for each heading the lines of its section, its label, the heading indented by level, and what
    is directly under it. The last line counts everything."""
    sections = list(report.sections())
    width = max((len(section.label) for section in sections), default=0)
    shown = [f"{report.title}: {report.path}, {_counted_noun(report.line_count, 'line', 'lines')}"]
    for section in sections:
        lines = [line for leaf in _nodes(section) for line in _lines(leaf)]
        own = [leaf for child in section.children if not isinstance(child, Section) for leaf in _nodes(child)]
        indent = "  " * (section.heading.level - 1)
        counts = _counts(own)
        text = f"{indent}{clean(section.heading.text)}{f' ({counts})' if counts else ''}"
        shown.append(f"{f'{min(lines)}–{max(lines)}':>9}  {section.label:<{width}}  {text}")
    total = _counts([leaf for child in report.children for leaf in _nodes(child)])
    headings = _counted_noun(len(sections), "heading", "headings")
    return [*shown, f"{headings}, {total}" if total else headings]


def report_dict(report: Report) -> dict[str, Any]:
    """The whole tree as JSON can hold it: every node with type, address, label, lines and text, and what is below."""
    return {
        "title": report.title,
        "path": report.path,
        "sha256": report.sha256,
        "line_count": report.line_count,
        "children": [_node_dict(child) for child in report.children],
    }


def _node_dict(node: Node) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "type": type(node).__name__.lower(),
        "address": node.address,
        "label": node.label,
        "lines": list(_lines(node)),
    }
    match node:
        case Section():
            shown |= {"text": node.heading.text, "level": node.heading.level}
        case Paragraph():
            shown |= {"text": node.text, "footnotes": list(node.footnotes)}
        case Item():
            shown |= {"marker": node.marker, "text": node.text, "footnotes": list(node.footnotes)}
        case Quotation():
            shown |= {"text": node.text, "role": node.role, "attribution": node.attribution}
        case Footnote():
            shown |= {"number": node.number, "text": node.text, "called_from": node.called_from}
        case Row():
            shown |= {"text": node.text, "cells": list(node.cells)}
        case Table():
            shown |= {"columns": list(node.columns)}
        case Matter():
            shown |= {"role": node.role, "text": node.text}
        case List():
            pass
    if children := _children(node):
        shown["children"] = [_node_dict(child) for child in children]
    return shown


def _children(node: Node) -> tuple[Node, ...]:
    match node:
        case Section() | Item():
            return node.children
        case List():
            return node.items
        case Table():
            return node.rows
        case _:
            return ()


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in _children(node):
        yield from _nodes(child)


def _lines(node: Node) -> tuple[int, ...]:
    """The lines of a node's own text: those of the heading for a section, none for a list or table."""
    if isinstance(node, Section):
        return node.heading.lines
    return () if isinstance(node, List | Table) else node.lines


def _counts(nodes: list[Node]) -> str:
    """ "5 paragraphs, 1 footnote": what is among `nodes`, in words."""
    counts = Counter(type(node) for node in nodes)
    return ", ".join(_counted_noun(counts[kind], *words) for kind, words in _WORDS.items() if counts[kind])


def _counted_noun(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
