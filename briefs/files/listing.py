"""The files that people have put into a folder, and a first look at them."""

from __future__ import annotations

from pathlib import Path

from briefs.model.diagnostics import BriefsError


def files_in(folder: Path, suffix: str) -> list[Path]:
    """The files in `folder` that end with `suffix`, sorted by name; none if the folder does not exist.

    Hidden files are left out, since editors and operating systems create them beside the files that people work on.
    Raises BriefsError if the folder cannot be read.
    """
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix == suffix and not path.name.startswith("."))
        if pipes := [path for path in found if path.is_fifo()]:
            raise BriefsError(f"{pipes[0]} is not a file", "move it out of the folder")
        return found
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise BriefsError(f"cannot read {folder}: {error.strerror}") from error


def rough_text(path: Path) -> str:
    """The text of a file, with signs in place of what is not UTF-8; nothing if it cannot be read.

    It is for a first look: whoever reads the file says what is wrong with it.
    """
    try:
        return path.read_bytes().decode(errors="replace")
    except OSError:
        return ""
