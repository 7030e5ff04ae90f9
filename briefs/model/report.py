"""The report as read: a tree in which every non-blank line of the file belongs to exactly one leaf.

Leaves carry their text as received (emphasis marks `*…*`, footnote marks, straight or curly quotes). The lines of a
rejoined paragraph are joined by one space, and a list marker is moved to its own field. `briefs.model.typesetting`
turns that into what is matched (`plain`) and what is printed (`typeset`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, assert_never


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `level` 1–6; `text` as received; `label` the short form for source tags ("IV", "Framework")."""

    lines: tuple[int, ...]
    text: str
    level: int
    label: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, rejoined if a page break, a footnote or a pull-quote had split it."""

    address: str
    label: str
    lines: tuple[int, ...]
    text: str
    footnotes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A list item. `marker` as received ("a)", "3]", "- 2]"); `children` are nested lists and continuing paragraphs."""

    address: str
    label: str
    lines: tuple[int, ...]
    marker: str
    text: str
    footnotes: tuple[int, ...] = ()
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """A list; `items` in order, whatever interrupted it in the file."""

    address: str
    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation set apart from the body: `epigraph` (before a section) or `pull` (repeats the body)."""

    address: str
    label: str
    lines: tuple[int, ...]
    text: str
    role: Literal["epigraph", "pull"]
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote; `number` as marked, `called_from` the address of the leaf with its mark, empty if there is none."""

    address: str
    label: str
    lines: tuple[int, ...]
    number: int
    text: str
    called_from: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `cells` as split."""

    address: str
    label: str
    lines: tuple[int, ...]
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """The cells with tabs between them."""
        return "\t".join(self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of rows; `columns` names the cells."""

    address: str
    label: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """Front or back matter that is not content: title block, contents entry, signature, a trailing note."""

    address: str
    label: str
    lines: tuple[int, ...]
    role: Literal["title", "contents", "signature", "note"]
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what is under it, in reading order. `address`: the path of headings, `IV › Existing`."""

    address: str
    label: str
    heading: Heading
    children: tuple[Node, ...]


Node: TypeAlias = Section | Paragraph | List | Item | Quotation | Footnote | Table | Row | Matter
"""Anything in the tree of a report."""
Leaf: TypeAlias = Paragraph | Item | Quotation | Footnote | Row | Matter
"""Nodes with text of their own. An `Item` is a leaf because of its own text, but also has children."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read. `path` is relative to the project; `sha256` is of the file's bytes; `line_count` its lines.

    `text` is the file as text, without a byte order mark, with the line ends that it has.
    """

    title: str
    path: str
    sha256: str
    line_count: int
    children: tuple[Node, ...]
    text: str = field(default="", repr=False)

    def nodes(self) -> Iterator[Node]:
        """All nodes, parents before children, in reading order."""
        return nodes_of(self.children)

    def sections(self) -> Iterator[Section]:
        """All sections, outermost first, in reading order."""
        return (node for node in self.nodes() if isinstance(node, Section))

    def leaves(self) -> Iterator[Leaf]:
        """All nodes with text, in reading order."""
        return (node for node in self.nodes() if not isinstance(node, Section | List | Table))

    def note_numbers(self) -> frozenset[int]:
        """The numbers of the footnotes: other superscripts in the text are not their marks."""
        return frozenset(self.footnotes())

    def footnotes(self) -> dict[int, Footnote]:
        """Footnotes by number."""
        return {node.number: node for node in self.nodes() if isinstance(node, Footnote)}


def nodes_of(nodes: Sequence[Node]) -> Iterator[Node]:
    """The nodes and everything below them, parents before children, in reading order."""
    for node in nodes:
        yield node
        yield from nodes_of(children_of(node))


def children_of(node: Node) -> Sequence[Node]:
    """What is directly below a node."""
    match node:
        case Section() | Item():
            return node.children
        case List():
            return node.items
        case Table():
            return node.rows
        case Paragraph() | Quotation() | Footnote() | Row() | Matter():
            return ()
        case _:
            assert_never(node)


def lines_of(node: Node) -> tuple[int, ...]:
    """The lines of a node's own text: those of the heading for a section, none for a list or table."""
    match node:
        case Section():
            return node.heading.lines
        case List() | Table():
            return ()
        case _:
            return node.lines
