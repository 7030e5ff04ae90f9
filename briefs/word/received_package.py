"""Reference documents that others wrote, made safe to open: of their package only what briefs take is read.

That is: the text, the styles, lists, settings, theme and fonts, the headers and footers, and the pictures in these.
They are found by their relationships and put into a package anew, so that whatever else is in the file stays there:
macros, objects, links. Nothing is unpacked of which the file says that it is too large, and nothing beyond that limit
if what it says is not true (CWE-409).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.model.limits import (
    LARGEST_PICTURE,
    LARGEST_REFERENCE_PART,
    MB,
    MOST_PARTS,
    MOST_REFERENCE_ELEMENTS,
)
from briefs.word.elements import default_namespace
from briefs.word.package_safety import (
    CONTENT_TYPES,
    MOST,
    STRICT,
    is_oddly_packed,
    is_xml,
    lists_too_many,
    parsed,
    read_part,
    unpacked_size,
)
from briefs.word.part_text import in_utf8, refuse_declaration
from briefs.word.taken_parts import (
    ACTIVE,
    DOCUMENT,
    HARMLESS,
    OF_FONTS,
    OF_HEADERS,
    ONLY_ONE,
    REMOTE,
    SEVERAL,
    TEMPLATE,
    kind_in_words,
)

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONSHIP_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_ATTRIBUTES = 2
"""How many attributes there may be for each element that there may be."""
_MOST_TAKEN = 64 * MB
"""The most bytes of all parts together that are taken."""


class Received(NamedTuple):
    """What is taken of a package: a package of it alone; and what is not, in words, such as "macros (vbaProject.bin)".

    What nobody would expect in a brief, such as comments and pictures in the text, is not named.
    """

    content: bytes
    left_out: tuple[str, ...]


class _Relation(NamedTuple):
    id: str
    kind: str
    target: str
    is_outside: bool


def as_document(file: bytes, name: str) -> Received:
    """What briefs take of the package in `file`, which messages call `name`, as a document.

    A template (.dotx) becomes a document; relationships to parts that are not there are dropped, as Word does.
    Raises BriefsError for macros, for the strict variant of the format, for parts of the same name, for what is larger
    than SECURITY.md says and for document type declarations; whatever zipfile and lxml raise for a damaged one.
    """
    if lists_too_many(file):
        raise _too_many(name)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        _check_entries(archive.infolist(), name)
        return _Reader(archive, name).received()


def _check_entries(entries: list[zipfile.ZipInfo], name: str) -> None:
    size = unpacked_size(entries)
    if len(entries) > MOST_PARTS:
        raise _too_many(name)
    if size > MOST:
        raise _too_large(name, size, MOST)
    if is_oddly_packed(entries):
        raise zipfile.BadZipFile("packed in a way in which no document may be")
    names = Counter(entry.filename.lower() for entry in entries)
    if again := next((each for each, number in names.items() if number > 1), ""):
        hint = "open it in Word and save it again; Word never writes such a file"
        raise BriefsError(f'{name} has two parts of the same name ("{again[:40]}")', hint)


def _too_many(name: str) -> BriefsError:
    hint = "save it again in Word, without the pages and pictures that a template does not need"
    return BriefsError(f"{name} has more than {MOST_PARTS:,} parts, and no more are read", hint)


def _too_large(name: str, size: int, most: int, part: str = "") -> BriefsError:
    hint = "save it again in Word, without the pages and pictures that a template does not need"
    what = f'the part "{part[:60]}" of {name}' if part else name
    said = f"{size // MB:,} MB" if size >= MB else "too large"
    return BriefsError(f"{what} is {said} once it is unpacked, and no more than {most // MB:,} MB are read", hint)


@dataclass(slots=True)
class _Reader:
    """Takes parts out of an archive, and keeps count of how much they hold."""

    archive: zipfile.ZipFile
    name: str
    left_out: dict[str, None] = field(default_factory=dict)
    _elements: int = 0
    _parts: dict[str, bytes] = field(default_factory=dict)
    _types: dict[str, str] = field(default_factory=dict)
    _relations: dict[str, list[_Relation]] = field(default_factory=dict)
    _renamed: dict[tuple[str, str], str] = field(default_factory=dict)
    _names: Mapping[str, zipfile.ZipInfo] = field(default_factory=dict)

    def received(self) -> Received:
        """The package of what is taken."""
        self._names = {entry.filename.lower(): entry for entry in self.archive.infolist()}
        types = self._xml(CONTENT_TYPES)
        if b"macroEnabled" in types:
            hint = "save it in Word as .docx or .dotx; a brief never has macros"
            raise BriefsError(f"{self.name} holds macros (.docm, .dotm)", hint)
        self._check_declarations()
        main = self._main(types)
        self._put("word/document.xml", DOCUMENT, self._xml(main))
        self._take_related(main)
        self._relations[""] = [_Relation("rId1", "officeDocument", "word/document.xml", False)]
        return Received(self._packed(), tuple(self.left_out))

    def _main(self, types: bytes) -> str:
        """The part that holds the document. Raises ValueError if there is none, or if it is something else."""
        for relation in self._related(""):
            if relation.kind == "officeDocument" and not relation.is_outside and relation.target.lower() in self._names:
                if _type_of(parsed(types), relation.target) not in (DOCUMENT, TEMPLATE):
                    raise ValueError("another kind of document")
                return relation.target
        raise ValueError("a package without a document")

    def _take_related(self, main: str) -> None:
        kept: list[_Relation] = []
        for relation in self._related(main):
            if not self._is_there(relation, (*ONLY_ONE, "header", "footer"), is_text=True):
                continue
            if relation.kind in ONLY_ONE:
                target, content_type = ONLY_ONE[relation.kind]
                if target in self._parts:
                    continue
                self._put(target, content_type, self._xml(relation.target))
                self._take_held(relation, target)
            else:
                target = self._take_one_of_several(relation)
            kept.append(relation._replace(target=target))
        self._relations["word/document.xml"] = kept

    def _take_one_of_several(self, relation: _Relation) -> str:
        """Take a header, footer, picture or font, once; returns its name."""
        key = (relation.kind, relation.target.lower())
        if key in self._renamed:
            return self._renamed[key]
        pattern, other, content_type = SEVERAL[relation.kind]
        target = relation.target
        if not pattern.fullmatch(target) or target.lower() in map(str.lower, self._parts):
            target = next(each for n in range(1, len(self._names) + 2) if (each := other.format(n)) not in self._parts)
        self._renamed[key] = target
        if relation.kind in ("header", "footer"):
            self._put(target, content_type, self._xml(relation.target))
            self._take_held(relation, target)
        else:
            self._put(target, content_type, self._bytes(relation.target, LARGEST_PICTURE))
        return target

    def _take_held(self, owner: _Relation, target: str) -> None:
        """Take what belongs to a part: pictures of headers and footers, and embedded fonts."""
        taken = {"header": OF_HEADERS, "footer": OF_HEADERS, "fontTable": OF_FONTS}.get(owner.kind, ())
        kept = []
        for relation in self._related(owner.target):
            if self._is_there(relation, taken):
                kept.append(relation._replace(target=self._take_one_of_several(relation)))
        self._relations[target] = kept

    def _is_there(self, relation: _Relation, taken: tuple[str, ...], is_text: bool = False) -> bool:
        """Whether a part is one of those that are `taken`. If not, it is named, unless nobody would expect it."""
        shown = f" ({relation.target[:60]})" if relation.target else ""
        if relation.kind in taken and not relation.is_outside:
            return relation.target.lower() in self._names
        if relation.kind in taken:
            if relation.kind != "image":  # the header that shows it says so
                self.left_out[f"{kind_in_words(relation.kind)} outside of the file{shown}"] = None
        elif relation.kind in ACTIVE:
            self.left_out[f"{ACTIVE[relation.kind]}{shown}"] = None
        elif relation.kind == "attachedTemplate":
            if REMOTE.match(relation.target):
                self.left_out[f"a template on another computer{shown}"] = None
        elif relation.kind == "image" and not relation.is_outside:
            pass  # a bullet, or a filling of a theme, which is not taken
        elif not is_text and relation.kind not in HARMLESS:
            outside = " outside of the file" if relation.is_outside else ""
            self.left_out[f"{kind_in_words(relation.kind)}{outside}{shown}"] = None
        return False

    def _related(self, source: str) -> Iterator[_Relation]:
        """The relationships of a part, each id once; none if they cannot be read."""
        folder, _, file = source.rpartition("/")
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path.lower() not in self._names:
            return
        content = self._xml(path)
        if STRICT in content:
            hint = 'save it in Word as "Word Document (.docx)", not as "Strict Open XML Document"'
            raise BriefsError(f"{self.name} is a Strict Open XML document, which few programs read", hint)
        seen: set[str] = set()
        for found in parsed(content).iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            id, target = found.get("Id", ""), found.get("Target", "")
            is_outside = found.get("TargetMode", "").lower() == "external"
            if id in seen:
                continue
            seen.add(id)
            if not is_outside:
                target = posixpath.normpath(posixpath.join("/", folder, target.partition("#")[0]))[1:]
            yield _Relation(id, found.get("Type", "").rstrip("/").rpartition("/")[2], target, is_outside)

    def _check_declarations(self) -> None:
        """Refuse document type declarations in any part, whether it is taken or not (ISO/IEC 29500-2, 7.1.4)."""
        for entry in self._names.values():
            if is_xml(entry.filename) and entry.file_size <= LARGEST_REFERENCE_PART:
                refuse_declaration(read_part(self.archive, entry.filename, LARGEST_REFERENCE_PART), self.name)

    def _xml(self, part: str) -> bytes:
        content = in_utf8(self._bytes(part, LARGEST_REFERENCE_PART), self.name)
        self._elements += content.count(b"<") - content.count(b"</")
        if max(self._elements, content.count(b"=") // _ATTRIBUTES) > MOST_REFERENCE_ELEMENTS:
            hint = "save it again in Word, without the text that a template does not need"
            message = f"{self.name} has more than {MOST_REFERENCE_ELEMENTS:,} elements, and no more are read"
            raise BriefsError(f'{message} (its part "{part[:60]}")', hint)
        return content

    def _bytes(self, part: str, most: int) -> bytes:
        """The bytes of a part. Raises KeyError if there is none, and BriefsError if it has more than `most`."""
        entry = self._names[part.lower()]
        if entry.file_size > most:
            raise _too_large(self.name, entry.file_size, most, part)
        with self.archive.open(entry) as opened:
            content = opened.read(most + 1)
        if len(content) > most:
            raise _too_large(self.name, len(content), most, part)
        return content

    def _put(self, name: str, content_type: str, content: bytes) -> None:
        if sum(map(len, self._parts.values())) + len(content) > _MOST_TAKEN:
            raise _too_large(self.name, _MOST_TAKEN + MB, _MOST_TAKEN)
        self._parts[name] = content
        self._types[name] = content_type

    def _packed(self) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as package:
            package.writestr(CONTENT_TYPES, self._type_list())
            for source, relations in self._relations.items():
                folder, _, file = source.rpartition("/")
                package.writestr(posixpath.join(folder, "_rels", f"{file}.rels"), _relationships(relations))
            for name, content in self._parts.items():
                package.writestr(name, content)
        return made.getvalue()

    def _type_list(self) -> bytes:
        root = etree.Element(f"{{{_TYPES}}}Types", nsmap=default_namespace(_TYPES))
        etree.SubElement(root, f"{{{_TYPES}}}Default", {"Extension": "rels", "ContentType": _RELATIONSHIP_TYPE})
        for name, content_type in self._types.items():
            etree.SubElement(root, f"{{{_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": content_type})
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _type_of(types: etree._Element, part: str) -> str:
    """The content type of a part: its own, or that of all parts whose names end alike (ISO/IEC 29500-2, 7.2.3)."""
    ending = part.rpartition(".")[2].lower()
    for one in types.iter(f"{{{_TYPES}}}Override"):
        if one.get("PartName", "").lower() == f"/{part}".lower():
            return one.get("ContentType", "")
    defaults = (one for one in types.iter(f"{{{_TYPES}}}Default") if one.get("Extension", "").lower() == ending)
    return next((one.get("ContentType", "") for one in defaults), "")


def _relationships(relations: list[_Relation]) -> bytes:
    root = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap=default_namespace(_RELATIONSHIPS))
    for relation in relations:
        said = {"Id": relation.id, "Type": f"{_OFFICE}/{relation.kind}", "Target": f"/{relation.target}"}
        etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", said)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
