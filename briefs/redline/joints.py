"""Paragraphs that were parted or joined: the words of one are those of several neighbours in the other edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from briefs.model.document import Item, Paragraph
from briefs.model.inline import Inline, text_area
from briefs.model.mark import Change, Mark
from briefs.model.redlined import WordCounts
from briefs.redline.atoms import END, Atom, atoms
from briefs.redline.compared_parts import Leaf
from briefs.redline.unit_alignment import Pair
from briefs.redline.word_merging import compared, marked, similarity

_GAIN = 0.08
"""How much more alike texts must become if a neighbour's text is added, for the neighbour to be a part of it."""

Text: TypeAlias = Paragraph | Item


@dataclass(frozen=True, slots=True)
class Joint:
    """One paragraph or item of an edition, and several neighbours of the other that say the same."""

    old: tuple[Leaf, ...]
    new: tuple[Leaf, ...]


def with_joints(pairs: Sequence[Pair[Leaf]]) -> list[Pair[Leaf] | Joint]:
    """`pairs` in order, where a pair and the neighbours that belong to it are one joint."""
    made: list[Pair[Leaf] | Joint] = []
    at = 0
    while at < len(pairs):
        joint, taken = _joint(pairs, at)
        made.append(pairs[at] if joint is None else joint)
        at += taken
    return made


def _joint(pairs: Sequence[Pair[Leaf]], at: int) -> tuple[Joint | None, int]:
    """The longest joint that begins at a place, and how many pairs it takes."""
    best: tuple[Joint | None, int] = (None, 1)
    likeness = 0.0
    for end in range(at + 1, len(pairs) + 1):
        group = pairs[at:end]
        old = tuple(one.old for one in group if one.old is not None)
        new = tuple(one.new for one in group if one.new is not None)
        both = sum(1 for one in group if one.old is not None and one.new is not None)
        if both > 1 or min(len(old), len(new)) > 1 or not _are_neighbours(old) or not _are_neighbours(new):
            break
        if both == 1:
            alike = similarity(_words(old), _words(new))
            if end > at + 1 and alike >= max(likeness, _alone(group)) + _GAIN:
                best = (Joint(old, new), end - at)
            likeness = max(likeness, alike)
    return best


def _alone(group: Sequence[Pair[Leaf]]) -> float:
    """How alike the two are that are in one pair."""
    return next(similarity(one.old.like.words, one.new.like.words) for one in group if one.old and one.new)


def _words(found: Sequence[Leaf]) -> tuple[Atom, ...]:
    return tuple(word for leaf in found for word in leaf.like.words)


def _are_neighbours(found: Sequence[Leaf]) -> bool:
    """Whether all are plain paragraphs, or items of one list, and none has room to write in."""
    first = found[0].element if found else None
    return all(
        isinstance(leaf.element, Paragraph | Item)
        and type(leaf.element) is type(first)
        and leaf.list is found[0].list
        and text_area(leaf.element.children) is None
        and (isinstance(leaf.element, Item) or leaf.element.role == "body")
        for leaf in found
    )


def merged_joint(joint: Joint, mark: Mark) -> tuple[list[Text], WordCounts]:
    """The paragraphs or items of a joint in one sequence, whose ends are inserted or deleted, and the marked words."""
    old, new = (
        [leaf.element for leaf in side if isinstance(leaf.element, Paragraph | Item)] for side in (joint.old, joint.new)
    )
    pieces, counts = compared(_in_one(old), _in_one(new))
    texts = list(marked(pieces, mark))
    if len(new) > 1:
        ends: list[Change | None] = [*[Change("inserted", mark)] * (len(new) - 1), None]
        made = [replace(one, children=text, end=end) for one, text, end in zip(new, texts, ends, strict=True)]
        return made, counts
    *before, _ = old
    gone = [_without_end(one, text, mark) for one, text in zip(before, texts, strict=False)]
    return [*gone, replace(new[0], children=texts[-1])], counts


def _without_end(text: Text, children: tuple[Inline, ...], mark: Mark) -> Text:
    number = None if text.unit is None else text.unit.number
    return replace(text, children=children, unit=None, end=Change("deleted", mark, number=number))


def _in_one(texts: Sequence[Text]) -> tuple[Atom, ...]:
    made: list[Atom] = []
    for text in texts:
        made += [*([END] if made else []), *atoms(text.children)]
    return tuple(made)
