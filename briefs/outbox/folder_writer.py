"""Writing the files of a distribution; what a person has changed in its folder meanwhile is moved aside."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from briefs.files.made_folder import make_folder
from briefs.model.checksum_list import NAME as CHECKSUMS
from briefs.model.register import Register
from briefs.outbox import cover_list, register_table
from briefs.outbox.checksums import checksums
from briefs.outbox.distribution_folder import PARTS, Pieces, check_parts, remove_half_written, write_file

_TABLES: Mapping[str, Callable[[Register], bytes]] = MappingProxyType(
    {
        CHECKSUMS: checksums,
        register_table.NAME: register_table.register_table,
        cover_list.NAME: cover_list.cover_list,
    }
)


class FolderWriter:
    """Writes files into `folder`; `aside` are those that a person had changed, where they are now."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.aside: list[Path] = []

    def make_folders(self) -> None:
        """Make the folder and those in it, without what a run that was killed left half-written. Raises OSError,
        and BriefsError if one lies elsewhere.
        """
        make_folder(self.folder.parent)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        check_parts(self.folder)
        for part in PARTS:
            (self.folder / part).mkdir(mode=0o700, exist_ok=True)
        remove_half_written(self.folder)

    def put(self, name: str, pieces: Pieces, before: str = "") -> str:
        """Make the file `name` hold `pieces`, and return its SHA-256; `before` is that of what we wrote there last.

        Raises OSError.
        """
        digest = hashlib.sha256()
        for piece in pieces:
            digest.update(piece)
        sha256 = digest.hexdigest()
        aside = write_file(self.folder / name, pieces, sha256, before)
        if aside is not None:
            self.aside.append(aside)
        return sha256

    def put_tables(self, register: Register, before: Register | None, signed: str = "") -> None:
        """Write the checksums, the table and the list to print; `before` is the register that they showed last.

        `signed` is the hash of the list of checksums that was signed, if it is still as it was: it may list more.
        """
        for name, table in _TABLES.items():
            known = hashlib.sha256(table(before) if before else b"").hexdigest()
            self.put(name, (table(register),), signed if name == CHECKSUMS and signed else known)
