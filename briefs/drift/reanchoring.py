"""New anchors for passages whose words still stand in another edition of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from briefs.drift.passage_changes import parts_of
from briefs.drift.renamed_places import RenamedPlaces
from briefs.drift.report_lock import LockedPassage, ReportLock
from briefs.drift.same_words import are_same, has_words
from briefs.model.block_fields import Anchor
from briefs.model.library import Extract
from briefs.model.report import Report
from briefs.model.typesetting import plain, typeset
from briefs.text.anchors import AnchorIndex, words_named
from briefs.text.copied_words import CopiedWords, FoundPassage, FoundPlace
from briefs.text.new_anchors import shortest_anchor
from briefs.text.word_diff import likeness

_AROUND = 1
"""How many parts on each side tell places with the same words apart."""


@dataclass(frozen=True)
class Reanchoring:
    """Finds the passages that `lock` holds in `report`, which is another edition of the report."""

    lock: ReportLock
    report: Report

    @cached_property
    def index(self) -> AnchorIndex:
        """The report, prepared for resolving anchors."""
        return AnchorIndex(self.report)

    @cached_property
    def renamed(self) -> RenamedPlaces:
        """What places are called now."""
        return RenamedPlaces(self.lock, self._parts)

    def anchors_now(self, anchor: Anchor, locked: LockedPassage) -> tuple[Anchor, ...] | None:
        """The anchors that name a passage now: one or, if its paragraph was parted, several; `anchor` itself if that
        still names it, or words that were accepted. None if its words do not stand there, or it is not clear where.
        """
        found = self.index.resolve(anchor, "")
        if isinstance(found, Extract):
            words = plain(found.text)
            if are_same(words, locked.words) or has_words(self.lock.text, words):
                return (anchor,)
        place = self._place_of(locked)
        if place is None:
            return None
        anchors = [self._anchor(one, anchor if len(place.passages) == 1 else None) for one in place.passages]
        return tuple(one for one in anchors if one is not None) if all(anchors) else None

    def passage_of(self, anchor: Anchor) -> LockedPassage | None:
        """The passage of the accepted report that `anchor`, which the lock does not know, named there; None if none."""
        named = [
            LockedPassage("", "", 1, at, words)
            for at, text in self.lock.parts
            if anchor.scope in (None, at) or at.startswith((f"{anchor.scope} ", f"{anchor.scope}."))
            for words in words_named(anchor, text)
        ]
        return named[0] if len(named) == 1 else None

    @cached_property
    def _copied(self) -> CopiedWords:
        return CopiedWords(self.report, self.index)

    @cached_property
    def _parts(self) -> Sequence[tuple[str, str]]:
        return parts_of(self.report)

    def _anchor(self, passage: FoundPassage, former: Anchor | None) -> Anchor | None:
        """An anchor of `passage`: the words of the `former` one in a place by its present name, if these will do."""
        address = passage.node.leaf.address
        if former is not None and former.scope is not None:
            for scope in filter(None, (self.renamed.name_of(former.scope), address)):
                if anchor := self._in_place(former, scope, passage):
                    return anchor
        anchor = shortest_anchor(passage.node, passage.start, passage.end, self.index)
        if former is not None and anchor is not None and anchor.scope is not None:
            return self._in_place(former, anchor.scope, passage) or anchor
        return anchor

    def _in_place(self, former: Anchor, scope: str, passage: FoundPassage) -> Anchor | None:
        """The words of the `former` anchor in the place `scope`, if they name `passage` there."""
        anchor = Anchor.model_validate({"text": former.text, "in": scope})
        found = self.index.resolve(anchor, "")
        span = (passage.node.leaf.address, *passage.node.span(passage.start, passage.end))
        return anchor if isinstance(found, Extract) and (found.address, found.start, found.end) == span else None

    def _place_of(self, locked: LockedPassage) -> FoundPlace | None:
        """Where the words of a passage stand; of several places, the one with the same words around."""
        places = [one for one in self._copied.whole_places(locked.words) if are_same(_words(one), locked.words)]
        if len(places) < 2:
            return places[0] if places else None
        around = _around(self.lock.parts, locked.at)
        likely = [likeness(around, _around(self._parts, _address(one))) for one in places]
        best = [one for one, value in zip(places, likely, strict=True) if value == max(likely)]
        if len(best) > 1:
            best = [one for one in best if _address(one) == locked.at]
        return best[0] if len(best) == 1 else None


def _address(place: FoundPlace) -> str:
    return place.passages[0].node.leaf.address


def _words(place: FoundPlace) -> str:
    """The words of a place, as a lock has them."""
    spans = ((one.node.text, *one.node.span(one.start, one.end)) for one in place.passages)
    return plain(" ".join(typeset(text[start:end]) for text, start, end in spans))


def _around(parts: Sequence[tuple[str, str]], address: str) -> str:
    """The words of the part at `address` and of those beside it."""
    at = next((number for number, (one, _) in enumerate(parts) if one == address), None)
    return "" if at is None else " ".join(words for _, words in parts[max(0, at - _AROUND) : at + _AROUND + 1])
