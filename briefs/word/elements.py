"""Elements of WordprocessingML (ISO/IEC 29500-1), made in the order in which the schema wants them."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias, cast

from lxml import etree

Element: TypeAlias = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_ROOT = {prefix: NAMESPACES[prefix] for prefix in ("w", "r", "mc", "w14")}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def qn(name: str) -> str:
    """The expanded name of `prefix:local`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(name: str, attributes: dict[str, str], *children: Element) -> Element:
    """An element whose name has a prefix; so have its attributes, except those of no namespace."""
    expanded = {qn(key) if ":" in key else key: value for key, value in attributes.items()}
    made = etree.Element(qn(name), expanded, _ROOT if name.partition(":")[0] in _ROOT else NAMESPACES)
    made.extend(children)
    return made


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element of the main namespace with attributes of it; a child that is None is left out."""
    made = etree.Element(qn(f"w:{name}"), None, _ROOT)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend([child for child in children if child is not None])
    return made


def root(name: str, *children: Element) -> Element:
    """The root of a part. Readers of plain ISO 29500 may ignore what Word 2010 added (`w14`)."""
    made = etree.Element(qn(f"w:{name}"), {qn("mc:Ignorable"): "w14"}, _ROOT)
    made.extend(children)
    return made


def default_namespace(uri: str) -> dict[str, str]:
    """The declaration of a namespace without prefix."""
    return cast(dict[str, str], {None: uri})  # lxml's stubs know no None as prefix


def parse(xml: str) -> Element:
    """Elements written as text, with the prefixes of `NAMESPACES` declared."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
    return etree.fromstring(f"<root {declared}>{xml}</root>", parser)


def is_on(parent: Element, name: str) -> bool:
    """Whether `parent` has the switch `w:name` and it is on (ISO/IEC 29500-1, 17.17.4)."""
    found = parent.find(qn(f"w:{name}"))
    return found is not None and found.get(qn("w:val"), "1") not in ("0", "false", "off")


def characters(text: str) -> list[Element]:
    """The content of a run for `text`: tabs and line ends are elements in Word, not characters.

    Characters that XML cannot hold (control characters, U+FFFE, U+FFFF, surrogates) raise ValueError.
    """
    made: list[Element] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(w("br"))
        for column, piece in enumerate(line.split("\t")):
            if column:
                made.append(w("tab"))
            if piece:
                part = w("t")
                part.text = piece
                if piece != piece.strip() or "  " in piece:
                    part.set(_XML_SPACE, "preserve")
                made.append(part)
    return made


def run(text: str, properties: Element | None = None) -> Element:
    """A run of `text`."""
    return w("r", properties, *characters(text))


def field(instruction: str, result: str, style: str = "") -> list[Element]:
    """A complex field with its cached result, so that no program has to compute it before it can be read."""

    def piece(*content: Element) -> Element:
        return w("r", w("rPr", w("rStyle", val=style)) if style else None, *content)

    code = w("instrText")
    code.text = f" {instruction} "
    code.set(_XML_SPACE, "preserve")
    return [
        piece(w("fldChar", fldCharType="begin")),
        piece(code),
        piece(w("fldChar", fldCharType="separate")),
        piece(*characters(result)),
        piece(w("fldChar", fldCharType="end")),
    ]


def paragraph(
    style: str,
    *content: Element,
    list_id: int | None = None,
    keep_next: bool = False,
    page_break: bool = False,
    space_before: int | None = None,
    outline: int | None = None,
) -> Element:
    """A paragraph of a style. `list_id` is a `w:num`, `space_before` in twips, `outline` a level counted from 0."""
    properties = w(
        "pPr",
        w("pStyle", val=style),
        w("keepNext") if keep_next else None,
        w("pageBreakBefore") if page_break else None,
        None if list_id is None else w("numPr", w("ilvl", val=0), w("numId", val=list_id)),
        None if space_before is None else w("spacing", before=space_before),
        None if outline is None else w("outlineLvl", val=outline),
    )
    return w("p", properties, *content)
