"""The files of a folder that people put there."""

from __future__ import annotations

from pathlib import Path

from briefs.model.diagnostics import BriefsError


def files_in(folder: Path, suffix: str) -> list[Path]:
    """What lies in `folder` and ends with `suffix`, by name; nothing where there is no such folder.

    Hidden files are left out: editors and systems leave them beside what is worked on. Raises BriefsError when the
    folder may not be read.
    """
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == suffix and not path.name.startswith("."))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise BriefsError(f"cannot read {folder}: {error.strerror}") from error
