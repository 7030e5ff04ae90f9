"""The block elements of a brief in HTML: paragraphs, lists and figures; `tables` writes tables."""

from __future__ import annotations

import re
from html import escape
from typing import assert_never

from briefs.model.document import Content, Figure, Item, List, Paragraph, Table
from briefs.render.html.inlines import Inlines
from briefs.render.html.passages import opening, text_html, with_passages
from briefs.render.html.tables import table_html
from briefs.render.html.unit_attributes import class_attribute, number_html, numbered, traced

_SVG_PROLOGUE = re.compile(r"\A\s*(<\?xml.*?\?>\s*)?(<!DOCTYPE[^>]*>\s*)?(<!--.*?-->\s*)*", re.DOTALL)
_SVG_START = re.compile(r"<svg\b[^>]*>")
_SVG_ACTIVE = re.compile(
    r"""\b(?:href|src)\s*=\s*["']?(?!["'#])|url\(\s*["']?(?!["'#])|@import|<script|<foreignObject|\son\w+\s*=""", re.I
)
_SVG_TITLE = re.compile(r"\s*<title\b[^>]*>.*?</title>", re.DOTALL)


def content_html(content: Content, write: Inlines) -> str:
    """A block element. Raises ValueError for a link or a picture that would lead or reach elsewhere."""
    match content:
        case Paragraph():
            return _paragraph(content, write)
        case List():
            return _list(content, write)
        case Table():
            return table_html(content, write)
        case Figure():
            return _figure(content, write)
        case _:
            assert_never(content)


def _paragraph(paragraph: Paragraph, write: Inlines) -> str:
    number = paragraph.unit.number if paragraph.unit else None
    words, passages = opening(paragraph.children, paragraph.unit, write)
    return with_passages(_paragraph_element(paragraph, number_html(number) + words, number), passages)


def _paragraph_element(paragraph: Paragraph, text: str, number: int | None) -> str:
    attributes = traced(paragraph.unit)
    match paragraph.role:
        case "quote":
            return f"<blockquote{attributes}{class_attribute(numbered(number))}><p>{text}</p></blockquote>"
        case "body":
            return f"<p{attributes}{class_attribute(numbered(number))}>{text}</p>"
        case "intro" | "attribution" | "small":
            return f"<p{attributes}{class_attribute(paragraph.role, numbered(number))}>{text}</p>"
        case "tag":
            return f"<p{attributes}{class_attribute('tags', numbered(number))}>{text}</p>"
        case _:
            assert_never(paragraph.role)


def _list(content: List, write: Inlines) -> str:
    tag = "ol" if any(item.unit and item.unit.number is not None for item in content.items) else "ul"
    style = "" if content.style == "numbered" else "plain"
    items = [_item(item, write) for item in content.items]
    return "\n".join([f"<{tag}{class_attribute(style)}>", *items, f"</{tag}>"])


def _item(item: Item, write: Inlines) -> str:
    number = item.unit.number if item.unit else None
    value = "" if number is None else f' value="{number}"'
    text = text_html(item.children, item.unit, write)
    return f"<li{traced(item.unit)}{value}>{number_html(number)}{text}</li>"


def _figure(figure: Figure, write: Inlines) -> str:
    number = figure.unit.number if figure.unit else None
    caption = number_html(number) + text_html(figure.caption, figure.unit, write)
    parts = [f"<figure{traced(figure.unit)}>"]
    if caption:
        parts.append(f"<figcaption{class_attribute(numbered(number))}>{caption}</figcaption>")
    wide, narrow = figure.drawings[0].svg, figure.drawings[-1].svg
    if wide is not narrow and write.placement == "end":  # a screen may be narrow; the style sheet shows one of the two
        parts += [_svg(wide, figure.alternative, "wide"), _svg(narrow, figure.alternative, "narrow")]
    else:
        parts.append(_svg(wide, figure.alternative))
    return "\n".join([*parts, "</figure>"])


def _svg(source: str, alternative: str, *classes: str) -> str:
    """The picture as inline SVG, its alternative as title (SVG 2, 5.7), the one form of it that reaches the PDF."""
    source = _SVG_PROLOGUE.sub("", source, count=1).strip()
    start = _SVG_START.match(source)
    if start is None:
        raise ValueError(f"a figure is not SVG: {source[:40]!r}")
    active = _SVG_ACTIVE.search(source)
    if active:
        raise ValueError(f"a figure must hold all that it shows and do nothing, but has {active[0].strip()!r}")
    role = "" if re.search(r"\brole=", start[0]) else ' role="img"'
    opening = f"{start[0][:-1]}{class_attribute(*classes)}{role}>"
    rest = source[start.end() :]
    title = _SVG_TITLE.match(rest)
    return f"{opening}<title>{escape(alternative, quote=False)}</title>{rest[title.end() :] if title else rest}"
