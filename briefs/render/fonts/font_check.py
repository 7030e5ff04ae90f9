"""What is wrong with the fonts of a layout: none there, one damaged, or one that no file may carry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefs.files.listing import files_in
from briefs.model.diagnostics import BriefsError, Diagnostic, Fault, Place, relative
from briefs.render.fonts.faces import read_face

_RESTORE = "put the font there again, from the package of its maker or from your last copy of the project"


def check_fonts(fonts: Path, project: Path, is_embedding: bool) -> list[Diagnostic]:
    """Faults of the fonts in the folder `fonts`, at their paths in the folder `project`.

    `is_embedding`: Word and HTML files are to carry them. Raises BriefsError if the folder cannot be read.
    """
    return list(_faults(fonts, project, is_embedding))


def _faults(fonts: Path, project: Path, is_embedding: bool) -> Iterator[Diagnostic]:
    files = files_in(fonts, ".ttf")
    if not files:
        yield Fault("font-missing", "the layout has no font, so nothing can be printed", _RESTORE).at(
            Place(relative(fonts, project))
        )
    for file in files:
        place = Place(relative(file, project))
        try:
            face = read_face(file)
        except BriefsError:
            yield Fault("font-damaged", "the file cannot be read as a font", _RESTORE).at(place)
            continue
        if is_embedding and not face.may_be_embedded:
            message = (
                f"the maker of {face.name} does not allow a part of it to be put into files that others change "
                f"(fsType {face.fs_type}), so readers without this font see another one"
            )
            hint = "use a font that may be embedded, or write `embed_fonts: false` into house.yaml"
            yield Fault("font-embedding", message, hint).at(place)
