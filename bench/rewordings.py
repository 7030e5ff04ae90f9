"""Edits as an author makes them: one block that a brief prints, each time with another wording."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from briefs import pipeline
from briefs.model.block_fields import Form
from briefs.model.document import Document


def rewordings(root: Path, document: Document) -> Iterator[str]:
    """Reword a block that `document` prints, in the files of the project at `root`: once for each item that is taken,
    which is the new wording. None comes twice, so nothing that was kept of an earlier one is of use."""
    path, written = _form(root, document)
    source = path.read_text(encoding="utf-8")
    for number in itertools.count(2):
        wording = f"{written[:-1]} {'.' * number}"
        path.write_text(source.replace(written, wording, 1), encoding="utf-8")
        yield wording


def _form(root: Path, document: Document) -> tuple[Path, str]:
    """The file and the wording of the first short form that is printed, and stands in the file as it is."""
    library = pipeline.prepare(pipeline.Project(root)).value.library
    printed = {form.block for unit in document.units() for form in unit.forms if form.field == "short"}
    for name in sorted(printed):
        drawn = library.blocks[name]
        short, path = getattr(drawn.block, "short", None), root / drawn.place.path
        if not isinstance(short, Form) or not short.text.endswith("."):
            continue
        if path.read_text(encoding="utf-8").count(short.text) == 1:
            return path, short.text
    raise LookupError(f"no block that {document.key.described} prints can be reworded")
