"""Words selected in the report as passages that a block can point at, with the shortest anchors that name them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.model.block_fields import Anchor
from briefs.model.folding import matching_offsets
from briefs.model.library import Extract, Library
from briefs.model.report import Report
from briefs.model.typesetting import typeset
from briefs.preview.editing.tried_block import anchor_index
from briefs.preview.messages import NotPossible
from briefs.text.anchors import AnchorIndex, Searchable
from briefs.text.new_anchors import shortest_anchor

MOST_PARAGRAPHS = 5
"""A block that pointed at more would say several things."""


@dataclass(frozen=True, slots=True)
class SelectedPassage:
    """What is at `start`–`end` of the clean text of `node`, and the shortest anchor that names it alone."""

    node: Searchable
    start: int
    end: int
    anchor: Anchor

    @property
    def words(self) -> str:
        """The words of the report."""
        return self.node.text[self.start : self.end]

    @property
    def extract(self) -> Extract:
        """The passage as an anchor would give it."""
        leaf = self.node.leaf
        return Extract(leaf.address, leaf.label, leaf.lines, self.start, self.end, typeset(self.words))


def selected_passages(report: Report, address: str, start: int, end: int, last: str = "") -> list[SelectedPassage]:
    """The passages that somebody has selected: from `start` in the node at `address` to `end` in that at `last`, or in
    the same one. They begin and end with whole words, without spaces around them.

    `start` and `end` are offsets in clean texts. Raises NotPossible, in words for whoever selected them, if no anchor
    can name them.
    """
    index = anchor_index(report)
    nodes = _nodes(index, address, last or address)
    passages = []
    for number, node in enumerate(nodes):
        low = start if number == 0 else 0
        high = end if number == len(nodes) - 1 else len(node.text)
        span = whole_words(node.text, low, high)
        if span is not None:
            passages.append(SelectedPassage(node, *span, _anchor(node, *span, index)))
    if not passages:
        raise NotPossible("no words are selected", "select words of a paragraph, an item or a note")
    return passages


def whole_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """`start`–`end` of `text`, widened to whole words, without spaces around them; None if there is no word in it."""
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start >= end or not any(map(str.isalnum, text[start:end])):
        return None
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def blocks_pointing_at(library: Library, passages: Sequence[SelectedPassage]) -> tuple[str, ...]:
    """The blocks that point at most of one of `passages` already, or at a part of one that is most of their own."""
    found = []
    for drawn in library.blocks.values():
        spans = [(one.address, one.start, one.end) for one in drawn.all_extracts()]
        if any(_share(spans, passage) for passage in passages):
            found.append(drawn.id)
    return tuple(found)


def _share(spans: Sequence[tuple[str, int, int]], passage: SelectedPassage) -> bool:
    for address, start, end in spans:
        shared = min(end, passage.end) - max(start, passage.start)
        if address == passage.node.leaf.address and 2 * shared >= min(end - start, passage.end - passage.start):
            return True
    return False


def _nodes(index: AnchorIndex, first: str, last: str) -> Sequence[Searchable]:
    """The nodes from the one at `first` to the one at `last`, in reading order."""
    addresses = [node.leaf.address for node in index.nodes]
    for address in (first, last):
        if address not in addresses:
            raise NotPossible(
                f'a block cannot point at "{address}"', "select words of a paragraph, an item, a note or a row"
            )
    low, high = addresses.index(first), addresses.index(last)
    if low > high:
        raise NotPossible("the selection ends before it begins", "select the words again, from their beginning")
    if high - low >= MOST_PARAGRAPHS:
        raise NotPossible(
            f"the selection runs over {high - low + 1} paragraphs",
            f"select words of at most {MOST_PARAGRAPHS}: a block says one thing",
        )
    return index.nodes[low : high + 1]


def _anchor(node: Searchable, start: int, end: int, index: AnchorIndex) -> Anchor:
    """The anchor of a passage. Raises NotPossible if there is none."""
    low, high = _matched(node, start, end)
    anchor = shortest_anchor(node, low, high, index) if low < high else None
    if anchor is None:
        message = f'no anchor can name these words of {node.leaf.label} alone: "{_shown(node.text[start:end])}"'
        raise NotPossible(
            message, "they stand there twice, or have a sign that cannot be printed: select more or fewer"
        )
    return anchor


def _matched(node: Searchable, start: int, end: int) -> tuple[int, int]:
    """The offsets in the matching form of a node of what is at `start`–`end` of its text."""
    offsets = matching_offsets(node.text)
    if offsets is None:
        return start, end
    return bisect_left(offsets, start), bisect_left(offsets, end)


def _shown(words: str) -> str:
    return words if len(words) <= 60 else words[:60].rstrip() + "…"
