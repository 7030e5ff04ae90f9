"""The names of folders on this machine, which no file that is written may have."""

from __future__ import annotations

import tempfile
from pathlib import Path

from briefs.model.diagnostics import Diagnostic, Fault, Place


def check_listing(content: bytes, root: Path, place: Place) -> tuple[Diagnostic, ...]:
    """What is wrong with a listing of files, such as the manifest of the project `root`: it names no folder of this
    machine."""
    text = content.decode()
    if (name := next((one for one in names_of_machine(root) if f'"{one}' in text), None)) is None:
        return ()
    hint = "this is a mistake of the program: report it with the message"
    return (Fault("text-leaked", f'this has a folder of this computer: "{name}"', hint).at(place),)


def names_of_machine(root: Path) -> tuple[str, ...]:
    """The folders on this machine that a file could name."""
    folders = (root.resolve(), root.absolute(), Path.home(), Path(tempfile.gettempdir()))
    return tuple(dict.fromkeys(str(folder) for folder in folders if len(folder.parts) > 1))
