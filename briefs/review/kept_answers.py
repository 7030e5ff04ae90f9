"""Keeping the answers to an edition: `reviews/<edition>/answers.yaml`, and the edition itself beside it.

The file is written for people to read and to correct. New files are added at its end, and everything else in it stays
as it is, with comments and corrections.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from briefs.files.bounded_reading import read_file
from briefs.files.encoding import plain_line_ends
from briefs.files.fields import diagnostics_of
from briefs.files.made_folder import make_folder
from briefs.files.record_items import record_item, scalar
from briefs.files.whole_files import write_whole
from briefs.files.yaml import Lines, load_yaml, parse_yaml
from briefs.model.answer import Answers
from briefs.model.answer_record import (
    AnswerRecord,
    EditionSeen,
    FilledRoom,
    OfficeDecision,
    ReturnedFile,
    TickedBox,
)
from briefs.model.archive import read_edition
from briefs.model.diagnostics import BriefsError, Checked, DocumentError, Place, relative
from briefs.model.document import Document
from briefs.review.review_folders import review_folder

NAME = "answers.yaml"
_HEAD = """\
# What came back of {identifier}. `briefs review` adds files at the end, and changes nothing else.
# If it did not understand what an office decided, ask the office, and correct `decision`:
# cleared, with comments, not cleared, or unclear.
"""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z ]*[A-Za-z]|\d{4}-\d{2}-\d{2}|(?=.*[a-f])[0-9a-f]{64}")
"""Texts without quotation marks: words, dates and hashes."""


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """The answers in a `folder` of reviews, and where they stand in their file, whose name in messages is `path`."""

    folder: Path
    path: str
    record: AnswerRecord
    lines: Lines

    def place(self, *location: str | int) -> Place:
        """Where a value stands, such as `"files", 0, "offices", 1`."""
        return Place(self.path, self.lines.line(location))


def returned_file(answers: Answers, proposals: Iterable[str] = ()) -> ReturnedFile:
    """What is kept of the answers in a file, and of the ids of what it proposes; no names of people."""
    return ReturnedFile(
        name=answers.file,
        sha256=answers.sha256,
        offices=tuple(
            OfficeDecision.model_validate(
                {
                    "office": one.office,
                    "decision": one.decision,
                    "written": one.written,
                    "date": one.date or None,
                    "date_written": one.date_written,
                }
            )
            for one in answers.offices
        ),
        ticks=tuple(TickedBox(unit=one.unit, label=one.label) for one in answers.ticks),
        entries=tuple(FilledRoom(unit=one.unit, text=one.text) for one in answers.entries),
        proposals=tuple(sorted(set(proposals))),
    )


def keep_answers(root: Path, edition: EditionSeen, kept: bytes | None, files: Iterable[ReturnedFile]) -> bool:
    """Keep what `files` answer to an `edition`, in the project at `root`, and its `kept` form, if there is one beside
    them. Returns whether any of them was new.

    A file that is kept already, known by its hash, stays as it stands there; only the ids of its proposals, which may
    be others beside those of more files, and the hash of the edition, if it was not kept before, are brought up to
    date. Raises DocumentError if the record cannot be read, and BriefsError if it is of another edition, or cannot be
    written.
    """
    folder = review_folder(root, edition.identifier)
    path = folder / NAME
    read = read_answers(folder, root)
    if read.problems:
        raise DocumentError(read.problems)
    record = read.value.record if read.value else AnswerRecord(answers=1, edition=edition)
    if (record.edition.identifier, record.edition.report) != (edition.identifier, edition.report):
        is_of = f"{record.edition.identifier} of {record.edition.report}"
        raise BriefsError(f"{relative(path, root)} holds the answers to {is_of}", "move it into a folder of its own")
    seen = hashlib.sha256(kept).hexdigest() if kept is not None else None
    read_now = {one.sha256: one.model_copy(update={"seen": seen}) for one in files}
    there = tuple(_brought_up_to_date(one, read_now.pop(one.sha256, one)) for one in record.files)
    new = tuple(read_now.values())
    text = _with_updates(_text_of(path), record, record.model_copy(update={"files": there}))
    if text is None:
        there = record.files  # somebody has written the list in another way
    text = text or _text_of(path)
    is_kept = kept is None or seen is None or (folder / edition_name(seen)).exists()
    if is_kept and not new and there == record.files:
        return False
    added = record.model_copy(update={"files": (*there, *new)})
    try:
        make_folder(folder)
    except OSError as error:
        raise BriefsError(f"cannot make the folder {relative(folder, root)}: {error.strerror}") from error
    if kept is not None and seen is not None:
        write_whole(folder / edition_name(seen), kept)
    write_whole(path, _with_files(text, added, new).encode())
    return bool(new)


def _brought_up_to_date(kept: ReturnedFile, read: ReturnedFile) -> ReturnedFile:
    """What is `kept` of a file, with the ids of its proposals as it was `read` now, and the edition if it was not."""
    update = {"seen": kept.seen or read.seen, "proposals": read.proposals if kept.proposals else ()}
    return kept.model_copy(update={name: value for name, value in update.items() if value})


def _with_updates(text: str, old: AnswerRecord, new: AnswerRecord) -> str | None:
    """The content of the file with `new` instead of `old` files, of which only the lines that differ are written again;
    None if that cannot be done."""
    if old == new:
        return text
    for before, after in zip(old.files, new.files, strict=True):
        start = text.find(f"    sha256: {scalar(before.sha256, _PLAIN)}\n")
        end = text.find("\n  - ", start) + 1 or len(text)
        item = text[start:end]
        if after.seen is not None and before.seen is None:
            item = item.replace("\n", f"\n    seen: {scalar(after.seen, _PLAIN)}\n", 1)
        item = item.replace(_proposals_line(before.proposals), _proposals_line(after.proposals))
        text = text[:start] + item + text[end:]
    try:
        return text if AnswerRecord.model_validate(parse_yaml(text, NAME)[0]) == new else None
    except (DocumentError, ValidationError):
        return None


def read_answers(folder: Path, root: Path) -> Checked[KeptAnswers | None]:
    """The answers in a folder of reviews; None if there are none, or if the file has mistakes.

    Codes: those of YAML and of fields. Raises BriefsError when the file cannot be opened.
    """
    path = folder / NAME
    if not path.exists():
        return Checked(None)
    shown = relative(path, root)
    try:
        value, lines = load_yaml(path, shown)
    except DocumentError as error:
        return Checked(None, error.diagnostics)
    try:
        return Checked(KeptAnswers(folder, shown, AnswerRecord.model_validate(value), lines))
    except ValidationError as error:
        return Checked(None, tuple(diagnostics_of(error, lines, shown, AnswerRecord)))


def document_seen(folder: Path, file: ReturnedFile) -> Document | None:
    """The Document of the edition that `file` is a copy of; None if it is not kept, or not as it was then."""
    if file.seen is None:
        return None
    try:
        content = read_file(folder / edition_name(file.seen))
        return _document(content) if hashlib.sha256(content).hexdigest() == file.seen else None
    except (OSError, BriefsError):
        return None


@lru_cache(maxsize=32)
def _document(content: bytes) -> Document:
    """The Document in a kept edition, which most often several offices have seen."""
    return read_edition(content).document


def edition_name(sha256: str) -> str:
    """The file of a kept edition, of which there are several if a draft was built more than once."""
    return f"edition-{sha256[:8]}.json.gz"


def _text_of(path: Path) -> str:
    return plain_line_ends(read_file(path).decode()) if path.exists() else ""


def _with_files(text: str, record: AnswerRecord, new: Iterable[ReturnedFile]) -> str:
    """The content of the file: as it was in `text`, with the `new` files at its end; whole if that cannot be done."""
    if text:
        kept = text if text.endswith("\n") else f"{text}\n"
        longer = kept + "".join(map(_item, new))
        try:
            if AnswerRecord.model_validate(parse_yaml(longer, NAME)[0]) == record:
                return longer
        except (DocumentError, ValidationError):
            pass  # somebody has written the list in another way, or something behind it
    seen = record.edition.model_dump(mode="json", exclude_defaults=True)
    edition = "".join(f"  {name}: {scalar(value, _PLAIN)}\n" for name, value in seen.items())
    head = _HEAD.format(identifier=record.edition.identifier)
    return f"{head}answers: 1\nedition:\n{edition}files:\n{''.join(map(_item, record.files))}"


def _item(file: ReturnedFile) -> str:
    return record_item(file.model_dump(mode="json", exclude_defaults=True), _PLAIN)


def _proposals_line(ids: Iterable[str]) -> str:
    return f"    proposals: [{', '.join(scalar(one, _PLAIN) for one in ids)}]\n"
