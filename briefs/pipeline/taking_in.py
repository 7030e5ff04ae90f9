"""Keeping what files that came back answer, in `reviews/`: who cleared which edition, and what was proposed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefs.model.answer import Answers
from briefs.model.answer_record import ReturnedFile
from briefs.model.document import Document
from briefs.model.review import Review
from briefs.pipeline.returned_editions import KeptEditions
from briefs.review.kept_answers import keep_answers, returned_file


def take_in(root: Path, review: Review, build: Path | None) -> bool:
    """Keep the answers of a review of files in the project at `root`; whether they could be kept.

    They cannot if the edition itself is not kept in `build`, since it is kept beside them. Raises DocumentError if the
    record has mistakes, and BriefsError if it cannot be written.
    """
    document = _document(review, build)
    if document is None:
        return False
    keep_answers(root, review.edition.report, document, _files(review))
    return True


def _files(review: Review) -> Iterator[ReturnedFile]:
    """What is kept of each file, with the ids of what it proposes."""
    answers = {one.sha256: one for one in review.answers}
    for file in review.files:
        proposed = [
            one.id
            for one in review.proposals
            if file.name in {name for name, _ in one.threads}
            or any(file.name == each.file for variant in one.variants for each in variant.reviewed)
        ]
        yield returned_file(answers.get(file.sha256, Answers(file.name, file.sha256)), proposed)


def _document(review: Review, build: Path | None) -> Document | None:
    """The edition that the files are returned of, as it is kept."""
    wanted = review.edition.identifier, review.edition.sha256
    found = (
        document
        for known, document in KeptEditions.of(build).library.all()
        if (known.identifier, known.sha256) == wanted
    )
    return next(found, None)
