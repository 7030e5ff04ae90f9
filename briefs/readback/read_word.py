"""What a finished Word file says: its paragraphs, and every text and attribute in every part of the package."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from briefs.model.finished_file import FinishedFile, Said
from briefs.word.elements import Element, qn, value_of

_PARAGRAPH, _TEXT, _ROOM = qn("w:p"), qn("w:t"), frozenset(qn(f"w:{name}") for name in ("tab", "br", "cr", "ptab"))
_HYPHENS = {qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): ""}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_RUNNING = re.compile(r"word/(header|footer)\d*\.xml")
_DRAWN = re.compile(rb"\.(png|jpe?g|gif|emf|wmf|odttf|ttf)\Z", re.IGNORECASE)
_MARKUP = re.compile(r"(?:word/(?:styles|numbering|fontTable|settings|webSettings|theme/.*)|\[Content_Types\])\.xml")
"""Parts that hold names of styles, measures and switches, and no words that a reader is shown."""


def read_word(name: str, content: bytes) -> FinishedFile:
    """The texts of the Word file with this `name` and `content`, part by part."""
    body: list[Said] = []
    notes: list[Said] = []
    running: list[Said] = []
    other: list[Said] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if package.comment:
            other.append(Said("the comment of the package", package.comment.decode("utf-8", "replace")))
        for part in package.namelist():
            other.append(Said("the name of a part", part))
            if _DRAWN.search(part.encode()):
                continue
            read = package.read(part)
            try:
                root = etree.fromstring(read, etree.XMLParser(resolve_entities=False, no_network=True))
            except etree.XMLSyntaxError:
                other.append(Said(part, read.decode("utf-8", "replace")))
                continue
            if part == "word/document.xml":
                body += _paragraphs(part, root)
            elif part in ("word/footnotes.xml", "word/endnotes.xml"):
                notes += _notes(part, root)
            elif _RUNNING.fullmatch(part):
                running += _paragraphs(part, root)
            else:
                other += [Said(part, text) for text in _all_text(root)]
            if not _MARKUP.fullmatch(part):
                other += [Said(f"an attribute in {part}", text) for text in _attributes(root)]
            other += [Said(f"a comment in {part}", one.text or "") for one in root.iter(etree.Comment)]
    return FinishedFile(
        "docx", name, tuple(body), tuple(notes), tuple(running), tuple(dict.fromkeys(one for one in other if one.text))
    )


def _paragraphs(part: str, root: Element) -> Iterator[Said]:
    """The text of each paragraph that has any, without those within another, as in a box."""
    for paragraph in root.iter(_PARAGRAPH):
        if text := _text(paragraph):
            yield Said(part, text)


def _notes(part: str, root: Element) -> Iterator[Said]:
    for note in root:
        if value_of(note, "type") not in _SEPARATORS:
            text = " ".join(filter(None, map(_text, note.iter(_PARAGRAPH))))
            if text:
                yield Said(part, text)


def _text(paragraph: Element) -> str:
    pieces: list[str] = []
    for one in paragraph.iter():
        if one.tag == _TEXT and _nearest(one) is paragraph:
            pieces.append(one.text or "")
        elif one.tag in _ROOM and _is_in_run(one) and _nearest(one) is paragraph:
            pieces.append(" ")
        elif one.tag in _HYPHENS and _nearest(one) is paragraph:
            pieces.append(_HYPHENS[one.tag])
    return "".join(pieces)


def _is_in_run(element: Element) -> bool:
    """Whether it is part of the text, and not, as a tab of a paragraph's properties, of its look."""
    parent = element.getparent()
    return parent is not None and parent.tag == qn("w:r")


def _nearest(element: Element) -> Element | None:
    """The paragraph that an element stands in."""
    return next(element.iterancestors(_PARAGRAPH), None)


def _all_text(root: Element) -> Iterator[str]:
    yield from (str(text) for text in root.itertext(etree.Element) if text.strip())


def _attributes(root: Element) -> Iterator[str]:
    """The values of attributes that may be words: not numbers, and not ids of the format."""
    for element in root.iter(etree.Element):
        yield from (value for value in map(str, element.attrib.values()) if len(value) > 2 and not value[0].isdigit())
