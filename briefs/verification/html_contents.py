"""What is read in an HTML file, also as browsers save one: as a page, or as an archive of it (MHTML)."""

from __future__ import annotations

import email
import email.policy
import re

from lxml import etree
from lxml import html as html_parser

from briefs.verification.file_contents import FileContents, words_in

_SAVED = re.compile(rb"<!--\s*saved from url=", re.IGNORECASE)
_NAMES = {
    "author": "author",
    "description": "subject",
    "keywords": "keywords",
    "dcterms.created": "date",
}
_NO_WORDS = ("script", "style", "title", "template", "noscript")


def html_contents(content: bytes) -> FileContents:
    """What `content` says: the identifier of its edition, its words and properties."""
    saved_by = "a browser" if _SAVED.search(content[:4096]) else ""
    if b"snapshot-content-location:" in content[:2048].lower().partition(b"<html")[0]:
        content, saved_by = _archived(content), "a browser"
    try:
        root = html_parser.document_fromstring(content, parser=html_parser.HTMLParser(huge_tree=False, no_network=True))
    except (etree.LxmlError, ValueError):
        return FileContents(trouble="it is damaged, and no file that can be opened")
    metas = {str(one.get("name", "")).lower(): str(one.get("content", "")) for one in root.iter("meta")}
    properties = {name: metas[meta] for meta, name in _NAMES.items() if meta in metas}
    properties |= {"title": " ".join((root.findtext(".//title") or "").split()), "language": root.get("lang") or ""}
    identifier = metas.get("dcterms.identifier", "")
    body = root.find("body")
    return FileContents(
        edition={"identifier": identifier} if identifier else {},
        words=words_in("" if body is None else _text(body)),
        properties={name: value for name, value in properties.items() if value},
        saved_by=saved_by,
    )


def _archived(content: bytes) -> bytes:
    """The page in an archive: its first part that is HTML."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else b""
    return b"<html></html>"


def _text(body: etree._Element) -> str:
    """The text of a page; elements that browsers put on lines of their own are kept apart, as in print."""
    parts: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            parts.append(element.tail or "")
        elif event == "start":
            parts.append("" if element.tag in _NO_WORDS else _around(element) + (element.text or ""))
        else:
            parts.append(_around(element) + (element.tail or ""))
    return "".join(parts)


def _around(element: etree._Element) -> str:
    return "" if element.tag in _WITHIN_LINES else " "


_INLINE = "a abbr b bdi bdo cite code em font i mark q s small span strong sub sup u wbr"
_WITHIN_LINES = frozenset(re.split(" ", _INLINE))
"""Elements that stand within a line."""
