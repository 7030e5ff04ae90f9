"""Reference documents as a stranger might make them: with everything that runs, loads or hides something."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from tests.render.docx.corporate import changed
from tests.render.logo.pictures import png
from tests.render.reference.letterheads import control, field, line, picture, text_box, vml, words

CANARY = "CANARY"
"""A word that everything foreign has."""
FAR = "https://example.org/CANARY"
RUNS = f'DDEAUTO c:\\\\{CANARY} "/k"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PREFIXES = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": _OFFICE,
}


def simple(code: str, content: str = "") -> str:
    """A simple field."""
    return f'<w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}">{content or words("x")}</w:fldSimple>'


def mark(kind: str, held: str = "") -> str:
    """A run with a mark of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{held}</w:fldChar></w:r>'


def code(text: str) -> str:
    """A run with a piece of the code of a field."""
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


_BARE = f'<w:fldChar w:fldCharType="begin"/><w:instrText>{RUNS}</w:instrText><w:fldChar w:fldCharType="end"/>'
HIDDEN_FIELDS = {
    "alone": field(RUNS, "x"),
    "in the code of another": mark("begin") + code("PAGE ") + field(RUNS, "x") + mark("separate") + mark("end"),
    "in the result of another": field("PAGE", field(RUNS, "x")),
    "simple": simple(RUNS),
    "simple and empty": f'<w:fldSimple w:instr="DDE {CANARY}"/>',
    "simple in simple": simple("PAGE", simple(RUNS)),
    "in simple": simple("PAGE", field(RUNS, "x")),
    "simple in another": field("PAGE", simple(RUNS)),
    "in a phonetic guide": f"<w:r><w:ruby><w:rt>{field(RUNS, 'x')}</w:rt><w:rubyBase/></w:ruby></w:r>",
    "in a formula": f"<m:oMath><m:r>{_BARE}</m:r><m:e>{field(RUNS, 'x')}</m:e></m:oMath>",
    "in an alternative": f"<w:r><mc:AlternateContent><mc:Fallback>{_BARE}</mc:Fallback></mc:AlternateContent></w:r>",
    "in pieces": mark("begin") + code("DDEA") + code(f"UTO {CANARY}") + mark("separate") + words("x") + mark("end"),
    "without an end": mark("begin") + code(RUNS),
    "without a beginning": code(RUNS),
    "in one without an end": mark("begin") + code("PAGE") + mark("separate") + field(RUNS, "x"),
    "with an argument": field(f'TITLE "{CANARY}"', "x"),
    "with a macro": mark("begin", f'<w:ffData><w:entryMacro w:val="{CANARY}"/></w:ffData>')
    + code("PAGE")
    + mark("end"),
    "in a control": control('<w:tag w:val="footer"/>', field(RUNS, "x")),
    "a picture": field(f'INCLUDEPICTURE "{FAR}" \\d', "x"),
    "a link": field(f'HYPERLINK "\\\\\\\\{CANARY}\\\\x"', "x"),
}
"""Runs with a field that must not stay, in each place where it could hide."""
ACTIVE = {
    "altChunk": '<w:altChunk r:id="x"/>',
    "subDoc": '<w:p><w:subDoc r:id="x"/></w:p>',
    "control": f'<w:p><w:r><w:control r:id="x" w:name="{CANARY}"/></w:r></w:p>',
    "object": f'<w:p><w:r><w:object><o:OLEObject ProgID="{CANARY}" r:id="x"/></w:object></w:r></w:p>',
    "object beside a run": f'<w:p><o:OLEObject ProgID="{CANARY}" r:id="x"/></w:p>',
    "link of a shape": line(
        f'<w:r><w:pict><v:rect style="width:5pt" href="{FAR}" o:gfxdata="{CANARY}"/></w:pict></w:r>'
    ),
    "filling": line(vml("width:5pt", f'<v:fill r:id="x" o:title="{CANARY}" o:href="{FAR}"/>')),
    "source of a picture": line(vml("width:5pt", f'<v:imagedata src="{FAR}"/>')),
    "film": line(picture('r:link="x"')),
    "link of a picture": line(picture().replace("<a:graphic>", '<a:hlinkMouseOver r:id="x"/><a:graphic>')),
    "another namespace": f'<w:p><w:r><x:y xmlns:x="urn:x" href="{FAR}">{CANARY}</x:y></w:r></w:p>',
    "smart tag": f'<w:p><w:smartTag w:uri="{FAR}" w:element="x">{words("kept")}</w:smartTag></w:p>',
    "comment": f"<!--{CANARY}--><?{CANARY} x?><w:p/>",
    "data of another store": (
        f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/{CANARY}" w:storeItemID="{{1}}"/></w:sdtPr><w:sdtContent>'
        f"{line('kept')}</w:sdtContent></w:sdt>"
    ),
}
"""Content of a header that must not stay."""


