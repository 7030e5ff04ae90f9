"""The package (ISO/IEC 29500-2): opening a document safely, adding parts, packing equal parts into equal bytes."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from copy import deepcopy
from typing import Any, NamedTuple, cast

from docx import Document as open_package
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.pkgwriter import PackageWriter
from docx.parts.document import DocumentPart
from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.word.elements import Element, root
from briefs.word.package_safety import COMPOUND_FILE, CONTENT_TYPES
from briefs.word.received_package import as_document

_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can record."""
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError),
    *(OpcError, LookupError, TypeError, ValueError, ArithmeticError, AttributeError, etree.XMLSyntaxError),
)
"""What opening a file raises if it is not a package, or a damaged one; the first line is about its compression."""


class Opened(NamedTuple):
    """The main part of a document, and what of the file is not taken, in words."""

    main: DocumentPart
    left_out: tuple[str, ...]


def open_document(file: bytes, name: str, remedy: str = "save it in Word as .docx") -> Opened:
    """What briefs take of a document or template of Word, which messages call `name`.

    Raises BriefsError if it cannot be read, with `remedy` as the hint, or if it is protected, unsafe or with macros.
    """
    if file.startswith(COMPOUND_FILE):
        hint = "save it in Word as .docx, without a password"
        raise BriefsError(f"{name} is protected by a password, or is a .doc of Word 97 to 2003", hint)
    try:
        received = as_document(file, name)
        part = open_package(io.BytesIO(received.content)).part
        if part.element.body is None:
            raise OpcError("a document without a body")
        return Opened(part, received.left_out)
    except _BROKEN as error:
        raise BriefsError(f"{name} is not a Word document that can be read", remedy) from error


def related_part(source: Part, relationship: str) -> Part | None:
    """The part that `source` has this relationship to; None if there is none in the file."""
    related = (rel for rel in source.rels.values() if rel.reltype == relationship and not rel.is_external)
    return next((rel.target_part for rel in related), None)


def related_root(source: Part, relationship: str, name: str) -> Element:
    """The root of the part that `source` has this relationship to, or else an empty one, `w:name`."""
    part = related_part(source, relationship)
    return part.element if isinstance(part, XmlPart) else root(name)


def copy_part(part: XmlPart, name: str = "") -> XmlPart:
    """A part with its own copy of the content, under another `name` if given; related parts are shared."""
    copied = XmlPart(PackURI(name) if name else part.partname, part.content_type, deepcopy(part.element), part.package)
    for id, relation in part.rels.items():
        target = relation.target_ref if relation.is_external else relation.target_part
        copied.load_rel(relation.reltype, target, id, relation.is_external)
    return copied


class _Files(dict[str, bytes]):
    """The files of a package by name, as python-docx writes them."""

    def write(self, name: PackURI, content: bytes) -> None:
        """Take a file."""
        self[name.membername] = content


class Package:
    """A package under construction. `main` is the part that holds the document itself."""

    def __init__(self, document: Element) -> None:
        self._package = OpcPackage()
        self.main = self._xml_part("/word/document.xml", CT.WML_DOCUMENT_MAIN, document)
        self._package.relate_to(self.main, RT.OFFICE_DOCUMENT)

    def add_part(self, name: str, content_type: str, relationship: str, content: Element | bytes) -> Part:
        """Add a part that belongs to the document, and return it."""
        part = self._part(name, content_type, content)
        self.main.relate_to(part, relationship)
        return part

    def add_property_part(self, name: str, content_type: str, relationship: str, content: Element) -> None:
        """Add a part that belongs to the package itself."""
        self._package.relate_to(self._xml_part(name, content_type, content), relationship)

    def add_subpart(self, parent: Part, name: str, content_type: str, relationship: str, content: Element) -> None:
        """Add a part that belongs to another part."""
        parent.relate_to(self._xml_part(name, content_type, content), relationship)

    def add_font(self, table: Part, name: str, content_type: str, relationship: str, content: bytes) -> str:
        """Add a part that belongs to the table of fonts, and return the id of its relationship."""
        return table.relate_to(self._part(name, content_type, content), relationship)

    def free_name(self, pattern: str) -> str:
        """A part name that no part has, from a pattern with `%d`."""
        return self._package.next_partname(pattern)

    def packed(self) -> bytes:
        """The bytes of the file: [Content_Types].xml first, then the other parts sorted by name, without times."""
        files, package, writer = _Files(), cast(Any, self._package), cast(Any, PackageWriter)  # both have few types
        for part in package.parts:
            part.before_marshal()
        # `save` would compress every file, only for it to be read and compressed again here.
        writer._write_content_types_stream(files, package.parts)
        writer._write_pkg_rels(files, package.rels)
        writer._write_parts(files, package.parts)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name, content in sorted(files.items(), key=lambda file: (file[0] != CONTENT_TYPES, file[0])):
                entry = zipfile.ZipInfo(name, _TIME)
                entry.create_system = 0
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content, compresslevel=6)
        return packed.getvalue()

    def _part(self, name: str, content_type: str, content: Element | bytes) -> Part:
        if isinstance(content, bytes):
            return Part(PackURI(name), content_type, content, cast(Any, self._package))
        return self._xml_part(name, content_type, content)

    def _xml_part(self, name: str, content_type: str, content: Element) -> XmlPart:
        # the library's types ask for its own element classes; its code needs only lxml's
        return XmlPart(PackURI(name), content_type, cast(Any, content), cast(Any, self._package))
