"""Finding and reading the file of a logo."""

from __future__ import annotations

from pathlib import Path

from briefs.files.bounded_reading import Unreadable, read_file
from briefs.model.diagnostics import Checked, Diagnostic, Fault, Place, nearest, relative
from briefs.model.limits import LARGEST_LOGO, MB
from briefs.model.page_furniture import Logo
from briefs.render.logo.logo_paths import logo_path
from briefs.render.logo.logo_picture import LogoPicture
from briefs.render.logo.png_file import SIGNATURE, read_png
from briefs.render.logo.svg_file import read_svg
from briefs.render.logo.unusable import UnusableLogo

FINEST = 300
"""The fewest pixels to the inch that look sharp in print."""
_THINNEST = 50
"""How many times as wide as it is high a logo may be, or the other way round."""
_GZIP = b"\x1f\x8b"


def read_logo(logo: Logo, layout: Path, project: Path, widest: float, place: Place) -> Checked[LogoPicture | None]:
    """The picture of `logo`, at its height; `layout` and `project` are where its file is looked for.

    It may be `widest` mm wide. Mistakes are reported at `place`. Codes: `logo-unusable`, `logo-coarse`.
    """
    path = logo_path(logo.file, layout, project)
    try:
        if path is None:
            raise _missing(logo.file, layout, project)
        picture = _read(path, logo.height)
    except UnusableLogo as error:
        return Checked(None, (Fault("logo-unusable", error.message, error.hint).at(place),))
    if not 1 / _THINNEST < picture.width / picture.height < _THINNEST:
        message, hint = "the logo is so thin that it would be a line", "save it in its right proportions"
        return Checked(None, (Fault("logo-unusable", message, hint).at(place),))
    if picture.width > widest:
        message = (
            f"the logo is {picture.width:.0f} mm wide at a height of {logo.height:g} mm; text is {widest:.0f} mm wide"
        )
        hint = f"make its `height` {int(logo.height * widest / picture.width)} mm at most"
        return Checked(None, (Fault("logo-unusable", message, hint).at(place),))
    return Checked(picture, tuple(_coarse(picture, place)))


def _coarse(picture: LogoPicture, place: Place) -> list[Diagnostic]:
    if picture.is_svg or picture.resolution >= FINEST:
        return []
    needed = -(-FINEST * picture.height // 25.4)
    message = f"the logo has {picture.resolution:.0f} pixels to the inch at this height, and looks coarse in print"
    hint = f"use an SVG file, or a PNG of at least {needed:.0f} rows of pixels"
    return [Fault("logo-coarse", message, hint).at(place)]


def _missing(name: str, layout: Path, project: Path) -> UnusableLogo:
    where = f"neither in {relative(layout, project)} nor in the project"
    copied = "copy it into templates/layout"
    for path in (layout / name, project / name):
        try:
            if path.is_symlink():
                what = f"a link to a file that is {where}" if path.is_file() else "a link that leads to no file"
                return UnusableLogo(f'the logo "{name}" is {what}', "put the picture itself there")
            if path.exists() and not path.is_file():
                what = "a folder" if path.is_dir() else "not a file that holds a picture"
                return UnusableLogo(f'the logo "{name}" is {what}', "name an SVG or PNG file")
        except (OSError, ValueError):
            continue
    known = [path.name for suffix in ("svg", "png") for path in layout.glob(f"*.{suffix}") if path.is_file()]
    return UnusableLogo(f'the logo "{name}" is {where}', nearest(name, set(known) - {name}) or copied)


def _read(path: Path, height: float) -> LogoPicture:
    """The picture in the file at `path`, `height` mm high. Raises UnusableLogo."""
    try:
        if path.is_file() and path.stat().st_size > LARGEST_LOGO:
            hint = "save it smaller: each brief holds it"
            raise UnusableLogo(f"the logo takes more than {LARGEST_LOGO // MB} MB", hint)
        content = read_file(path, LARGEST_LOGO)
    except OSError as error:
        hint = (error.hint if isinstance(error, Unreadable) else "") or "look at who may read the file"
        raise UnusableLogo(f"the logo cannot be read: {error.strerror}", hint) from error
    if content.startswith(SIGNATURE):
        png = read_png(content)
        return LogoPicture(png.content, "image/png", height * png.columns / png.rows, height, png.rows)
    if content.startswith(_GZIP):
        raise UnusableLogo("the logo is a compressed file", "save it as plain SVG (.svg, not .svgz) or as PNG")
    svg = read_svg(content)
    width = height * svg.ratio
    return LogoPicture(svg.content(width, height), "image/svg+xml", width, height, is_flat=svg.is_flat)
