"""Word files of small briefs, with pictures that take no time to draw."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from briefs.model.document import Document, Figure
from briefs.render.docx.render import render_docx
from briefs.render.figures.figure_drawing import Drawing
from briefs.word.elements import Element
from tests.render.docx.samples import starter


def word_file(document: Document) -> bytes:
    return render_docx(document, starter(), draw=_draw, rasterize=lambda drawing: b"\x89PNG")


def _draw(figure: Figure) -> tuple[Drawing, ...]:
    return (Drawing('<svg xmlns="http://www.w3.org/2000/svg"/>', 100.0, 50.0),)


def changed_part(file: bytes, name: str, change: bytes, to: bytes) -> bytes:
    """A Word file in which one part has other words."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as package, zipfile.ZipFile(made, "w") as changed:
        for each in package.namelist():
            content = package.read(each)
            assert each != name or change in content
            changed.writestr(each, content.replace(change, to, 1) if each == name else content)
    return made.getvalue()


def roots(file: bytes) -> list[Element]:
    """The roots of all parts with text."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return [etree.fromstring(package.read(name)) for name in names]
