"""Small reports for tests: text and hints in, tree out."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.files.yaml import parse_yaml
from briefs.model.diagnostics import Checked
from briefs.model.report import Item, List, Node, Report, Section, Table
from briefs.report.hints import HintsFile, parse_hints
from briefs.report.plain_text.reader import read_plain_text
from briefs.report.source import Parsed, Source

ABOUT = "title: A report\nissuer: Someone\ncitation: A report, Someone\n"
ONE = "outline:\n  - {text: One, level: 1, label: I}\n"
TWO = ONE + "  - {text: Two, level: 2, label: Second}\n"

HINTS_OF_ALL_NODES = (
    "outline:\n"
    "  - {text: I. One, level: 1, label: I}\n"
    "  - {text: Two versus three, level: 2, label: Two}\n"
    "  - {text: Annex, level: 1, label: Annex}\n"
    "quotations: [{text: Quoted, role: epigraph, attribution: Somebody}]\n"
    "tables: [{section: Annex, columns: [name, place]}]\n"
)
TEXT_OF_ALL_NODES = """Title

Quoted words
- Somebody

I. One

Text.¹

Two *versus* three

1. First

More.

2. Second

¹ A note.

Annex

A\tRome
"""
"""A report with every type of node, described by HINTS_OF_ALL_NODES."""


def hints(text: str = "") -> HintsFile:
    """The hints that `text` (YAML, after title, issuer and citation on lines 1–3) gives."""
    value, lines = parse_yaml(ABOUT + text, "report.yaml")
    return parse_hints(value, lines, "report.yaml")


def parsed(text: str, hint_text: str = "") -> Checked[Parsed]:
    """What the text reader makes of `text`."""
    return read_plain_text(Source("report.txt", text.encode(), hints(hint_text)))


def report(text: str, hint_text: str = "") -> Report:
    """The report in `text`, which must be without diagnostics."""
    result = parsed(text, hint_text)
    assert result.problems == ()
    return Report("A report", "report.txt", "", result.value.line_count, result.value.children)


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Every node of a tree, parents before children."""
    for node in nodes:
        yield node
        match node:
            case Section() | Item():
                yield from walk(node.children)
            case List():
                yield from walk(node.items)
            case Table():
                yield from walk(node.rows)
            case _:
                pass


def outline(nodes: tuple[Node, ...], indent: str = "") -> list[str]:
    """A tree as one line per node: kind, address and, where it has some, the beginning of its text."""
    shown = []
    for node in nodes:
        text = node.heading.text if isinstance(node, Section) else getattr(node, "text", "")
        shown.append(f"{indent}{type(node).__name__} {node.address!r} {text[:24]!r}".replace(" ''", ""))
        below = next((getattr(node, name) for name in ("children", "items", "rows") if hasattr(node, name)), ())
        shown += outline(below, indent + "  ")
    return shown


def tree(text: str, hint_text: str = ONE) -> list[str]:
    """The tree of the report in `text`, as `outline` shows it."""
    return outline(report(text, hint_text).children)


def lines_of(node: Node) -> tuple[int, ...]:
    """The lines of a node's own text."""
    if isinstance(node, Section):
        return node.heading.lines
    return () if isinstance(node, List | Table) else node.lines
