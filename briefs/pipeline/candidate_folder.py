"""The files of candidates of one report, `seeds/<report>/blocks/proposed/`: reading them, and writing all or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefs.candidates.drawn_lock import NAME, Known, dump_known, read_known
from briefs.candidates.proposed_file import ProposedFile, read_proposed
from briefs.files.bounded_reading import read_file
from briefs.files.inner_folder import inside_project
from briefs.files.listing import files_in
from briefs.files.unfinished_changes import finish_changes, noted
from briefs.files.written_changes import replace_files, write_new_file
from briefs.model.block import KINDS
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, Fault, Place, relative
from briefs.pipeline.proposed_names import FOLDER, plural


@dataclass(frozen=True, slots=True)
class CandidateFolder:
    """The candidates of a report, by kind, and all that were ever proposed; `blocks` is the folder of its blocks."""

    root: Path
    blocks: Path
    files: Mapping[str, ProposedFile]
    known: tuple[Known, ...]

    @property
    def path(self) -> Path:
        """The folder of the candidates."""
        return self.blocks / FOLDER

    def path_of(self, kind: str) -> str:
        """The file of candidates of a kind, by its path in the project."""
        return relative(self.path / f"{plural(kind)}.yaml", self.root)

    def write(
        self, files: Mapping[str, ProposedFile], known: tuple[Known, ...], more: Mapping[str, bytes] | None = None
    ) -> tuple[str, ...]:
        """Write these files of candidates, the lock, and `more` files by their paths in the project: all or none.

        Files without candidates go. Returns the paths of those that changed. Raises BriefsError.
        """
        new = {self.path_of(kind): file.content for kind, file in files.items()}
        new |= {relative(self.path / NAME, self.root): dump_known(known), **(more or {})}
        empty = {self.path_of(kind) for kind, file in files.items() if not file.entries}
        old = {path: _content(self.root / path) for path in new}
        wanted = {path: new[path] for path in new if old[path] is not None or (new[path] and path not in empty)}
        changed = tuple(path for path in sorted(wanted) if wanted[path] != old[path])
        if changed:
            with noted(self.path, {path: old[path] for path in wanted}, wanted):
                there = {path: content for path, content in old.items() if content is not None and path in wanted}
                replace_files(self.root, there, {path: wanted[path] for path in there})
                for path in wanted.keys() - there.keys():
                    write_new_file(self.root, path, wanted[path])
        for path in empty:
            (self.root / path).unlink(missing_ok=True)
        return changed


def read_candidates(root: Path, seed: Path) -> CandidateFolder:
    """The candidates of the report in the folder `seed`. What an ended command was about to write is written first.

    Raises DocumentError if one of the files cannot be read, and BriefsError.
    """
    folder = seed / "blocks" / FOLDER
    inside_project(root, relative(folder, root))
    finish_changes(root, folder)
    kinds = {plural(kind): kind for kind in KINDS}
    files: dict[str, ProposedFile] = {}
    problems: list[Diagnostic] = []
    for path in files_in(folder, ".yaml"):
        if (kind := kinds.get(path.stem)) is not None:
            try:
                files[kind] = read_proposed(_content(path) or b"", relative(path, root), kind)
            except DocumentError as error:
                problems += error.diagnostics
    problems = problems or list(
        _used_twice({relative(folder / f"{plural(kind)}.yaml", root): file for kind, file in files.items()})
    )
    if problems:
        raise DocumentError(problems)
    return CandidateFolder(root, seed / "blocks", files, read_known(folder, relative(folder / NAME, root)))


def _used_twice(files: Mapping[str, ProposedFile]) -> Iterator[Diagnostic]:
    """Faults (`id-duplicate`) for ids that two candidates have, by which one of them would be lost; `files` by path."""
    places: dict[str, Place] = {}
    for path, file in files.items():
        for entry in file.entries:
            place = Place(path, entry.line)
            if (first := places.setdefault(entry.id, place)) is not place:
                message = f'two candidates have the id "{entry.id}": this one, and that in {first}'
                yield Fault("id-duplicate", message, "give one of them another id").at(place)


def _content(path: Path) -> bytes | None:
    """What is in a file; None if it does not exist. Raises BriefsError."""
    try:
        return read_file(path) if path.exists() else None
    except OSError as error:
        hint = "move it out of the folder" if isinstance(error, IsADirectoryError) else ""
        raise BriefsError(f"cannot read {path}: {error.strerror}", hint) from error
