"""Notes of a page: what calls them, what they say, and the links that lead back from them.

A page has no notes of its own. They are links to places further on, and what says so is a role (DPUB-ARIA, EPUB), a
class, superscript, or a link from the note back to its call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from briefs.model.note_marks import FOOTNOTE_DIGITS
from briefs.report.html.element_facts import BLOCKS, heading_level, name_of, roles_of, text_within, value, words_in
from briefs.report.running_text import ASTERISK, superscript

_CALLING = frozenset({"doc-noteref", "noteref"})
_BEING = frozenset({"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote", "note"})
_LEADING_BACK = frozenset({"doc-backlink", "backlink"})
_CLASS = re.compile(r"(?:foot|end)-?notes?|note-?ref|(?:^|[\s_-])(?:fn|ref(?:erence)?)(?:$|[\s_-])", re.IGNORECASE)
_MARK = re.compile(r"[\[(]?\s*(?:\d{1,6}|[ivxlc]{1,7}|[a-z]|[*†‡§¶#]{1,4})\s*[\])]?\.?", re.IGNORECASE)
"""What a call or the beginning of a note says: "12", "[12]", "iv", "*"."""
_NUMBER = re.compile(rf"[\[(]?\s*(\d{{1,{FOOTNOTE_DIGITS}}})\s*[\])]?\.?")
_SIGNS_BEFORE = re.compile(r"\A[\s^↑↩]+")
_SIGNS_BEHIND = re.compile(r"[\s^↑↩\ufe0e\ufe0f]+\Z")
_COMMENT = re.compile(r"_?(?:cmnt|msocom_)\d+")
"""Where Google Docs and Word have the comments of reviewers; the links back are called otherwise."""
_WHOLE = frozenset({"li", "aside", "dd", "section", "div", "p", "td"})


@dataclass(frozen=True, slots=True)
class PageNote:
    """A note: its number in the report, and how the page prints that if it is another. `has_mark`: its text begins with
    it."""

    number: int
    printed: str
    has_mark: bool


@dataclass(frozen=True, slots=True)
class PageNotes:
    """The number that each link calls, the notes by the elements that hold them, the links that lead back, and what
    holds comments of reviewers or calls them."""

    calls: Mapping[etree._Element, int] = field(default_factory=dict)
    notes: Mapping[etree._Element, PageNote] = field(default_factory=dict)
    back: frozenset[etree._Element] = frozenset()
    comments: frozenset[etree._Element] = frozenset()


def page_notes(scope: etree._Element) -> PageNotes:
    """The notes in the part of a page that is the report. Their numbers are those that the page prints, if these are
    numbers of which no two are the same; otherwise notes are numbered in the order in which they are called."""
    targets = _targets(scope)
    order = {element: number for number, element in enumerate(targets.places)}
    comments = {link for link, target in targets.links if _is_comment(link)}
    comments |= {_holder(target, scope, frozenset()) for link, target in targets.links if link in comments}
    marks = [(link, target) for link, target in targets.links if link not in comments]
    backlinked = _backlinked(marks, order)
    called: dict[etree._Element, list[etree._Element]] = {}  # links by the place that they lead to
    for link, target in marks:
        if order[link] < order[target] and not heading_level(target) and _is_call(link, target, backlinked):
            called.setdefault(target, []).append(link)
    beginnings = frozenset(called)
    holders = {target: _holder(target, scope, beginnings) for target in called}
    uncalled = [one for one in targets.notes if one not in holders.values() and one not in called]
    calls_of = {link for links in called.values() for link in links}
    callers = calls_of | {around for link in calls_of for around in _near(link)}
    back = {link for link, target in targets.links if link not in calls_of and _is_back(link, target, callers)}
    numbers = _numbers(called)
    leading_back = back | {around for link in back for around in _near(link, 3)}
    notes: dict[etree._Element, PageNote] = {}
    for target, links in called.items():
        printed = _printed(links[0])
        number, holder = numbers[target], holders[target]
        has_mark = name_of(holder) != "li" and holder not in leading_back
        notes[holder] = PageNote(number, "" if printed == str(number) else printed, has_mark)
    next_number = max(numbers.values(), default=0) + 1
    for number, holder in enumerate(uncalled, next_number):
        notes[holder] = PageNote(number, "", has_mark=False)
    calls = {link: numbers[target] for target, links in called.items() for link in links}
    return PageNotes(calls, notes, frozenset(back), frozenset(comments))


def note_text(text: str, printed: str) -> str:
    """What a note says, without signs that led back, and without its own mark as `printed` before it, if it has it."""
    text = _SIGNS_BEFORE.sub("", _SIGNS_BEHIND.sub("", text))
    if not printed:
        return text
    printed = printed.replace("*", ASTERISK)
    mark = re.match(rf"[\[(]?{re.escape(printed)}(?:[\])]\.?|\.|(?=\s))\s*", text)
    raised = superscript(int(printed)) if printed.isascii() and printed.isdecimal() else printed
    if mark is None and text.startswith(raised):
        return text[len(raised) :].lstrip()
    return text[mark.end() :] if mark and mark.end() < len(text) else text


@dataclass(slots=True)
class _Targets:
    """Links within a page with the elements that they lead to; elements that say that they are notes; all of both."""

    links: list[tuple[etree._Element, etree._Element]] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    places: list[etree._Element] = field(default_factory=list)


def _targets(scope: etree._Element) -> _Targets:
    named: dict[str, etree._Element] = {}
    links: list[etree._Element] = []
    found = _Targets()
    for element in scope.iter("*"):
        if not element.attrib:
            continue
        is_place = False
        for name in (value(element, "id"), value(element, "name") if name_of(element) == "a" else ""):
            if name:
                named.setdefault(name, element)
                is_place = True
        if name_of(element) == "a" and value(element, "href").startswith("#"):
            links.append(element)
            is_place = True
        if roles_of(element) & _BEING and name_of(element) in _WHOLE:
            found.notes.append(element)
            is_place = True
        if is_place:
            found.places.append(element)
    for link in links:
        name = value(link, "href")[1:]
        target = named.get(name)
        target = named.get(unquote(name)) if target is None else target
        if target is not None:
            found.links.append((link, target))
    return found


def _backlinked(
    links: list[tuple[etree._Element, etree._Element]], order: Mapping[etree._Element, int]
) -> frozenset[tuple[etree._Element, etree._Element]]:
    """Pairs of a link and its target from which another link leads back."""
    back: dict[etree._Element, set[etree._Element]] = {}
    for link, target in links:
        if order[target] < order[link]:
            for place in (target, *_near(target)):
                back.setdefault(place, set()).update((link, *_near(link, 2)))
    return frozenset((link, target) for link, target in links if target in back.get(link, ()))


def _near(element: etree._Element, blocks: int = 1) -> Iterator[etree._Element]:
    """What is right around an element, up to its block, or as many `blocks` around it."""
    parent = element.getparent()
    while parent is not None and blocks:
        yield parent
        blocks -= name_of(parent) in BLOCKS
        parent = parent.getparent()


def _is_call(
    link: etree._Element, target: etree._Element, backlinked: frozenset[tuple[etree._Element, etree._Element]]
) -> bool:
    """Whether a link calls a note."""
    parent = link.getparent()
    if roles_of(link) & _CALLING or roles_of(target) & _BEING:
        return True
    text = text_within(link)
    if text and not _MARK.fullmatch(text):
        return False
    is_raised = parent is not None and name_of(parent) == "sup"
    is_raised |= any(name_of(child) == "sup" for child in link)
    around = " ".join(value(one, "class") for one in (link, *([parent] if parent is not None else [])))
    return (bool(text) and (is_raised or (link, target) in backlinked)) or _CLASS.search(around) is not None


def _is_back(link: etree._Element, target: etree._Element, callers: set[etree._Element]) -> bool:
    """Whether a link leads from a note back to a call."""
    if roles_of(link) & _LEADING_BACK or "footnote-back" in words_in(link, "class"):
        return True
    return target in callers


def _is_comment(link: etree._Element) -> bool:
    return _COMMENT.fullmatch(value(link, "href")[1:]) is not None


def _holder(target: etree._Element, scope: etree._Element, beginnings: frozenset[etree._Element]) -> etree._Element:
    """The element that has all that a note says, which begins at `target`."""
    element = target
    while name_of(element) not in BLOCKS:
        parent = element.getparent()
        if parent is None or element is scope:
            return target
        element = parent
    if element is not target and name_of(element) == "p":
        parent = element.getparent()
        if parent is not None and parent is not scope and name_of(parent) in ("li", "aside", "div", "dd"):
            is_first = next((child for child in parent if name_of(child)), None) is element
            others = (one for one in parent.iterdescendants("*") if one in beginnings and one is not target)
            if is_first and next(others, None) is None and not any(heading_level(one) for one in parent):
                return parent
    return element


def _printed(link: etree._Element) -> str:
    """What a call prints, without brackets."""
    return text_within(link).strip("[]() .")


def _numbers(called: Mapping[etree._Element, list[etree._Element]]) -> dict[etree._Element, int]:
    """The number of each note, in the order in which they are called."""
    printed = [_NUMBER.fullmatch(text_within(links[0])) for links in called.values()]
    numbers = [int(found[1]) for found in printed if found]
    if len(set(numbers)) == len(called) and 0 not in numbers:
        return dict(zip(called, numbers, strict=True))
    return {target: number for number, target in enumerate(called, 1)}
