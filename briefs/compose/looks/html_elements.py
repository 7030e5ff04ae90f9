"""What the readers of block templates' HTML share: the parser, the one error, and small questions about an element."""

from __future__ import annotations

import re

from lxml import etree

from briefs.model.diagnostics import Fault
from briefs.model.document import FormRef
from briefs.model.typesetting import unprintable

_ATTRIBUTES = {
    "p": ("class",),
    "table": ("class", "data-widths", "data-rows"),
    "span": ("lang", "data-note", "data-form"),
    "a": ("href",),
    "input": ("type", "aria-label"),
    "textarea": ("rows", "aria-label"),
}
"""Attributes that have a meaning outside figures."""
_ATTRIBUTES_IN_FIGURES = {
    "figure": ("class",),
    "dt": ("class",),
    "li": ("value",),
    "tr": ("class",),
    "span": ("lang", "data-note", "data-form"),
    "a": ("href",),
}
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\ue000\ue001]+")
_NOT_CLOSED = re.compile(r"tag mismatch: (\S+) line (\d+) and")
"""The message of libxml for an element that another closing tag follows."""
_REMEDIES = (
    ("xmlParseEntityRef", 'write "&amp;" for "&"'),
    ("invalid element name", 'write "&lt;" for "<"'),
    ("not defined", "write the character itself"),
)
_QUOTED_TOKEN = "%EE%80%80"


class HtmlError(Exception):
    """HTML that the Document cannot hold: the fault, and its line within the HTML, from 1 (0 if unknown).

    `value` is what is wrong, if it is a word that an option of the call may have given.
    """

    def __init__(self, message: str, line: int = 0, value: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.fault = Fault("not-representable", message, hint)
        self.line, self.value = line, value


def parse_html(html: str) -> etree._Element:
    """The elements of `html` in one root element, with none but known attributes.

    Raises HtmlError.
    """
    if character := unprintable(html):
        line = html.count("\n", 0, html.index(character)) + 1
        raise HtmlError(f"the character U+{ord(character):04X} cannot be printed", line)
    try:
        root = etree.fromstring(f"<content>{html}</content>", etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError as error:
        raise _malformed(error) from None
    in_figures = {part for figure in root.iter("figure") for part in figure.iter()}
    for element in root.iter():
        known = _ATTRIBUTES_IN_FIGURES if element in in_figures else _ATTRIBUTES
        for name in element.attrib:
            if name not in known.get(str(element.tag), ()):
                message = f'a brief cannot hold the attribute "{name!s}" of <{name_of(element)}>'
                raise HtmlError(message, line_of(element))
    return root


def _malformed(error: etree.XMLSyntaxError) -> HtmlError:
    """The error for HTML that is not well-formed; if an element is not closed, with the line where it opens."""
    message, line = (error.msg or "").partition(", line ")[0], error.position[0] if error.position else 0
    if found := _NOT_CLOSED.search(message):
        if found[1] == "content":  # which parse_html puts around the HTML
            return HtmlError("not well-formed: a closing tag has no opening tag", line)
        return HtmlError(f"not well-formed: <{found[1]}> is not closed", int(found[2]))
    remedy = next((f"; {remedy}" for words, remedy in _REMEDIES if words in message), "")
    return HtmlError(f"not well-formed: {message}{remedy}", line)


def name_of(element: etree._Element) -> str:
    """The name of `element` without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else "!--"


def line_of(element: etree._Element) -> int:
    """The line on which `element` stands; 0 if unknown."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def forms_of(element: etree._Element) -> tuple[FormRef, ...]:
    """The forms that `element` prints, in order, each once."""
    names = dict.fromkeys(str(found.get("data-form")) for found in element.iterfind(".//span[@data-form]"))
    return tuple(map(FormRef.parse, names))


def expect(element: etree._Element, *tags: str) -> None:
    """Check that `element` is one of `tags`. Raises HtmlError if not."""
    if element.tag not in tags:
        wanted = " or ".join(f"<{tag}>" for tag in tags)
        raise HtmlError(f"<{name_of(element)}> where {wanted} belongs", line_of(element))


def reject_text(element: etree._Element) -> None:
    """Check that `element` holds elements only. Raises HtmlError if there is text between them."""
    for text in (element.text, *(child.tail for child in element)):
        if text and text.strip():
            raise HtmlError(f'text outside a paragraph, item or cell: "{text.strip()[:40]}"', line_of(element))


def is_link(target: str) -> bool:
    """Whether a link can lead to `target`: an external address without a token in it."""
    return _ADDRESS.fullmatch(target) is not None and _QUOTED_TOKEN not in target.upper()


def fold(text: str) -> str:
    """`text` with white space folded as in HTML; a no-break space is a character like any other."""
    return re.sub(r"[ \t\n\r\f]+", " ", text)
