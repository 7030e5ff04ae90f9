"""The suggestions of one file while it is read: each tracked change and each comment becomes part of one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefs.model.marked_file import MarkedFile, Span, Thread
from briefs.review.matches import Match
from briefs.review.suggestion import Suggestion


@dataclass(slots=True)
class _Draft:
    suggestion: Suggestion
    matches: tuple[Match, ...]
    revisions: set[int]
    threads: list[Thread]


class Drafts:
    """Collects what a file suggests. `claimed` are the tracked changes that are part of a suggestion."""

    def __init__(self, file: MarkedFile) -> None:
        self._threads = {thread.id: thread for thread in file.threads}
        self._drafts: list[_Draft] = []
        self.claimed: set[int] = set()

    def add(self, found: Iterable[Suggestion], matches: Sequence[Match]) -> None:
        """Note what was `found` in `matches`, with those of the tracked changes that it names that no other has yet."""
        for suggestion in found:
            own = set(suggestion.reviewed.revisions) - self.claimed
            self._drafts.append(_Draft(suggestion, tuple(matches), own, []))
            self.claimed |= own

    def claim_end(self, match: Match, following: Match | None) -> None:
        """Give the end of the paragraph of `match` to what is suggested for the one behind it, if that is new, or
        stands there now, and its end is inserted; or if `following` is gone, and its end deleted.

        Who presses Enter behind a paragraph inserts the end of that paragraph, not that of the new one.
        """
        last = match.marked[-1] if match.marked else None
        if last is None or last.cell is not None:
            return
        behind = self._of(following) if following is not None else []
        if last.end_inserted:
            found = [one for one in behind if one.suggestion.kind == "new"]
            key = match.sent[-1].key if match.sent else match.after
            moves = (one for one in self._drafts if one.suggestion.kind == "move")
            found += [one for one in moves if one.suggestion.moved_after == key]
        else:
            found = [one for one in behind if last.end_deleted and one.suggestion.kind in ("delete", "move")]
        if found:
            own = set(last.revisions) - self.claimed
            found[0].revisions |= own
            self.claimed |= own

    def claim_rest(self, match: Match, otherwise: Suggestion) -> None:
        """Give the tracked changes of a match that no suggestion has to one for it, or else to `otherwise`."""
        rest = set(revisions_of(match)) - self.claimed
        if not rest:
            return
        self.claimed |= rest
        drafts = self._of(match)
        if drafts:
            structural = [one for one in drafts if one.suggestion.kind not in ("reword", "tag")]
            (structural or drafts)[0].revisions |= rest
        else:
            self._drafts.append(_Draft(otherwise, (match,), rest, []))

    def place_threads(self, match: Match, otherwise: Suggestion) -> None:
        """Give the comments on a match to the suggestion for the words that they are on, or else to `otherwise`."""
        spans = (*match.spans, *match.tag_spans, *(span for one in match.marked for span in one.spans))
        for thread in dict.fromkeys(thread for span in spans for thread in span.threads):
            if thread not in self._threads:
                continue
            drafts = self._of(match)
            if not drafts:
                self._drafts.append(_Draft(otherwise, (match,), set(), []))
                drafts = self._of(match)
            named = [one for one in drafts if _is_on(thread, one.suggestion.reviewed.spans)]
            (named or drafts)[0].threads.append(self._threads.pop(thread))

    def place_all_threads(self, otherwise: Suggestion) -> None:
        """Give the comments that are on no words of the brief to `otherwise`."""
        if self._threads:
            self._drafts.append(_Draft(otherwise, (), set(), list(self._threads.values())))
            self._threads = {}

    def finished(self) -> tuple[Suggestion, ...]:
        """All suggestions, in the order of the edition."""
        found = (
            replace(
                one.suggestion,
                reviewed=replace(one.suggestion.reviewed, revisions=tuple(sorted(one.revisions))),
                threads=tuple(one.threads),
            )
            for one in self._drafts
        )
        return tuple(sorted(found, key=lambda one: one.order))

    def _of(self, match: Match) -> list[_Draft]:
        return [one for one in self._drafts if any(own is match for own in one.matches)]


def revisions_of(match: Match) -> list[int]:
    """The tracked changes of a match, as indices into those of its file."""
    spans = (*match.spans, *match.tag_spans, *(span for one in match.marked for span in one.spans))
    own = (number for span in spans for number in span.revisions)
    return sorted({*own, *(number for one in match.marked for number in one.revisions)})


def _is_on(thread: str, spans: Iterable[Span]) -> bool:
    return any(thread in span.threads for span in spans)
