"""Everything in a project that can name a file or an address, each turned to what lies outside.

A door is a change of a project; its name says where it is.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from tests.hostile.away import SECRET, Away
from tests.render.reference.strangers import ACTIVE, CANARY, FAR, HIDDEN_FIELDS, stranger

Door: TypeAlias = Callable[[Path, Away], None]

_LAYOUT = "templates/layout"
_SEED = "seeds/harbour"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 10">'
_DRAWN = '<path id="a" d="M0 0h30v10H0z"/>'


def _filled(text: str, away: Away) -> str:
    """`text` with the address, and the path of the folder outside, in place of `ADDRESS` and `AWAY`."""
    return text.replace("ADDRESS", away.address).replace("AWAY", str(away.folder))


def _added(path: str, text: str, in_front: bool = False) -> Door:
    """A door that adds `text` to the file at `path`."""

    def open_door(root: Path, away: Away) -> None:
        file = root / path
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        parts = (_filled(text, away), before) if in_front else (before, _filled(text, away))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(parts), encoding="utf-8")

    return open_door


def _put(path: str, old: str, new: str) -> Door:
    """A door that puts `new` in place of `old` in the file at `path`."""

    def open_door(root: Path, away: Away) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, _filled(new, away), 1), encoding="utf-8")

    return open_door


def _linked(path: str) -> Door:
    """A door that moves a file or folder out of the project and leaves a link; the words that were moved say so."""

    def open_door(root: Path, away: Away) -> None:
        target = away.folder / path.replace("/", "-")
        if (root / path).is_dir():
            shutil.copytree(root / path, target)
            shutil.rmtree(root / path)
        else:
            shutil.copy(root / path, target)
            (root / path).unlink()
        for file in [target, *target.rglob("*")]:
            if file.suffix in (".txt", ".md", ".yaml", ".html"):
                text = file.read_text(encoding="utf-8")
                file.write_text(text.replace("timetable", f"{SECRET} timetable"), encoding="utf-8")
        (root / path).symlink_to(target)

    return open_door


def _logo(content: str = "", file: str = "logo.svg") -> Door:
    """A door that gives the house a logo, with its `content`."""

    def open_door(root: Path, away: Away) -> None:
        if content:
            (root / _LAYOUT / file).write_text(_filled(content, away), encoding="utf-8")
        line = _filled(f"logo: {{file: {file!r}, alt: Board, height: 12}}\n", away)
        _added("templates/house.yaml", line)(root, away)

    return open_door


def _reference(header: str, links: Mapping[str, tuple[str, str]] | None = None) -> Door:
    """A door that is a reference document with `header`, whose relationships lead outside."""

    def open_door(root: Path, away: Away) -> None:
        said = {id: (kind, _filled(target, away)) for id, (kind, target) in (links or {}).items()}
        text = header.replace(FAR, away.address).replace(CANARY, f"{away.folder}/words.txt")
        (root / _LAYOUT / "reference.docx").write_bytes(stranger(_filled(text, away), said))

    return open_door


_PRINTED = {
    "an inclusion": '{% include "AWAY/words.html" %}',
    "an inclusion from below": '{% include "../../../../away/words.html" %}',
    "an import": '{% import "AWAY/words.html" as x %}{{ x }}',
    "a base": '{% extends "AWAY/words.html" %}',
    "a picture": "![art](file://AWAY/art.png)",
    "a picture by its address": "![art](ADDRESS.png)",
    "a picture in HTML": '<img src="ADDRESS.png" alt="x"/>',
    "a frame": '<iframe src="file://AWAY/words.html"></iframe>',
    "an object": '<object data="ADDRESS"></object>',
    "a drawing": '<svg xmlns="http://www.w3.org/2000/svg"><image href="ADDRESS.png"/></svg>',
    "an attachment": '<link rel="attachment" href="file://AWAY/words.txt"/>',
    "a style": '<p style="background: url(ADDRESS)">x</p>',
    "a link to a file": '<p><a href="file://AWAY/words.txt">x</a></p>',
    "a script": "<script>fetch('ADDRESS')</script>",
    "a refresh": '<meta http-equiv="refresh" content="0; url=ADDRESS"/>',
    "an entity": '<!DOCTYPE p [<!ENTITY s SYSTEM "file://AWAY/words.txt">]><p>&s;</p>',
    "a call": "{{ cycler.__init__.__globals__.os.popen('cat AWAY/words.txt').read() }}",
}
_STYLES = {
    "a file": "p { background: url(file://AWAY/art.png) }",
    "a file from below": "p { background: url(../../../../away/art.png) }",
    "an address": "p { background: url(ADDRESS.png) }",
    "an escaped address": r"p { background: u\72l(ADDRESS.png) }",
    "an import": '@import "ADDRESS.css";',
    "an import of a file": "@import url(file://AWAY/words.css);",
    "a font": '@font-face { font-family: Carlito; src: url("ADDRESS.woff2") }',
    "a set of pictures": 'p { background: image-set("ADDRESS.png" 1x) }',
    "a drawing in an address": (
        "p { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>"
        "<image href='ADDRESS'/></svg>\") }"
    ),
    "a text": 'p { --picture: "ADDRESS" }',
}
_DRAWINGS = {
    "a picture": f'{_SVG}{_DRAWN}<image href="ADDRESS.png" width="9" height="9"/></svg>',
    "a file": f'{_SVG}{_DRAWN}<image xlink:href="file://AWAY/art.png" width="9" height="9"/></svg>',
    "a shape": f'{_SVG}{_DRAWN}<use href="ADDRESS#a"/></svg>',
    "a shape with a base": f'{_SVG}{_DRAWN}<use xml:base="ADDRESS" href="#a"/></svg>',
    "a style": f'{_SVG}<style>@import "ADDRESS.css";</style>{_DRAWN}</svg>',
    "a filling": f'{_SVG}<path d="M0 0h30v10H0z" fill="url(ADDRESS#a)"/></svg>',
    "a style sheet": f'<?xml-stylesheet href="ADDRESS.css"?>{_SVG}{_DRAWN}</svg>',
    "an entity": f'<!DOCTYPE svg [<!ENTITY s SYSTEM "file://AWAY/words.txt">]>{_SVG}<desc>&s;</desc>{_DRAWN}</svg>',
    "a type": f'<!DOCTYPE svg PUBLIC "x" "ADDRESS.dtd">{_SVG}{_DRAWN}</svg>',
    "an inclusion": (
        f'{_SVG}<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="AWAY/words.txt" parse="text"/>'
        f"{_DRAWN}</svg>"
    ),
}
_FILES = (
    *("report.txt", "report.yaml", "blocks", "blocks/fact.yaml"),
    *("captains.md", "house.yaml", "blocks", "blocks/paragraph.html", "layout", "layout/screen.css", "layout/fonts"),
    "layout/fonts/Carlito-Regular.ttf",
)
_OF_SEED = 4
_LINKS = [f"{_SEED if at < _OF_SEED else 'templates'}/{name}" for at, name in enumerate(_FILES)]
_LINKED = {"x": ("image", "ADDRESS.png"), "y": ("hyperlink", "file://AWAY/words.txt"), "z": ("oleObject", "ADDRESS")}

DOORS: Mapping[str, Door] = {
    **{f"a link: {path}": _linked(path) for path in [*_LINKS, _SEED]},
    **{f"a template: {name}": _added("templates/captains.md", text) for name, text in _PRINTED.items()},
    **{f"a block template: {name}": _added("templates/blocks/paragraph.html", text) for name, text in _PRINTED.items()},
    **{f"screen.css: {name}": _added(f"{_LAYOUT}/screen.css", text, True) for name, text in _STYLES.items()},
    **{f"print.css: {name}": _added(f"{_LAYOUT}/print.css", text, True) for name, text in _STYLES.items()},
    **{f"a logo: {name}": _logo(text) for name, text in _DRAWINGS.items()},
    "a logo outside": _logo(file="AWAY/art.svg"),
    "a logo below the look": _logo(file="../../../../away/art.svg"),
    "a logo below the project": _logo(file="../../away/art.svg"),
    "a logo by its address": _logo(file="ADDRESS.svg"),
    "fonts: a folder": _put(f"{_LAYOUT}/fonts/fonts.conf", '<dir prefix="relative">.', "<dir>AWAY"),
    "fonts: an inclusion": _put(
        f"{_LAYOUT}/fonts/fonts.conf", "<description>", "<include>AWAY/words.txt</include><description>"
    ),
    "fonts: a cache": _put(f"{_LAYOUT}/fonts/fonts.conf", '<cachedir prefix="xdg">fontconfig', "<cachedir>AWAY"),
    "front matter: a reference document": _put("templates/captains.md", "pages: 1", "pages: 1\nreference: AWAY/x.docx"),
    "front matter: an inclusion": _put(
        "templates/captains.md", "pages: 1", "pages: 1\nshort_title: !include AWAY/words.yaml"
    ),
    "house.yaml: an inclusion": _added("templates/house.yaml", "attribution: !include AWAY/words.yaml"),
    "house.yaml: a call": _added("templates/house.yaml", "attribution: !!python/object/apply:os.listdir [AWAY]"),
    "house.yaml: a schema": _added("templates/house.yaml", "# yaml-language-server: $schema=ADDRESS", True),
    "house.yaml: a way out": _put("templates/house.yaml", "reference: HB/{code}", "reference: ../../../away/{code}"),
    "report.yaml: a way out": _added(f"{_SEED}/report.yaml", "format: ../../../away/words.txt"),
    "report.yaml: an inclusion": _added(f"{_SEED}/report.yaml", "subtitle: !include AWAY/words.yaml"),
    "blocks: an inclusion": _added(f"{_SEED}/blocks/fact.yaml", "  - !include AWAY/words.yaml"),
    "distribution.yaml": _added(
        "templates/distribution.yaml",
        "signing: {certificate: AWAY/words.txt, timestamp: ADDRESS, trust: [AWAY/words.txt]}\n"
        "mail: {sender: a@example.org, host: 127.0.0.1, port: 9}\n",
    ),
    "a letter": _added("templates/letters/captains.md", '---\nsubject: "AWAY"\n---\n{% include "AWAY/words.md" %}\n'),
    "a manifest": _added("build/manifest.json", '{"files": [{"path": "../../away/words.txt", "sha256": "x"}]}'),
    "a reference document: everything that is active": _reference("".join(ACTIVE.values()), _LINKED),
    "a reference document: fields": _reference(
        "".join(f"<w:p>{runs}</w:p>" for runs in HIDDEN_FIELDS.values()), _LINKED
    ),
}
"""Each by where it is."""
