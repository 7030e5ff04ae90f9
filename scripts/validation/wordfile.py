"""The parts of a Word file that validating needs: bookmarks, and what pages add to the text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from scripts.validation.words import Additions, Words, words_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SVG = "{http://www.w3.org/2000/svg}"


_COPY = re.compile(r"_Copy_\d+$")
"""The suffix that LibreOffice gives a bookmark in a note called from a table: it reads such notes twice."""


def read_bookmarks(file: Path) -> set[str]:
    """The names of all bookmarks, as they were before LibreOffice saved the file, if it did."""
    found = set()
    for root in _parts(file, r"word/(document|footnotes|endnotes)\.xml"):
        found |= {_COPY.sub("", mark.get(f"{_W}name", "")) for mark in root.iter(f"{_W}bookmarkStart")}
    return found


def read_additions(file: Path) -> Additions:
    """Words of headers and footers, of repeated header rows, of notes (with their numbers) and in pictures."""
    furniture = [
        words_of(_text(paragraph))
        for root in _parts(file, r"word/(header|footer)\d*\.xml")
        for paragraph in root.iter(f"{_W}p")
    ]
    rows = [
        tuple(word for cell in row.iter(f"{_W}tc") for word in words_of(" ".join(map(_text, cell.iter(f"{_W}p")))))
        for root in _parts(file, r"word/document\.xml")
        for row in root.iter(f"{_W}tr")
        if row.find(f"{_W}trPr/{_W}tblHeader") is not None
    ]
    notes = [
        words_of(" ".join(map(_text, note.iter(f"{_W}p"))))
        for root in _parts(file, r"word/footnotes\.xml")
        for note in root.iter(f"{_W}footnote")
        if note.get(f"{_W}type", "normal") == "normal"
    ]
    pictures = [
        words_of(" ".join("".join(text.itertext()) for text in root.iter(f"{_SVG}text")))
        for root in _parts(file, r"word/media/.*\.svg")
    ]
    return Additions(
        tuple(sorted({_up_to_page(words) for words in furniture}, key=len, reverse=True)),
        tuple(dict.fromkeys(rows)),
        tuple((str(number), *note) for number, note in enumerate(notes, start=1)),
        tuple(pictures),
    )


def _up_to_page(words: Words) -> Words:
    """A footer up to its page number, which differs on every page."""
    return words[:-4] if words[-4:-3] == ("Page",) else words


def _text(element: ElementTree.Element) -> str:
    """The characters of a paragraph, without the instructions of fields; tabs and breaks are spaces."""
    parts = []
    for child in element.iter():
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif child.tag in (f"{_W}tab", f"{_W}br"):
            parts.append(" ")
    return "".join(parts)


def _parts(file: Path, pattern: str) -> Iterator[ElementTree.Element]:
    """The roots of the parts whose names match, in the order of their names."""
    with zipfile.ZipFile(file) as package:
        for name in sorted(package.namelist()):
            if re.fullmatch(pattern, name):
                yield ElementTree.fromstring(package.read(name))