def relationships(rows: Mapping[str, tuple[str, str]]) -> str:
    """Relationships by id: the kind, or the whole type, and the target; one with "://" is outside."""
    outside = ' TargetMode="External"'
    return "".join(
        f'<Relationship Id="{id}" Type="{kind if "://" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"'
        f"{outside if '://' in target else ''}/>"
        for id, (kind, target) in rows.items()
    )


def stranger(
    header: str = "",
    links: Mapping[str, tuple[str, str]] | None = None,
    parts: Mapping[str, bytes] | None = None,
    additions: Mapping[str, str] | None = None,
) -> bytes:
    """A document with `header` in its header, relationships of that, more parts, and additions to parts."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _PREFIXES.items() if prefix != "r")
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_with_header())) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        found = {name: old.read(name) for name in old.namelist()}
        text = found["word/header1.xml"].decode()
        end = text.index(">", text.index("<w:hdr"))
        declarations = " ".join(each for each in declared.split(" ") if each.partition("=")[0] not in text[:end])
        found["word/header1.xml"] = f"{text[:end]} {declarations}>{header}{text[end + 1 :]}".encode()
        rows = f'<Relationships xmlns="{_RELATIONSHIPS}">{relationships(links or {})}</Relationships>'
        found["word/_rels/header1.xml.rels"] = rows.encode()
        for name, added in (additions or {}).items():
            at = found[name].rindex(b"</")
            found[name] = found[name][:at] + added.encode() + found[name][at:]
        for name, content in (found | dict(parts or {})).items():
            new.writestr(name, content)
    return made.getvalue()


def _with_header() -> bytes:
    """A document of python-docx, which has a theme, with a header."""

    def change(opened: object) -> None:
        opened.sections[0].header.paragraphs[0].text = "House"  # type: ignore[attr-defined]

    return changed(change)


def everything() -> bytes:
    """A document with everything at once, in every part."""
    active = "".join(ACTIVE.values())
    hidden = "".join(line(runs) + line(text_box(line(runs))) for runs in HIDDEN_FIELDS.values())
    outside = {"x": ("oleObject", FAR), "y": ("image", "media/x.emf"), "seal": ("image", "media/seal.png")}
    drawn = line(picture()) + line(picture('r:embed="y"'))
    of_document = {
        "v": ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
        "w": ("webSettings", "webSettings.xml"),
        "g": ("glossaryDocument", "glossary/document.xml"),
        "f": ("frame", FAR),
        "c": ("aFChunk", "chunk.html"),
        "k": ("customXml", "../customXml/item1.xml"),
        "p": ("printerSettings", "printer.bin"),
    }
    alien = f'<x xmlns="urn:x">{CANARY}</x><!--{CANARY}-->'
    foreign = f'<w:r xmlns:r="{_OFFICE}"><w:object r:id="x"/><w:instrText>{RUNS}</w:instrText></w:r>{alien}'
    rows = f'<Relationships xmlns="{_RELATIONSHIPS}">{relationships({"t": ("attachedTemplate", FAR)})}</Relationships>'
    bins = ("vbaProject.bin", "chunk.html", "printer.bin", "webSettings.xml", "glossary/document.xml")
    return stranger(
        active + hidden + drawn,
        outside,
        {
            "word/media/seal.png": png(90, 30) + CANARY.encode(),
            "word/media/x.emf": b"\x01\0\0\0" + CANARY.encode(),
            "word/_rels/settings.xml.rels": rows.encode(),
            "word/_rels/styles.xml.rels": rows.encode(),
            "customXml/item1.xml": f"<x>{CANARY}</x>".encode(),
            **{f"word/{name}": f"<x>{CANARY}</x>".encode() for name in bins},
        },
        {
            "word/_rels/document.xml.rels": relationships(of_document),
            "word/styles.xml": foreign,
            "word/settings.xml": f'<w:docVars><w:docVar w:name="a" w:val="{CANARY}"/></w:docVars>'
            f'<w:mirrorMargins w:val="0"><w:docVar w:val="{CANARY}"/></w:mirrorMargins>',
            "word/theme/theme1.xml": f'<a:blipFill><a:blip xmlns:r="{_OFFICE}" r:link="t"/></a:blipFill>{alien}',
            "word/fontTable.xml": alien,
        },
    )
