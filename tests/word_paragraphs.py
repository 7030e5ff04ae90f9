"""The paragraphs of a Word file that the program wrote, read in the plainest way: nothing in it is marked."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from briefs.word.elements import Element, qn, text_of

_TAG = re.compile(r"\s?‹[^›]*›")
_MARKS = {qn("w:tab"): "\t", qn("w:br"): "\t"}


def word_paragraphs(file: bytes) -> list[str]:
    """The texts of a brief's Word file, body first and then notes: paragraphs with words, and all cells.

    Boxes, room to write in, source tags within text and marks of repeated notes are left out; a line break is a tab.
    """
    found = []
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        for part in ("word/document.xml", "word/footnotes.xml"):
            if part in package.namelist():
                for paragraph in etree.fromstring(package.read(part)).iter(qn("w:p")):
                    text = "".join(_texts(paragraph)).lstrip("\t").replace("\u200b", "")
                    if text or any(each.tag == qn("w:tc") for each in paragraph.iterancestors()):
                        found.append(text if _TAG.fullmatch(text) else _TAG.sub("", text))
    return found


def _texts(paragraph: Element) -> Iterator[str]:
    is_note_mark = False
    for run in paragraph.iter(qn("w:r")):
        if _is_to_be_filled_in(run):
            continue
        for child in run:
            if child.tag == qn("w:instrText"):
                is_note_mark = "NOTEREF" in (child.text or "") and "\\f" in (child.text or "")
            elif child.tag == qn("w:fldChar") and child.get(qn("w:fldCharType")) == "end":
                is_note_mark = False
            elif not is_note_mark:
                yield _MARKS.get(str(child.tag), "") or text_of(child)


def _is_to_be_filled_in(run: Element) -> bool:
    """Whether a run is in a control for a tick or for text."""
    properties = (each.find(qn("w:sdtPr")) for each in run.iterancestors(qn("w:sdt")))
    return any(
        found is not None and any(found.find(qn(name)) is not None for name in ("w14:checkbox", "w:text"))
        for found in properties
    )
