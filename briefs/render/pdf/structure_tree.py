"""The structure tree of a brief (ISO 32000-1, 14.8), built from its HTML.

WeasyPrint 70 gives every page a tree of its own, drops languages, and leaves footnotes untagged. Only one thing is
taken from it: which marked content belongs to which piece of text. The tree itself is built from the HTML, with one
structure element for each HTML element, however many pages it spans. Notes follow the paragraph that calls them; header
rows repeated on later pages are artifacts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from xml.etree.ElementTree import Element

from briefs.render.html.inlines import BOX, ROOM
from briefs.render.pdf.form_fields import Field
from briefs.render.pdf.leaves import Leaf, Leaves
from briefs.render.pdf.links import described
from briefs.render.pdf.marked_content import Mark


@dataclass(eq=False, slots=True)
class Node:
    """A structure element: its type, its children, and the entries of its dictionary (left out if empty).

    `description` says what a link leads to. `rectangle` is where a picture stands: left, bottom, right and top in
    points from the lower left corner of its page.
    """

    tag: str
    parent: Node | None = None
    kids: list[Node | Mark | Field] = field(default_factory=list)
    language: str = ""
    alternative: str = ""
    description: str = ""
    identifier: str = ""
    scope: str = ""
    numbering: str = ""
    rectangle: tuple[float, float, float, float] | None = None

    def fields(self) -> Iterator[Field]:
        """The fields of this node and those below it, in reading order."""
        for node in self.nodes():
            yield from (kid for kid in node.kids if isinstance(kid, Field))

    def nodes(self) -> Iterator[Node]:
        """This node and those below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()


_SVG = "{http://www.w3.org/2000/svg}svg"
_SVG_TITLE = "{http://www.w3.org/2000/svg}title"
_TAGS = MappingProxyType(
    {
        "header": "Sect",
        "section": "Sect",
        "h1": "H1",
        "h2": "H2",
        "h3": "H3",
        "p": "P",
        "blockquote": "BlockQuote",
        "ol": "L",
        "ul": "L",
        "li": "LI",
        "table": "Table",
        "caption": "Caption",
        "thead": "THead",
        "tbody": "TBody",
        "tr": "TR",
        "th": "TH",
        "td": "TD",
        "figure": "Div",
        "figcaption": "Caption",
        "sup": "Reference",
        "a": "Link",
        _SVG: "Figure",
        "img": "Figure",
    }
)
"""Structure types of the HTML elements that always have one; the content of other elements goes to their parents."""


def structure_tree(root: Element, leaves: Leaves, marks: Sequence[Sequence[Mark]]) -> tuple[Node, frozenset[Mark]]:
    """The structure tree of the HTML `root`, and the marks that belong to none of its elements.

    These are repeated header rows, and what is printed under fields. `leaves` and `marks` correspond to each other,
    page by page. Raises ValueError if their numbers differ.
    """
    tree = _Tree({child: parent for parent in root.iter() for child in parent})
    artifacts = set()
    for page, (page_leaves, page_marks) in enumerate(zip(leaves, marks, strict=True)):
        for leaf, mark in zip(page_leaves, page_marks, strict=True):
            if tree.is_repeated(leaf.element, page):
                artifacts.add(mark)
            elif leaf.field is not None:
                artifacts.add(mark)
                tree.add_field(leaf, page)
            else:
                tree.add(leaf, mark)
    return tree.document, frozenset(artifacts)


def link_descriptions(tree: Node) -> dict[tuple[int, int], str]:
    """The descriptions of the links in `tree`, by the object of the annotation; one over two lines has two of these."""
    found: dict[tuple[int, int], str] = {}
    for link in (node for node in tree.nodes() if node.description):
        marks = (kid for node in link.nodes() for kid in node.kids if isinstance(kid, Mark))
        found |= {mark.annotation: link.description for mark in marks if mark.annotation}
    return found


