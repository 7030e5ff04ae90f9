"""What can be done with a distribution afterwards: forget who was given copies, and withdraw copies not yet sent."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.mailing.journal import NAME as JOURNAL
from briefs.mailing.journal import Journal, forget_recipients
from briefs.mailing.outgoing import named_copies
from briefs.model.diagnostics import BriefsError
from briefs.model.register import NAME, Register, RegisteredCopy
from briefs.model.unknown_name import UnknownName
from briefs.outbox import checksums, cover_list, register_table
from briefs.outbox.distribution_folder import (
    check_parts,
    failure,
    read_register,
    remove_half_written,
    replace_file,
    write_register,
)
from briefs.outbox.forgetting import files_with_names, without_names
from briefs.output.lock import locked
from briefs.pipeline.order import Progress, silent


@dataclass(frozen=True, slots=True)
class Distributions:
    """Where distributions are: `output` has a folder for each; who writes there locks `build`."""

    build: Path
    output: Path

    def folder(self, name: str) -> Path:
        """The folder of the distribution called `name`, or at that path. Raises UnknownName if there is none."""
        known = {path.parent.name: path.parent for path in sorted(self.output.glob(f"*/{NAME}"))}
        if name.rstrip("/") in known:
            return known[name.rstrip("/")]
        if (Path(name) / NAME).is_file():
            return Path(name)
        raise UnknownName("edition", [name], list(known))

    @contextmanager
    def open(self, folder: Path, progress: Progress) -> Iterator[Register]:
        """The register in `folder`, which nobody else writes inside this `with` block. Raises BriefsError."""
        with locked(self.build, lambda: progress(f"waiting until another command has written {self.build}")):
            register = read_register(folder)
            assert register is not None, "a distribution has a register"
            check_parts(folder)
            try:
                remove_half_written(folder)
                yield register
            except OSError as error:
                raise failure(folder, error) from error


def forget(place: Distributions, name: str, progress: Progress = silent) -> tuple[Path, int]:
    """Remove everything that names recipients from a distribution; numbers and hashes stay, by which files are known.

    Returns its folder and the number of files that were removed. Raises UnknownName or BriefsError; what was not
    forgotten then is forgotten by the next call.
    """
    folder = place.folder(name)
    with place.open(folder, progress) as register:
        forget_recipients(folder / JOURNAL)
        files = list(files_with_names(folder, register))
        for path in files:
            path.unlink()
        nameless = without_names(register)
        replace_file(folder / register_table.NAME, (register_table.register_table(nameless),))
        write_register(folder, nameless)
    return folder, len(files)


def withdraw(place: Distributions, name: str, copies: Collection[int], progress: Progress = silent) -> Path:
    """Take back copies that were not sent: their messages and personal files go; their numbers are not given again.

    Returns the folder. Raises UnknownName, or BriefsError for a copy that there is not or that was sent.
    """
    folder = place.folder(name)
    with place.open(folder, progress) as register:
        known = {copy.number: copy for copy in register.copies}
        if strange := sorted(set(copies) - known.keys()):
            raise BriefsError(
                f"{folder.name} has no {named_copies(strange)}", f"its last one is {max(known, default=0)}"
            )
        entries = Journal(folder / JOURNAL, nullcontext).read()
        if sent := sorted(copy for copy in copies if copy in entries and entries[copy].may_be_there):
            raise BriefsError(f"{named_copies(sent)} of {folder.name} was handed over already")
        made = tuple(_withdrawn(copy) if copy.number in copies else copy for copy in register.copies)
        changed = replace(register, copies=made)
        for path in sorted(_files(register) - _files(changed)):
            (folder / path).unlink(missing_ok=True)
        if not register.signature:  # signed checksums go on saying what was made
            replace_file(folder / checksums.NAME, (checksums.checksums(changed),))
        replace_file(folder / register_table.NAME, (register_table.register_table(changed),))
        replace_file(folder / cover_list.NAME, (cover_list.cover_list(changed),))
        write_register(folder, changed)
    return folder


def _withdrawn(copy: RegisteredCopy) -> RegisteredCopy:
    return replace(copy, message=None, files=(), is_withdrawn=True)


def _files(register: Register) -> set[str]:
    """The paths of all files of copies and messages."""
    files = [*register.files, *(file for copy in register.copies for file in copy.files)]
    return {file.path for file in files} | {copy.message.path for copy in register.copies if copy.message}
