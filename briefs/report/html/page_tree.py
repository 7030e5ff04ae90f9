"""The tree of a page in HTML, whatever is wrong with its markup, and in whatever encoding it is."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from lxml import etree

from briefs.model.diagnostics import DocumentError, Fault, Place

LARGEST = 40_000_000
"""The most bytes of a page that is read."""
MOST_ATTRIBUTES = 2000
"""The most attributes of an element: the parser compares each with all others."""
_VALUE = re.compile(r"""=\s*+(?:"[^"]*"?|'[^']*'?|[^\s>]*+)""")
_TAG = re.compile(rf"<([A-Za-z][^\s/>]*+)(?:{_VALUE.pattern}|[^>=]++)*+")
_NAME = re.compile(r"[^\s/]+")
_RAW_END = re.compile(r"</(?:script|style)", re.IGNORECASE)
_HEAD = 32_768
"""The first bytes, in which a page says its encoding (HTML, 13.2.3.2: 1024, but scripts may stand before it)."""
_SAMPLE = 200
_CHARSET = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
"""What browsers read in place of other encodings (Encoding Standard, 4.2)."""
_PROLOGUE = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


def page_text(content: bytes) -> str:
    """The characters of a page, by its byte order mark, by what it declares, as UTF-8, or as Windows-1252."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    head = content[:_HEAD]
    if head[:_SAMPLE].count(0) * 3 > len(head[:_SAMPLE]):
        return content.decode("utf-16-be" if head[:1] == b"\0" else "utf-16-le", "replace")
    for encoding in (*_declared(head), "utf-8"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", "replace")


def _declared(head: bytes) -> list[str]:
    """The encodings that a page declares; UTF-16 cannot be, as these bytes are read as ASCII."""
    found = [found[1].decode("ascii").lower() for found in (_CHARSET.search(head), _DECLARED.search(head)) if found]
    known = [_ALIASES.get(name, name) for name in found if not name.startswith("utf-16")]
    return [name for name in known if _is_of_text(name)]


def _is_of_text(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding
    except LookupError:
        return False


def page_tree(content: bytes, path: str) -> etree._Element:
    """The root of a page. Nothing is fetched, and entities are those of HTML alone.

    Raises DocumentError: `report-empty` if there is no element in it, `report-too-large` if it is larger than a report
    can be, or elements lie deeper in each other than they can be read.
    """
    if len(content) > LARGEST:
        message = f"the page has {len(content) // 1_000_000} MB, and no more than {LARGEST // 1_000_000} are read"
        raise DocumentError([Fault("report-too-large", message, _WITHOUT_PICTURES).at(Place(path))])
    text = _CONTROLS.sub(" ", _PROLOGUE.sub("", page_text(content), count=1))
    if (at := overloaded_tag(text)) is not None:
        message = f"an element of the page has more than {MOST_ATTRIBUTES:,} attributes, so it is no page of a report"
        raise DocumentError([Fault("report-too-large", message, _RESAVED).at(Place(path, text.count("\n", 0, at) + 1))])
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        hint = "put the report, as received, in its place"
        raise DocumentError([Fault("report-empty", "the report is empty", hint).at(Place(path))])
    limits = [error for error in parser.error_log if "RESOURCE_LIMIT" in error.type_name]
    if limits:
        message = "elements of the page lie too deep in each other, so it cannot be read to its end"
        raise DocumentError([Fault("report-too-large", message, _RESAVED).at(Place(path, limits[0].line))])
    return root


def overloaded_tag(text: str) -> int | None:
    """Where in a text in HTML a tag begins that has more attributes than the parser can compare with each other."""
    tags = (tag for tag in _long_tags(text) if len(_NAME.findall(_VALUE.sub("", tag[0]))) > MOST_ATTRIBUTES)
    return next((tag.start() for tag in tags), None)


def _long_tags(text: str) -> Iterator[re.Match[str]]:
    """The tags that are long enough to have so many attributes; comments and scripts have none."""
    at = 0
    while (at := text.find("<", at)) >= 0:
        if text.startswith("<!--", at):
            at = text.find("-->", at + 4)
            if at < 0:
                return
            continue
        tag = _TAG.match(text, at)
        if tag is None:
            at += 1
            continue
        at = tag.end()
        if at - tag.start() > 2 * MOST_ATTRIBUTES:
            yield tag
        if tag[1].lower() in ("script", "style"):
            end = _RAW_END.search(text, at)
            if end is None:
                return
            at = end.start()


_WITHOUT_PICTURES = "save it without the pictures that are in it, or divide it"
_RESAVED = "open it in a browser or in Word, copy its text into a new document, and save this as report.docx"
