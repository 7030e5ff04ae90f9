"""What can be done with a distribution afterwards: forget who was given copies, and withdraw copies not yet sent."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from briefs.mailing.journal import NAME as JOURNAL
from briefs.mailing.journal import Journal, forget_recipients
from briefs.mailing.outgoing import named_copies
from briefs.model.checksum_list import NAME as CHECKSUMS
from briefs.model.diagnostics import BriefsError
from briefs.model.register import Register, RegisteredCopy
from briefs.outbox import cover_list
from briefs.outbox.checksums import checksums
from briefs.outbox.distribution_folder import replace_file, rewrite_register
from briefs.outbox.forgetting import files_with_names, without_names
from briefs.pipeline.distributions import Distributions


def forget(place: Distributions, name: str) -> tuple[Path, int]:
    """Remove everything that names recipients from a distribution; numbers and hashes stay, by which files are known.

    Returns its folder and the number of files that were removed. Raises UnknownName or BriefsError; what was not
    forgotten then is forgotten by the next call.
    """
    folder = place.folder(name)
    with place.open(folder) as register:
        forget_recipients(folder / JOURNAL)
        files = list(files_with_names(folder, register))
        for path in files:
            path.unlink()
        rewrite_register(folder, without_names(register))
    return folder, len(files)


def withdraw(place: Distributions, name: str, copies: Collection[int]) -> Path:
    """Take back copies that were not sent: their messages and personal files go; their numbers are not given again.

    Returns the folder. Raises UnknownName, or BriefsError for a copy that there is not or that was sent.
    """
    folder = place.folder(name)
    with place.open(folder) as register:
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
            replace_file(folder / CHECKSUMS, (checksums(changed),))
        replace_file(folder / cover_list.NAME, (cover_list.cover_list(changed),))
        rewrite_register(folder, changed)
    return folder


def _withdrawn(copy: RegisteredCopy) -> RegisteredCopy:
    return replace(copy, message=None, files=(), is_withdrawn=True)


def _files(register: Register) -> set[str]:
    """The paths of all files of copies and messages."""
    files = [*register.files, *(file for copy in register.copies for file in copy.files)]
    return {file.path for file in files} | {copy.message.path for copy in register.copies if copy.message}
