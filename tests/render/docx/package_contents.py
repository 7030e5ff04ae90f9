"""What a package holds that leads out of it, runs, or is of a kind that briefs do not have: listed mechanically."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from briefs.word.elements import NAMESPACES

_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:app|core|custom)\.xml|customXml/item(?:Props)?\d\.xml"
    r"|customXml/_rels/item\d\.xml\.rels|word/(?:_rels/)?(?:document|styles|numbering|settings|fontTable|footnotes|"
    r"header\d+|footer\d+)\.xml(?:\.rels)?|word/theme/theme1\.xml|word/media/[\w-]+\.(?:png|jpe?g|svg)"
    r"|word/fonts/[\w-]+\.odttf"
)
_RELATIONSHIPS = {
    *("officeDocument", "core-properties", "extended-properties", "custom-properties", "styles", "numbering"),
    *("settings", "theme", "fontTable", "header", "footer", "image", "font", "footnotes", "customXml"),
    "customXmlProps",
}
_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "CATEGORY"}
_BEGINNINGS = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "svg": b"<svg"}
_ACTIVE = {
    *("object", "control", "altChunk", "subDoc", "OLEObject", "hlinkClick", "hlinkHover", "hlinkMouseOver", "movie"),
    *("videoFile", "audioFile", "ffData", "fldData", "attachedTemplate", "mailMerge", "docVars", "contentPart"),
    *("chart", "dataBinding", "fldSimple", "smartTag", "customXml"),
}
_LEADING = {"href", "althref", "src", "gfxdata", "link", "uri"}


def foreign(file: bytes, *words: bytes) -> list[str]:
    """What is foreign in a Word file of a brief without links and personal copies; `words` are those that nothing may
    have."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        names = archive.namelist()
        found = [f"twice: {name}" for name in names if names.count(name) > 1]
        for name in names:
            content = archive.read(name)
            found += [f"{name} has {word.decode()}" for word in words if word in content]
            found += [] if _PARTS.fullmatch(name) else [f"part {name}"]
            if name.endswith(".rels"):
                found += (f"{name}: {each}" for each in _relationships(content))
            elif name.startswith("word/media/"):
                found += [] if content.startswith(_BEGINNINGS[name.rpartition(".")[2]]) else [f"{name} is none"]
            elif name.startswith("word/") and name.endswith(".xml"):
                found += (f"{name}: {each}" for each in _elements(etree.fromstring(content)))
    return found


def fields(file: bytes) -> set[str]:
    """The codes of all fields in headers and footers."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        names = [name for name in archive.namelist() if re.match(r"word/(?:header|footer)\d", name)]
        roots = [etree.fromstring(archive.read(name)) for name in names]
    return {(code.text or "").strip() for root in roots for code in root.iter(f"{{{NAMESPACES['w']}}}instrText")}


def _relationships(content: bytes) -> Iterator[str]:
    for relation in etree.fromstring(content):
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind not in _RELATIONSHIPS or relation.get("TargetMode") == "External":
            yield f"{kind} to {relation.get('Target')}"


def _elements(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield "a comment"
            continue
        name = etree.QName(element).localname
        if name in _ACTIVE:
            yield f"<{name}>"
        if name == "instrText" and (element.text or "").split()[:1] and (element.text or "").split()[0] not in _FIELDS:
            yield f"field {element.text}"
        for key, value in ((str(key), str(value)) for key, value in element.attrib.items()):
            if etree.QName(key).localname in _LEADING and not value.startswith(("http://schemas.", "{")):
                yield f"@{key}={value!r}"
