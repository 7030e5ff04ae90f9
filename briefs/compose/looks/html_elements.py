"""What readers of the HTML of block templates share: its one error, and small questions to an element."""

from __future__ import annotations

import re

from lxml import etree

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\ue000\ue001]+")
_NOT_CLOSED = re.compile(r"tag mismatch: (\S+) line (\d+) and")
"""What libxml says of an element that another is closed in place of."""
_REMEDIES = (
    ("xmlParseEntityRef", 'write "&amp;" for "&"'),
    ("invalid element name", 'write "&lt;" for "<"'),
    ("not defined", "write the character itself"),
)
_QUOTED_TOKEN = "%EE%80%80"


class MarkupError(Exception):
    """HTML that the Document cannot hold: `line` counted from 1 within the HTML that was read."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.message, self.line = message, line


def malformed(error: etree.XMLSyntaxError) -> MarkupError:
    """What the parser says of HTML that is no XML; of an element that is not closed, the line on which it opens."""
    said, line = (error.msg or "").partition(", line ")[0], error.position[0] if error.position else 0
    if found := _NOT_CLOSED.search(said):
        if found[1] == "content":  # which is put round what is read
            return MarkupError("not well-formed: something is closed that is not open", line)
        return MarkupError(f"not well-formed: <{found[1]}> is not closed", int(found[2]))
    remedy = next((f"; {remedy}" for words, remedy in _REMEDIES if words in said), "")
    return MarkupError(f"not well-formed: {said}{remedy}", line)


def name_of(element: etree._Element) -> str:
    """The name of `element` without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else "!--"


def line_of(element: etree._Element) -> int:
    """The line on which `element` stands, 0 when it is not known."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def is_link(target: str) -> bool:
    """Whether a link can lead to `target`: an address outside, and no token has got into it."""
    return _ADDRESS.fullmatch(target) is not None and _QUOTED_TOKEN not in target.upper()


def fold(text: str) -> str:
    """White space folded as HTML does; a non-breaking space is a character like others."""
    return re.sub(r"[ \t\n\r\f]+", " ", text)
