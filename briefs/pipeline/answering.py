"""The answer to the offices as a Word file, in the look of the brief that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefs.files.bounded_reading import read_file
from briefs.files.made_folder import make_folder
from briefs.files.whole_files import write_whole
from briefs.model.answer_record import AnswerRecord
from briefs.model.archive import read_edition
from briefs.model.decision_record import DecidedProposal
from briefs.model.diagnostics import BriefsError, DocumentError, has_errors
from briefs.model.document import Document
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.unknown_name import UnknownName
from briefs.output.last_manifest import read_manifest
from briefs.output.manifest_shape import is_inside
from briefs.pipeline.clearance_rounds import Round, read_rounds
from briefs.pipeline.examination import prepare
from briefs.pipeline.inputs import Inputs, layout_of
from briefs.pipeline.order import Project
from briefs.pipeline.word_references import word_reference
from briefs.pipeline.word_rendition import write_word
from briefs.review.answer_document import AnswerOrder, answer_document, answer_identifier
from briefs.review.decisions import read_decisions
from briefs.review.review_folders import review_folder
from briefs.verification.word_contents import word_contents

NAME = "answer.docx"


class Answered(NamedTuple):
    """The answer that was written: its file, and how many proposals and comments are in it."""

    path: Path
    proposals: int
    still_open: int


def write_answer_file(
    project: Project,
    edition: str = "",
    proposals: Sequence[DecidedProposal] = (),
    *,
    path: Path | None = None,
    build: Path | None = None,
    names_authors: bool = False,
) -> Answered:
    """Write the answer to those who commented on `edition`, by its identifier, and say what is in it.

    Without an edition, it is the only one of the report that copies of have come back. What was decided is read from
    its folder in `reviews/`; `proposals` are others that are known, such as those that are still open. The file is
    `path`, or stands in that folder. `build` is where the edition may be kept, if it is not there. The same decisions
    give the same bytes.

    Raises DocumentError if a file of the project has mistakes, UnknownName, and BriefsError if nothing is known of the
    edition, or if `path` is a file that is no such answer.
    """
    report, root = project.name, project.root
    read = read_rounds(root, report)
    if has_errors(read.problems):
        raise DocumentError(read.problems)
    identifier = edition or _only(read.value)
    round = next((one for one in read.value if one.identifier == identifier), None)
    decided = read_decisions(root, identifier, report).record.proposals
    if round is None and not decided and not proposals:
        raise UnknownName("edition", [identifier], [one.identifier for one in read.value])
    seen = _seen(round) or _kept(build, report, identifier)
    if seen is None:
        raise BriefsError(f"{identifier} is not kept", "build it again, from the files that it was made from")
    listed = _in_order(decided, proposals, seen)
    document = answer_document(AnswerOrder(seen, listed, _record(round), names_authors))
    content = _word_file(prepare(project).value, document)
    target = path or review_folder(root, identifier) / NAME
    _refuse_other(target, answer_identifier(seen))
    if path is None:
        _make_folder(target.parent)
    write_whole(target, content)
    return Answered(target, len(listed), sum(one.decision == "later" for one in listed))


def _only(rounds: Sequence[Round]) -> str:
    """The identifier of the only edition that copies of have come back. Raises BriefsError."""
    if len(rounds) == 1:
        return rounds[0].identifier
    if not rounds:
        raise BriefsError("no edited copy of any edition has been read", "read one, as in: briefs review FILE.docx")
    names = ", ".join(one.identifier for one in rounds)
    raise BriefsError(f"copies of several editions have come back: {names}", "name one of them with --against")


def _record(round: Round | None) -> AnswerRecord | None:
    return None if round is None else round.answers.record


def _seen(round: Round | None) -> Document | None:
    """The edition that the last file is a copy of, as it is kept beside the answers."""
    files = round.answers.record.files if round is not None else ()
    found = (round.seen(file) for file in reversed(files)) if round is not None else ()
    return next(filter(None, found), None)


def _kept(build: Path | None, report: str, identifier: str) -> Document | None:
    """The edition as it is kept in the folder of the build."""
    if build is None:
        return None
    for entry in read_manifest(build).get("editions", ()):
        if (entry["report"], entry["identifier"]) == (report, identifier) and not entry.get("superseded"):
            if not is_inside(entry["path"]):
                return None
            try:
                return read_edition(read_file(build / entry["path"])).document
            except OSError as error:
                raise BriefsError(f"cannot read {build / entry['path']}: {error.strerror}") from error
    return None


def _in_order(
    decided: Sequence[DecidedProposal], others: Sequence[DecidedProposal], seen: Document
) -> tuple[DecidedProposal, ...]:
    """All proposals, each once, with what was decided on it, in the order of the brief; those without a place last."""
    known = {one.id: one for one in decided}
    places: dict[str, int] = {}
    for number, sent in enumerate(sent_paragraphs(seen)):
        places.setdefault(sent.key, number)
        places.setdefault(sent.unit or sent.key, number)
    listed = {one.id: known.get(one.id, one) for one in (*others, *decided)}.values()
    return tuple(sorted(listed, key=lambda one: (places.get(one.key, len(places)), one.kind == "new")))


def _word_file(inputs: Inputs, document: Document) -> bytes:
    """`document` as a Word file in the look of its brief. Raises DocumentError if that has mistakes."""
    template = inputs.templates.get(document.key)
    if template is None:
        raise BriefsError(f"there is no template of {document.key.described} any more", "take it from git as it was")
    reference = word_reference(inputs.project, template, inputs.house)
    return write_word(document, layout_of(inputs), reference, None, inputs.house.letterhead).content


def _make_folder(folder: Path) -> None:
    try:
        make_folder(folder)
    except OSError as error:
        raise BriefsError(f"cannot make the folder {folder}: {error.strerror}") from error


def _refuse_other(path: Path, identifier: str) -> None:
    """Raise BriefsError if `path` is a file that is not an earlier version of this answer, such as a returned copy."""
    try:
        content = read_file(path) if path.exists() else None
    except OSError as error:
        raise BriefsError(f"cannot read {path}: {error.strerror}") from error
    if content is not None and word_contents(content).edition.get("identifier") != identifier:
        raise BriefsError(f"{path} is there already, and is another file", "give the answer another name")
