"""The package (ISO/IEC 29500-2): opening a reference, adding parts, and bytes that depend on nothing but the parts."""

from __future__ import annotations

import io
import zipfile
from typing import Any, cast

from docx import Document as open_document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.parts.document import DocumentPart
from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.word.elements import Element

_FIRST = "[Content_Types].xml"
_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip file can hold."""
_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
"""How a compound file begins ([MS-CFB] 2.2): an encrypted document, or one of the old format."""
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def open_reference(reference: bytes) -> DocumentPart:
    """The main part of a reference document (a document or a template of Word); BriefsError if the bytes are none."""
    if reference.startswith(_COMPOUND_FILE):
        hint = "save it in Word as .docx, without a password"
        raise BriefsError("the Word reference document is protected by a password, or a .doc of Word 97 to 2003", hint)
    try:
        part = open_document(io.BytesIO(_as_document(reference))).part
        if part.element.body is None:
            raise OpcError("a document without a body")
        return part
    except (zipfile.BadZipFile, OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise BriefsError(
            "the Word reference document is not a Word document that can be read",
            "save it in Word as .docx, or take the one that came with the program",
        ) from error


def _as_document(reference: bytes) -> bytes:
    """The bytes of a reference, with those of a template (.dotx) made a document's. Raises BriefsError for macros."""
    with zipfile.ZipFile(io.BytesIO(reference)) as archive:
        types = archive.read(_FIRST)
        if b"macroEnabled" in types:
            hint = "save it in Word as .docx or .dotx; a brief never has macros"
            raise BriefsError("the Word reference document holds macros (.docm, .dotm)", hint)
        if _TEMPLATE not in types:
            return reference
        changed = io.BytesIO()
        with zipfile.ZipFile(changed, "w") as document:
            for name in archive.namelist():
                content = (
                    types.replace(_TEMPLATE, CT.WML_DOCUMENT_MAIN.encode()) if name == _FIRST else archive.read(name)
                )
                document.writestr(name, content)
        return changed.getvalue()


class Package:
    """A package under construction. `main` is the part of the document itself."""

    def __init__(self, document: Element) -> None:
        self._package = OpcPackage()
        self.main = self._xml_part("/word/document.xml", CT.WML_DOCUMENT_MAIN, document)
        self._package.relate_to(self.main, RT.OFFICE_DOCUMENT)

    def add_part(self, name: str, content_type: str, relationship: str, content: Element | bytes) -> Part:
        """Add a part of the document."""
        part = self._part(name, content_type, content)
        self.main.relate_to(part, relationship)
        return part

    def add_property_part(self, name: str, content_type: str, relationship: str, content: Element) -> None:
        """Add a part of the package itself."""
        self._package.relate_to(self._xml_part(name, content_type, content), relationship)

    def add_subpart(self, parent: Part, name: str, content_type: str, relationship: str, content: Element) -> None:
        """Add a part that belongs to another part."""
        parent.relate_to(self._xml_part(name, content_type, content), relationship)

    def free_name(self, pattern: str) -> str:
        """A part name that no part has, from a pattern with `%d`."""
        return self._package.next_partname(pattern)

    def packed(self) -> bytes:
        """The file: [Content_Types].xml first, the other parts sorted, no times."""
        written = io.BytesIO()
        self._package.save(written)
        packed = io.BytesIO()
        with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed, "w") as archive:
            for name in sorted(parts.namelist(), key=lambda name: (name != _FIRST, name)):
                entry = zipfile.ZipInfo(name, _TIME)
                entry.create_system = 0
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, parts.read(name), compresslevel=6)
        return packed.getvalue()

    def _part(self, name: str, content_type: str, content: Element | bytes) -> Part:
        if isinstance(content, bytes):
            return Part(PackURI(name), content_type, content, cast(Any, self._package))
        return self._xml_part(name, content_type, content)

    def _xml_part(self, name: str, content_type: str, content: Element) -> XmlPart:
        # the library's types ask for its own element classes; its code needs lxml's only
        return XmlPart(PackURI(name), content_type, cast(Any, content), cast(Any, self._package))
