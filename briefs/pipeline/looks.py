"""The look of the briefs of one report, from its house and templates, without drawing or composing anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from briefs.compose.furniture import logo_of as furniture_logo
from briefs.compose.house_files import LayeredHouse
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Checked, DocumentError
from briefs.model.edition import Template
from briefs.model.sheet import Paper, Sheet, TypeSize
from briefs.pipeline.order import Project
from briefs.render.layout import Layout, read_layout
from briefs.render.page_geometry import measure

if TYPE_CHECKING:
    from briefs.render.logo.logo_picture import LogoPicture


def checked_look(
    project: Project, templates: Mapping[BriefKey, Template], layered: LayeredHouse, has_fonts: bool = True
) -> Checked[Layout | None]:
    """The look of all briefs, with the accents of `templates` and the logo of the house, and what is wrong with it.

    None if a style sheet cannot be read as text, or without fonts. Wrong properties of figures have their defaults, and
    a logo that cannot be used is left out. Raises BriefsError if a style sheet cannot be opened.
    """
    accents = {key: template.front.accent for key, template in templates.items()}
    folder = project.templates / "layout"
    logo = _logo_of(project, layered, has_fonts)
    try:
        read = read_layout(folder, project.root, accents, layered.house.embed_fonts, has_fonts)
    except DocumentError as error:
        return Checked(None, (*error.diagnostics, *logo.problems))
    if not has_fonts:
        return Checked(None, (*read.problems, *logo.problems))
    return Checked(replace(read.value, logo=logo.value), (*read.problems, *logo.problems))


def _logo_of(project: Project, layered: LayeredHouse, has_fonts: bool) -> Checked[LogoPicture | None]:
    """The picture of the house's logo, which must fit every sheet, and what is wrong with it; None without one.

    Codes: `logo-unusable`, `logo-coarse`.
    """
    if (logo := furniture_logo(layered.house)) is None:
        return Checked(None)
    from briefs.render.figures.drawn_logo import drawing_fault  # only loaded for houses with a logo
    from briefs.render.logo.logo_files import read_logo

    widest = min(measure(Sheet(paper, size)) for paper in get_args(Paper) for size in get_args(TypeSize))
    layout, place = project.templates / "layout", layered.place("logo")
    read = read_logo(logo, layout, project.root, widest, place)
    if read.value is not None and has_fonts and (fault := drawing_fault(read.value, layout / "fonts")) is not None:
        return Checked(None, (fault.at(place),))
    return read
