"""Which part of a page is the report, and what around and inside it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from briefs.model.report import AsideKind, LeftAside
from briefs.report.html.element_facts import UNREAD, is_hidden, name_of, roles_of, value, words_in

_AROUND: AsideKind = "part of the page around the report"
_NAVIGATION = frozenset(["navigation", "menu", "menubar", "toolbar", "search", "dialog", "alertdialog"])
_OUTER = frozenset(["banner", "contentinfo", "complementary"])
_NOTES = frozenset(
    [
        "doc-footnote",
        "doc-endnote",
        "doc-endnotes",
        "footnote",
        "footnotes",
        "endnote",
        "endnotes",
        "rearnote",
        "rearnotes",
    ]
)
_FORM = frozenset(["button", "select", "textarea", "datalist"])
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|cookies?|consent|pagination|pager|share|sharing|social|newsletter|skip(?:-?link|nav)?"
    r"|sr-only|visually-?hidden|screen-reader-text|noprint|no-print|mw-editsection|navbox|toc-?toggle|back-?to-?top"
    r"|related-(?:posts|links|content)|printfriendly)(?:$|[\s_-])"
)
"""Words in the names of classes and identifiers of what is on many pages and in no report."""
_FEW_WORDS = 120
"""What has more words is content, whatever its class is, unless most of it leads elsewhere."""
_MOST_LINKED = 0.5


@dataclass(frozen=True, slots=True)
class _Measure:
    """How many words are in an element, how many of them in links and in links within the page; how many main headings
    and how much navigation it has."""

    words: int = 0
    linked: int = 0
    linked_within: int = 0
    titles: int = 0
    navigation: int = 0

    def since(self, before: _Measure) -> _Measure:
        """What came after `before`."""
        return _Measure(
            self.words - before.words,
            self.linked - before.linked,
            self.linked_within - before.linked_within,
            self.titles - before.titles,
            self.navigation - before.navigation,
        )

    @property
    def is_mostly_links(self) -> bool:
        """Whether most words lead elsewhere."""
        return self.linked > self.words * _MOST_LINKED

    @property
    def is_contents(self) -> bool:
        """Whether words lead to other places in the page, and hardly any others are there but their numbers."""
        return self.linked_within == self.linked > 0 and self.linked_within * 2 >= self.words


@dataclass(frozen=True, slots=True)
class MainContent:
    """The element that holds the report; elements within it that do not belong to it, with what they are, and others
    that are a list of contents."""

    scope: etree._Element
    apart: Mapping[etree._Element, AsideKind] = field(default_factory=dict)
    contents: frozenset[etree._Element] = frozenset()
    around: tuple[LeftAside, ...] = ()


def main_content(root: etree._Element) -> MainContent:
    """What is the report in a page: its main element or its article if it says so, otherwise its body without what
    pages have around their texts."""
    body = next(root.iter("body", "{*}body"), root)
    measures = dict(_measures(body))
    scope = _scope(body, measures)
    is_main = scope is not body
    apart: dict[etree._Element, AsideKind] = {}
    contents: list[etree._Element] = []
    for element, measure in measures.items():
        if element is scope or element is body:
            continue
        if _is_navigation(element) and measure.is_contents:
            contents.append(element)
        elif kind := _apart(element, measure, is_main):
            apart[element] = kind
    return MainContent(scope, apart, frozenset(contents), tuple(_around(body, scope)))


def readable_text(element: etree._Element) -> str:
    """The words of an element on one line, with what pictures show, without scripts and the like."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end", "comment"))
    for event, one in walk:
        if event == "start" and name_of(one) in UNREAD - _FORM and one is not element:
            walk.skip_subtree()
        elif event == "start":
            parts += (value(one, "alt") if name_of(one) == "img" else "", one.text or "")
        if event != "start" and one is not element:
            parts += (" ", one.tail or "")
    return " ".join("".join(parts).split())


