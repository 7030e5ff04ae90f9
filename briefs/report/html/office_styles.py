"""What pages that Word and Google Docs have written say in names of classes and in styles of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from briefs.report.html.element_facts import heading_level, name_of, value

_MSO_LIST = re.compile(r"mso-list\s*:\s*(l\d+)\s+level(\d+)", re.IGNORECASE)
_GOOGLE_LIST = re.compile(r"(lst-kix_[\w.]+)-(\d+)")
_RULE = re.compile(r"\.([\w-]{1,60})\s*\{([^{}]{0,2000})\}")
_EMPHASIS = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_LONGEST_SHEET = 500_000
_TITLES = frozenset({"msotitle", "msosubtitle", "title", "subtitle"})
_CONTENTS = re.compile(r"mso-?toc(?:heading|\d)", re.IGNORECASE)
_QUOTATIONS = frozenset({"msoquote", "msointensequote"})


@dataclass(frozen=True, slots=True)
class OfficeList:
    """The list that an element says that it is in, and how deep, from 0."""

    name: str
    depth: int


def is_list_mark(element: etree._Element) -> bool:
    """Whether an element is what Word printed in front of an item."""
    return "ignore" in value(element, "style").lower() and "mso-list" in value(element, "style").lower()


def word_list(element: etree._Element) -> OfficeList | None:
    """The list of a paragraph that Word has written."""
    if name_of(element) not in ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6"):
        return None
    found = _MSO_LIST.search(value(element, "style"))
    return OfficeList(found[1], max(0, min(8, int(found[2]) - 1))) if found else None


def google_list(element: etree._Element) -> OfficeList | None:
    """The list that a list of Google Docs, which has one for each level, is a part of."""
    found = _GOOGLE_LIST.search(value(element, "class"))
    return OfficeList(found[1], min(8, int(found[2]))) if found else None


def is_title(element: etree._Element) -> bool:
    """Whether a paragraph has the style of a title."""
    return name_of(element) == "p" and not _TITLES.isdisjoint(value(element, "class").lower().split())


def is_contents_entry(element: etree._Element) -> bool:
    """Whether a paragraph has the style of an entry in a list of contents."""
    return _CONTENTS.fullmatch(value(element, "class")) is not None and not heading_level(element)


def is_quotation(element: etree._Element) -> bool:
    """Whether a paragraph has the style of a quotation."""
    return value(element, "class").lower() in _QUOTATIONS


def emphasised_classes(root: etree._Element) -> frozenset[str]:
    """The classes that the page's own style sheets make bold or italic; Google Docs has no other mark of emphasis."""
    found: set[str] = set()
    for sheet in root.iter("style"):
        for name, rules in _RULE.findall((sheet.text or "")[:_LONGEST_SHEET]):
            if _EMPHASIS.search(rules):
                found.add(name.lower())
    return frozenset(found)
