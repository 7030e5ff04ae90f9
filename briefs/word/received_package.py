"""Templates that others wrote, made safe to open: nothing in them may exhaust memory, and nothing may be missing."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.model.limits import MB
from briefs.word.elements import qn
from briefs.word.package_safety import CONTENT_TYPES, MOST, STRICT, has_declaration, is_xml, parsed, unpacked_size

_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MOST_XML = 50 * MB
"""The most bytes that a part that is XML may have once it is unpacked."""


def as_document(file: bytes, name: str) -> bytes:
    """The bytes of a document from a package that others wrote, which messages call `name`.

    A template (.dotx) is changed into a document, and relationships to parts that are not there are dropped, as Word
    does. Raises BriefsError for macros, for the strict variant of the format, for packages that are too large once they
    are unpacked and for document type declarations; whatever zipfile and lxml raise for a damaged one.
    """
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        entries = archive.infolist()
        _check_size(entries, name)
        types = archive.read(CONTENT_TYPES)
        if b"macroEnabled" in types:
            hint = "save it in Word as .docx or .dotx; a brief never has macros"
            raise BriefsError(f"{name} holds macros (.docm, .dotm)", hint)
        changed = {CONTENT_TYPES: types.replace(_TEMPLATE, _DOCUMENT)} if _TEMPLATE in types else {}
        names = {entry.filename.lower() for entry in entries}
        for entry in entries:
            if not is_xml(entry.filename):
                continue
            content = archive.read(entry)
            _check_declaration(content, name)
            if entry.filename.endswith(".rels"):
                _check_variant(content, name)
                if (kept := _kept(content, entry.filename, names)) is not None:
                    changed[entry.filename] = kept
        return _rewritten(archive, changed) if changed else file


def _check_size(entries: list[zipfile.ZipInfo], name: str) -> None:
    size = unpacked_size(entries)
    largest = max((entry.file_size for entry in entries if is_xml(entry.filename)), default=0)
    if size > MOST or largest > _MOST_XML:
        hint = "save it again in Word, without the pages and pictures that a template does not need"
        raise BriefsError(f"{name} is {size // MB} MB once it is unpacked, far more than a template has", hint)


def _check_declaration(content: bytes, name: str) -> None:
    if has_declaration(content):
        hint = "open it in Word and save it again; Word never writes one"
        raise BriefsError(f"{name} has a document type declaration, which no Word document may have", hint)


def _check_variant(content: bytes, name: str) -> None:
    if STRICT in content:
        hint = 'save it in Word as "Word Document (.docx)", not as "Strict Open XML Document"'
        raise BriefsError(f"{name} is a Strict Open XML document, which few programs read", hint)


def _kept(content: bytes, path: str, names: set[str]) -> bytes | None:
    """The relationships at `path` without those to parts that are not in `names`; None if there are none of these."""
    root = parsed(content)
    folder = posixpath.dirname(posixpath.dirname(path))
    lost = []
    for relation in root.iter(qn("rel:Relationship")):
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "").partition("#")[0]))
        if relation.get("TargetMode") != "External" and target[1:].lower() not in names:
            lost.append(relation)
    for relation in lost:
        root.remove(relation)
    return etree.tostring(root) if lost else None


def _rewritten(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as document:
        for entry in archive.namelist():
            document.writestr(entry, changed[entry] if entry in changed else archive.read(entry))
    return made.getvalue()
