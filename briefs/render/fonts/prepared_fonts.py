"""What comes with the program, prepared from the fonts that come with it, so that a first brief does not wait for it.

`python -m scripts.prepared_fonts` writes the files, and a test compares them with what would be made. Each has the hash
of all that it was made from as its name, with the versions of libraries: with other versions or fonts, there is none,
so that it is made again.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from briefs.files.bounded_reading import read_file

FOLDER = Path(__file__).parent / "prepared"


def prepared(name: str) -> bytes | None:
    """What was prepared under this name; None if nothing was."""
    file = FOLDER / name
    try:
        return zlib.decompress(read_file(file)) if file.is_file() else None
    except (OSError, zlib.error):
        return None


def prepare(name: str, content: bytes) -> None:
    """Write what is prepared under this name. Raises OSError."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / name).write_bytes(zlib.compress(content, 9))