class _Tree:
    """A structure tree under construction, leaf by leaf."""

    def __init__(self, parents: dict[Element, Element]) -> None:
        self.document = Node("Document")
        self._parents = parents
        self._nodes: dict[Element, Node] = {}
        self._labels: dict[Element, Node] = {}
        self._first_pages: dict[Element, int] = {}

    def is_repeated(self, element: Element, page: int) -> bool:
        """Whether `element` is in a table head that was on an earlier page."""
        return any(
            above.tag == "thead" and self._first_pages.setdefault(above, page) != page for above in self._path(element)
        )

    def add(self, leaf: Leaf, mark: Mark) -> None:
        """Put the marked content of `leaf` under the node that it belongs to."""
        node = self._node(leaf.element)
        if leaf.is_marker:
            node = self._label(leaf.element)
        if leaf.rectangle:
            node.rectangle = leaf.rectangle
        node.kids.append(mark)

    def add_field(self, leaf: Leaf, page: int) -> None:
        """Put the field of `leaf`, which is on `page` (from 0), under a node of its own."""
        assert leaf.field is not None
        assert leaf.rectangle is not None
        node = self._node(leaf.element)
        node.kids.append(Field(leaf.field, node.alternative, page, leaf.rectangle, leaf.size))

    def _path(self, element: Element | None) -> Iterator[Element]:
        while element is not None:
            yield element
            element = self._parents.get(element)

    def _node(self, element: Element) -> Node:
        """The node that the content of `element` goes to."""
        if element not in self._nodes:
            self._nodes[element] = self._new_node(element)
        return self._nodes[element]

    def _new_node(self, element: Element) -> Node:
        above = self._parents.get(element)
        if above is None:
            return self.document
        if "note" in element.get("class", "").split():
            return self._note(element)
        if element.get("class") == "number" and above.tag == "li":
            return self._label(above)
        parent = self._node(above)
        if element in self._nodes:  # a cell, made with its row
            return self._nodes[element]
        tag = "Form" if element.get("class") in (BOX, ROOM) else _TAGS.get(element.tag, "")
        language = element.get("lang", "")
        label, alternative, description = element.get("aria-label", ""), element.get("alt", ""), ""
        if tag == "Link":
            description = label or described(element)
        elif label:
            alternative = label
        if element.tag == _SVG:
            title = element.find(_SVG_TITLE)
            alternative = "" if title is None else title.text or ""
        if not tag and not language and not alternative:
            return parent
        if parent.tag == "Note" and element.get("class") == "number":
            parent = _append(parent, Node("Lbl"))
        node = _append(parent, Node(tag or "Span", language=language, alternative=alternative, description=description))
        match node.tag:
            case "LI":
                node = _append(node, Node("LBody"))
            case "L":
                node.numbering = "Decimal" if element.tag == "ol" else "Disc"
            case "TH":
                node.scope = "Row" if element.get("scope") == "row" else "Column"
            case "TR":
                self._nodes[element] = node
                for cell in element:  # an empty cell has no leaf, and a row needs all its cells
                    self._node(cell)
        return node

    def _label(self, item: Element) -> Node:
        if item not in self._labels:
            node = self._node(item).parent
            assert node is not None, "a marker stands outside a list item"
            self._labels[item] = label = Node("Lbl", node)
            node.kids.insert(0, label)
        return self._labels[item]

    def _note(self, element: Element) -> Node:
        """A new Note after the paragraph or heading that calls it, or at the end of the list item or cell."""
        node = self._node(self._parents[element])
        while node.tag in ("Span", "Link", "Reference"):
            assert node.parent is not None
            node = node.parent
        note = Node("Note", identifier=element.get("id", ""))
        if node.tag not in ("P", "H1", "H2", "H3") or node.parent is None:
            return _append(node, note)
        note.parent = node.parent
        place = node.parent.kids.index(node) + 1
        while place < len(node.parent.kids) and _tag(node.parent.kids[place]) == "Note":
            place += 1
        node.parent.kids.insert(place, note)
        return note


def _append(parent: Node, node: Node) -> Node:
    node.parent = parent
    parent.kids.append(node)
    return node


def _tag(kid: Node | Mark | Field) -> str:
    return kid.tag if isinstance(kid, Node) else ""
