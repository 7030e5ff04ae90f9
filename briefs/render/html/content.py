"""The block elements of a brief in HTML: paragraphs, lists and figures; the module `tables` writes tables."""

from __future__ import annotations

from typing import assert_never

from briefs.model.document import Content, Figure, Item, List, Paragraph, Table
from briefs.model.inline import Text
from briefs.render.html.changed_elements import changed, in_change, number_of, traced_unless_gone, with_end
from briefs.render.html.inlines import Inlines
from briefs.render.html.passages import opening, text_html, with_passages
from briefs.render.html.tables import table_html
from briefs.render.html.unit_attributes import class_attribute, noted, number_html, numbered


def content_html(content: Content, write: Inlines) -> str:
    """A block element. Raises ValueError for a link that leads neither to the web nor to mail."""
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
    number = number_of(paragraph.unit, paragraph.change)
    children = with_end(in_change(paragraph.children, paragraph.change), paragraph.end)
    words, passages = opening(children, paragraph.unit, write)
    return with_passages(_paragraph_element(paragraph, number_html(number) + words, number), passages)


def _paragraph_element(paragraph: Paragraph, text: str, number: int | None) -> str:
    attributes = traced_unless_gone(paragraph.unit, paragraph.change)
    is_indented = number is not None or (paragraph.unit is not None and paragraph.change is not None)
    numbering = "numbered" if is_indented and paragraph.role in ("body", "quote") else numbered(number)
    classes = (numbering, noted(paragraph.children), changed(paragraph.change, paragraph.children, end=paragraph.end))
    match paragraph.role:
        case "quote":
            return f"<blockquote{attributes}{class_attribute(*classes)}><p>{text}</p></blockquote>"
        case "body":
            return f"<p{attributes}{class_attribute(*classes)}>{text}</p>"
        case "intro" | "attribution" | "small":
            return f"<p{attributes}{class_attribute(paragraph.role, *classes)}>{text}</p>"
        case "tag":
            return f"<p{attributes}{class_attribute('tags', *classes)}>{text}</p>"
        case _:
            assert_never(paragraph.role)


def _list(content: List, write: Inlines) -> str:
    tag = "ol" if any(item.unit and item.unit.number is not None for item in content.items) else "ul"
    style = "" if content.style == "numbered" else "plain"
    items = [_item(item, write) for item in content.items]
    return "\n".join([f"<{tag}{class_attribute(style)}>", *items, f"</{tag}>"])


def _item(item: Item, write: Inlines) -> str:
    number = number_of(item.unit, item.change)
    value = "" if number is None else f' value="{number}"'
    text = text_html(with_end(in_change(item.children, item.change), item.end), item.unit, write)
    styles = class_attribute(noted(item.children), changed(item.change, item.children, end=item.end))
    attributes = f"{traced_unless_gone(item.unit, item.change)}{styles}{value}"
    return f"<li{attributes}>{number_html(number)}{text}</li>"


def _figure(figure: Figure, write: Inlines) -> str:
    number = number_of(figure.unit, figure.change)
    words = figure.caption
    if figure.change is not None and not words:  # what says aloud that it is new or gone is beside words
        words = (Text(write.redline_phrases.picture),)
    caption = number_html(number) + text_html(in_change(words, figure.change), figure.unit, write)
    styles = class_attribute(changed(figure.change, figure.caption))
    parts = [f"<figure{traced_unless_gone(figure.unit, figure.change)}{styles}>"]
    if caption:
        parts.append(f"<figcaption{class_attribute(numbered(number))}>{caption}</figcaption>")
    # only an alternative given as the title of a drawing reaches the PDF
    parts += [drawing.svg for drawing in write.draw(figure)]
    return "\n".join([*parts, "</figure>"])
