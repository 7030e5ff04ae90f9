"""Keeping what a review has read: who cleared which edition, in which file, and what the files propose."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from briefs.files.bounded_reading import read_file
from briefs.model.answer import Answers
from briefs.model.answer_record import EditionSeen
from briefs.model.review import Review, ReviewedEdition
from briefs.pipeline.kept_library import kept_library
from briefs.review.kept_answers import keep_answers, returned_file


def take_in(root: Path, review: Review, build: Path | None) -> bool:
    """Keep the answers in the files of a review, in the project at `root`; whether their edition is kept with them.

    It is if it is kept in the folder `build`, or with a review already. Otherwise, nobody can say later what has
    changed since. Raises DocumentError if the record has mistakes, and BriefsError if it cannot be written.
    """
    edition = review.edition
    answers = {one.sha256: one for one in review.answers}
    files = [
        returned_file(answers.get(one.sha256) or Answers(one.name, one.sha256), _proposals(review, one.name))
        for one in review.files
    ]
    seen = EditionSeen.model_validate(
        {
            "identifier": edition.identifier,
            "report": edition.report,
            "audience": edition.key.audience,
            "product": edition.key.product,
            "version": edition.version,
            "date": edition.date,
        }
    )
    kept = _kept(build, root, edition)
    keep_answers(root, seen, kept, files)
    return kept is not None


def _proposals(review: Review, file: str) -> Iterator[str]:
    """The ids of what a file proposes, or comments on; neither answers, nor what only looks different."""
    for one in review.proposals:
        proposed = (reviewed.file for variant in one.variants for reviewed in variant.reviewed)
        is_decided = one.kind not in ("format", "answer") or one.threads
        if is_decided and file in (*proposed, *(name for name, _ in one.threads)):
            yield one.id


def _kept(build: Path | None, root: Path, edition: ReviewedEdition) -> bytes | None:
    """The edition as it is kept in a build or with a review; None if it is not, or not as it was."""
    library = kept_library(build, root)
    for known, path in library.editions:
        if known.sha256 == edition.sha256:
            with suppress(OSError):
                content = read_file(library.build / path)
                return content if hashlib.sha256(content).hexdigest() == known.sha256 else None
    return None
