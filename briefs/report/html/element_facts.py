"""What single elements of a page are, by their names, roles and styles."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
"""Elements that begin and end a text of their own (HTML, 15.3)."""
EMPHASIS = frozenset({"em", "i", "strong", "b", "cite", "dfn"})
UNREAD = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "link",
        "meta",
        "base",
        "param",
        "source",
        "track",
        "area",
        "map",
        "canvas",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "applet",
        "frame",
        "frameset",
        "noframes",
        "datalist",
        "select",
        "input",
        "textarea",
        "button",
        "progress",
        "meter",
        "annotation",
        "annotation-xml",
        "rp",
    }
)
"""Elements that have no text of the report."""
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_EMPHASISED = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)


def name_of(element: etree._Element) -> str:
    """The name of an element in small letters, without a prefix; empty for comments and instructions."""
    tag = element.tag
    return _bare(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=512)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def value(element: etree._Element, name: str) -> str:
    """The value of an attribute without white space around it; empty if there is none."""
    found = element.get(name)
    return str(found).strip() if found else ""


def language_of(element: etree._Element) -> str:
    """The language that an element declares."""
    return value(element, "lang") or value(element, "xml:lang") or value(element, _XML_LANGUAGE)


def words_in(element: etree._Element, *names: str) -> frozenset[str]:
    """The words of these attributes in small letters, such as the classes of an element."""
    return frozenset(word for name in names for word in value(element, name).lower().split())


def roles_of(element: etree._Element) -> frozenset[str]:
    """The roles of an element (WAI-ARIA, DPUB-ARIA, EPUB)."""
    return words_in(element, "role", "epub:type") if element.attrib else frozenset()


def is_hidden(element: etree._Element) -> bool:
    """Whether the page says that nobody sees an element."""
    if not element.attrib:
        return False
    return (
        element.get("hidden") is not None
        or value(element, "aria-hidden").lower() == "true"
        or _HIDDEN.search(value(element, "style")) is not None
    )


def is_emphasised(element: etree._Element, classes: frozenset[str]) -> bool:
    """Whether an element within a text is bold or italic, by its name, its style, or one of these `classes`."""
    if name_of(element) in EMPHASIS:
        return True
    if not element.attrib:
        return False
    return _EMPHASISED.search(value(element, "style")) is not None or not classes.isdisjoint(words_in(element, "class"))


def heading_level(element: etree._Element) -> int:
    """The level of a heading from 1 to 6; 0 if it is none."""
    name = name_of(element)
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        return 0 if roles_of(element) & {"presentation", "none"} else int(name[1])
    if "heading" in words_in(element, "role"):
        level = value(element, "aria-level")
        return min(6, max(1, int(level))) if level.isdecimal() else 2
    return 0


def text_within(element: etree._Element) -> str:
    """All text of an element on one line, without comments."""
    return " ".join("".join(map(str, element.itertext("*"))).split())
