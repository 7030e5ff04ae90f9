"""The whole tree of a report for other programs, as JSON."""

from __future__ import annotations

from typing import Any

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
    lines_of,
)


def report_json(report: Report) -> dict[str, Any]:
    """The tree as JSON values: every node with its type, address, label, lines and text, and the nodes below it."""
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
        "lines": list(lines_of(node)),
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
            shown |= {"text": node.text, "cells": list(node.cells)} | ({"is_head": True} if node.is_head else {})
        case Table():
            shown |= {"columns": list(node.columns)}
        case Picture():
            shown |= {"text": node.text, "alternative": node.alternative}
        case Matter():
            shown |= {"role": node.role, "text": node.text}
        case List():
            pass
    if children := children_of(node):
        shown["children"] = [_node_dict(child) for child in children]
    return shown
