"""The metadata of a PDF, from the properties of its edition."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from briefs.model.copy import Copy
from briefs.model.page_furniture import Properties

if TYPE_CHECKING:
    import pikepdf


def pdf_date(properties: Properties) -> str:
    """The date of the edition as PDF writes dates (ISO 32000-1, 7.9.4)."""
    return f"D:{properties.date.replace('-', '')}000000Z"


def document_id(properties: Properties, copy: Copy | None = None) -> str:
    """The identifier (ISO 16684-2, DocumentID) of the edition, or of a `copy` of it for one recipient."""
    numbers = () if copy is None else (str(copy.number), str(copy.total), copy.recipient)
    return f"uuid:{uuid5(NAMESPACE_URL, chr(10).join((properties.identifier, *numbers)))}"


def write_metadata(pdf: pikepdf.Pdf, properties: Properties, copy: Copy | None = None) -> None:
    """Write the edition's metadata into `pdf`: XMP packet, document information, language, and a title to display.

    A personal `copy` has an identifier of its own.
    """
    from pikepdf import Dictionary, Name, String

    packet = xmp_packet(properties, str(pdf.docinfo.get("/Producer", "")), copy)
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


def xmp_packet(properties: Properties, producer: str, copy: Copy | None = None) -> str:
    """The XMP packet (ISO 16684-1): Dublin Core, dates, version, and conformance to PDF/A-3a and PDF/UA-1.

    PDF/A requires a description of every schema that it does not define, such as that of PDF/UA.
    `producer` names the program that wrote the file; `copy` is whose copy it is, if anybody's.
    """
    time = f"{properties.date}T00:00:00Z"
    optional = [
        _alternatives("dc:description", properties.subject),
        _list("dc:creator", "Seq", (properties.author,)),
        _list("dc:subject", "Bag", properties.keywords),
        _simple("pdf:Keywords", ", ".join(properties.keywords)),
        _simple("pdf:Producer", producer),
        _simple("dc:identifier", properties.identifier),
        _simple("xmpMM:VersionID", properties.version),
    ]
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
{_alternatives("dc:title", properties.title)}
{_list("dc:language", "Bag", (properties.language,))}
{"".join(optional)}
<xmp:CreateDate>{time}</xmp:CreateDate><xmp:ModifyDate>{time}</xmp:ModifyDate><xmp:MetadataDate>{time}</xmp:MetadataDate>
<xmpMM:DocumentID>{document_id(properties, copy)}</xmpMM:DocumentID>
</rdf:Description>
{_PDFUA_SCHEMA}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def _simple(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>\n" if value else ""


def _alternatives(name: str, value: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(value)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>\n" if value else ""


def _list(name: str, kind: str, values: Sequence[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>\n" if items else ""


_PDFUA_SCHEMA = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
