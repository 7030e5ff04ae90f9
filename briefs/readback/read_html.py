"""What a finished HTML file says: what a screen shows, and every attribute, style sheet and comment of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as html_parser

from briefs.model.finished_file import FinishedFile, Said

_NOT_SHOWN = frozenset({"script", "style", "title", "template", "noscript", "svg", "textarea"})
_INLINE = "a abbr b bdi bdo cite code em font i mark q s small span strong sub sup u wbr"
_WITHIN_LINES = frozenset(re.split(" ", _INLINE))
"""Elements that stand within a line; at the ends of others, words are apart."""
_DATA = re.compile(r"(data:[\w/+.-]+;base64,)[A-Za-z0-9+/=]+")


def read_html(name: str, content: bytes) -> FinishedFile:
    """The texts of the HTML file with this `name` and `content`.

    Its body is what a screen shows, without notes, pictures and the passages that open; these are among the others, as
    the source has them.
    """
    source = content.decode("utf-8")
    page = html_parser.document_fromstring(_DATA.sub(r"\1", source).encode(), _parser())
    body = page.find("body")
    notes = [one for one in page.iter("section") if "notes" in (one.get("class") or "").split()]
    shown = [] if body is None else [Said("the page", text) for text in _lines(body, notes)]
    listed = [Said("the notes", text) for section in notes for item in section.iter("li") for text in [_joined(item)]]
    return FinishedFile("html", name, tuple(shown), tuple(listed), other=tuple(dict.fromkeys(_others(page))))


def _parser() -> html_parser.HTMLParser:
    return html_parser.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)


def _joined(element: etree._Element) -> str:
    return " ".join(_lines(element, ()))


def _lines(root: etree._Element, apart: object) -> Iterator[str]:
    """The text of each line or paragraph that has any."""
    parts: list[str] = []
    for text, ends in _pieces(root, apart):
        parts.append(text)
        if ends:
            if line := " ".join("".join(parts).split()):
                yield line
            parts.clear()
    if line := " ".join("".join(parts).split()):
        yield line


def _pieces(element: etree._Element, apart: object) -> Iterator[tuple[str, bool]]:
    """The texts in an element, and whether a line ends behind each."""
    yield element.text or "", False
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _NOT_SHOWN and child not in apart:  # type: ignore[operator]
            is_block = child.tag not in _WITHIN_LINES
            yield "", is_block
            if child.tag == "details":
                yield from _opening(child)
            else:
                yield from _pieces(child, apart)
            yield "", is_block
        yield child.tail or "", False


def _opening(details: etree._Element) -> Iterator[tuple[str, bool]]:
    """What is shown of passages before they are opened: the tag, but not words that only say what opens."""
    summary = details.find("summary")
    if summary is not None and summary.get("class") == "tag":
        yield _text_of(summary), True


def _others(page: etree._Element) -> Iterator[Said]:
    for element in page.iter():
        if isinstance(element, etree._Comment):
            yield Said("a comment", element.text or "")
        elif not isinstance(element.tag, str):
            yield Said("a processing instruction", element.text or "")
        else:
            tag = str(element.tag)
            named = str(element.get("name") or "") if tag == "meta" else ""
            for name, value in ((str(name), value) for name, value in element.attrib.items()):
                if value and name not in ("class", "style", "charset") and not (named and name == "name"):
                    where = f'the "{named}" of the page' if named else f"{name} of <{tag}>"
                    yield Said(where, str(value))
            if element.tag in _NOT_SHOWN:
                yield from _texts_in(element)
            elif element.tag == "details":
                yield from (Said("a passage that opens", _text_of(one)) for one in element.iter("p"))


def _texts_in(element: etree._Element) -> Iterator[Said]:
    tag = str(element.tag)
    where = {"style": "the style sheet", "svg": "a picture", "title": "the title"}.get(tag, f"<{tag}>")
    for text in element.itertext():
        if words := " ".join(str(text).split()):
            yield Said(where, words)


def _text_of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
