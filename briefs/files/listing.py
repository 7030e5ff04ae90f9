"""The files that people have put into a folder."""

from __future__ import annotations

from pathlib import Path

from briefs.model.diagnostics import BriefsError


def files_in(folder: Path, suffix: str) -> list[Path]:
    """The files in `folder` that end with `suffix`, sorted by name; none if the folder does not exist.

    Hidden files are left out, since editors and operating systems create them beside the files that people work on.
    Raises BriefsError if the folder cannot be read.
    """
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == suffix and not path.name.startswith("."))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise BriefsError(f"cannot read {folder}: {error.strerror}") from error
