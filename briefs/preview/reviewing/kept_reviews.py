"""Reviews kept in memory: reading returned files, and checking all that they propose, takes seconds.

A review is made again when anything changes that it was made from. What is accepted here changes the project too; then
the review goes on as in the terminal, where it knows what it has written itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefs.files.bounded_reading import hash_file
from briefs.model.diagnostics import BriefsError
from briefs.model.review import Review
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.deciding import WrittenSince
from briefs.pipeline.input_files import hash_folders
from briefs.pipeline.order import Project
from briefs.pipeline.received_returns import received_returns
from briefs.pipeline.returned_editions import KeptEditions, one_edition
from briefs.pipeline.reviewing import review


@dataclass(frozen=True, slots=True)
class _MadeFrom:
    """What a review depends on: its files by hash, those of the project with their hashes, and the last build."""

    returned: frozenset[str]
    inputs: Mapping[str, str]
    build: str


@dataclass(slots=True)
class KeptReview:
    """A review, what it was made from, and what decisions have written into the project since."""

    review: Review
    made_from: _MadeFrom
    since: WrittenSince = field(default_factory=WrittenSince)

    def wrote(self, root: Path, paths: Iterable[str]) -> None:
        """Take it as part of the review that decisions have written these files of the project at `root`."""
        written = {path: hash_file(root / path) for path in paths}
        self.made_from = replace(self.made_from, inputs={**self.made_from.inputs, **written})


class KeptReviews:
    """The reviews of the project at `root`, of one `report` or of all; editions are kept in `build`."""

    def __init__(self, root: Path, report: str | None, build: Path) -> None:
        self._project, self._build = Project(root, report), build
        self._reviews: dict[str, KeptReview] = {}
        self._editions: dict[str, str] = {}

    def of(self, edition: str, paths: Mapping[str, Path]) -> KeptReview:
        """The review of an edition with these files, which are named by their hashes.

        Raises BriefsError, DocumentError and UnknownName, as `review` does.
        """
        made_from = self._made_from(paths)
        kept = self._reviews.get(edition)
        if kept is None or kept.made_from != made_from:
            kept = self._reviews[edition] = KeptReview(self._reviewed(edition, list(paths.values())), made_from)
        return kept

    def edition_of(self, sha256: str, path: Path) -> str:
        """The identifier of the edition that a file with this hash was returned of. Raises BriefsError if it cannot be
        used, or if its edition is not known."""
        if sha256 not in self._editions:
            found, _ = one_edition(KeptEditions.of(self._build, self._project.root), received_returns([path]), "")
            self._editions[sha256] = found.about.identifier
        return self._editions[sha256]

    def _reviewed(self, edition: str, paths: Sequence[Path]) -> Review:
        """The review. If files do not say which edition they are of, somebody named it when they were first read."""
        try:
            made = review(self._project, paths, self._build)
            if made.edition.identifier == edition:
                return made
        except BriefsError as error:
            with suppress(UnknownName):
                return review(self._project, paths, self._build, edition)
            raise error
        return review(self._project, paths, self._build, edition)

    def _made_from(self, paths: Mapping[str, Path]) -> _MadeFrom:
        inputs: dict[str, str] = {}
        for name in self._project.reports():
            inputs |= hash_folders(replace(self._project, report=name)).hashes
        manifest = self._build / "manifest.json"
        built = hash_file(manifest) if manifest.is_file() else ""
        return _MadeFrom(frozenset(paths), inputs, built)
