"""Drawings in a Word file: what pictures show in words, and the words in shapes (ISO/IEC 29500-1, 20.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.word.elements import Element, qn
from briefs.word.revisions import read_branch

_BOX = "txbxContent"
"""What a text box holds; programs that write the strict variant put it into a namespace of their own."""
_ALTERNATIVES = qn("mc:AlternateContent")
_FILE_NAME = re.compile(
    r"(?:[A-Za-z]:\\|https?://|[\w%.~-]*/)?[^\n]{0,200}\.(?:png|jpe?g|gif|emf|wmf|bmp|tiff?|svg|eps)", re.I
)
_VML = "{urn:schemas-microsoft-com:vml}"
_GRAPHIC = ("blip", "chart", "relIds", "imagedata", "OLEObject")
_NAMES = ("docPr", "cNvPr")
_GENERAL = re.compile(r"\s+")


def is_picture(drawing: Element) -> bool:
    """Whether a drawing shows a picture, a chart or a diagram, rather than shapes alone."""
    return any(_local(one) in _GRAPHIC for one in _shown(drawing))


def alternative_of(drawing: Element) -> str:
    """What a picture shows, as its author has described it; empty if nobody has. The name of a file says nothing."""
    for one in _shown(drawing):
        name = _local(one)
        said = (one.get("descr"), one.get("title")) if name in _NAMES else (one.get("alt"),) if _is_vml(one) else ()
        for text in said:
            words = _GENERAL.sub(" ", text or "").strip()
            if words and not _FILE_NAME.fullmatch(words):
                return words
    return ""


def shown_boxes(drawing: Element) -> Iterator[Element]:
    """The text boxes in a drawing, outermost ones only."""
    return (one for one in _shown(drawing) if _local(one) == _BOX)


def shown_words(drawing: Element) -> Iterator[str]:
    """The words in shapes of a drawing that are no text boxes of Word, paragraph by paragraph (21.1.2.2.6)."""
    for one in _shown(drawing):
        if one.tag == qn("a:p"):
            words = "".join(text.text or "" for text in one.iter(qn("a:t")))
            if words.strip():
                yield words


def _shown(element: Element) -> Iterator[Element]:
    """The elements in a drawing, each branch for newer programs only once, and nothing of what is in text boxes."""
    yield element
    if _local(element) == _BOX or element.tag == qn("a:p"):
        return
    branch = read_branch(element) if element.tag == _ALTERNATIVES else None
    for child in element if branch is None else branch:
        yield from _shown(child)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_vml(element: Element) -> bool:
    return str(element.tag).startswith(_VML)
