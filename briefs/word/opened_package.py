"""A Word file that somebody sent, opened to be read: only what is there, and nothing that is elsewhere.

What cannot be a Word file of a reviewer is refused in one line; of a report, more variants of the format are read.
Nothing in it is executed or fetched; parts are found by their relationships, and those to other files are not followed.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.model.limits import LARGEST_XML, MB, MOST_PARTS, MOST_TAGS
from briefs.word.elements import Element, qn
from briefs.word.package_safety import (
    COMPOUND_FILE,
    CONTENT_TYPES,
    MOST,
    STRICT,
    TooManyTags,
    has_declaration,
    is_oddly_packed,
    is_xml,
    lists_too_many,
    parsed,
    read_part,
    tags_in,
    unpacked_size,
)
from briefs.word.strict_names import in_common_names

MOST_XML = LARGEST_XML
MOST_TIMES = 200
"""How many times as large as the file its parts may be together, if they have more than `SMALL` bytes."""
SMALL = 20 * MB
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = _DOCUMENT.replace("document.main", "template.main")
_VARIANTS = frozenset(
    {_DOCUMENT, _TEMPLATE}
    | {
        f"application/vnd.ms-word.{kind}.macroEnabled{part}.main+xml"
        for kind, part in (("document", ""), ("template", "Template"))
    }
)
_ENCRYPTED = 0x1
"""The flag of an encrypted entry (PKWARE APPNOTE 4.4.4)."""
_OFFICE = "/officeDocument"
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, etree.LxmlError),
    *(EOFError, OSError, NotImplementedError, RuntimeError, LookupError, ValueError),
)
"""What zipfile and lxml raise for what is damaged, or no package at all."""


@dataclass(frozen=True, slots=True)
class OpenedPackage:
    """The parts of a Word file by name; `main` is the name of the one that holds the document. XML is parsed once."""

    archive: zipfile.ZipFile
    name: str
    main: str = ""
    _roots: dict[str, Element] = field(default_factory=dict)
    _tags: dict[str, int] = field(default_factory=dict)
    _targets: dict[str, dict[str, str]] = field(default_factory=dict)

    def __contains__(self, part: str) -> bool:
        return part in self.archive.NameToInfo

    def root(self, part: str) -> Element:
        """The root of a part that is XML. Raises BriefsError if it is damaged or unsafe, or if it and those that were
        asked for before have too many tags."""
        if part not in self._roots:
            try:
                content = read_part(self.archive, part, MOST_XML)
                if has_declaration(content):
                    raise _declared(self.name)
                content = in_common_names(content)
                self._tags[part] = tags_in(content)
                if sum(self._tags.values()) > MOST_TAGS:
                    raise _too_many_tags(self.name)
                found = parsed(content)
            except TooManyTags as error:
                raise _too_many_tags(self.name) from error
            except etree.XMLSyntaxError as error:
                raise (_too_deep if "depth" in str(error) else _damaged)(self.name) from error
            except _DAMAGED as error:
                raise _damaged(self.name) from error
            if found.getroottree().docinfo.internalDTD is not None:
                raise _declared(self.name)
            self._roots[part] = found
        return self._roots[part]

    def related(self, source: str, kind: str) -> list[str]:
        """The names of the parts to which `source` (empty: the package) has relationships that end in `/kind`.

        Those to other files, and to parts that are not there, are left out.
        """
        folder, _, file = source.rpartition("/")
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations not in self:
            return []
        found = []
        for relation in self.root(relations).iter(qn("rel:Relationship")):
            if relation.get("TargetMode") == "External" or not relation.get("Type", "").endswith(f"/{kind}"):
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "").partition("#")[0]))
            if target[1:] in self and target[1:] not in found:
                found.append(target[1:])
        return found

    def target(self, source: str, id: str) -> str:
        """The name of the part to which `source` has the relationship with this `id`; empty if there is none."""
        if source not in self._targets:
            self._targets[source] = dict(self._targets_of(source))
        return self._targets[source].get(id, "") if id else ""

    def _targets_of(self, source: str) -> Iterator[tuple[str, str]]:
        """The relationships of a part by their ids. Of several with one id, the first counts, so it comes last."""
        folder, _, file = source.rpartition("/")
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        found = list(self.root(relations).iter(qn("rel:Relationship"))) if relations in self else []
        for relation in reversed(found):
            if relation.get("TargetMode") != "External":
                part = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
                yield relation.get("Id", ""), part if part in self else ""


def open_received(name: str, content: bytes) -> OpenedPackage:
    """The Word file of a reviewer with this `name` and `content`.

    Raises BriefsError for what is no Word document, is damaged, encrypted or too large, has macros or a document type
    declaration, or is a template or in the strict variant of the format.
    """
    return _opened(name, content, is_report=False)


def open_report(name: str, content: bytes) -> OpenedPackage:
    """The Word file of a report with this `name` and `content`: also a template, with macros (which nothing runs), or
    in the strict variant of the format, which is read as the common one.

    Raises BriefsError for what is no Word document, is damaged, encrypted or too large, or has a document type
    declaration.
    """
    return _opened(name, content, is_report=True)


def _opened(name: str, content: bytes, *, is_report: bool) -> OpenedPackage:
    if content.startswith(COMPOUND_FILE):
        hint = "save it in Word as .docx, without a password"
        raise BriefsError(f"{name} is protected by a password, or is a .doc of Word 97 to 2003", hint)
    if lists_too_many(content):
        raise _far_larger(name, "report" if is_report else "brief")
    if not zipfile.is_zipfile(io.BytesIO(content)):
        if content.startswith(b"PK\x03\x04"):
            raise _damaged(name)
        raise BriefsError(f"{name} is not a Word document", "save it in Word as .docx")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        _check_entries(archive.infolist(), name, len(content), "report" if is_report else "brief")
        package = OpenedPackage(archive, name)
        if not is_report:
            _check_macros(archive.namelist(), name)
            for part in archive.namelist():
                if is_xml(part):
                    _check_xml(read_part(archive, part, MOST_XML), name)
    except _DAMAGED as error:
        raise _damaged(name) from error
    return OpenedPackage(archive, name, _main_part(package, is_report))


def _check_entries(entries: list[zipfile.ZipInfo], name: str, size: int, kind: str) -> None:
    unpacked = unpacked_size(entries)
    largest = max((entry.file_size for entry in entries if is_xml(entry.filename)), default=0)
    if len(entries) > MOST_PARTS or unpacked > MOST or largest > MOST_XML:
        raise _far_larger(name, kind)
    if unpacked > SMALL and unpacked > MOST_TIMES * size:
        hint = "do not open it: ask the sender for the file again"
        raise BriefsError(f"{name} is made so that it fills the memory of whoever reads it", hint)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise BriefsError(f"{name} is encrypted", "save it in Word as .docx, without a password")
    if is_oddly_packed(entries):
        hint = "open it in Word and save it again; Word never writes such a file"
        raise BriefsError(f"{name} is packed in a way in which no Word document may be", hint)
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) < len(names) or any(_leads_out(one) for one in names):
        hint = "open it in Word and save it again; Word never writes such a file"
        raise BriefsError(f"{name} has parts of the same name, or parts whose names lead out of the file", hint)


def _check_macros(parts: list[str], name: str) -> None:
    if any(part.lower().rpartition("/")[2] in ("vbaproject.bin", "vbadata.xml") for part in parts):
        raise _with_macros(name)


def _leads_out(part: str) -> bool:
    return part.startswith("/") or "\\" in part or ".." in part.split("/") or "\0" in part


def _check_xml(content: bytes, name: str) -> None:
    if has_declaration(content):
        raise _declared(name)
    if STRICT in content:
        hint = 'save it in Word as "Word Document (.docx)", not as "Strict Open XML Document"'
        raise BriefsError(f"{name} is a Strict Open XML document, which few programs read", hint)


def _main_part(package: OpenedPackage, is_report: bool) -> str:
    """The name of the part that holds the document."""
    hint = "save it in Word as .docx"
    if CONTENT_TYPES not in package:
        raise BriefsError(f"{package.name} is not a Word document", hint)
    main = next(iter(package.related("", _OFFICE[1:])), "")
    types = package.root(CONTENT_TYPES)
    kind = _content_type(types, main)
    if is_report:
        if not main or kind not in _VARIANTS:
            raise BriefsError(f"{package.name} is not a Word document", hint)
    else:
        _check_kind(package, types, kind, main)
    if package.root(main).find(qn("w:body")) is None:
        raise _damaged(package.name)
    return main


def _check_kind(package: OpenedPackage, types: Element, kind: str, main: str) -> None:
    """Refuse what reviewers do not send: macros, templates, and what is no Word document."""
    hint = "save it in Word as .docx"
    if any(word in one.get("ContentType", "").lower() for one in types for word in ("macroenabled", "vbaproject")):
        raise _with_macros(package.name)
    for part in package.archive.namelist():
        if part.lower().endswith(".rels") and _leads_to_macros(package.root(part)):
            raise _with_macros(package.name)
    if kind == _TEMPLATE:
        raise BriefsError(f"{package.name} is a template, not a document", hint)
    if not main or kind != _DOCUMENT:
        raise BriefsError(f"{package.name} is not a Word document", hint)


def _leads_to_macros(relations: Element) -> bool:
    """Whether one of these relationships is to macros, whatever their part is called ([MS-OFFMACRO2] 2.2.1)."""
    return any(one.get("Type", "").lower().endswith("/vbaproject") for one in relations.iter(qn("rel:Relationship")))


def _content_type(types: Element, part: str) -> str:
    """The content type of a part: its own, or that of all parts whose names end alike (ISO/IEC 29500-2, 7.2.3)."""
    ending = part.rpartition(".")[2].lower()
    for one in types.iter(qn("ct:Override")):
        if one.get("PartName", "").lower() == f"/{part}".lower():
            return one.get("ContentType", "")
    defaults = (one for one in types.iter(qn("ct:Default")) if one.get("Extension", "").lower() == ending)
    return next((one.get("ContentType", "") for one in defaults), "")


def _far_larger(name: str, kind: str) -> BriefsError:
    most = f"{MOST / MB:,.0f} MB, {MOST_XML / MB:,.0f} MB in a part that is XML, and {MOST_PARTS:,} parts"
    return BriefsError(
        f"{name} is far larger than a {kind} once it is unpacked: it may have {most}",
        f"open it in Word, and save only the {kind}",
    )


def _too_many_tags(name: str) -> BriefsError:
    message = f"{name} has more than {MOST_TAGS:,} tags and attributes, which are those of more than a thousand pages"
    return BriefsError(message, "divide it in Word, and save each part as a file of its own")


def _too_deep(name: str) -> BriefsError:
    hint = "open it in Word and save it again; Word never writes such a file"
    return BriefsError(f"{name} is damaged: its elements lie in each other more than 256 deep", hint)


def _with_macros(name: str) -> BriefsError:
    return BriefsError(f"{name} holds macros (.docm, .dotm)", "save it in Word as .docx; a brief never has macros")


def _declared(name: str) -> BriefsError:
    hint = "open it in Word and save it again; Word never writes one"
    return BriefsError(f"{name} has a document type declaration, which no Word document may have", hint)


def _damaged(name: str) -> BriefsError:
    hint = "ask the sender for the file again, or open it in Word and save it as .docx"
    return BriefsError(f"{name} is damaged, and cannot be read as a Word document", hint)
