"""The files that people have put into a folder."""

from __future__ import annotations

from pathlib import Path

from briefs.model.diagnostics import BriefsError


def files_in(folder: Path, suffix: str) -> list[Path]:
    """The files in `folder` that end with `suffix`, by name; none where there is no such folder.

    Hidden files are left out: editors and operating systems leave them beside the files that people work on.
    Raises BriefsError when the folder cannot be read.
    """
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == suffix and not path.name.startswith("."))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise BriefsError(f"cannot read {folder}: {error.strerror}") from error
