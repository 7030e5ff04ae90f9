"""What is wrong with the fonts of a layout: none there, one damaged, or one that no file may carry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefs.files.listing import files_in
from briefs.model.diagnostics import BriefsError, Diagnostic, Fault, Place, relative
from briefs.render.fonts.faces import read_face
from briefs.render.fonts.font_configuration import NAME, UnusableConfiguration, families_configured
from briefs.render.fonts.font_files import packed_files

_RESTORE = "put the font there again, from the package of its maker or from your last copy of the project"

_AS_IT_COMES = "take fonts.conf from the program's own templates/layout/fonts, and change only the names of families"

_NEEDED = (("Regular",), ("Bold",), ("Italic",), ("Bold", "Italic"))
"""What the family that text is set in must have; in those that help out, slanted letters may be made up."""


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
    faces: dict[str, set[tuple[str, ...]]] = {}
    is_whole = bool(files)
    for file in files:
        place = Place(relative(file, project))
        try:
            face = read_face(file)
        except BriefsError:
            yield Fault("font-damaged", "the file cannot be read as a font", _RESTORE).at(place)
            is_whole = False
            continue
        faces.setdefault(face.family, set()).add(face.weight_and_slope)
        if is_embedding and not face.may_be_embedded:
            message = (
                f"the maker of {face.name} does not allow a part of it to be put into files that others change "
                f"(fsType {face.fs_type}), so readers without this font see another one"
            )
            hint = "use a font that may be embedded, or write `embed_fonts: false` into house.yaml"
            yield Fault("font-embedding", message, hint).at(place)
    for file in packed_files(fonts):
        message = "the file is compressed, so nobody knows how large it becomes when it is opened"
        yield Fault("font-damaged", message, "unpack it, or take it out of the folder").at(
            Place(relative(file, project))
        )
    configuration = fonts / NAME
    families: list[str] = []
    try:
        families = families_configured(fonts)
    except UnusableConfiguration as error:
        message = f"fonts.conf does not say where the fonts of this folder are, and no more: {error}"
        yield Fault("font-configuration", message, _AS_IT_COMES).at(Place(relative(configuration, project)))
    except OSError:
        pass  # the engine says so
    if not is_whole:
        return
    for missing in _NEEDED if families and families[0] in faces else ():
        if missing not in faces[families[0]]:
            name = " ".join((families[0], *missing))
            message = f"{name} is not in the folder, so its letters would be made up from others"
            yield Fault("font-missing", message, _RESTORE).at(Place(relative(fonts, project)))
    for family in families:
        if family not in faces:
            message = f'fonts.conf names "{family}", but no font of this family is in the folder'
            hint = f"{_RESTORE}, or take the name out of fonts.conf"
            yield Fault("font-missing", message, hint).at(Place(relative(configuration, project)))
