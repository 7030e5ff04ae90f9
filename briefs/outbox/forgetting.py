"""Forgetting who was given a copy: what names people goes; numbers and hashes stay, by which files are recognized."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from briefs.model.register import Register, RegisteredCopy
from briefs.outbox import cover_list, register_table
from briefs.outbox.distribution_folder import LAYOUTS, UNFINISHED


def without_names(register: Register) -> Register:
    """The register without its recipients, and without the hashes of who they are."""
    return replace(register, copies=tuple(_nameless(copy) for copy in register.copies))


def _nameless(copy: RegisteredCopy) -> RegisteredCopy:
    return replace(copy, recipient=None, key="", bounced="")


def files_with_names(folder: Path, register: Register) -> Iterator[Path]:
    """The files in `folder` that name recipients: messages, personal copies, the list to print, the table.

    So do files that were moved aside, or left by a run that was killed: everything in the folders of copies and
    messages, and in folders there, and what is unfinished.
    """
    found = [folder.glob(f"{Path(name).stem}*{Path(name).suffix}") for name in (cover_list.NAME, register_table.NAME)]
    found += [
        (folder / part).rglob("*") for part in ("outbox", LAYOUTS, *(("copies",) if register.is_personal else ()))
    ]
    found.append(folder.glob(f"*{UNFINISHED}"))
    for paths in found:
        yield from sorted(path for path in paths if path.is_symlink() or not path.is_dir())
