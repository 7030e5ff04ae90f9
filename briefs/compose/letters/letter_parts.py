"""The two parts of a letter, plain text and HTML, as texts with slots, and what is put into the slots.

Plain text has lines of at most 76 columns, broken between words: RFC 5322 (2.1.1) asks for no more than 78, and text
that is not `format=flowed` (RFC 3676) is shown by many programs with exactly the lines that it has. Format=flowed would
let others break the lines anew, but servers that take away spaces at the ends of lines break it, and whoever reads on a
small screen reads the HTML part, which flows by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from briefs.compose.letters.letter_running import SLOT
from briefs.model.document import Content, List, Paragraph
from briefs.model.inline import Emphasis, Foreign, Inline, Link, Strong, Text

COLUMNS = 76
"""The most columns of a line of plain text, unless one word is longer."""
_PAGE = "margin:0;padding:1em;font-family:Calibri,Carlito,Arial,sans-serif;font-size:11pt;line-height:1.45"
_TEXT = "max-width:38em"
_PARAGRAPH = "margin:0 0 0.8em"
_ITEM = "margin:0 0 0.4em"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_ISOLATE, _POP = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class SlottedText:
    """Text with slots: the pieces of text at even places, between them the names of values."""

    pieces: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> str:
        """The text with values in its slots."""
        return "".join([values[piece] if at % 2 else piece for at, piece in enumerate(self.pieces)])


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph or item of the plain text: what stands before its first line, and its text.

    `wrapped` is the whole if there are no slots in it, and empty otherwise.
    """

    before: str
    text: SlottedText
    wrapped: str = ""
    is_close: bool = False

    def filled(self, values: Mapping[str, str]) -> str:
        """The paragraph or item with values in its slots."""
        return self.wrapped or wrapped(self.before, self.text.filled(values))


def slotted(text: str) -> SlottedText:
    """`text` cut at its slots."""
    return SlottedText(tuple(SLOT.split(text)))


def wrapped(before: str, text: str) -> str:
    """`text` in lines of at most 76 columns; `before` stands before the first line, and as much space before others.

    Signs of double width count twice. A space that does not break is printed as a space.
    """
    lines, line, width = [], before, _columns(before)
    start = width
    for word in text.split(" "):
        columns = _columns(word)
        if width > start and width + 1 + columns > COLUMNS:
            lines.append(line)
            line, width = " " * start + word, start + columns
        elif width > start:
            line, width = f"{line} {word}", width + 1 + columns
        else:
            line, width = line + word, start + columns
    return "\n".join((*lines, line)).replace("\u00a0", " ")


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(one) in "WF" else 0 if unicodedata.combining(one) else 1 for one in text
    )


def text_lines(content: Sequence[Content]) -> Iterator[TextLine]:
    """The paragraphs and items of the plain text, in order; a letter holds nothing else."""
    for one in content:
        match one:
            case Paragraph(children=children):
                yield _line("", children)
            case List(items=items, style=style):
                for number, item in enumerate(items, 1):
                    before = f"{number}. " if style == "numbered" else "- "
                    yield _line(before, item.children, is_close=number > 1)


def _line(before: str, children: tuple[Inline, ...], is_close: bool = False) -> TextLine:
    text = " ".join(_plain(children).split(" "))
    pieces = slotted(text)
    return TextLine(before, pieces, "" if len(pieces.pieces) > 1 else wrapped(before, text), is_close)


def _plain(children: tuple[Inline, ...]) -> str:
    """Inline elements as plain text; the address of a link stands behind it unless it says it."""
    out = []
    for child in children:
        match child:
            case Link(target=target, text=text):
                bare = re.sub(r"^(?:mailto:|tel:|https?://)", "", target)
                is_said = child.is_telephone or bare.rstrip("/").casefold() == _bare(text)
                out.append(text if is_said else f"{text} ({target})")
            case Text():
                out.append(child.text)
            case Strong() | Emphasis() | Foreign():
                out.append(_plain(child.children))
    return "".join(out)


def _bare(text: str) -> str:
    return re.sub(r"^https?://", "", text).rstrip("/").casefold()


def html_page(subject: str, language: str, content: Sequence[Content]) -> SlottedText:
    """The HTML part: a whole page that asks for nothing else, with slots."""
    body = "\n".join(_block(one) for one in content)
    return slotted(
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(subject)}</title>\n</head>\n<body style="{_PAGE}">\n<div style="{_TEXT}">\n{body}\n</div>\n'
        "</body>\n</html>\n"
    )


def _block(one: Content) -> str:
    match one:
        case Paragraph(children=children):
            return f'<p style="{_PARAGRAPH}">{_html(children)}</p>'
        case List(items=items, style=style):
            name = "ol" if style == "numbered" else "ul"
            rows = "\n".join(f'<li style="{_ITEM}">{_html(item.children)}</li>' for item in items)
            return f'<{name} style="{_PARAGRAPH};padding-left:1.6em">\n{rows}\n</{name}>'
        case _:
            raise AssertionError("a letter holds paragraphs and lists")


def _html(children: tuple[Inline, ...]) -> str:
    out = []
    for child in children:
        match child:
            case Link(target=target, text=text):
                out.append(f'<a href="{escape(target)}">{escape(text)}</a>')
            case Text():
                out.append(escape(child.text))
            case Strong():
                out.append(f"<strong>{_html(child.children)}</strong>")
            case Emphasis():
                out.append(f"<em>{_html(child.children)}</em>")
            case Foreign():
                out.append(f'<span lang="{escape(child.language)}">{_html(child.children)}</span>')
    return "".join(out)


def as_text(value: str) -> str:
    """A value for the plain text: one written from right to left is kept apart from what is around it."""
    return f"{_ISOLATE}{value}{_POP}" if _RIGHT_TO_LEFT.search(value) else value


def as_html(value: str) -> str:
    """A value for the HTML part: escaped, and kept apart if it is written from right to left."""
    return f'<bdi dir="rtl">{escape(value)}</bdi>' if _RIGHT_TO_LEFT.search(value) else escape(value)
