"""Elements of WordprocessingML (ISO/IEC 29500-1), made in the order that the schema requires."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cache
from typing import TypeAlias, cast

from lxml import etree

from briefs.model.typesetting import parted_at_whole_words, with_line_breaks

Element: TypeAlias = etree._Element

EDITION = "urn:briefs:edition:1"
"""The namespace of the record of an edition, which travels in a Word file."""
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
"""What our documents declare."""
_READ = {
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
    "edition": EDITION,
}
"""What is only read, or is in parts of its own."""
_NAMED = NAMESPACES | _READ
_ROOT = {prefix: NAMESPACES[prefix] for prefix in ("w", "r", "mc", "w14")}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def qn(name: str) -> str:
    """The expanded name of `prefix:local`."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMED[prefix]}}}{local}"


def element(name: str, attributes: dict[str, str], *children: Element) -> Element:
    """An element; its name, and the names of its attributes that are in a namespace, have a prefix."""
    expanded = {qn(key) if ":" in key else key: value for key, value in attributes.items()}
    made = etree.Element(qn(name), expanded, _ROOT if name.partition(":")[0] in _ROOT else NAMESPACES)
    made.extend(children)
    return made


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element of the main namespace, with attributes of it. A child that is None is left out."""
    made = etree.Element(qn(f"w:{name}"), None, _ROOT)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend([child for child in children if child is not None])
    return made


def root(name: str, *children: Element) -> Element:
    """The root of a part. Readers of plain ISO/IEC 29500 may ignore the additions of Word 2010 (`w14`)."""
    made = etree.Element(qn(f"w:{name}"), {qn("mc:Ignorable"): "w14"}, _ROOT)
    made.extend(children)
    return made


def default_namespace(uri: str) -> dict[str, str]:
    """The declaration of a namespace without a prefix."""
    return cast(dict[str, str], {None: uri})  # lxml's stubs do not allow None as a prefix


def parse(xml: str) -> Element:
    """Elements written as text, with the prefixes of `NAMESPACES` declared."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
    return etree.fromstring(f"<root {declared}>{xml}</root>", parser)


def is_on(parent: Element, name: str) -> bool:
    """Whether `parent` has the switch `w:name`, turned on (ISO/IEC 29500-1, 17.17.4)."""
    found = parent.find(qn(f"w:{name}"))
    return found is not None and found.get(qn("w:val"), "1") not in ("0", "false", "off")


def characters(text: str) -> list[Element]:
    """The content of a run for `text`. Tabs, line breaks and some hyphens are elements in Word, not characters.

    Raises ValueError for characters that XML cannot hold: control characters, U+FFFE, U+FFFF, surrogates.
    """
    made: list[Element] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(w("br"))
        for column, piece in enumerate(line.split("\t")):
            if column:
                made.append(w("tab"))
            made += _unbroken(piece)
    return made


LONGEST_ADDRESS = 60
"""Characters: a longer address is broken at its marks; shorter ones stay as readers search for them."""


def _unbroken(text: str) -> Iterator[Element]:
    """The content of a run for `text` in one line; hyphenated names and codes have hyphens at which no line ends.

    These are what Word itself writes (17.3.3.18), not the character U+2011: they need no glyph of their own, and
    programs read them as hyphens. Very long addresses have what Word calls no-width optional breaks.
    """
    pending = ""
    for piece, is_whole in parted_at_whole_words(with_line_breaks(text, LONGEST_ADDRESS)):
        first, *others = piece.split("-") if is_whole else [piece]
        pending += first
        for part in others:
            yield _characters(pending)
            yield w("noBreakHyphen")
            pending = part
    if pending:
        yield _characters(pending)


def _characters(text: str) -> Element:
    made = w("t")
    made.text = text
    if text != text.strip() or "  " in text:
        made.set(_XML_SPACE, "preserve")
    return made


