"""Pictures that style sheets carry: files of the project become a part of the style sheet, and none is a bomb.

A style sheet names a file beside it, as in `url(paper.png)`. HTML files load nothing, so its picture is put in, as RFC
2397 says, without anything but the picture. What reads pictures is only loaded for style sheets that have some.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

from briefs.files.bounded_reading import read_input
from briefs.model.diagnostics import Checked, Diagnostic, Fault, Place
from briefs.model.limits import LARGEST_STYLE_SHEET
from briefs.render.fonts.font_files import is_unpacked
from briefs.render.logo.unusable import UnusableLogo
from briefs.render.style.style_tokens import UntokenizedSheet, tokens_of, walked

_MAY_NAME = re.compile(r"url|\\", re.IGNORECASE)
"""What a style sheet has in it that names a file; a backslash may spell it in another way."""
_OWN = re.compile(r"(?![#/\\])[^:?#\\]+")
"""An address that can only be that of a file beside the style sheet, or below it."""
_PICTURE = re.compile(r"data:image/(png|jpeg|svg\+xml)((?:;[\w=-]+)*),(.*)", re.IGNORECASE | re.DOTALL)
_FONT = re.compile(r"data:(?:font|application)/[^,]*?(;base64)?,(.*)", re.IGNORECASE | re.DOTALL)
_PARAMETERS = ("", ";base64", ";charset=utf-8", ";utf8", ";charset=utf-8;base64")
"""How the data of a picture may be written: always in UTF-8, which is how they are looked at here."""


def with_own_pictures(css: str, path: str, folder: Path, project: Path) -> Checked[str]:
    """The style sheet `css`, called `path`, with the pictures in it that it names in its `folder` of the `project`.

    Other addresses stay as they are. Code: `style-address`.
    """
    if not _MAY_NAME.search(css):
        return Checked(css)
    try:
        tokens = tokens_of(css)
    except UntokenizedSheet:
        return Checked(css)  # whoever looks at all tokens says so
    problems: list[Diagnostic] = []
    is_changed = False
    for token, depth, _ in walked(tokens):
        name = _address(token)
        if depth > 20 or not _OWN.fullmatch(name):
            continue
        try:
            _put(token, _own_picture(folder / name, project))
            is_changed = True
        except OSError as error:
            message = f'a style sheet names "{name[:80]}", which cannot be read: {error.strerror}'
            hint = "put an SVG or PNG file beside the style sheet"
            problems.append(Fault("style-address", message, hint).at(Place(path, token.source_line)))
        except (UnusableLogo, ValueError) as error:
            message, hint = _told(error, name)
            problems.append(Fault("style-address", message, hint).at(Place(path, token.source_line)))
    if problems or not is_changed:
        return Checked(css, tuple(problems))
    import tinycss2  # type: ignore[import-untyped]  # ships no types; a library of WeasyPrint, loaded when needed

    return Checked(tinycss2.serialize(tokens))


@lru_cache(maxsize=8)
def picture_faults(css: str, path: str, opens_fonts: bool = True) -> tuple[Diagnostic, ...]:
    """What is wrong with the pictures that the style sheet `css`, called `path`, carries, and with its fonts if this
    program `opens_fonts`. Code: `style-address`."""
    found: list[Diagnostic] = []
    for token, _, _ in walked(tokens_of(css)) if "data:" in css.lower() or "\\" in css else ():
        address = _address(token)
        try:
            if picture := _PICTURE.fullmatch(address):
                _check(picture[1].lower(), picture[2].lower(), picture[3])
            elif opens_fonts and (font := _FONT.fullmatch(address)):
                _check_font(_data(font[2], bool(font[1])))
        except (UnusableLogo, ValueError) as error:
            message, hint = _told(error, "data:…")
            found.append(Fault("style-address", message, hint).at(Place(path, token.source_line)))
    return tuple(found)


def _address(token: Any) -> str:
    """The address that a token names; empty if it names none."""
    if token.type == "url":
        return str(token.value)
    if token.type == "function" and token.lower_name == "url":
        return next((str(inner.value) for inner in token.arguments if inner.type == "string"), "")
    return ""


def _put(token: Any, address: str) -> None:
    """Let a token name `address` instead, which has no sign that must be escaped."""
    if token.type == "url":
        token.value, token.representation = address, f'url("{address}")'
        return
    for inner in token.arguments:
        if inner.type == "string":
            inner.value, inner.representation = address, f'"{address}"'


def _own_picture(path: Path, project: Path) -> str:
    """The picture at `path` as an address. Raises OSError, and UnusableLogo for what is no safe picture."""
    from briefs.render.logo.png_file import SIGNATURE, read_png
    from briefs.render.logo.svg_file import read_svg

    content = read_input(path, project, LARGEST_STYLE_SHEET)
    if content.startswith(SIGNATURE):
        return f"data:image/png;base64,{b64encode(read_png(content).content).decode()}"
    svg = read_svg(content)
    return f"data:image/svg+xml;base64,{b64encode(svg.content(100 * svg.ratio, 100)).decode()}"


def _check(kind: str, parameters: str, data: str) -> None:
    """Raise UnusableLogo or ValueError if a picture is damaged or larger than a page shows, or is of another kind than
    it says: a program that looks at its content would run whatever reads that kind."""
    if parameters not in _PARAMETERS:
        raise ValueError(f'"{parameters[1:61]}" says that it is written in another way than in UTF-8 or base64')
    from briefs.render.logo.jpeg_file import read_jpeg
    from briefs.render.logo.png_file import read_png
    from briefs.render.logo.svg_file import read_svg

    content = _data(data, parameters.endswith(";base64"))
    {"png": read_png, "svg+xml": read_svg, "jpeg": read_jpeg}[kind](content)


def _data(data: str, is_encoded: bool) -> bytes:
    """The bytes that an address holds. Raises ValueError for what is not base64 but says that it is."""
    try:
        content = unquote_to_bytes(data)
        return b64decode(content) if is_encoded else content
    except Error:
        raise ValueError("its data are damaged") from None


def _check_font(content: bytes) -> None:
    """Raise UnusableLogo for a font that is compressed, since nobody knows how large it becomes (CWE-409)."""
    if not is_unpacked(content):
        hint = "put it into templates/layout/fonts, as TrueType or OpenType"
        raise UnusableLogo("the logo is a font that is compressed, or none", hint)


def _told(error: Exception, name: str) -> tuple[str, str]:
    called = f'the picture "{name[:80]}"'
    if isinstance(error, UnusableLogo):
        return error.message.replace("the logo", called, 1), error.hint
    return f"{called} cannot be used: {error}", "save it again, smaller, as SVG or PNG"
