"""Opening a PDF and reading what it has: pages with lines, outline, page labels, properties.

pdfium never sees two files at once, and all that it holds is given back, whatever goes wrong.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from briefs.model.diagnostics import DocumentError, Fault, Place
from briefs.model.taking_turns import at_pdfium
from briefs.report.pdf.pdf_chunks import Chunk, chunks_of
from briefs.report.pdf.pdf_glyphs import GlyphReader
from briefs.report.pdf.pdf_lines import OutlineEntry
from briefs.report.pdf.pdf_rules import PageRules, page_rules
from briefs.report.pdf.pdf_safety import refuse_unsafe
from briefs.report.pdf.pdf_structure import PageStructure, StructureReader

MOST_PAGES = 2_000
"""A file with more is not read: it is no report."""
_MOST_CHARACTERS = 60_000
"""On one page; more are a map or a drawing."""
_MOST_ENTRIES, _DEEPEST = 5_000, 8
_ASKS_PASSWORD = 4
"""FPDF_ERR_PASSWORD (`fpdfview.h`)."""


@dataclass(slots=True)
class PdfPage:
    """A page: its size in points, its label if the file gives one, its chunks by how they are turned (see
    `chunks_of`), the rules on it, what its pictures show, and how many characters have no known meaning."""

    width: float
    height: float
    label: str
    chunks: list[list[Chunk]]
    rules: PageRules
    alternatives: dict[int, str] = field(default_factory=dict)
    unmapped: int = 0
    characters: int = 0
    has_picture: bool = False
    is_too_full: bool = False


@dataclass(slots=True)
class PdfFile:
    """What a PDF has, page by page; `outline` in its order, `properties` as in the document information."""

    pages: list[PdfPage]
    outline: list[OutlineEntry]
    properties: dict[str, str]
    language: str = ""
    is_form: bool = False


@at_pdfium
def read_file(content: bytes, path: str) -> PdfFile:
    """Everything in the PDF with this `content`.

    Raises DocumentError if it cannot be read: `report-encrypted`, `report-damaged`, `report-too-large`.
    """
    import pypdfium2.raw as raw  # type: ignore[import-untyped]  # ships no types

    refuse_unsafe(content, path)
    with _opened(raw, content, path) as document:
        count = raw.FPDF_GetPageCount(document)
        if count <= 0:
            raise DocumentError([_damaged("the file has no pages").at(Place(path))])
        if count > MOST_PAGES:
            message = f"the report has {count:,} pages; at most {MOST_PAGES:,} can be read"
            hint = "divide the PDF, and make a report of each part"
            raise DocumentError([Fault("report-too-large", message, hint).at(Place(path))])
        glyphs, structures = GlyphReader(raw), StructureReader(raw)
        pages = [_read_page(raw, document, index, glyphs, structures) for index in range(count)]
        outline = _outline(raw, document)
        properties = {name: _property(raw, document, name) for name in ("Title", "Author", "CreationDate", "Producer")}
        language = _text(lambda buffer, size: raw.FPDFCatalog_GetLanguage(document, _wide(buffer), size))
        is_form = raw.FPDF_GetFormType(document) in (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND)
    return PdfFile(pages, outline, properties, language, is_form)


@contextmanager
def _opened(raw: Any, content: bytes, path: str) -> Iterator[Any]:
    import pypdfium2  # noqa: F401 - initializes the library

    document = raw.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        if raw.FPDF_GetLastError() == _ASKS_PASSWORD:
            message = "the report is encrypted, and asks for a password"
            hint = "open it with its password, and save it without one; for example, print it into a new PDF"
            raise DocumentError([Fault("report-encrypted", message, hint).at(Place(path))])
        raise DocumentError([_damaged("the file is damaged, or it is no PDF").at(Place(path))])
    try:
        yield document
    finally:
        raw.FPDF_CloseDocument(document)


def _damaged(message: str) -> Fault:
    return Fault("report-damaged", message, "ask for the file again, or open it and save it anew as a PDF")


def _read_page(raw: Any, document: Any, index: int, glyphs: GlyphReader, structures: StructureReader) -> PdfPage:
    label = _text(lambda buffer, size: raw.FPDF_GetPageLabel(document, index, buffer, size))
    page = raw.FPDF_LoadPage(document, index)
    if not page:
        return PdfPage(0.0, 0.0, label, [], PageRules())
    text_page = None
    try:
        text_page = raw.FPDFText_LoadPage(page)
        count = raw.FPDFText_CountChars(text_page) if text_page else 0
        if count > _MOST_CHARACTERS:
            return PdfPage(0.0, 0.0, label, [], PageRules(), characters=count, is_too_full=True)
        structure = structures.read(page) if count > 0 else PageStructure()
        left, bottom, _, _ = glyphs.shown(page)
        found = glyphs.read(page, text_page, structure.tags) if count > 0 else None
        rules = page_rules(raw, page, left, bottom) if count > 0 else PageRules()
        return PdfPage(
            found.width if found else 0.0,
            found.height if found else 0.0,
            label,
            chunks_of(found) if found else [],
            rules,
            structure.alternatives,
            found.unmapped if found else 0,
            len(found.glyphs) if found else 0,
            _has_picture(raw, page) if not found or len(found.glyphs) < 20 else False,
        )
    finally:
        if text_page:
            raw.FPDFText_ClosePage(text_page)
        raw.FPDF_ClosePage(page)


def _has_picture(raw: Any, page: Any) -> bool:
    """Whether a page without text has anything else, such as a scanned picture of it."""
    kinds = (
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, index))
        for index in range(min(raw.FPDFPage_CountObjects(page), 500))
    )
    return any(kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) for kind in kinds)


def _outline(raw: Any, document: Any) -> list[OutlineEntry]:
    """The bookmarks, those below each after it. A chain that bites its own tail is followed once."""
    found: list[OutlineEntry] = []
    seen: set[int] = set()
    waiting = [(raw.FPDFBookmark_GetFirstChild(document, None), 1)]
    while waiting and len(found) < _MOST_ENTRIES:
        entry, depth = waiting.pop()
        address = ctypes.cast(entry, ctypes.c_void_p).value if entry else None
        if not address or address in seen:
            continue
        seen.add(address)
        title = " ".join(_text(lambda buffer, size, one=entry: raw.FPDFBookmark_GetTitle(one, buffer, size)).split())
        page, height = _destination(raw, document, entry)
        if title:
            found.append(OutlineEntry(title, depth, page, height))
        waiting.append((raw.FPDFBookmark_GetNextSibling(document, entry), depth))
        if depth < _DEEPEST:
            waiting.append((raw.FPDFBookmark_GetFirstChild(document, entry), depth + 1))
    return found


def _destination(raw: Any, document: Any, entry: Any) -> tuple[int | None, float | None]:
    """The page that a bookmark leads to, and how high on it."""
    destination = raw.FPDFBookmark_GetDest(document, entry)
    if not destination:
        action = raw.FPDFBookmark_GetAction(entry)
        destination = raw.FPDFAction_GetDest(document, action) if action else None
    if not destination:
        return None, None
    page = raw.FPDFDest_GetDestPageIndex(document, destination)
    flags = [ctypes.c_int() for _ in range(3)]
    places = [ctypes.c_float() for _ in range(3)]
    known = raw.FPDFDest_GetLocationInPage(destination, *map(ctypes.byref, flags), *map(ctypes.byref, places))
    return (page if page >= 0 else None), (places[1].value if known and flags[1].value else None)


def _property(raw: Any, document: Any, name: str) -> str:
    return _text(lambda buffer, size: raw.FPDF_GetMetaText(document, name.encode(), buffer, size)).strip()


def _wide(buffer: Any) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))


def _text(read: Any, most: int = 4096) -> str:
    """A text that pdfium writes in UTF-16 with a zero at the end."""
    buffer = ctypes.create_string_buffer(most)
    length = read(buffer, most)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace") if 2 < length <= most else ""
