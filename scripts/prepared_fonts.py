"""Prepare what every first brief needs of the bundled fonts: `python -m scripts.prepared_fonts`, or `make docs`.

These are what each font says of itself, and the parts of fonts that files carry in which nobody writes letters beyond
those of Europe. Files that nothing asks for any more are removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from briefs.files.kept_objects import packed
from briefs.render.fonts.face_records import prepared_name, read_record
from briefs.render.fonts.faces import faces_in
from briefs.render.fonts.prepared_fonts import FOLDER, prepare
from briefs.render.fonts.subsets import EUROPEAN, PLAIN, Flavour, make_subset, subset_key

FONTS = Path(__file__).parents[1] / "templates" / "layout" / "fonts"
FAMILY = "Carlito"
"""The family that text is set in; of others, single signs are needed."""
SIGNS = ("☐", "↩", "☐↩")
"""What briefs print that this family does not have, in the combinations that occur."""


def expected() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The names of all files, and what makes their contents."""
    for face in faces_in(FONTS):
        content = face.file.read_bytes()
        yield prepared_name(sha256(content).digest()), partial(_record, face.file, content)
        wanted: list[tuple[frozenset[str], Flavour]] = []
        if face.family == FAMILY:
            wanted = [(EUROPEAN, "ttf"), (PLAIN, "woff2")]
        elif not face.is_bold and not face.is_italic:
            wanted = [(frozenset(signs), "woff2") for signs in SIGNS]
        for characters, flavour in wanted:
            printed = characters & face.characters
            yield subset_key(face, printed, flavour), partial(make_subset, face.file, printed, flavour)


def _record(file: Path, content: bytes) -> bytes:
    record = packed(read_record(file, content))
    assert record is not None
    return record


def main() -> None:
    """Write all files anew."""
    files = dict(expected())
    for name, make in files.items():
        prepare(name, make())
    for path in FOLDER.iterdir():
        if path.name not in files:
            path.unlink()


if __name__ == "__main__":
    main()
