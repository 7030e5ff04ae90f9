"""What a finished PDF holds, read back from the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf

from briefs.model.document import Document
from briefs.render.pdf.attachments import Attachment
from briefs.render.pdf.pages import lay_out, write_pdf
from tests.render.builders import layout
from tests.render.specimen import specimen


def opened(brief: Document, *attachments: Attachment) -> pikepdf.Pdf:
    """The PDF of `brief`, with `attachments` besides its record."""
    return pikepdf.open(io.BytesIO(write_pdf(lay_out(brief, layout()), brief, attachments)))


@cache
def specimen_pdf() -> pikepdf.Pdf:
    return opened(specimen())


def tree(pdf: pikepdf.Pdf) -> list[str]:
    """The structure elements after masthead, title and the sentence below it, one a line, indented, with attributes."""
    [root] = pdf.Root.StructTreeRoot.K
    return [line for kid in list(root.K)[3:] for line in _lines(kid, 0)]


def _lines(element: Any, depth: int) -> Iterator[str]:
    said = [f"{key}={element[key]!s}" for key in ("/Lang", "/Alt", "/ID") if key in element]
    attributes = element.get("/A", {})
    said += [f"{key}={attributes[key]!s}" for key in ("/Scope", "/ListNumbering") if key in attributes]
    yield "  " * depth + " ".join([str(element.S)[1:], *said])
    for kid in element.K:
        if "/S" in kid:
            yield from _lines(kid, depth + 1)


def marked_content(page: pikepdf.Page) -> list[Any]:
    """The tag and properties of each piece of marked content."""
    instructions: list[Any] = list(pikepdf.parse_content_stream(page))
    return [instruction.operands for instruction in instructions if str(instruction.operator) == "BDC"]


def elements(element: Any) -> Iterator[Any]:
    """A structure element and those below it, in order."""
    yield element
    for kid in element.K:
        if "/S" in kid:
            yield from elements(kid)
