"""`register.json` in the folder of a distribution, read and replaced."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from briefs.model.diagnostics import BriefsError
from briefs.model.register import NAME, Register, register_from_json, register_json


def read_register(folder: Path) -> Register:
    """The register of the distribution in `folder`. Raises BriefsError if it cannot be read or is damaged."""
    path = folder / NAME
    try:
        return register_from_json(json.loads(path.read_bytes()))
    except OSError as error:
        raise BriefsError(
            f"{path} cannot be read: {error.strerror}", "make it again with `briefs distribute`"
        ) from error
    except ValueError as error:
        reason = "it is damaged" if isinstance(error, UnicodeDecodeError | json.JSONDecodeError) else str(error)
        raise BriefsError(
            f"{path} is no register: {reason}", "put back a copy of it, or make it again with `briefs distribute`"
        ) from error


def write_register(folder: Path, register: Register) -> None:
    """Replace the register of the distribution in `folder`, at once. Whoever calls holds the lock on the folder.

    Raises BriefsError if it cannot be written; the old one is then unchanged.
    """
    path, new = folder / NAME, None
    try:
        number, name = tempfile.mkstemp(prefix=f".{NAME}-", dir=folder)
        new = Path(name)
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(register_json(register), ensure_ascii=False, indent=1) + "\n")
            file.flush()
            os.fsync(file.fileno())
        new.chmod(path.stat().st_mode & 0o777)
        new.replace(path)
    except OSError as error:
        raise BriefsError(f"cannot write {path}: {error.strerror}", "the register is unchanged") from error
    finally:
        if new is not None:
            new.unlink(missing_ok=True)
