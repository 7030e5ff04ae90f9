"""Files that reviewers send back, each read in a process of its own: what is in them may be made to do harm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from briefs.files.bounded_process import apart, longest_reading
from briefs.model.diagnostics import BriefsError
from briefs.model.foreign_names import in_one_line
from briefs.model.marked_file import MarkedFile
from briefs.pipeline.order import Progress, silent
from briefs.verification.received_file import UnreadableFile, receive

_DEFEATED = "it is damaged, or made so that reading it takes too long or too much memory"
_HINT = "ask for the file again, saved as .docx"
MOST_PARAGRAPHS, MOST_WORDS = 1_500, 100_000
"""The most that a file may have: more than ten times what a brief of four pages has."""


def received_returns(paths: Iterable[Path], progress: Progress = silent) -> tuple[MarkedFile, ...]:
    """The Word files at `paths` as read. Raises BriefsError if one of them cannot be used.

    Different files of the same name are called by their folders too, as offices give them back in.
    """
    read = [(path, _received(path, progress)) for path in paths]
    contents: dict[str, set[str]] = {}
    for _, file in read:
        contents.setdefault(file.name, set()).add(file.sha256)
    return tuple(_with_folder(path, file) if len(contents[file.name]) > 1 else file for path, file in read)


def _with_folder(path: Path, file: MarkedFile) -> MarkedFile:
    return replace(file, name=in_one_line(f"{path.absolute().parent.name}/{file.name}"))


def _received(path: Path, progress: Progress) -> MarkedFile:
    progress(f"reading {path}")
    try:
        file = receive(path)
    except UnreadableFile as error:
        raise BriefsError(f"{path} {error}") from error
    answer = apart(_read, (in_one_line(path.name), file.content), longest_reading(len(file.content)))
    match answer:
        case MarkedFile():
            return answer
        case (str(message), str(hint)):
            raise BriefsError(message, hint)
        case _:
            raise BriefsError(f"{path} cannot be read: {_DEFEATED}", _HINT)


def _read(name: str, content: bytes) -> MarkedFile | tuple[str, str]:
    """A file as read, or why it cannot be used, with a hint; in the other process."""
    from briefs.word.marked_reading import read_marked_file

    try:
        return _checked_size(read_marked_file(name, content))
    except BriefsError as error:
        return error.message, error.hint


def _checked_size(file: MarkedFile) -> MarkedFile:
    """`file`, if it is about as long as a brief. Raises BriefsError if it is not: comparing it would take very long."""
    counts = {
        "paragraphs": (len(file.paragraphs), MOST_PARAGRAPHS),
        "words": (sum(len(span.text.split()) for one in file.paragraphs for span in one.spans), MOST_WORDS),
    }
    for unit, (count, most) in counts.items():
        if count > most:
            message = f"{file.name} has {count:,} {unit}, far more than a brief ever has"
            raise BriefsError(message, "take out what does not belong to the brief, and review it again")
    return file
