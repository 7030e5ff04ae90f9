"""What is read in a Word file, also after Word, LibreOffice or another program has saved it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefs.model.limits import MB
from briefs.verification.file_contents import FileContents, words_in
from briefs.word.elements import Element, qn, value_of
from briefs.word.package_safety import MOST, parsed, read_part, unpacked_size
from briefs.word.properties import core_values, saved_by

_MOST_PART = 30 * MB
"""The most bytes that a part that is read may have once it is unpacked."""

_CORE = {
    "title": "title",
    "subject": "subject",
    "creator": "author",
    "keywords": "keywords",
    "identifier": "identifier",
    "language": "language",
    "version": "version",
    "contentStatus": "status",
}
_UNIT = re.compile(r"_?(u\d+)\b")
_ENTRY = re.compile(r"(?:box|notes)\d+")
_SKIPPED = frozenset(qn(f"w:{name}") for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr")) | {
    qn("mc:Fallback")
}


def word_contents(content: bytes) -> FileContents:
    """What the package in `content` says: the record of its edition, its words and properties."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            size = unpacked_size(package.infolist())
            if size > MOST:
                return FileContents(trouble=f"it unpacks to {size // MB} MB, far more than a brief ever has")
            return _contents(package)
    except (
        zipfile.BadZipFile,
        zlib.error,
        etree.LxmlError,
        KeyError,
        ValueError,
        EOFError,
        NotImplementedError,
        OSError,
    ):
        return FileContents(trouble="it is damaged, and no file that can be opened")
    except RuntimeError:  # what zipfile raises for an encrypted entry
        return FileContents(trouble="it is encrypted")


def _contents(package: zipfile.ZipFile) -> FileContents:
    names = package.namelist()
    record = next(
        (
            root
            for name in names
            if re.fullmatch(r"customXml/item\d+\.xml", name)
            if (root := _xml(package, name)).tag == qn("edition:edition")
        ),
        None,
    )
    properties = _properties(package) if "docProps/core.xml" in names else {}
    edition = {str(name): str(value) for name, value in record.items()} if record is not None else {}
    if not edition and properties.get("identifier"):
        edition = {"identifier": properties["identifier"]}
    units = {} if record is None else dict(_units(record))
    read = _Reading({tag: name for name, (tag, _) in units.items()})
    for name in sorted(names, key=_part_order):
        if _part_order(name) < len(_PARTS):
            read.part(_xml(package, name))
    return FileContents(
        edition=edition,
        units={name: sha256 for name, (_, sha256) in units.items()},
        unit_words={name: "".join(parts).removesuffix("\t") for name, parts in read.units.items()},
        words=words_in("".join(read.text)),
        entries=" ".join(read.entries),
        properties={name: value for name, value in properties.items() if name != "identifier"},
        saved_by=_saved_by(package),
    )


_PARTS = (
    r"word/document\.xml",
    r"word/footnotes\.xml",
    r"word/endnotes\.xml",
    r"word/header\d*\.xml",
    r"word/footer\d*\.xml",
)
"""The parts whose words are read, in this order."""


def _part_order(name: str) -> int:
    return next((index for index, part in enumerate(_PARTS) if re.fullmatch(part, name)), len(_PARTS))


def _xml(package: zipfile.ZipFile, name: str) -> Element:
    """The XML of a part, without anything that a declaration smuggles in. Raises ValueError if it is too large."""
    return parsed(read_part(package, name, _MOST_PART))


def _properties(package: zipfile.ZipFile) -> dict[str, str]:
    found = core_values(_xml(package, "docProps/core.xml"))
    return {name: found[core] for core, name in _CORE.items() if core in found}


def _saved_by(package: zipfile.ZipFile) -> str:
    """The program that wrote the file; empty for this one."""
    return saved_by(_xml(package, "docProps/app.xml")) if "docProps/app.xml" in package.namelist() else ""


def _units(record: Element) -> Iterator[tuple[str, tuple[str, str]]]:
    """The units of the record: name, tag and hash."""
    for unit in record.iter(qn("edition:unit")):
        yield unit.get("name", ""), (unit.get("tag", ""), unit.get("sha256", ""))


@dataclass(slots=True)
class _Reading:
    """The words of a package so far; `names` are the units by tag."""

    names: dict[str, str]
    text: list[str] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    units: dict[str, list[str]] = field(default_factory=dict)
    within: str = ""

    def part(self, root: Element) -> None:
        """Read a part."""
        self._element(root)
        self.text.append("\n")

    def _element(self, element: Element) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or (tag == qn("w:footnote") and element.get(qn("w:type"))):
            return
        if tag == qn("w:sdt"):
            self._control(element)
        elif tag == qn("w:t"):
            self._say(element.text or "")
        elif tag == qn("w:noBreakHyphen"):
            self._say("-")  # as it is written; Word has an element for those that hold a line together
        elif tag in (qn("w:altChunk"), qn("w:subDoc")):
            self._say(" [another file, which Word shows here] ")
        elif tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
            self._say(" ")
        else:
            self._children(element)
            if tag == qn("w:tc"):
                self._apart("\t")
            if tag in (qn("w:p"), qn("w:tc")):
                self.text.append(" ")

    def _children(self, element: Element) -> None:
        """Read what is in an element, but for numbers of pages, which depend on the program that counts them."""
        depth, hides = 0, False
        for child in element:
            if child.tag == qn("w:fldSimple") and re.search(r"\b(NUM)?PAGES?\b", value_of(child, "instr")):
                continue
            for mark in child.iter(qn("w:fldChar"), qn("w:instrText")) if child.tag == qn("w:r") else ():
                kind = value_of(mark, "fldCharType")
                depth += {"begin": 1, "end": -1}.get(kind, 0)
                if mark.tag == qn("w:instrText") and re.search(r"\b(NUM)?PAGES?\b", mark.text or ""):
                    hides = True
                elif kind == "end" and depth <= 0:
                    hides = False
            if not hides:
                self._element(child)

    def _control(self, element: Element) -> None:
        """Read a control: one of a unit, one that readers tick or fill in, or another."""
        properties, content = element.find(qn("w:sdtPr")), element.find(qn("w:sdtContent"))
        if content is None:
            return
        tag = None if properties is None else properties.find(qn("w:tag"))
        named = "" if tag is None else value_of(tag, "val")
        if _ENTRY.fullmatch(named) or (not named and properties is not None and _is_form(properties)):
            text = "".join(str(one.text or "") for one in content.iter(qn("w:t")))
            self.entries.append(" ".join(text.split()))
            return
        outer, found = self.within, _UNIT.match(named)
        if found:
            self.within = self.names.get(found[1], "")
        self._children(content)
        self.within = outer

    def _say(self, text: str) -> None:
        self.text.append(text)
        if self.within:
            self.units.setdefault(self.within, []).append(text)

    def _apart(self, mark: str) -> None:
        if self.within:
            self.units.setdefault(self.within, []).append(mark)


def _is_form(properties: Element) -> bool:
    return any(properties.find(name) is not None for name in (qn("w:text"), qn("w14:checkbox")))
