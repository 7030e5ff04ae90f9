"""Keeping what a review has read: who cleared which edition, in which file, and what the files propose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefs.model.answer import Answers
from briefs.model.answer_record import EditionSeen
from briefs.model.diagnostics import BriefsError
from briefs.model.review import Review, ReviewedEdition
from briefs.output.last_manifest import read_manifest
from briefs.output.verified_files import verified_content
from briefs.review.kept_answers import keep_answers_to, returned_file


def keep_review(root: Path, build: Path, review: Review) -> bool:
    """Keep the answers in the files of `review`, in the project at `root`; whether any of the files was new.

    The edition that they are copies of is kept with them, as it is in the folder `build`; without it, nobody can say
    later what has changed since. Raises DocumentError and BriefsError if that cannot be kept.
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
    return keep_answers_to(root, seen, _kept(build, edition), files)


def _proposals(review: Review, file: str) -> Iterator[str]:
    """The ids of what a file proposes, or comments on; what only looks different is none of it."""
    for one in review.proposals:
        proposed = (reviewed.file for variant in one.variants for reviewed in variant.reviewed)
        if one.kind != "format" and file in (*proposed, *(name for name, _ in one.threads)):
            yield one.id


def _kept(build: Path, edition: ReviewedEdition) -> bytes | None:
    """The edition as it is kept in a build; None if it is not, or not as it was."""
    for entry in read_manifest(build).get("editions", ()):
        if entry["sha256"] == edition.sha256:
            try:
                return verified_content(build, entry["path"], entry["sha256"], "")
            except BriefsError:
                return None
    return None
