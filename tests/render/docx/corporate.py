"""Reference documents such as organizations have: made here part by part, each with one of their peculiarities."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm

from briefs.word.elements import Element, parse, qn

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
GERMAN = {
    "Normal": "Standard",
    "Heading 1": "berschrift1",
    "Heading 2": "berschrift2",
    "Title": "Titel",
    "Body Text": "Textkrper",
    "Caption": "Beschriftung",
    "List Number": "Listennummer",
    "Header": "Kopfzeile",
}


def changed(change: Callable[[WordDocument], Any], template: bytes | None = None) -> bytes:
    """A document, that of python-docx or `template`, changed as a designer might."""
    opened = docx.Document(io.BytesIO(template) if template else None)
    change(opened)
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


def with_parts(file: bytes, replace: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """The package with parts replaced by what functions make of them."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, replace.get(name, bytes)(old.read(name)))
    return made.getvalue()


def with_content_type(file: bytes, main: str) -> bytes:
    """The package with another type of document, as templates and documents with macros have."""
    old = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return with_parts(file, {"[Content_Types].xml": lambda types: types.replace(old, main.encode())})


def german(are_names_translated: bool) -> bytes:
    """As a German Word saves it: ids translated; names too, as some other programs do, where nothing else is."""

    def change(opened: WordDocument) -> None:
        for name, id in GERMAN.items():
            style = opened.styles[name].element
            old = style.get(qn("w:styleId"))
            style.set(qn("w:styleId"), id)
            for root in (opened.styles.element, opened.part.numbering_part.element):
                for reference in root.iter(*(qn(f"w:{name}") for name in ("basedOn", "next", "link", "pStyle"))):
                    if reference.get(qn("w:val")) == old:
                        reference.set(qn("w:val"), id)
            if are_names_translated and name.startswith(("Heading", "Normal")):
                style.find(qn("w:name")).set(qn("w:val"), name.replace("Heading", "Überschrift"))
        opened.styles["Title"].font.size = docx.shared.Pt(31)
        normal = opened.styles.element.xpath("w:style[@w:default='1' and @w:type='paragraph']")[0]
        normal.get_or_add_rPr().append(parse('<w:lang w:val="de-DE" w:bidi="ar-SA"/>')[0])
        opened.add_paragraph("Sehr geehrte Damen und Herren")

    return changed(change)


def many_sections() -> bytes:
    """A letterhead with a picture, running text that has the headers of the section before, and landscape tables."""

    def change(opened: WordDocument) -> None:
        first = opened.sections[0]
        first.header.paragraphs[0].add_run().add_picture(io.BytesIO(PIXEL), Mm(20))
        first.header._element.xpath(".//wp:docPr")[0].set("descr", "Logo")
        first.header.add_paragraph("Letterhead")
        first.footer.paragraphs[0].text = "Bank details"
        second = opened.add_section(WD_SECTION.CONTINUOUS)
        second.header.is_linked_to_previous = False
        second.header.paragraphs[0].text = "Running"
        opened.add_section(WD_SECTION.ODD_PAGE)
        wide = opened.add_section(WD_SECTION.NEW_PAGE)
        wide.orientation, wide.page_width, wide.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
        wide.header.is_linked_to_previous = False
        wide.header.paragraphs[0].text = "Landscape"

    return changed(change)


def edited() -> bytes:
    """A document with tracked changes, a comment's marks, numbered saves and a printer, in its body and its header."""

    def change(opened: WordDocument) -> None:
        by = 'w:id="9" w:author="A. Nonymous" w:date="2020-01-01T00:00:00Z"'
        opened.sections[0].header.paragraphs[0].text = "Ministry"
        for root in (opened.sections[0].header._element, opened.element.body):
            revised = parse(
                f"""<w:p w:rsidR="00C0FFEE"><w:pPr><w:jc w:val="right"/><w:rPr><w:ins {by}/></w:rPr>
                <w:pPrChange {by}><w:pPr/></w:pPrChange></w:pPr>
                <w:commentRangeStart w:id="3"/><w:ins {by}><w:r><w:rPr><w:b/><w:rPrChange {by}><w:rPr/></w:rPrChange>
                </w:rPr><w:t>new words</w:t></w:r></w:ins>
                <w:del {by}><w:r><w:delText>old words</w:delText></w:r></w:del><w:commentRangeEnd w:id="3"/></w:p>"""
            )[0]
            root.insert(0, revised)
        section = opened.element.body.sectPr
        section.append(parse('<w:printerSettings r:id="rId99"/>')[0])
        section.append(
            parse(f"<w:sectPrChange {by}><w:sectPr><w:pgSz w:w='1' w:h='1'/></w:sectPr></w:sectPrChange>")[0]
        )

    return changed(change)


def with_controls() -> bytes:
    """Controls in body and header that show what a custom XML part says, and one that shows the title."""
    store = "{11111111-2222-3333-4444-555555555555}"
    core = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"

    def control(number: int, store: str, words: str) -> Element:
        return parse(
            f"""<w:p><w:sdt><w:sdtPr><w:id w:val="{number}"/><w:placeholder><w:docPart w:val="ABCDEF"/></w:placeholder>
            <w:dataBinding w:xpath="/x" w:storeItemID="{store}"/><w:text/></w:sdtPr>
            <w:sdtContent><w:r><w:t>{words}</w:t></w:r></w:sdtContent></w:sdt></w:p>"""
        )[0]

    def change(opened: WordDocument) -> None:
        header = opened.sections[0].header
        header.is_linked_to_previous = False
        header._element.insert(0, control(71, store, "Department"))
        header._element.insert(1, control(72, core, "Title"))
        opened.element.body.insert(0, control(73, store, "Secret draft"))

    return with_parts(changed(change), {"customXml/item1.xml": lambda old: b"<secret/>"})


def with_picture_bullets() -> bytes:
    """Lists whose bullets are pictures, which are parts that belong to the numbering."""

    def change(opened: WordDocument) -> None:
        numbering = opened.part.numbering_part.element
        bullet = '<w:numPicBullet w:numPicBulletId="0"><w:pict/></w:numPicBullet>'
        numbering.insert(0, parse(bullet)[0])
        level = numbering.find(f".//{qn('w:lvl')}")
        level.find(qn("w:lvlText")).addnext(parse('<w:lvlPicBulletId w:val="0"/>')[0])

    return changed(change)


CORPORATE: Mapping[str, Callable[[], bytes]] = {
    "german ids": lambda: german(False),
    "german ids and names": lambda: german(True),
    "many sections": many_sections,
    "tracked changes": edited,
    "content controls": with_controls,
    "picture bullets": with_picture_bullets,
}