def _measures(body: etree._Element) -> Iterator[tuple[etree._Element, _Measure]]:
    """The elements that may be the report, or apart from it, with what is in them."""
    words = linked = within = titles = navigation = links = links_within = 0
    started: list[tuple[etree._Element, _Measure]] = []
    walk = etree.iterwalk(body, events=("start", "end", "comment"))
    for event, element in walk:
        name = name_of(element)
        if event == "start":
            is_link, is_within = name == "a", name == "a" and value(element, "href").startswith("#")
            links += is_link
            links_within += is_within
            titles += name == "h1"
            navigation += name == "nav"
            if element is body or _is_candidate(element, name):
                started.append((element, _Measure(words, linked, within, titles, navigation)))
            text = element.text if name not in UNREAD else ""
        else:
            if event == "end" and name == "a":
                links -= 1
                links_within -= value(element, "href").startswith("#")
            if event == "end" and started and started[-1][0] is element:
                _, before = started.pop()
                yield element, _Measure(words, linked, within, titles, navigation).since(before)
            text = element.tail
        count = len(text.split()) if text else 0
        words += count
        linked += count if links else 0
        within += count if links_within else 0


def _is_candidate(element: etree._Element, name: str) -> bool:
    if name in ("main", "article", "nav", "header", "footer", "aside", "form", "dialog", "noscript") or name in _FORM:
        return True
    if not element.attrib:
        return False
    roles = words_in(element, "role")
    if "main" in roles or roles & (_NAVIGATION | _OUTER) or is_hidden(element):
        return True
    return _FURNITURE.search(_names(element)) is not None


def _names(element: etree._Element) -> str:
    return f"{value(element, 'class')} {value(element, 'id')}".lower()


def _scope(body: etree._Element, measures: Mapping[etree._Element, _Measure]) -> etree._Element:
    """The element that holds the report."""
    shown = [one for one in measures if one is not body and not is_hidden(one)]
    mains = [one for one in shown if name_of(one) == "main" or "main" in words_in(one, "role")]
    articles = [one for one in shown if name_of(one) == "article"]
    for found, least in ((mains, _FEW_WORDS), (articles, measures[body].words // 2)):
        largest = max(found, key=lambda one: measures[one].words, default=body)
        if largest is not body and measures[largest].words > min(least, measures[body].words // 2):
            return largest
    return body


def _is_navigation(element: etree._Element) -> bool:
    return name_of(element) == "nav" or bool(roles_of(element) & {"doc-toc", "toc", "navigation"})


def _apart(element: etree._Element, measure: _Measure, is_main: bool) -> AsideKind | None:
    """What an element is that is not of the report; None if it is."""
    name, roles = name_of(element), roles_of(element)
    if is_hidden(element) or name == "noscript":
        return "hidden text"
    if name in _FORM or (name == "form" and measure.words < _FEW_WORDS):
        return "form"
    if name in ("nav", "dialog") or roles & _NAVIGATION:
        return _AROUND
    if roles & _NOTES or not _NOTES.isdisjoint(words_in(element, "class", "id")):
        return None
    if name == "header" or "banner" in roles:
        is_title = measure.titles and not measure.navigation and not measure.is_mostly_links
        return None if is_title or (is_main and not measure.is_mostly_links) else _AROUND
    if name in ("footer", "aside") or roles & {"contentinfo", "complementary"}:
        is_quotation = any("quote" in word for word in words_in(element, "class"))
        is_content = is_quotation or (is_main and not measure.is_mostly_links)
        return None if is_content or _is_in_quotation(element) else _AROUND
    if _FURNITURE.search(_names(element)) and (measure.words < _FEW_WORDS or measure.is_mostly_links):
        return _AROUND
    return None


def _is_in_quotation(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and name_of(parent) in ("blockquote", "figure")


def _around(body: etree._Element, scope: etree._Element) -> Iterator[LeftAside]:
    """What is in the body of a page outside the element that holds the report."""
    element = scope
    while element is not body and (parent := element.getparent()) is not None:
        yield from _aside(_AROUND, parent.text)
        for child in parent:
            if child is not element and name_of(child) not in UNREAD | {""}:
                yield from _aside("hidden text" if is_hidden(child) else _AROUND, readable_text(child))
            yield from _aside(_AROUND, child.tail)
        element = parent


def _aside(kind: AsideKind, text: str | None) -> Iterator[LeftAside]:
    if text and (words := " ".join(text.split())):
        yield LeftAside(kind, words)
