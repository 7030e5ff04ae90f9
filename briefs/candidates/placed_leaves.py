"""The texts of a report as finders look through them: clean, in sentences, each with the headings that it is under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefs.candidates.found import FoundPassage
from briefs.candidates.phrase_finder import phrase_pattern
from briefs.model.report import Item, Leaf, List, Matter, Node, Paragraph, Report, Section, Table
from briefs.model.same_object import Same
from briefs.model.typesetting import clean
from briefs.text.sentences import sentences

_NUMBER = re.compile(r"(?:(?:[IVXLC]+|[A-Z])[.):]|\d+(?:\.\d+)*[.):]?|[IVXLC]{2,}|§+)\s+|\W+")
"""The number that a heading begins with, or a mark in front of it."""
_ORDINAL = re.compile(r"[^0-9A-Za-z.]+|\.+\Z")
"""What is not part of the number in the marker of an item."""
_MOST_OTHER_WORDS = 3
_SHORT = 15
"""Fewer words above a list introduce it."""


@dataclass(frozen=True)
class PlacedLeaf:
    """A leaf of a report: its clean `text`, and the `sections` that it is in, outermost first.

    `lead_in` is what introduces the list that an item is in: the text before it, if that ends with a colon. `number` is
    that of an item with those of the items around it ("14.a"); a bullet in a numbered item has its place as number,
    after that of its list if the item has several.
    `depth` is 1 for an item of a list, 2 for one of a list in it, and so on.
    """

    leaf: Leaf
    text: str
    sections: tuple[Section, ...]
    lead_in: str = ""
    number: str = ""
    depth: int = 0

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the text, in order; those of a row cell by cell."""
        return tuple(one for part in self.text.split("\t") for one in sentences(part.strip()) if one)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where in the text each of the sentences begins and ends."""
        found, end = [], 0
        for sentence in self.sentences:
            start = self.text.index(sentence, end)
            end = start + len(sentence)
            found.append((start, end))
        return tuple(found)

    @property
    def introduces(self) -> bool:
        """Whether it only introduces what stands below it: it ends with a colon, or is short and has a list below."""
        has_list = isinstance(self.leaf, Item) and any(isinstance(one, List) for one in self.leaf.children)
        return bool(_introducing(self.text)) or (has_list and len(self.text.split()) < _SHORT)

    @property
    def is_content(self) -> bool:
        """Whether it belongs to what the report says: neither a title, contents, signature nor what pages repeat."""
        return not isinstance(self.leaf, Matter)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The texts of the headings that it is under, outermost first, without their numbers."""
        return tuple(heading_words(one.heading.text) for one in self.sections)

    @property
    def heading(self) -> str:
        """The heading right above it, without its number; empty if there is none."""
        return self.headings[-1] if self.headings else ""

    def section_headed(self, phrases: tuple[str, ...]) -> Section | None:
        """The innermost section around it whose heading has one of `phrases`; None if there is none."""
        pattern = phrase_pattern(phrases)
        found = (one for one, text in zip(self.sections, self.headings, strict=True) if pattern.search(text))
        return next(iter(reversed(list(found))), None)

    def section_titled(self, phrases: tuple[str, ...]) -> Section | None:
        """As `section_headed`, but the heading says little else: at most three words besides the phrase."""
        section = self.section_headed(phrases)
        if section is None:
            return None
        rest = phrase_pattern(phrases).sub(" ", heading_words(section.heading.text))
        return section if len(rest.split()) <= _MOST_OTHER_WORDS else None

    def is_within(self, section: Section) -> bool:
        """Whether it stands in a section, or below it."""
        return any(one is section for one in self.sections)

    def passage(self, words: str = "") -> FoundPassage:
        """`words` of it, or all of them."""
        return FoundPassage(self.leaf, words or self.text)


def heading_words(text: str) -> str:
    """The words of a heading, clean, without the number in front of them."""
    words = clean(text).strip()
    found = _NUMBER.match(words)
    return words[found.end() :] if found and found.end() < len(words) else words


def placed_leaves(report: Report) -> tuple[PlacedLeaf, ...]:
    """All leaves of `report`, in reading order."""
    return _placed(Same(report))


@lru_cache(maxsize=2)
def _placed(key: Same[Report]) -> tuple[PlacedLeaf, ...]:
    report = key.value
    return tuple(_of(report.children, (), report.note_numbers()))


def _of(nodes: Sequence[Node], sections: tuple[Section, ...], notes: frozenset[int]) -> Iterator[PlacedLeaf]:
    """The leaves of `nodes` outside lists, and those of the lists among them."""
    before = ""
    for node in nodes:
        if isinstance(node, Section):
            yield from _of(node.children, (*sections, node), notes)
        elif isinstance(node, List):
            yield from _items(node.items, sections, before, ("", 1), notes)
        elif isinstance(node, Item):
            yield from _items((node,), sections, before, ("", 1), notes)
        elif isinstance(node, Table):
            yield from _of(node.rows, sections, notes)
        else:
            text = clean(node.text, notes)
            yield PlacedLeaf(node, text, sections)
            if isinstance(node, Paragraph):
                before = _introducing(text)


def _items(
    items: Sequence[Item], sections: tuple[Section, ...], lead_in: str, within: tuple[str, int], notes: frozenset[int]
) -> Iterator[PlacedLeaf]:
    """The leaves of a list: its items and what is below them. `within` is the number of the item that the list is in,
    and its depth."""
    above, depth = within
    for place, item in enumerate(items, 1):
        text = clean(item.text, notes)
        own = _ORDINAL.sub("", item.marker) or (str(place) if above else "")
        number = ".".join(filter(None, (above, own)))
        yield PlacedLeaf(item, text, sections, lead_in, number, depth)
        before = _introducing(text)
        lists = [child for child in item.children if isinstance(child, List)]
        for child in item.children:
            if isinstance(child, List):
                which = str(lists.index(child) + 1) if len(lists) > 1 and number else ""
                inner = ".".join(filter(None, (number, which)))
                yield from _items(child.items, sections, before or lead_in, (inner, depth + 1), notes)
            elif isinstance(child, Paragraph):
                text = clean(child.text, notes)
                yield PlacedLeaf(child, text, sections, lead_in, number, depth)
                before = _introducing(text)
            else:
                yield from _of((child,), sections, notes)


def _introducing(text: str) -> str:
    """What a text says if it introduces what stands below it: it ends with a colon. Else nothing."""
    return text if text.rstrip().endswith((":", "：")) else ""
