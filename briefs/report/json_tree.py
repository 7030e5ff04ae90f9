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
    """The tree as JSON values: every node with its type, address, label, lines and text, and the nodes below it.

    If the report has pages, each node has its page; what its file has besides is in `left_aside`.
    """
    more: dict[str, Any] = {}
    if report.language:
        more["language"] = report.language
    if report.languages:
        more["languages"] = {str(line): tag for line, tag in report.languages.items()}
    if report.pages:
        more["pages"] = [{"label": page.label, "first_line": page.first_line} for page in report.pages]
    if report.left_aside:
        more["left_aside"] = [{"kind": one.kind, "line": one.line, "text": one.text} for one in report.left_aside]
    return {
        "title": report.title,
        "path": report.path,
        "sha256": report.sha256,
        "line_count": report.line_count,
        **more,
        "children": [_node_dict(child, report) for child in report.children],
    }


def _node_dict(node: Node, report: Report) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "type": type(node).__name__.lower(),
        "address": node.address,
        "label": node.label,
        "lines": list(lines_of(node)),
    }
    if page := report.page_of(lines_of(node)):
        shown["page"] = page
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
        shown["children"] = [_node_dict(child, report) for child in children]
    return shown
