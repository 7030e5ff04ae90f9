"""HTML of block templates → elements of the Document. Strict: what the Document cannot hold is an error.

Block templates print well-formed XHTML of a small vocabulary: `p`, `ol`, `ul`, `li`, `table` (`caption`, `thead`,
`tbody`, `tr`, `th`, `td`), `figure` (`figcaption`, `svg`), and in text `strong`, `em`, `span lang`, `a href`,
`input type="checkbox"`. A paragraph, list item, row or figure with a form of a block in it is a unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from lxml import etree

from briefs.compose.looks.html_elements import MarkupError, fold, is_link, line_of, malformed, name_of
from briefs.compose.looks.svg import SVG, TITLE, drawn_in, flatten_picture, width_of
from briefs.model.document import (
    Cell,
    Checkbox,
    Content,
    Drawing,
    Emphasis,
    Figure,
    Foreign,
    FormRef,
    Inline,
    Item,
    Link,
    List,
    NoteCall,
    Paragraph,
    ParagraphRole,
    Row,
    Strong,
    Table,
    Text,
    Unit,
)
from briefs.model.typesetting import unprintable

ROLES = get_args(ParagraphRole)
ATTRIBUTES = {
    "p": ("class",),
    "table": ("class", "data-widths", "data-rows"),
    "span": ("lang", "data-note", "data-form"),
    "a": ("href",),
    "input": ("type", "aria-label"),
}
"""Attributes that mean something; those of pictures are a matter of their own."""
MOST_DRAWINGS = 3
"""Of one picture: for a page, for large print, for a phone."""


def read_content(html: str) -> tuple[Content, ...]:
    """Block-level elements of `html`. Raises MarkupError."""
    root = _parse(html)
    _reject_text(root, root.text)
    content = []
    for element in root:
        content.append(_content(element))
        _reject_text(root, element.tail)
    return tuple(content)


def read_inlines(html: str) -> tuple[Inline, ...]:
    """Inline elements of `html`. Raises MarkupError."""
    return _inlines(_parse(html))


def forms_in(html: str) -> tuple[FormRef, ...]:
    """The forms that `html` prints, in order, each once."""
    return _forms(_parse(html))


def unit_of(forms: tuple[FormRef, ...]) -> Unit | None:
    """A unit (without name and tag yet) that prints `forms`; None when it prints none."""
    if not forms:
        return None
    blocks = tuple(dict.fromkeys(form.block for form in forms))
    return Unit("", "", blocks, forms=forms, verbatim=any(form.is_verbatim for form in forms))


def _parse(html: str) -> etree._Element:
    if character := unprintable(html):
        line = html.count("\n", 0, html.index(character)) + 1
        raise MarkupError(f"the character U+{ord(character):04X} cannot be printed", line)
    try:
        root = etree.fromstring(f"<content>{html}</content>", etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError as error:
        raise malformed(error) from None
    for element in root.iter():
        for name in element.attrib if "}" not in str(element.tag) else ():
            if name not in ATTRIBUTES.get(str(element.tag), ()):
                message = f'"{name!s}" of <{name_of(element)}> is nothing that the Document can hold'
                raise MarkupError(message, line_of(element))
    return root


def _content(element: etree._Element) -> Content:
    match element.tag:
        case "p":
            role = element.get("class", "body")
            if role not in ROLES:
                raise MarkupError(f'class "{role}" is no role of a paragraph', line_of(element))
            children, unit = _inlines(element), unit_of(_forms(element))
            if not children:
                raise MarkupError("an empty <p>", line_of(element))
            return Paragraph(children, role, unit)  # type: ignore[arg-type]  # checked above
        case "ol" | "ul":
            return _list(element)
        case "table":
            return _table(element)
        case "figure":
            return _figure(element)
        case _:
            raise MarkupError(f"<{name_of(element)}> is nothing that the Document can hold", line_of(element))


def _list(element: etree._Element) -> List:
    _reject_text(element, element.text)
    items = []
    for child in element:
        _expect(child, "li")
        _reject_text(element, child.tail)
        children = _inlines(child)
        if not children:
            raise MarkupError("an empty <li>", line_of(child))
        items.append(Item(children, unit_of(_forms(child))))
    if not items:
        raise MarkupError(f"a <{name_of(element)}> without items", line_of(element))
    return List(tuple(items), "numbered" if element.tag == "ol" else "plain")


def _table(element: etree._Element) -> Table:
    caption: tuple[Inline, ...] = ()
    columns: tuple[tuple[Inline, ...], ...] = ()
    rows: list[Row] = []
    _reject_text(element, element.text)
    for part in element:
        _reject_text(element, part.tail)
        _expect(part, "caption", "thead", "tbody")
        if part.tag == "caption":
            caption = _inlines(part)
            continue
        _reject_text(part, part.text)
        for row in part:
            _reject_text(part, row.tail)
        if part.tag == "thead":
            header = list(part)
            if len(header) != 1:
                raise MarkupError("a table has one header row", line_of(part))
            columns = tuple(_inlines(cell) for cell in _cells(header[0]))
        else:
            rows.extend(_row(row) for row in part)
    is_list = element.get("data-rows", "") == "numbered"
    if element.get("data-rows") is not None and not is_list:
        raise MarkupError(f'data-rows="{element.get("data-rows")}" is not "numbered"', line_of(element))
    if not columns or not (caption or is_list) or not rows:
        raise MarkupError("a table needs a <caption>, a <thead> and rows", line_of(element))
    for made, source in zip(rows, element.iterfind("tbody/tr"), strict=True):
        if len(made.cells) != len(columns):
            raise MarkupError(f"a row of {len(made.cells)} cells in a table of {len(columns)} columns", line_of(source))
    widths, style = _widths(element, len(columns)), element.get("class", "")
    return Table(caption, columns, tuple(rows), widths, None, style, is_list)


def _widths(element: etree._Element, columns: int) -> tuple[int, ...]:
    text = element.get("data-widths", "")
    if not text:
        return ()
    try:
        widths = tuple(int(word) for word in text.split())
    except ValueError:
        widths = ()
    if len(widths) != columns or sum(widths) != 100 or min(widths) < 1:
        raise MarkupError(
            f'data-widths="{text}" is not one share for each of {columns} columns, 100 together',
            line_of(element),
        )
    return widths


def _row(element: etree._Element) -> Row:
    _expect(element, "tr")
    cells = tuple(Cell(_inlines(cell), cell.tag == "th") for cell in _cells(element))
    return Row(cells, unit_of(_forms(element)))


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    _expect(row, "tr")
    _reject_text(row, row.text)
    for cell in row:
        _expect(cell, "th", "td")
        _reject_text(row, cell.tail)
        yield cell


def _figure(element: etree._Element) -> Figure:
    _reject_text(element, element.text)
    for part in element:
        _reject_text(element, part.tail)
    pictures = element.findall(SVG)
    caption = element.find("figcaption")
    if not 1 <= len(pictures) <= MOST_DRAWINGS or caption is None or len(element) != len(pictures) + 1:
        message = "a <figure> holds one <figcaption> and one to three <svg>, the same picture drawn for several widths"
        raise MarkupError(message, line_of(element))
    _check_alike(pictures)
    forms = (*_forms(caption), *(form for svg in pictures for form in flatten_picture(svg)))
    titles = {fold(svg.findtext(TITLE) or "").strip() for svg in pictures}
    title = titles.pop()
    if not title or titles:
        raise MarkupError("an <svg> needs a <title> that says what the picture says", line_of(pictures[0]))
    drawings = [Drawing(etree.tostring(svg, encoding="unicode", with_tail=False), width_of(svg)) for svg in pictures]
    drawings.sort(key=lambda drawing: -drawing.width)
    return Figure(tuple(drawings), title, _inlines(caption), unit_of(tuple(dict.fromkeys(forms))))


def _check_alike(pictures: Sequence[etree._Element]) -> None:
    """That each of `pictures`, before they are flattened, prints what the first prints. Raises MarkupError."""
    first = drawn_in(pictures[0])
    for svg in pictures[1:]:
        if strange := sorted(first ^ drawn_in(svg)):
            message = f'the pictures of a figure print the same forms; "{strange[0]}" is not in all of them'
            raise MarkupError(message, line_of(svg))


def _inlines(element: etree._Element) -> tuple[Inline, ...]:
    """The inline content of `element`, white space folded, none at its ends."""
    return _trim(tuple(_walk(element)))


def _walk(element: etree._Element) -> Iterator[Inline]:
    if element.text:
        yield Text(fold(element.text))
    for child in element:
        yield from _inline(child)
        if child.tail:
            yield Text(fold(child.tail))


def _inline(child: etree._Element) -> Iterator[Inline]:
    inner = tuple(_walk(child)) if child.tag in ("span", "strong", "em", "a") else ()
    match child.tag:
        case "span" if child.get("lang"):
            yield Foreign(child.get("lang", ""), inner)
        case "span" if child.get("data-note") and not inner:
            yield NoteCall(child.get("data-note", ""))
        case "span":
            yield from inner
        case "strong":
            yield Strong(inner)
        case "em":
            yield Emphasis(inner)
        case "a" if is_link(child.get("href", "")) and all(part.tag in ("a", "span") for part in child.iter()):
            yield Link(child.get("href", ""), "".join(str(text) for text in child.itertext()))
        case "input" if child.get("type") == "checkbox" and child.get("aria-label"):
            yield Checkbox(child.get("aria-label", ""))
        case _:
            raise MarkupError(f"<{name_of(child)}> in text is nothing that the Document can hold", line_of(child))


def _trim(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """`inlines` with adjacent texts joined and white space cut off at both ends and doubled nowhere."""
    joined: list[Inline] = []
    for inline in inlines:
        previous = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(previous, Text):
            joined[-1] = Text(fold(previous.text + inline.text))
        else:
            joined.append(inline)
    if joined and isinstance(joined[0], Text):
        joined[0] = Text(joined[0].text.lstrip(" "))
    if joined and isinstance(joined[-1], Text):
        joined[-1] = Text(joined[-1].text.rstrip(" "))
    return tuple(inline for inline in joined if inline != Text(""))


def _forms(element: etree._Element) -> tuple[FormRef, ...]:
    names = dict.fromkeys(str(found.get("data-form")) for found in element.iterfind(".//span[@data-form]"))
    return tuple(map(FormRef.parse, names))


def _expect(element: etree._Element, *tags: str) -> None:
    if element.tag not in tags:
        wanted = " or ".join(f"<{tag}>" for tag in tags)
        raise MarkupError(f"<{name_of(element)}> where {wanted} belongs", line_of(element))


def _reject_text(element: etree._Element, text: str | None) -> None:
    if text and text.strip():
        raise MarkupError(f'text outside a paragraph, item or cell: "{text.strip()[:40]}"', line_of(element))
