"""Small Word files for tests of the reader of reports: XML of their parts in, bytes out."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from briefs.report.pieces import ItemPiece, Piece, RowPiece
from briefs.report.recognized import Recognized
from briefs.report.word.word_recognition import recognize_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

HEADING_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="berschrift{level}"><w:name w:val="heading {level}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{40 - 4 * level}"/></w:rPr></w:style>'
    for level in (1, 2, 3)
)
"""Styles of headings as the German Word writes them."""
OUTLINE = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="berschrift1"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="berschrift2"/><w:isLgl/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
"""The numbering of headings: "I.", "1.1"."""


def text(words: str, properties: str = "") -> str:
    """A run of `words` with run properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def par(content: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph of a style; `content` is XML of runs, or words."""
    of_style = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = content if content.startswith("<") or not content else text(content)
    return f"<w:p><w:pPr>{of_style}{properties}</w:pPr>{runs}</w:p>"


def item(words: str, number: int, level: int = 0, properties: str = "") -> str:
    """A paragraph in a list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return par(words, "", place + properties)


def level(at: int, style: str, shown: str, more: str = "") -> str:
    """A level of a list that begins with 1."""
    content = f'<w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{shown}"/>{more}'
    return f'<w:lvl w:ilvl="{at}">{content}</w:lvl>'


def lists(*definitions: str) -> str:
    """A numbering part in which each definition, given by its levels, has one list, with the same number from 1."""
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
        for number, levels in enumerate(definitions, 1)
    )
    return made + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number, _ in enumerate(definitions, 1)
    )


def table(*rows: tuple[str, ...], properties: str = "", head: int = 0) -> str:
    """A table with rules, of cells that are words or XML of paragraphs; the first `head` rows are repeated."""
    made = f'<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders>{properties}</w:tblPr>'
    for index, cells in enumerate(rows):
        is_head = "<w:trPr><w:tblHeader/></w:trPr>" if index < head else ""
        content = "".join(f"<w:tc>{cell if cell.startswith('<') else par(cell)}</w:tc>" for cell in cells)
        made += f"<w:tr>{is_head}{content}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def field(instruction: str, result: str) -> str:
    """Runs of a complex field; `result` is XML of runs, or words."""
    shown = result if result.startswith("<") else text(result)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def call(id: int, kind: str = "footnote", more: str = "") -> str:
    """A run that calls a note."""
    return f'<w:r><w:{kind}Reference w:id="{id}"{more}/></w:r>'


def note(id: int, *paragraphs: str, kind: str = "footnote") -> str:
    """A note, with its own mark before its words, as Word writes it."""
    content = "".join(
        par(f"<w:r><w:{kind}Ref/></w:r>{text(' ' + words)}") if index == 0 else par(words)
        for index, words in enumerate(paragraphs)
    )
    return f'<w:{kind} w:id="{id}">{content}</w:{kind}>'


def word_report(body: str, content_type: str = _MAIN, core: str = "", **parts: str) -> bytes:
    """A Word file with this `body`; `parts` are the contents of other parts by kind: `styles`, `numbering`,
    `footnotes`, `endnotes`, `header`, `footer`, `comments`, `settings`."""
    roots = {"header": "hdr", "footer": "ftr"}
    made = {"word/document.xml": f"<w:document {_DECLARED}><w:body>{body}</w:body></w:document>"}
    relations = ""
    for index, (kind, content) in enumerate(parts.items()):
        root = roots.get(kind, kind)
        made[f"word/{kind}.xml"] = f"<w:{root} {_DECLARED}>{content}</w:{root}>"
        relations += f'<Relationship Id="r{index}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
    made["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
    of_package = f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    if core:
        made["docProps/core.xml"] = core
        kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        of_package += f'<Relationship Id="b" Type="{kind}" Target="docProps/core.xml"/>'
    made["_rels/.rels"] = f'<Relationships xmlns="{_RELATIONS}">{of_package}</Relationships>'
    made["[Content_Types].xml"] = (
        f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{content_type}"/></Types>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in made.items():
            archive.writestr(name, part)
    return file.getvalue()


def recognized(body: str, **parts: str) -> Recognized:
    """What is recognised in a Word file, which must be without diagnostics."""
    found = recognize_word(word_report(body, **parts), "report.docx")
    assert found.problems == ()
    return found.value


def shown(body: str, **parts: str) -> list[str]:
    """The pieces of a Word file, one line each: kind, marker of an item, and text."""
    return [described(piece) for piece in recognized(body, **parts).pieces]


def described(piece: Piece) -> str:
    """A piece in one line."""
    kind = type(piece).__name__.removesuffix("Piece").lower()
    if isinstance(piece, RowPiece):
        return f"{kind} {' | '.join(piece.cells)}"
    marker = f" {piece.marker}" if isinstance(piece, ItemPiece) else ""
    role = f" {piece.role}" if hasattr(piece, "role") else ""
    return f"{kind}{role}{marker}: {piece.text}"
