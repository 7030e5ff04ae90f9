"""Word files as they come back: small ones written by hand, and rendered ones that somebody has edited."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

from briefs.word.elements import NAMESPACES, Element

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MORE = {
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in (NAMESPACES | _MORE).items())
_ROOTS = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr", "comments": "comments"}
BY = 'w:id="1" w:author="Ana" w:date="2026-11-02T09:00:00Z"'
"""The attributes of a change."""


def run(text: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def inserted(content: str, name: str = "ins", by: str = BY) -> str:
    """`content` (runs) as inserted."""
    return f"<w:{name} {by}>{content}</w:{name}>"


def deleted(text: str, name: str = "del", by: str = BY) -> str:
    """A run of `text` as deleted."""
    return f'<w:{name} {by}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:{name}>'


def par(content: str = "", end: str = "", style: str = "") -> str:
    """A paragraph; `end` is the name of the change on its end."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    mark = f"<w:rPr><w:{end} {BY}/></w:rPr>" if end else ""
    properties = f"<w:pPr>{named}{mark}</w:pPr>" if named or mark else ""
    return f"<w:p>{properties}{content}</w:p>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, mark: str = "") -> str:
    """A row of cells, which hold paragraphs; `mark` is the name of the change on it."""
    properties = f"<w:trPr><w:{mark} {BY}/></w:trPr>" if mark else ""
    return f"<w:tr>{properties}{''.join(cell if cell.startswith('<w:tc>') else tc(cell) for cell in cells)}</w:tr>"


def tc(content: str, mark: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{f'<w:{mark} {BY}/>' if mark else ''}</w:tcPr>{content}</w:tc>"


def sdt(content: str, properties: str = "") -> str:
    """A control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(instruction: str, result: str) -> str:
    """A complex field; `instruction` and `result` are runs."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}{instruction}{separate}{result}{end}"


def instruction(text: str, name: str = "instrText") -> str:
    """A run with the instruction of a field."""
    return f'<w:r><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def body_of(body: str) -> Element:
    """The root of a document part with this body."""
    return etree.fromstring(f"<w:document {DECLARED}><w:body>{body}<w:sectPr/></w:body></w:document>")


def word_file(body: str, parts: Mapping[str, str] | None = None, others: Mapping[str, bytes] | None = None) -> bytes:
    """A whole Word file with this body.

    `parts` are the contents of `footnotes`, `header`, `comments` and so on, and `commentsExtended`; `others` are parts
    by their names, with what stands in their place.
    """
    named = dict(parts or {})
    types = [f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>']
    relations = []
    made: dict[str, bytes] = {}
    for number, (kind, content) in enumerate(named.items(), start=1):
        types.append(f'<Override PartName="/word/{kind}.xml" ContentType="{_MAIN}.{kind}+xml"/>')
        space = "http://schemas.microsoft.com/office/2011/relationships" if kind == "commentsExtended" else _RELATIONS
        relations.append(f'<Relationship Id="r{number}" Type="{space}/{kind}" Target="{kind}.xml"/>')
        name = "w15:commentsEx" if kind == "commentsExtended" else f"w:{_ROOTS[kind]}"
        made[f"word/{kind}.xml"] = f"<{name} {DECLARED}>{content}</{name}>".encode()
    whole = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f"{''.join(types)}</Types>"
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/document.xml": etree.tostring(body_of(body)),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'
        ).encode(),
        **made,
    }
    return packed({**whole, **(others or {})})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def unpacked(file: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(file: bytes, edit: Callable[[Element], None], part: str = "word/document.xml") -> bytes:
    """`file` after `edit` has changed the root of a part in place."""
    parts = unpacked(file)
    root = etree.fromstring(parts[part])
    edit(root)
    return packed({**parts, part: etree.tostring(root)})


def with_relationship(file: bytes, source: str, kind: str, target: str) -> bytes:
    """`file` with one more relationship of the part `source` (empty: of the package)."""
    folder, _, name = source.rpartition("/")
    path = f"{folder}/_rels/{name}.rels".lstrip("/")
    added = f'<Relationship Id="added" Type="{_RELATIONS}/{kind}" Target="{target}"/></Relationships>'
    parts = unpacked(file)
    return packed({**parts, path: parts[path].replace(b"</Relationships>", added.encode())})
