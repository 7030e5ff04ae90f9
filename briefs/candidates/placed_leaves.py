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


@dataclass(frozen=True)
class PlacedLeaf:
    """A leaf of a report: its clean `text`, and the `sections` that it is in, outermost first.

    `lead_in` is what introduces the list that an item is in: the text before it, if that ends with a colon.
    """

    leaf: Leaf
    text: str
    sections: tuple[Section, ...]
    lead_in: str = ""

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the text, in order; those of a row cell by cell."""
        return tuple(one for part in self.text.split("\t") for one in sentences(part.strip()) if one)

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
    return tuple(_of(report.children, (), "", report.note_numbers()))


def _of(
    nodes: Sequence[Node], sections: tuple[Section, ...], lead_in: str, notes: frozenset[int]
) -> Iterator[PlacedLeaf]:
    """The leaves of `nodes`; `lead_in` introduces the items and lists among them."""
    before = lead_in
    for node in nodes:
        if isinstance(node, Section):
            yield from _of(node.children, (*sections, node), "", notes)
        elif isinstance(node, List):
            yield from _of(node.items, sections, before, notes)
        elif isinstance(node, Item):
            text = clean(node.text, notes)
            yield PlacedLeaf(node, text, sections, lead_in)
            yield from _of(node.children, sections, _introducing(text) or lead_in, notes)
        elif isinstance(node, Table):
            yield from _of(node.rows, sections, "", notes)
        else:
            text = clean(node.text, notes)
            yield PlacedLeaf(node, text, sections)
            if isinstance(node, Paragraph):
                before = _introducing(text)


def _introducing(text: str) -> str:
    """What a text says if it introduces what stands below it: it ends with a colon. Else nothing."""
    return text if text.rstrip().endswith((":", "：")) else ""
