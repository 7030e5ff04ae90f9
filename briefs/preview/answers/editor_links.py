"""Links that open a file of the project in an editor, at a line.

An editor registers a scheme of addresses with the system, such as `vscode:`; a browser hands addresses with that scheme
to it. Which schemes there are is listed here, with what their addresses look like; another editor can be given by a
template. Addresses that a browser would open itself, or would run, are refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from briefs.model.diagnostics import BriefsError, Place, nearest
from briefs.preview.shown.state_views import Link

NO_EDITOR = "none"
"""The name by which no editor is chosen."""
USUAL_EDITOR = "vscode"

_OF_VS_CODE = ("vscode", "vscode-insiders", "vscodium", "cursor", "windsurf")
_OF_JETBRAINS = ("idea", "pycharm", "webstorm", "phpstorm", "goland", "rubymine", "clion", "rider")
EDITORS: Mapping[str, str] = {
    **{name: f"{name}://file{{path}}:{{line}}" for name in (*_OF_VS_CODE, "zed")},
    **{name: f"{name}://open?file={{path}}&line={{line}}" for name in _OF_JETBRAINS},
    "emacs": "emacs://open?url=file://{path}&line={line}",
    "macvim": "mvim://open?url=file://{path}&line={line}",
    "sublime": "subl://open?url=file://{path}&line={line}",
    "textmate": "txmt://open?url=file://{path}&line={line}",
}
"""The addresses by which editors open a file, by the name of the editor; `{path}` is absolute, with a slash before."""

_WRITTEN = re.compile(r"([a-z][a-z0-9+.-]*)://[\x21-\x7e]*", re.IGNORECASE)
"""An address with a scheme (RFC 3986, 3.1) and without spaces: browsers drop spaces and line ends before they look."""
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")
_KNOWN = ("{path}", "{line}")
_RUN = ("about", "blob", "data", "file", "filesystem", "ftp", "http", "https", "intent", "javascript", "resource")
_INSTALL = (
    "chrome",
    "chrome-extension",
    "edge",
    "moz-extension",
    "ms-appinstaller",
    "ms-msdt",
    "search-ms",
    "vbscript",
)
_REFUSED = frozenset((*_RUN, *_INSTALL, "view-source", "ws", "wss"))
"""Schemes of addresses that a browser opens or runs itself, or that install or run a program."""


def editor_template(editor: str, distribution: str = "") -> str:
    """How addresses of an editor look: `editor` is one of `EDITORS`, a template such as `myeditor://{path}:{line}`, or
    "none", which gives an empty text.

    `distribution` is that of Linux within Windows, if it is one (WSL): an editor that runs in Windows needs its name.
    Raises BriefsError if `editor` is none of these.
    """
    if editor == NO_EDITOR:
        return ""
    if distribution and editor in _OF_VS_CODE:
        return f"{editor}://vscode-remote/wsl+{quote(distribution, safe='')}{{path}}:{{line}}"
    if editor in EDITORS:
        return EDITORS[editor]
    if ":" not in editor and "{" not in editor:
        names = (*EDITORS, NO_EDITOR)
        other = "write how its addresses look, as in myeditor://open?file={path}&line={line}"
        hint = "; ".join(filter(None, (nearest(editor, names), other)))
        raise BriefsError(f'no editor is known by the name "{editor}"', hint)
    return _checked(editor)


def _checked(template: str) -> str:
    written = _WRITTEN.fullmatch(template)
    if written is None:
        raise BriefsError(
            f'"{template}" is not an address that opens an editor',
            "write a scheme, ://, and then the path and line without spaces, as in myeditor://open?file={path}&line={line}",
        )
    if written[1].lower() in _REFUSED:
        raise BriefsError(
            f'an address that begins with "{written[1]}:" does not open an editor: browsers treat it in their own way',
            f"use the scheme of your editor, or one of these names: {', '.join(EDITORS)}",
        )
    found = _PLACEHOLDER.findall(template[written.end(1) :])
    if "{path}" not in found or not set(found) <= set(_KNOWN):
        wrong = next((one for one in found if one not in _KNOWN), "")
        said = f"has {wrong}, which means nothing" if wrong else "does not have {path}"
        raise BriefsError(f'"{template}" {said}', "write {path} for the path of the file, and {line} for the line")
    return template


@dataclass(frozen=True, slots=True)
class Links:
    """Makes links to files of the project in the folder `root`; `template` is what `editor_template` gives."""

    root: Path
    template: str = ""

    def to(self, place: Place) -> Link:
        """The link to a place. It opens nothing if lines of the file are none that people see, as in a Word file."""
        href = "" if place.within else self._address(place)
        return Link(place.path, place.line, place.within, href)

    def _address(self, place: Place) -> str:
        if not self.template:
            return ""
        path = (self.root.absolute() / place.path).as_posix()
        path = quote(path if path.startswith("/") else f"/{path}", errors="surrogateescape")  # names need be no UTF-8
        return self.template.replace("{path}", path).replace("{line}", str(max(1, place.line)))
