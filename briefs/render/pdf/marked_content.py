"""The marked content (ISO 32000-1, 14.6) of the pages that WeasyPrint wrote: tagged content, and artifacts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pikepdf

_MARKED = re.compile(rb"/\w+\s+<</MCID (\d+)>>\s+BDC")


class Mark(NamedTuple):
    """Marked content: its page from 0, its identifier there, and the object of the link annotation that it fills."""

    page: int
    mcid: int
    annotation: tuple[int, int] | None = None


def page_marks(pdf: pikepdf.Pdf) -> list[list[Mark]]:
    """The marks of each page, in the order of the structure tree that WeasyPrint wrote."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    marks: list[list[Mark]] = [[] for _ in pages]
    for element in pdf.Root.StructTreeRoot.K[0].K:
        for mark in _marks(element, pages):
            marks[mark.page].append(mark)
    return marks


def _marks(element: Any, pages: dict[tuple[int, int], int]) -> Iterator[Mark]:
    annotation = None
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            yield Mark(pages[element.Pg.objgen], kid, annotation)
            annotation = None
        elif kid.get("/Type") == "/OBJR":
            annotation = kid.Obj.objgen
        else:
            yield from _marks(kid, pages)
    assert annotation is None, "a link without text"


def mark_artifacts(pdf: pikepdf.Pdf, marks: Collection[Mark], artifacts: Collection[Mark]) -> None:
    """Mark everything on the pages that is not among `marks`, or is among `artifacts`, as artifacts of pagination.

    The links of `artifacts` are removed, such as that of a note called in a repeated header row.
    """
    _drop_links(pdf, artifacts)
    kept = {mark[:2] for mark in marks if mark not in artifacts}
    for number, page in enumerate(pdf.pages):
        page.Contents = pdf.make_stream(_with_artifacts(page.Contents.read_bytes(), number, kept))


def _with_artifacts(content: bytes, page: int, kept: set[tuple[int, int]]) -> bytes:
    """The content of a page with everything that is not in the structure tree marked as an artifact of pagination.

    Text is written in glyph numbers, so the operator cannot be part of a string.
    """

    def marked(match: re.Match[bytes]) -> bytes:
        return match[0] if (page, int(match[1])) in kept else b"/Artifact <</Type /Pagination>> BDC"

    return _MARKED.sub(marked, content)


def _drop_links(pdf: pikepdf.Pdf, artifacts: Collection[Mark]) -> None:
    from pikepdf import Array

    dropped = {(mark.page, mark.annotation) for mark in artifacts if mark.annotation}
    for number in {page for page, _ in dropped}:
        page = pdf.pages[number].obj
        page.Annots = Array([link for link in page.Annots if (number, link.objgen) not in dropped])
