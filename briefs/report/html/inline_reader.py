"""The words of one block of a page: emphasis, calls of notes, line breaks, and what is left aside within it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from briefs.model.note_marks import SUPERSCRIPTS
from briefs.model.report import AsideKind
from briefs.report.html.element_facts import BLOCKS, UNREAD, is_emphasised, name_of, roles_of, text_within, value
from briefs.report.html.main_content import MainContent, readable_text
from briefs.report.html.office_styles import is_list_mark
from briefs.report.html.page_notes import PageNotes
from briefs.report.running_text import RunningText, single_spaced

_TO_SUPERSCRIPT = str.maketrans("0123456789", SUPERSCRIPTS)
_ONLY_CALLS = re.compile(r"[\[\](),;.*†‡§\s\w–-]{0,60}")
_PAGE_BREAKS = frozenset({"doc-pagebreak", "pagebreak"})


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of a page before its blocks are read."""

    content: MainContent
    notes: PageNotes
    emphasised: frozenset[str] = frozenset()


@dataclass(slots=True)
class BlockWords:
    """The words of a block while they are read, with its pictures (what they show), and how many characters lead to
    other places in the page, and do not."""

    running: RunningText = field(default_factory=RunningText)
    pictures: list[str] = field(default_factory=list)
    has_picture: bool = False
    links_within: int = 0
    within: int = 0
    elsewhere: int = 0
    marker: str = ""
    breaks: int = 0

    @property
    def is_link_within(self) -> bool:
        """Whether it is nothing but a link to another place in the page."""
        return self.links_within > 0 and not self.elsewhere

    @property
    def is_contents(self) -> bool:
        """Whether it is mostly links to other places in the page, with numbers or leaders between them."""
        return self.within > 2 * self.elsewhere


@dataclass(slots=True)
class InlineReader:
    """Reads what is within blocks. `leave` is told what is left aside, `begin_page` the labels of pages."""

    facts: PageFacts
    leave: Callable[[AsideKind, str], None]
    begin_page: Callable[[str, bool], None]
    words: BlockWords = field(default_factory=BlockWords)
    emphasis: list[etree._Element] = field(default_factory=list)
    raised: int = 0
    links: list[etree._Element] = field(default_factory=list)
    marks: int = 0

    def take(self) -> BlockWords:
        """The words so far; those that follow are of another block."""
        taken, self.words = self.words, BlockWords()
        return taken

    def add(self, text: str | None) -> None:
        """Read characters."""
        if not text:
            return
        if self.marks:
            self.words.marker += text
            return
        if text.strip():
            self.words.breaks = 0
            link = self.links[-1] if self.links else None
            if link is not None and value(link, "href").startswith("#"):
                self.words.links_within += 1
                self.words.within += len(text.strip())
            else:
                self.words.elsewhere += len(text.strip())
        if self.raised and text.strip().isdecimal() and text.isascii():
            text = text.strip().translate(_TO_SUPERSCRIPT)
        self.words.running.add(text, bool(self.emphasis))

    def skips(self, element: etree._Element) -> bool:
        """Whether an element is not read, as nothing in it is text of the report; says what is left aside of it."""
        name, roles = name_of(element), roles_of(element)
        if roles & _PAGE_BREAKS and name not in BLOCKS - {"div", "hr", "p"}:
            label = value(element, "aria-label") or value(element, "title") or text_within(element)
            self.begin_page(label, self.words.running.has_words())
            return True
        kind = self.facts.content.apart.get(element)
        if kind is not None and element not in self.facts.notes.calls:
            self.leave(kind, readable_text(element))
            return True
        if name in UNREAD:
            return True
        if element in self.facts.notes.comments:
            self.leave("comment", readable_text(element))
            return True
        if numbers := self._called(element, name):
            for number in numbers:
                self.words.running.call(number)
            return True
        if element in self.facts.notes.back:
            return True
        if name in ("del", "strike"):
            self.leave("deleted text", readable_text(element))
            return True
        if name == "svg":
            shown = [text_within(child) for child in element if name_of(child) in ("title", "desc")]
            self._picture(value(element, "aria-label") or " ".join(shown))
            return True
        return False

    def start(self, element: etree._Element) -> None:
        """An element within a block begins."""
        name = name_of(element)
        if name == "br":
            self.words.breaks += 1
            self.words.running.add(" ")
        elif name == "img":
            self._picture(value(element, "alt"))
        elif name == "sup":
            self.raised += 1
        elif name == "a":
            self.links.append(element)
            address = value(element, "href")
            if address and not address.startswith(("#", "javascript:")):
                self.leave("address of a link", address)
        elif name == "q":
            self.words.running.add("“", bool(self.emphasis))
        elif name == "math" and not text_within(element):
            self.words.running.add(value(element, "alttext"), bool(self.emphasis))
        elif is_list_mark(element):
            self.marks += 1
        if name not in BLOCKS and is_emphasised(element, self.facts.emphasised):
            self.emphasis.append(element)

    def end(self, element: etree._Element) -> None:
        """An element within a block ends."""
        name = name_of(element)
        if self.emphasis and self.emphasis[-1] is element:
            self.emphasis.pop()
        if name == "sup":
            self.raised -= 1
        elif name == "a" and self.links and self.links[-1] is element:
            self.links.pop()
        elif name == "q":
            self.words.running.add("”", bool(self.emphasis))
        elif is_list_mark(element) and name not in BLOCKS:
            self.marks -= 1

    def _called(self, element: etree._Element, name: str) -> list[int]:
        """The notes that an element calls, if it has nothing but calls: a link, or what raises links."""
        calls = self.facts.notes.calls
        if name != "sup":
            return [calls[element]] if element in calls else []
        numbers = [calls[link] for link in element.iterdescendants("a") if link in calls]
        return numbers if numbers and _ONLY_CALLS.fullmatch(text_within(element)) else []

    def _picture(self, alternative: str) -> None:
        self.words.has_picture = True
        if shown := single_spaced(alternative):
            self.words.pictures.append(shown)


def flat_text(element: etree._Element, facts: PageFacts, leave: Callable[[AsideKind, str], None]) -> str:
    """All words of an element in one text, such as those of a cell; blocks have spaces between them."""
    reader = InlineReader(facts, leave, lambda label, is_within: None)
    walk = etree.iterwalk(element, events=("start", "end", "comment"))
    skipped: etree._Element | None = None
    for event, one in walk:
        if event == "start":
            if one is not element and reader.skips(one):
                walk.skip_subtree()
                skipped = one
                continue
            if name_of(one) in BLOCKS:
                reader.add(" ")
            reader.start(one)
            reader.add(one.text)
            continue
        if event == "end" and one is not skipped:
            reader.end(one)
            if name_of(one) in BLOCKS:
                reader.add(" ")
        if one is not element:
            reader.add(one.tail)
    words = reader.take()
    text = words.running.text()
    if not text:
        return "; ".join(words.pictures)
    for shown in words.pictures:
        leave("alternative text within a line", shown)
    return text
