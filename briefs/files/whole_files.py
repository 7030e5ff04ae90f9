"""Writing a file that people keep in git: whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from briefs.files.bounded_reading import read_file
from briefs.files.inner_folder import beside_name
from briefs.model.diagnostics import BriefsError


def write_whole(path: Path, content: bytes) -> bool:
    """Write a file in one step; returns whether that was needed, since it had other content. Raises BriefsError."""
    try:
        if path.is_file() and read_file(path) == content:
            return False
        new = path.with_name(beside_name(path.name))
        new.unlink(missing_ok=True)
        try:
            with new.open("xb") as file:  # a new one, so that nothing is written through a link
                file.write(content)
            new.replace(path)
        except OSError:
            with suppress(OSError):
                new.unlink(missing_ok=True)  # the disk may be full: nothing is left of it
            raise
    except OSError as error:
        raise BriefsError(f"cannot write {path}: {error.strerror}") from error
    return True