def text_of(element: Element) -> str:
    """What a `w:t` or a hyphen at which no line ends stands for; empty for any other element."""
    if element.tag == qn("w:noBreakHyphen"):
        return "-"
    return element.text or "" if element.tag == qn("w:t") else ""


def run(text: str, properties: Element | None = None) -> Element:
    """A run of `text`, with `properties` (`w:rPr`) if given."""
    return w("r", properties, *characters(text))


def styled_run(style: str, *content: Element) -> Element:
    """A run in the character style with this id."""
    return w("r", w("rPr", w("rStyle", val=style)), *content)


def tab_character() -> Element:
    """A run that moves to the next tab stop."""
    return w("r", w("tab"))


def local_name(element: Element) -> str:
    """The name of an element of the main namespace without its prefix; empty for any other, and for comments."""
    prefix = qn("w:p")[:-1]
    return str(element.tag).removeprefix(prefix) if str(element.tag).startswith(prefix) else ""


def bare_colour(colour: str) -> str:
    """A colour (`#RRGGBB`) as attributes have it (ISO/IEC 29500-1, 17.18.38): without the sign."""
    return colour.removeprefix("#")


def value_of(element: Element | None, attribute: str = "val") -> str:
    """An attribute of the main namespace; empty if the element or the attribute is not there."""
    return "" if element is None else element.get(qn(f"w:{attribute}"), "")


def remove(element: Element) -> None:
    """Remove `element` from its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element, content: Element | None = None) -> None:
    """Put what `element` holds, or what `content` within it holds, in its place."""
    replace_by(element, list(element if content is None else content))


def replace_by(element: Element, others: Iterable[Element]) -> None:
    """Put `others` in the place of `element`, if it has one. What stands before it is not counted: a paragraph may hold
    100,000 changes, each of which goes."""
    parent = element.getparent()
    if parent is not None:
        for other in others:
            element.addprevious(other)
        parent.remove(element)


def insert_before(parent: Element, made: Element, names: tuple[str, ...]) -> None:
    """Put `made` before the first child of `parent` that has one of `names`; at the end if none has."""
    later = {qn(f"w:{name}") for name in names}
    place = next((i for i, child in enumerate(parent) if child.tag in later), len(parent))
    parent.insert(place, made)


def field(instruction: str, result: str, properties: Element | None = None) -> list[Element]:
    """A complex field (17.16.18) with its cached result, so that it can be read before a program has computed it.

    All its runs have `properties` (`w:rPr`), if given, so that the result keeps its look when it is computed anew.
    """

    def piece(*content: Element) -> Element:
        return w("r", deepcopy(properties), *content)

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
    keep_lines: bool = False,
    page_break: bool = False,
    borders: Element | None = None,
    tabs: Element | None = None,
    space_before: int | None = None,
    space_after: int | None = None,
    line: int | None = None,
    indent: Element | None = None,
    outline: int | None = None,
) -> Element:
    """A paragraph of the style with this id, its properties in the order of the schema (A.1, CT_PPrBase).

    `list_id` is a `w:num`; the space around it and the exact height of its lines are in twips; `outline` is a level
    counted from 0; `borders`, `tabs` and `indent` are the elements `w:pBdr`, `w:tabs` and `w:ind`.
    """
    space = {"before": space_before, "after": space_after}
    spacing: dict[str, str | int] = {side: length for side, length in space.items() if length is not None}
    if line is not None:
        spacing |= {"line": line, "lineRule": "exact"}
    properties = w(
        "pPr",
        w("pStyle", val=style),
        w("keepNext") if keep_next else None,
        w("keepLines") if keep_lines else None,
        w("pageBreakBefore") if page_break else None,
        None if list_id is None else w("numPr", w("ilvl", val=0), w("numId", val=list_id)),
        borders,
        tabs,
        w("spacing", **spacing) if spacing else None,
        indent,
        None if outline is None else w("outlineLvl", val=outline),
    )
    return w("p", properties, *content)
