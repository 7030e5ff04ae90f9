"""What a finished PDF says: the text of its pages, and every other text among its objects."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefs.model.finished_file import FinishedFile, Said
from briefs.model.taking_turns import at_pdfium

if TYPE_CHECKING:
    import pikepdf

_TEXTS = frozenset({"/Metadata", "/EmbeddedFile"})
"""Types of streams that are text; others are what is drawn, fonts and colours."""
_NAMES = {
    "/Alt": "an alternative text",
    "/ActualText": "a replacement text",
    "/E": "the expansion of an abbreviation",
    "/T": "the title of an element",
    "/TU": "the name of a field",
    "/Contents": "the description of a link",
    "/URI": "an address",
    "/Title": "a title or bookmark",
    "/Author": "the author",
    "/Subject": "the subject",
    "/Keywords": "the keywords",
    "/Desc": "the description of an attachment",
    "/F": "the name of an attachment",
    "/UF": "the name of an attachment",
}


def read_pdf(name: str, content: bytes) -> FinishedFile:
    """The texts of the PDF with this `name` and `content`.

    Its body are its pages, with line ends as on paper; what lies outside the paper is among the other texts.
    """
    import pikepdf

    pages, outside = _pages(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        other = tuple(dict.fromkeys(one for found in pdf.objects for one in _texts(found, pikepdf)))
        information = tuple(Said(_NAMES.get(key, key[1:]), str(value)) for key, value in pdf.docinfo.items())
    return FinishedFile("pdf", name, pages, other=(*outside, *information, *other))


@at_pdfium
def _pages(content: bytes) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """The text on each page, and the text of pages that have more than lies on the paper."""
    import pypdfium2  # type: ignore[import-untyped]  # ships no types

    on_paper, outside = [], []
    opened = pypdfium2.PdfDocument(content)
    try:
        for number, page in enumerate(opened, 1):
            textpage = page.get_textpage()
            try:
                text, whole = str(textpage.get_text_bounded()), str(textpage.get_text_range())
            finally:
                textpage.close()
            on_paper.append(Said(f"page {number}", text))
            if len(whole.split()) > len(text.split()):
                outside.append(Said(f"outside page {number}", whole))
    finally:
        opened.close()
    return tuple(on_paper), tuple(outside)


def _texts(found: Any, pikepdf_: Any) -> Iterator[Said]:
    """The texts in an object, other than those that are objects of their own."""
    if isinstance(found, pikepdf_.Stream):
        if str(found.get("/Type", "")) in _TEXTS:
            where = "the metadata (XMP)" if found.get("/Type") == "/Metadata" else "an attachment"
            yield Said(where, found.read_bytes().decode("utf-8", "replace"))
        yield from _within(found.stream_dict if hasattr(found, "stream_dict") else found, pikepdf_)
    else:
        yield from _within(found, pikepdf_)


def _within(found: pikepdf.Object, pikepdf_: Any, name: str = "") -> Iterator[Said]:
    if isinstance(found, pikepdf_.String):
        if text := str(found):
            yield Said(_NAMES.get(name, f"{name[1:]} of an object"), text)
    elif isinstance(found, pikepdf_.Dictionary | pikepdf_.Stream):
        for key, value in found.items():
            if isinstance(value, pikepdf_.String) or _is_inside(value, pikepdf_):
                yield from _within(value, pikepdf_, key)
    elif isinstance(found, pikepdf_.Array):
        for value in found:
            if isinstance(value, pikepdf_.String) or _is_inside(value, pikepdf_):
                yield from _within(value, pikepdf_, name)


def _is_inside(value: Any, pikepdf_: Any) -> bool:
    """Whether it is an object within another one that may hold texts: one that is referred to is met by itself."""
    return isinstance(value, pikepdf_.Dictionary | pikepdf_.Array) and not value.is_indirect
