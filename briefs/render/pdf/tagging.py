"""Write a structure tree into a PDF (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from briefs.render.pdf.form_fields import Field
from briefs.render.pdf.structure_tree import Node

if TYPE_CHECKING:
    import pikepdf


def write_structure_tree(pdf: pikepdf.Pdf, tree: Node, widgets: Mapping[Field, Any] = MappingProxyType({})) -> None:
    """Make `tree` the structure tree of `pdf`, with its parent tree and the names of its elements.

    `widgets` are the annotations of its fields.
    """
    from pikepdf import Array, Dictionary, Name

    written = {node: pdf.make_indirect(_dictionary(node)) for node in tree.nodes()}
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([written[tree]])))
    rows: list[dict[int, Any]] = [{} for _ in pdf.pages]
    annotated: list[Any] = []

    def reference(annotation: Any, page: Any, element: Any) -> Any:
        """A reference from `element` to an annotation, which refers back to it."""
        annotation.StructParent = len(rows) + len(annotated)
        annotated.append(element)
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation)

    for node, element in written.items():
        element.P = written[node.parent] if node.parent else root
        kids = Array()
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(written[kid])
                continue
            page = pdf.pages[kid.page].obj
            if isinstance(kid, Field):
                kids.append(reference(widgets[kid], page, element))
                continue
            kids.append(Dictionary(Type=Name.MCR, Pg=page, MCID=kid.mcid))
            rows[kid.page][kid.mcid] = element
            if kid.annotation:
                kids.append(reference(pdf.get_object(kid.annotation), page, element))
        element.K = kids
    root.ParentTree = _parent_tree(pdf, rows, annotated)
    root.ParentTreeNextKey = len(rows) + len(annotated)
    if named := sorted((node.identifier, node) for node in written if node.identifier):
        root.IDTree = _name_tree(pdf, [(identifier, written[node]) for identifier, node in named])
    pdf.Root.StructTreeRoot = root


def _parent_tree(pdf: pikepdf.Pdf, rows: Sequence[Mapping[int, Any]], annotated: Sequence[Any]) -> Any:
    """From pages, and the annotations after them, to elements (ISO 32000-1, 14.7.4.4).

    `rows` has, for each page, the element of each marked content, by its identifier.
    """
    from pikepdf import Array, Dictionary

    numbers: list[Any] = []
    for index, row in enumerate(rows):
        entries = Array([row.get(mcid) for mcid in range(max(row, default=-1) + 1)])
        numbers += [index, pdf.make_indirect(entries)]
    for index, element in enumerate(annotated, start=len(rows)):
        numbers += [index, element]
    return pdf.make_indirect(Dictionary(Nums=Array(numbers)))


def _name_tree(pdf: pikepdf.Pdf, named: Sequence[tuple[str, Any]]) -> Any:
    """From identifiers, in order, to elements (ISO 32000-1, 7.9.6)."""
    from pikepdf import Array, Dictionary, String

    names = Array()
    for identifier, element in named:
        names.extend([String(identifier), element])
    return pdf.make_indirect(Dictionary(Names=names))


def _dictionary(node: Node) -> Any:
    """The dictionary of a structure element (ISO 32000-1, table 323) without its parent and children."""
    from pikepdf import Array, Dictionary, Name, String

    element = Dictionary(Type=Name.StructElem, S=Name(f"/{node.tag}"))
    if node.language:
        element.Lang = String(node.language)
    if node.alternative:
        element.Alt = String(node.alternative)
    if node.identifier:
        element.ID = String(node.identifier)
    if node.scope:
        element.A = Dictionary(O=Name.Table, Scope=Name(f"/{node.scope}"))
    if node.numbering:
        element.A = Dictionary(O=Name.List, ListNumbering=Name(f"/{node.numbering}"))
    if node.rectangle:
        element.A = Dictionary(O=Name.Layout, BBox=Array([round(side, 2) for side in node.rectangle]))
    return element
