"""Letterheads such as agencies have, each made of the starter and a few lines in its header."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

from lxml import etree

from briefs.word.elements import NAMESPACES, Element
from tests.render.docx.samples import starter
from tests.render.logo.pictures import png

_PREFIXES = NAMESPACES | {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMBEDDED = 'r:embed="seal"'
A4_EMU = (7560000, 10692000)
"""Width and height of a page."""


def header(content: str) -> Element:
    """A header (`w:hdr`) with this content."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _PREFIXES.items())
    return etree.fromstring(f"<w:hdr {declared}>{content}</w:hdr>")


def letterhead(
    lines: str = "",
    part: str = "word/header1.xml",
    *,
    links: Mapping[str, tuple[str, str]] | None = None,
    section: tuple[str, str] = ("", ""),
    settings: str = "",
) -> bytes:
    """The starter with `lines` (WordprocessingML) before what a header or footer has.

    `links` are relationships of that part: id, type and target; a target with "://" is outside of the file. `section`
    is what stands in its section and what replaces it, `settings` what is added to its settings.
    """
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _PREFIXES.items() if prefix not in "w r mc w14")
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(starter())) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode() if name.endswith((".xml", ".rels")) else ""
            if name == part:
                start = content.index(">", content.index("<w:")) + 1
                content = f"{content[: start - 1]} {declared}>{lines}{content[start:]}"
            elif name == "word/document.xml" and section[0]:
                assert section[0] in content
                content = content.replace(*section)
            elif name == "word/settings.xml":
                content = content.replace("</w:settings>", f"{settings}</w:settings>")
            elif name == "[Content_Types].xml":
                content = content.replace("<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1)
            new.writestr(name, content or old.read(name))
        if links:
            new.writestr(f"word/_rels/{part.rpartition('/')[2]}.rels", _links(links))
            new.writestr("word/media/seal.png", png(90, 30))
    return made.getvalue()


def _links(links: Mapping[str, tuple[str, str]]) -> str:
    outside = ' TargetMode="External"'
    rows = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"{outside if "://" in target else ""}/>'
        for id, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{rows}</Relationships>'


SEAL = {"seal": ("image", "media/seal.png")}
ELSEWHERE = {"far": ("image", "https://example.org/seal.png")}


def line(*runs: str) -> str:
    """A paragraph of runs, or of plain words."""
    return f"<w:p>{''.join(run if run.startswith('<w:') else words(run) for run in runs)}</w:p>"


def words(text: str) -> str:
    """A run of words."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    """A complex field; `result` is words, or runs."""
    shown = result if result.startswith("<") else words(result)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {instruction} '
        f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(properties: str, content: str) -> str:
    """A content control with `properties` around runs or paragraphs."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def picture(blip: str = _EMBEDDED, described: str = 'descr="Seal"', height: int = 360000) -> str:
    """A run with a picture in the line."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="720000" cy="{height}"/>'
        f'<wp:docPr id="9" name="Picture 1" {described}/>'
        f"{_graphic(blip)}</wp:inline></w:drawing></w:r>"
    )


def anchored(
    width: int, height: int, at: tuple[str, str] = ("0", "0"), frame: tuple[str, str] = ("page", "page"), held: str = ""
) -> str:
    """A run with a picture, or the graphic `held`, at a place on the page: offsets in EMU, or alignments."""
    places = "".join(
        f'<wp:position{axis} relativeFrom="{relative}">'
        + (
            f"<wp:posOffset>{where}</wp:posOffset>"
            if where.lstrip("-").isdecimal()
            else f"<wp:align>{where}</wp:align>"
        )
        + f"</wp:position{axis}>"
        for axis, where, relative in zip("HV", at, frame, strict=True)
    )
    return (
        f'<w:r><w:drawing><wp:anchor behindDoc="1">{places}<wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/>'
        f'<wp:docPr id="7" name="Art"/>{held or _graphic(_EMBEDDED)}'
        "</wp:anchor></w:drawing></w:r>"
    )


def text_box(content: str) -> str:
    """A run with a text box in the margin, as Word writes it: for itself, and for old programs."""
    shape = (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    )
    new = anchored(720000, 180000, held=shape).removeprefix("<w:r>").removesuffix("</w:r>")
    old = (
        f'<w:pict><v:shape style="position:absolute;width:57pt;height:14pt"><v:textbox><w:txbxContent>{content}'
        "</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def vml(style: str, content: str) -> str:
    """A run with a shape of old programs."""
    return f'<w:r><w:pict><v:shape style="{style}">{content}</v:shape></w:pict></w:r>'


def _graphic(blip: str) -> str:
    return (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:blipFill><a:blip {blip}/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
    )
