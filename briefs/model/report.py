"""The report as read: a tree in which every non-blank line of the file belongs to exactly one leaf.

Lines are those of the file if it is one of text. In other formats they are those of the report's `rendition`: one for
each paragraph, row or line that its reader found.

Leaves carry their text as received (emphasis marks `*…*`, footnote marks, straight or curly quotes). The lines of a
rejoined paragraph are joined by one space, and a list marker is moved to its own field. `briefs.model.typesetting`
turns that into what is matched (`plain`) and what is printed (`typeset`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, assert_never

QuotationRole: TypeAlias = Literal["epigraph", "pull", "block"]
"""What a quotation that is set apart is for."""
MatterRole: TypeAlias = Literal["title", "contents", "signature", "note", "running head", "page number", "markup"]
"""What text that is not content is. `markup` are lines of a text file that say how others are meant, or say nothing to
readers: front matter, a rule, a comment, where a reference leads."""
FURNITURE: tuple[MatterRole, ...] = ("running head", "page number", "markup")
"""Roles of what pages repeat, and of markup: nothing that a block could point at."""
AsideKind: TypeAlias = Literal[
    "comment",
    "hidden text",
    "deleted text",
    "address of a link",
    "alternative text within a line",
    "part of the page around the report",
    "form",
]
"""What a file has besides the text of the report."""


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
    """A quotation set apart: `epigraph` before a section, `pull` repeating the body, `block` as part of the body."""

    address: str
    label: str
    lines: tuple[int, ...]
    text: str
    role: QuotationRole
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
    """One row of a table; `cells` as split, empty where a cell beside or above reaches. `is_head`: it names columns."""

    address: str
    label: str
    lines: tuple[int, ...]
    cells: tuple[str, ...]
    is_head: bool = False

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
class Picture:
    """A picture: `text` is its caption, `alternative` what it shows; either may be empty. `lines` are those of both."""

    address: str
    label: str
    lines: tuple[int, ...]
    text: str
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """Text that is not content: title block, contents entry, signature, a trailing note, and what pages repeat."""

    address: str
    label: str
    lines: tuple[int, ...]
    role: MatterRole
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what is under it, in reading order. `address`: the path of headings, `IV › Existing`."""

    address: str
    label: str
    heading: Heading
    children: tuple[Node, ...]


Node: TypeAlias = Section | Paragraph | List | Item | Quotation | Footnote | Table | Row | Picture | Matter
"""Anything in the tree of a report."""
Leaf: TypeAlias = Paragraph | Item | Quotation | Footnote | Row | Picture | Matter
"""Nodes with text of their own. An `Item` is a leaf because of its own text, but also has children."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a report: its `label` as printed, or its number, and the first line that stands on it."""

    label: str
    first_line: int


@dataclass(frozen=True, slots=True)
class LeftAside:
    """Something that a report's file has, but no line of the report: what it is, and its words.

    `line` is the line that it stands on or belongs to; 0 if there is none.
    """

    kind: AsideKind
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read. `path` is relative to the project; `sha256` is of the file's bytes; `line_count` its lines.

    `text` is the file as text, without a byte order mark, with the line ends that it has; empty if lines of the file
    are not lines of the report. Then `rendition` has these, with newlines between them. `pages` are in order, none if
    the format has none. `language` is the BCP 47 tag that the file declares, if any; `languages` those of lines in
    others. `left_aside` is what the file has besides, in its order.
    """

    title: str
    path: str
    sha256: str
    line_count: int
    children: tuple[Node, ...]
    text: str = field(default="", repr=False)
    rendition: str = field(default="", repr=False)
    pages: tuple[Page, ...] = field(default=(), repr=False)
    language: str = ""
    languages: Mapping[int, str] = field(default_factory=dict, repr=False)
    left_aside: tuple[LeftAside, ...] = field(default=(), repr=False)

    def page_of(self, lines: Sequence[int]) -> str:
        """The label of the page on which text in these `lines` begins; empty if there are no pages."""
        number = self.page_number_of(lines)
        return self.pages[number - 1].label if number else ""

    def page_number_of(self, lines: Sequence[int]) -> int:
        """Which page of the file that is, counted from 1; 0 if there are no pages."""
        if not self.pages or not lines:
            return 0
        return max(1, bisect_right(self.pages, lines[0], key=lambda page: page.first_line))

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


def is_furniture(node: Node) -> bool:
    """Whether a node is what pages repeat, or markup: nothing that a block could point at."""
    return isinstance(node, Matter) and node.role in FURNITURE


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
        case Paragraph() | Quotation() | Footnote() | Row() | Picture() | Matter():
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
