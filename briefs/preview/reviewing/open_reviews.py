"""The reviews of a project that are open: what they propose, and deciding on it as `briefs review` does in a terminal.

What loads much is imported where it is needed: most projects have no reviews, and that is known at once.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.model.diagnostics import BriefsError, DocumentError, Place
from briefs.model.unknown_name import UnknownName
from briefs.preview.reviewing.returned_word_files import KnownReview, known_paths, known_reviews, new_paths, stamps
from briefs.preview.shown.editing_views import Decided, ProposalView
from briefs.preview.shown.state_views import Link
from briefs.review.review_folders import FOLDER

if TYPE_CHECKING:
    from briefs.model.report import Report
    from briefs.pipeline.inputs import Inputs
    from briefs.preview.reviewing.kept_reviews import KeptReviews

_UNCHECKED = (
    "What is proposed cannot be held against the report now: it is being read, or it or its blocks have mistakes that "
    "keep them from being read. Mend these first."
)
_UNREADABLE = frozenset({"yaml-syntax", "file-encoding"})
"""What keeps a whole file from being read."""


@dataclass(frozen=True, slots=True)
class _ReturnedFiles:
    """The files of a review that are in the project, by hash; `known` is what is kept of it, if it was begun."""

    edition: str
    known: KnownReview | None
    paths: Mapping[str, Path]


@dataclass
class OpenReviews:
    """The reviews of the project at `root`, of one `report` or of all. Editions are kept in `build`; `linked` makes
    links to files. Several threads may ask at once: one after the other is answered."""

    root: Path
    report: str | None
    build: Path
    linked: Callable[[Place], Link]
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _kept: KeptReviews | None = None
    _counted: tuple[tuple[tuple[str, int, int], ...], int] | None = None

    def count(self) -> int:
        """How many proposals are open, as far as that is known without reading Word files: one that nobody has read yet
        counts as one. It is 0 if a file of the reviews cannot be opened: whoever asks for proposals is told so."""
        now = stamps(self.root)
        if self._counted is None or self._counted[0] != now:
            try:
                known = known_reviews(self.root, self.report)
                new = new_paths(self.root, _hashes(known))
            except BriefsError:
                return 0
            self._counted = now, sum(len(one.still_open) for one in known) + len(new)
        return self._counted[1]

    def proposals(self, reports: Mapping[str, Report]) -> tuple[ProposalView, ...]:
        """All that is open, review by review, and what keeps some of it from being decided here. `reports` are those
        with which wordings `can_be_compared` now, by name. Raises BriefsError if a file of the reviews cannot be
        opened."""
        if not stamps(self.root):
            return ()
        with self._lock:
            return tuple(self._shown(reports))

    def decide(self, review: str, proposal: str, choice: str, wording: str = "") -> Decided:
        """Decide on a proposal in one of its choices, which `ProposalView` explains; what goes wrong is told."""
        from briefs.preview.reviewing.decided_here import NOTHING_WRITTEN, Wanted, decide, sentence

        with self._lock:
            try:
                for files in self._returned([]):
                    if files.edition == review and files.paths:
                        kept = self._reviews().of(files.edition, files.paths)
                        wanted = Wanted(proposal, choice, wording)
                        return decide(self.root, self.build, kept, wanted, self.linked)
            except (BriefsError, UnknownName) as error:
                return Decided("refused", f"{sentence(error)} {NOTHING_WRITTEN}")
            except DocumentError:
                return Decided("refused", _UNCHECKED)
        return Decided("conflict", f"Nothing is open in this review any more, or its files are gone. {NOTHING_WRITTEN}")

    def _reviews(self) -> KeptReviews:
        from briefs.preview.reviewing.kept_reviews import KeptReviews

        if self._kept is None:
            self._kept = KeptReviews(self.root, self.report, self.build)
        return self._kept

    def _returned(self, unreadable: list[tuple[str, str]]) -> Iterator[_ReturnedFiles]:
        """The reviews that have anything open, with their files; `unreadable` learns of new files that belong to none,
        each with why."""
        known = known_reviews(self.root, self.report)
        added: dict[str, dict[str, Path]] = {}
        for sha256, path in new_paths(self.root, _hashes(known)).items():
            try:
                added.setdefault(self._reviews().edition_of(sha256, path), {})[sha256] = path
            except (BriefsError, UnknownName) as error:
                unreadable.append((path.name, str(error)))
        wanted = [one for one in known if one.still_open or one.edition in added]
        found = known_paths(self.root, self.build, _hashes(wanted))
        for one in wanted:
            there = {file.sha256: found[file.sha256] for file in one.files if file.sha256 in found}
            yield _ReturnedFiles(one.edition, one, {**there, **added.pop(one.edition, {})})
        for edition, paths in added.items():
            yield _ReturnedFiles(edition, None, paths)

    def _shown(self, reports: Mapping[str, Report]) -> Iterator[ProposalView]:
        unreadable: list[tuple[str, str]] = []
        for files in self._returned(unreadable):
            told = set()
            if files.known is not None and files.known.report not in reports:
                yield _told(files.known, "The review", _UNCHECKED)
                continue
            if files.paths:
                try:
                    for view in self._shown_of(files, reports):
                        told.add(view.proposal)
                        yield view
                except DocumentError:
                    yield _told(files.known, "The review", _UNCHECKED)
                    continue
                except (BriefsError, UnknownName) as error:
                    yield _told(files.known, "The files", f"{error}. {getattr(error, 'hint', '')}".strip())
                    continue
            yield from _missing(files, told)
        for name, why in unreadable:
            yield _told(None, name, f"This file is not part of any review: {why}.")

    def _shown_of(self, files: _ReturnedFiles, reports: Mapping[str, Report]) -> Iterator[ProposalView]:
        from briefs.pipeline.deciding import Deciding
        from briefs.preview.reviewing.proposal_views import Showing
        from briefs.review.decisions import read_decisions

        review = self._reviews().of(files.edition, files.paths).review
        about = review.edition
        if self.report not in (None, about.report):
            return
        now = Deciding(self.root, read_decisions(self.root, about.identifier, about.report), lambda writes: ())
        showing = Showing(about, reports.get(about.report), self.linked)
        if about.report not in reports:
            yield showing.told("note", "The review", _UNCHECKED)
            return
        shown = [showing.proposal(one, now.earlier(one)) for one in review.proposals if now.is_open(one)]
        yield from shown
        if shown:
            yield from showing.rest(review)


def can_be_compared(inputs: Inputs) -> bool:
    """Whether proposals can be held against a report and its blocks as they were read.

    What cannot be read would seem to be gone. A block that is gone, or an anchor that matches nothing, is told with the
    proposals that are about it.
    """
    is_read = "report" not in inputs.lacks.of_report and not inputs.library.unreadable
    return is_read and not any(one.code in _UNREADABLE for one in inputs.found)


def _hashes(known: tuple[KnownReview, ...] | list[KnownReview]) -> frozenset[str]:
    return frozenset(file.sha256 for one in known for file in one.files)


def _missing(files: _ReturnedFiles, told: set[str]) -> Iterator[ProposalView]:
    """What says that files with open proposals are not in the project; not if these are `told` by others."""
    for file in files.known.files if files.known is not None else ():
        if file.sha256 not in files.paths and (left := [one for one in file.still_open if one not in told]):
            folder = f"{FOLDER}/{files.known.folder.name}/" if files.known is not None else ""
            many = "1 proposal is" if len(left) == 1 else f"{len(left)} proposals are"
            explained = (
                f"{many} still open in this file, but it is not in the project, where only what was decided is kept. "
                f"To decide here, save the file into {folder}."
            )
            yield _told(files.known, file.name, explained)


def _told(known: KnownReview | None, place: str, explained: str) -> ProposalView:
    """What is only told: of a review, or of a file that belongs to none."""
    from briefs.preview.workshop.held import brief_id

    edition, brief = (known.edition, brief_id(known.report, known.key)) if known is not None else ("", "")
    return ProposalView(edition, "", brief, "", "", place, "note", "", "", "", "told", (), (), (), explained)
