"""Registers of distributions, as verifying reads them: one that is damaged does not keep others from being read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefs.model.diagnostics import BriefsError
from briefs.model.register import NAME
from briefs.outbox.distribution_folder import distribution_folders, read_register
from briefs.pipeline.distributions import Distributions
from briefs.verification.known_files import KnownFile, distributed_files


def known_distributions(build: Path | None, named: Sequence[Path] = ()) -> tuple[list[KnownFile], list[str]]:
    """The files of all distributions of `build`, and of those registers that are `named`: files, or their folders.

    With them, a line for each register that cannot be read. Raises BriefsError for a named one that does not exist.
    """
    folders = Distributions.of(build, None).folders() if build else []
    for path in named:
        is_one = (path / NAME).is_file()
        found = [path.parent] if path.name == NAME else [path] if is_one else distribution_folders(path)
        if not found or not path.exists():
            raise BriefsError(f"there is no {NAME} at {path}", "name the folder of a distribution with --register")
        folders += found
    files: list[KnownFile] = []
    warnings = []
    for folder in dict.fromkeys(folders):
        try:
            register = read_register(folder)
        except BriefsError as error:
            warnings.append(f"{error.message}: nothing in it was looked up")
            continue
        files += distributed_files(register, folder) if register else []
    return files, warnings
