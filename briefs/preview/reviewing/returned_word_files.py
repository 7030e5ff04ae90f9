"""The Word files in a project that came back from reviewers, and the reviews that they belong to.

`reviews/` keeps what files answered, and the hash of each, but not the files, which lie wherever somebody saved them.
Those that are known are found by their hashes, in the folder of the project and in folders in it; new ones are looked
for only below `reviews/`, where nothing else is in Word but the answers to the offices.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefs.files.bounded_reading import hash_file
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import DocumentError
from briefs.review.decisions import decisions_in
from briefs.review.kept_answers import read_answers
from briefs.review.review_folders import FOLDER, review_folders

_NOT_LOOKED_INTO = frozenset({"build", "seeds", "templates", FOLDER})
"""Folders in the project that hold what is written, or read as something else."""
_MOST_BYTES = 50_000_000
"""A file with more is no brief that came back."""


@dataclass(frozen=True, slots=True)
class KnownReturn:
    """A file that was read before, by its hash: its name then, and the ids of what it proposes that are undecided."""

    sha256: str
    name: str
    still_open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownReview:
    """A review that was begun: of which edition of which brief, its folder, and the files that are known."""

    edition: str
    report: str
    key: BriefKey
    folder: Path
    files: tuple[KnownReturn, ...]

    @property
    def still_open(self) -> tuple[str, ...]:
        """The ids of the proposals that nobody has accepted or rejected, each once."""
        return tuple(dict.fromkeys(one for file in self.files for one in file.still_open))


def known_reviews(root: Path, report: str | None = None) -> tuple[KnownReview, ...]:
    """The reviews that are kept in the project at `root`, of one report or of all; those whose files have mistakes are
    left out, since a build tells of these."""
    found = []
    for folder in review_folders(root):
        with suppress(DocumentError):
            answers, kept = read_answers(folder, root).value, decisions_in(folder, root)
            decided = {} if kept is None else kept.record.decided()
            if answers is None or report not in (None, answers.record.edition.report):
                continue
            done = {name for name, one in decided.items() if one.decision != "later"}
            files = tuple(
                KnownReturn(one.sha256, one.name, tuple(name for name in one.proposals if name not in done))
                for one in answers.record.files
            )
            seen = answers.record.edition
            found.append(KnownReview(seen.identifier, seen.report, seen.key, folder, files))
    return tuple(found)


def stamps(root: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells whether anything below `reviews/` has changed: each file with its size and when it was written."""
    found = []
    for folder in (root / FOLDER, *review_folders(root)):
        for path in folder.iterdir() if folder.is_dir() else ():
            with suppress(OSError):
                about = path.stat()
                found.append((str(path), about.st_size, about.st_mtime_ns))
    return tuple(sorted(found))


def known_paths(root: Path, build: Path | None, hashes: frozenset[str]) -> dict[str, Path]:
    """Where files with these hashes lie in the project at `root`, by hash; those that are not found are left out."""
    found: dict[str, Path] = {}
    for path in (*_below_reviews(root), *_elsewhere(root, build)) if hashes else ():
        if (sha256 := _hash(path)) in hashes:
            found.setdefault(sha256, path)
    return found


def new_paths(root: Path, known: frozenset[str]) -> dict[str, Path]:
    """The Word files below `reviews/` that nobody has read yet, by hash: neither `known` nor answers to offices."""
    found: dict[str, Path] = {}
    for path in _below_reviews(root):
        if path.name != "answer.docx" and (sha256 := _hash(path)) and sha256 not in known:
            found.setdefault(sha256, path)
    return found


def _below_reviews(root: Path) -> Iterator[Path]:
    return _word_files([root / FOLDER, *review_folders(root)])


def _elsewhere(root: Path, build: Path | None) -> Iterator[Path]:
    folders = (one for one in sorted(root.glob("*/")) if one.name not in _NOT_LOOKED_INTO and one != build)
    return _word_files([root, *(one for one in folders if not one.name.startswith("."))])


def _word_files(folders: Iterable[Path]) -> Iterator[Path]:
    """The Word files in these folders; hidden ones and the locks of Word are none, and no link is followed."""
    for folder in folders:
        for path in sorted(folder.glob("*.docx")) if not folder.is_symlink() else ():
            if not path.name.startswith((".", "~$")) and path.is_file() and not path.is_symlink():
                yield path


def _hash(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal digits; empty if it cannot be read, or is far too large."""
    with suppress(OSError):
        about = path.stat()
        if about.st_size <= _MOST_BYTES:
            return _hash_of(path, about.st_size, about.st_mtime_ns)
    return ""


@lru_cache(maxsize=4096)
def _hash_of(path: Path, size: int, written: int) -> str:
    """That of a file of this `size`, `written` at this time: it is read once as long as it stays the same."""
    return hash_file(path)
