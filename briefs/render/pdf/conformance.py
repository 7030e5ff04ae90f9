"""Make of WeasyPrint's file one that is PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) and says what it is.

The structure tree is replaced by that of the HTML; page furniture becomes artifacts; metadata come from the edition's
properties; the identifier of the file from its content.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from briefs.model.document import Properties
from briefs.render.pdf.metadata import pdf_date, xmp_packet
from briefs.render.pdf.structure_tree import Leaves, Mark, Node, structure_tree

if TYPE_CHECKING:
    import pikepdf

_MARKED = re.compile(rb"/\w+\s+<</MCID (\d+)>>\s+BDC")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the PDF (associated file, ISO 19005-3, 6.8): its name, MIME type and what it is."""

    name: str
    mime: str
    description: str
    content: bytes


def finish_pdf(
    source: bytes,
    root: Element,
    leaves: Leaves,
    properties: Properties,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """The finished file of `source`, which WeasyPrint wrote (variant pdf/a-3a) from the HTML `root` with `leaves`."""
    import pikepdf

    with pikepdf.open(io.BytesIO(source)) as pdf:
        marks = [tuple(page_marks) for page_marks in _page_marks(pdf)]
        tree, artifacts = structure_tree(root, leaves, marks)
        _drop_links(pdf, artifacts)
        kept = {mark[:2] for page_marks in marks for mark in page_marks if mark not in artifacts}
        for number, page in enumerate(pdf.pages):
            page.Contents = pdf.make_stream(_artifacts_marked(page.Contents.read_bytes(), number, kept))
        _write_tree(pdf, tree)
        _write_metadata(pdf, properties)
        for attachment in attachments:
            _attach(pdf, attachment, properties)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def _page_marks(pdf: pikepdf.Pdf) -> Iterator[Iterator[Mark]]:
    """The marks of each page in the order of the tree that WeasyPrint wrote."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    marks: list[list[Mark]] = [[] for _ in pages]
    for element in pdf.Root.StructTreeRoot.K[0].K:
        for mark in _marks(element, pages):
            marks[mark.page].append(mark)
    return (iter(page_marks) for page_marks in marks)


def _marks(element: Any, pages: dict[tuple[int, int], int]) -> Iterator[Mark]:
    annotation = None
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            yield Mark(pages[element.Pg.objgen], kid, annotation)
            annotation = None
        elif kid.get("/Type") == "/OBJR":
            annotation = kid.Obj.objgen
        else:
            yield from _marks(kid, pages)
    assert annotation is None, "a link without text"


def _artifacts_marked(content: bytes, page: int, kept: set[tuple[int, int]]) -> bytes:
    """The content of a page with everything that is not in the structure tree marked as an artifact of pagination.

    Text is written in glyph numbers, so that the operator cannot be part of a string.
    """

    def marked(match: re.Match[bytes]) -> bytes:
        return match[0] if (page, int(match[1])) in kept else b"/Artifact <</Type /Pagination>> BDC"

    return _MARKED.sub(marked, content)


def _drop_links(pdf: pikepdf.Pdf, artifacts: frozenset[Mark]) -> None:
    """Take away the links of artifacts, as of a note called in a header row that is repeated."""
    from pikepdf import Array

    dropped = {(mark.page, mark.annotation) for mark in artifacts if mark.annotation}
    for number in {page for page, _ in dropped}:
        page = pdf.pages[number].obj
        page.Annots = Array([link for link in page.Annots if (number, link.objgen) not in dropped])


def _write_tree(pdf: pikepdf.Pdf, tree: Node) -> None:
    from pikepdf import Array, Dictionary, Name, String

    written = {node: pdf.make_indirect(_dictionary(node)) for node in tree.nodes()}
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([written[tree]])))
    rows: list[dict[int, Any]] = [{} for _ in pdf.pages]
    links: list[Any] = []
    for node, element in written.items():
        element.P = written[node.parent] if node.parent else root
        kids = Array()
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(written[kid])
                continue
            page = pdf.pages[kid.page].obj
            kids.append(Dictionary(Type=Name.MCR, Pg=page, MCID=kid.mcid))
            rows[kid.page][kid.mcid] = element
            if kid.annotation:
                annotation = pdf.get_object(kid.annotation)
                annotation.StructParent = len(rows) + len(links)
                links.append(element)
                kids.append(Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation))
        element.K = kids
    numbers: list[Any] = []
    for index, row in enumerate(rows):
        entries = Array([row.get(mcid) for mcid in range(max(row, default=-1) + 1)])
        numbers += [index, pdf.make_indirect(entries)]
    for index, element in enumerate(links, start=len(rows)):
        numbers += [index, element]
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    root.ParentTreeNextKey = len(rows) + len(links)
    named = sorted((node.identifier, node) for node in written if node.identifier)
    if named:
        names = Array()
        for identifier, node in named:
            names.extend([String(identifier), written[node]])
        root.IDTree = pdf.make_indirect(Dictionary(Names=names))
    pdf.Root.StructTreeRoot = root


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


def _write_metadata(pdf: pikepdf.Pdf, properties: Properties) -> None:
    from pikepdf import Dictionary, Name, String

    packet = xmp_packet(properties, str(pdf.docinfo.get("/Producer", "")))
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    date = pdf_date(properties)
    entries = {
        "/Title": properties.title,
        "/Author": properties.author,
        "/Subject": properties.subject,
        "/Keywords": ", ".join(properties.keywords),
        "/CreationDate": date,
        "/ModDate": date,
    }
    for name, value in entries.items():
        if value:
            pdf.docinfo[name] = String(value)
    pdf.Root.Lang = String(properties.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _attach(pdf: pikepdf.Pdf, attachment: Attachment, properties: Properties) -> None:
    from pikepdf import Array, Dictionary, Name, String

    date = pdf_date(properties)
    stream = pdf.make_stream(
        attachment.content,
        Type=Name.EmbeddedFile,
        Subtype=Name(f"/{attachment.mime}"),
        Params=Dictionary(ModDate=String(date), CreationDate=String(date), Size=len(attachment.content)),
    )
    specification = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name.Data,
            EF=Dictionary(F=stream, UF=stream),
        )
    )
    names = pdf.Root.get("/Names", Dictionary())
    files = names.get("/EmbeddedFiles", Dictionary(Names=Array()))
    files.Names.extend([String(attachment.name), specification])
    names.EmbeddedFiles = files
    pdf.Root.Names = names
    pdf.Root.AF = Array([*pdf.Root.get("/AF", Array()), specification])
