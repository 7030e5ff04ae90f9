"""Paragraphs as read, tied together by inserted and deleted ends: what they say before the changes and after them.

Resolving the tree gives the same texts in another way (`briefs/word/resolving.py`), so the two prove each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefs.model.marked_file import Follower, MarkedParagraph


@dataclass(frozen=True, slots=True)
class JoinedParagraphs:
    """Paragraphs of a file that inserted or deleted paragraph marks tie together; most often it is only one.

    `base` are the texts of the paragraphs that are there if all changes are rejected, `final` if all are accepted: no
    text for a paragraph that is not there at all.
    """

    paragraphs: tuple[MarkedParagraph, ...]
    base: tuple[str, ...]
    final: tuple[str, ...]


def joined_paragraphs(paragraphs: Iterable[MarkedParagraph]) -> Iterator[JoinedParagraphs]:
    """The paragraphs of one story, tied together where a paragraph mark was inserted or deleted, in order.

    A mark joins its paragraph with the next one. Before a table it joins nothing; at the end of a cell, note, box or
    story, what is left of its paragraph is joined with the previous one.
    """
    before: list[MarkedParagraph] = []
    tied: list[MarkedParagraph] = []
    for paragraph in paragraphs:
        tied.append(paragraph)
        if paragraph.follower == "paragraph" and (paragraph.end_inserted or paragraph.end_deleted):
            continue
        if before and before[-1].follower == "paragraph" and _is_left_over(tied):
            before += tied
        else:
            yield from _all_joined(before)
            before = tied
        tied = []
    yield from _all_joined(before)
    yield from _all_joined(tied)


def _is_left_over(tied: list[MarkedParagraph]) -> bool:
    """Whether words are left without any end of a paragraph, at the end of a cell, note, box or story."""
    return tied[-1].follower == "end" and any(
        any(text for text, _ in pieces) and not any(has_end for _, has_end in pieces)
        for pieces in (_base(tied), _final(tied))
    )


def _all_joined(tied: list[MarkedParagraph]) -> Iterator[JoinedParagraphs]:
    if tied:
        base, final = (_texts(pieces, tied[-1].follower) for pieces in (_base(tied), _final(tied)))
        yield JoinedParagraphs(tuple(tied), base, final)


def _base(tied: list[MarkedParagraph]) -> list[tuple[str, bool]]:
    """The texts of the paragraphs that are there if all changes are rejected, and whether their ends are."""
    return [(one.base, one.end_inserted is None) for one in tied if one.row_inserted is None]


def _final(tied: list[MarkedParagraph]) -> list[tuple[str, bool]]:
    """The texts of the paragraphs that are there if all changes are accepted, and whether their ends are."""
    return [(one.final, one.end_deleted is None) for one in tied if one.row_deleted is None]


def _texts(pieces: list[tuple[str, bool]], follower: Follower) -> tuple[str, ...]:
    """The texts of the paragraphs that `pieces` make."""
    made: list[str] = []
    left = ""
    for text, has_end in pieces:
        left += text
        if has_end:
            made.append(left)
            left = ""
    if left and made and follower == "end":
        made[-1] += left
    elif left:
        made.append(left)
    return tuple(made)
