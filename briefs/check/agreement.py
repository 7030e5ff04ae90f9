"""Every format of a brief says the same words in the same order: those of the brief.

A file is read back by itself and compared with the brief, so that formats agree with each other too. What formats set
in their own way is set apart: lines at the head and foot of pages, where notes stand, the words of pictures, running
numbers that Word counts itself, hyphens, and boxes to tick.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from briefs.check.document_reading import Piece, Reading, reading_of
from briefs.check.subjects import FilesToCheck
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.document import Document, Table
from briefs.model.document_walk import contents
from briefs.model.finished_file import FinishedFile, Said
from briefs.model.formats import Format
from briefs.model.inline import inline_text
from briefs.model.phrases import phrases_for
from briefs.text.squeezed import squeezed

NAMES: dict[Format, str] = {"pdf": "PDF", "docx": "Word file", "html": "HTML file"}
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters of Hebrew, Arabic and others that are written like them."""
_TURNED = str.maketrans(")]}>›»", "([{<‹«")
_SHOWN = 8
"""How many words of each text a message shows."""


def check_agreement(files: FilesToCheck) -> Iterator[Diagnostic]:
    """An error for each file that says something else than the brief, at the block or line where it first does."""
    for file in files.files:
        if (found := _first_difference(files.document, file)) is not None:
            piece, said, where = found
            place = _place(files, piece)
            there = f', {where}, says "{said}"' if said else " ends"
            wanted = f'where the brief says "{_beginning(piece.text)}"' if piece.text else "where the brief ends"
            yield Fault(
                "renditions-differ",
                f"the {NAMES[file.format]} of {files.document.key.described}{there} {wanted}",
                "formats must say the same: if style sheets or the reference document do not hide or add words, this "
                "is a mistake of the program",
            ).at(place)


def _first_difference(document: Document, file: FinishedFile) -> tuple[Piece, str, str] | None:
    """The piece of the brief where `file` first says something else, what it says, and where; None if it agrees."""
    reading = reading_of(document, in_word=file.format == "docx")
    if file.format == "pdf":
        return _in_pages(document, reading, file)
    pieces = [piece for piece in reading.pieces if not piece.labels and (file.format == "html" or not piece.is_number)]
    found = _compared(pieces, file.body) or _compared(reading.notes, file.notes)
    if found is None and file.format == "docx":
        found = _furniture(document, file)
    return found


def _compared(pieces: Sequence[Piece], said: Sequence[Said]) -> tuple[Piece, str, str] | None:
    """The first piece that `said` has otherwise, what it says there, and where: letter by letter, then word by word."""
    text = "".join(squeezed(one.text) for one in said)
    if found := _differing([squeezed(piece.text) for piece in pieces], text):
        piece = _at(pieces, found[0])
        same = _same_letters(squeezed(piece.text), text, found[1])
        where, words = _words_behind(said, found[1] + same)
        return piece._replace(text=_words_behind((Said("", piece.text),), same)[1]), words, where
    wanted = [word for piece in pieces for word in _words(piece.text)]
    words_of = [(word, one) for one in said for word in _words(one.text)]
    for index, (word, (found_word, one)) in enumerate(zip(wanted, words_of, strict=False)):
        if word != found_word:
            ends = list(accumulate(len(_words(piece.text)) for piece in pieces))
            at = next(number for number, end in enumerate(ends) if end > index)
            return pieces[at], " ".join(word for word, _ in words_of[index : index + _SHOWN]), one.where
    return None


def _differing(wanted: Sequence[str], found: str) -> tuple[int, int] | None:
    """The index of the first of `wanted`, one after the other, that `found` does not have, and how far they agree."""
    at = 0
    for index, one in enumerate(wanted):
        if not found.startswith(one, at):
            return index, at
        at += len(one)
    return (len(wanted), at) if at < len(found) else None


def _same_letters(wanted: str, found: str, at: int) -> int:
    """How many letters of `wanted` stand in `found` from `at` on."""
    pairs = zip(wanted, found[at : at + len(wanted)], strict=False)
    return next((index for index, (one, other) in enumerate(pairs) if one != other), 0)


def _words_behind(said: Sequence[Said], letters: int) -> tuple[str, str]:
    """Where the text stands that has this many letters before it, and its words."""
    for index, one in enumerate(said):
        own = len(squeezed(one.text))
        if letters < own:
            words = one.text.split()
            before = list(accumulate(len(squeezed(word)) for word in words))
            first = next((number for number, end in enumerate(before) if end > letters), 0)
            more = " ".join(next_one.text for next_one in said[index + 1 : index + 3]).split()
            return one.where, " ".join((*words[first:], *more)[:_SHOWN])
        letters -= own
    return (said[-1].where if said else ""), ""


def _in_pages(document: Document, reading: Reading, file: FinishedFile) -> tuple[Piece, str, str] | None:
    """The same for a PDF, whose pages have lines of their own, notes at their feet, and pictures."""
    notes = [(squeezed(f"{number}{note.text}"), note) for number, note in _numbered(document, reading.notes)]
    pages: list[str] = []
    for number, page in enumerate(file.body, 1):
        rest = squeezed(page.text)
        for line in _lines_of_page(document, number, len(file.body)):
            if line and rest.endswith(line):
                rest = rest.removesuffix(line)
        while ended := next((one for one in notes if rest.endswith(one[0])), None):
            rest = rest.removesuffix(ended[0])
            notes.remove(ended)
        pages.append(rest)
    if notes:
        return notes[0][1], "nothing like it at the foot of a page", "on all its pages"
    for index, piece in enumerate(reading.pieces):
        if piece.labels and not _cut_out(piece, reading.pieces[:index], pages):
            return _labelled(piece), "nothing like it in a picture", "on all its pages"
    return _in_text(document, reading, pages, file)


def _in_text(
    document: Document, reading: Reading, pages: Sequence[str], file: FinishedFile
) -> tuple[Piece, str, str] | None:
    """What differs in the running text of `pages`, whose tables repeat the heads of their columns on each page."""
    found, at = "".join(pages), 0
    starts = set(accumulate(map(len, pages)))
    tables = [content for _, content in contents(document.sections) if isinstance(content, Table)]
    heads = {squeezed("".join(inline_text(column) for column in table.columns)) for table in tables}
    for piece in _with_numbers(reading.pieces):
        wanted = squeezed(piece.text)
        if not _stands_at(found, at, wanted) and at in starts:
            at += max((len(head) for head in heads if found.startswith(head, at)), default=0)
        if not _stands_at(found, at, wanted):
            same = _same_letters(wanted, found, at)
            rest = piece._replace(text=_words_behind((Said("", piece.text),), same)[1])
            return rest, *_on_page(pages, file.body, at + same)
        at += len(wanted)
    return None if at == len(found) else (Piece(""), *_on_page(pages, file.body, at))


def _with_numbers(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """`pieces`, each that is written from right to left with the number before it: they are read as one line."""
    number: Piece | None = None
    for piece in pieces:
        if number is not None and _RIGHT_TO_LEFT.search(piece.text):
            piece = piece._replace(text=f"{number.text} {piece.text}")
        elif number is not None:
            yield number
        number = piece if piece.is_number else None
        if number is None:
            yield piece
    if number is not None:
        yield number


def _stands_at(found: str, at: int, wanted: str) -> bool:
    """Whether `found` has `wanted` at this place: of what is written from right to left, the same letters, since a
    program that reads a PDF may turn the order of a line, and its brackets."""
    if found.startswith(wanted, at):
        return True
    if not _RIGHT_TO_LEFT.search(wanted):
        return False
    there = found[at : at + len(wanted)]
    return sorted(there.translate(_TURNED)) == sorted(wanted.translate(_TURNED))


def _cut_out(figure: Piece, before: Sequence[Piece], pages: list[str]) -> bool:
    """Take the words of a picture out of the text of `pages`, if they are there: after those places where the text
    before it has the same words, as a table has."""
    labels = tuple(map(squeezed, figure.labels))
    said_before = sum(1 for _ in _spans_of(labels, "".join(squeezed(piece.text) for piece in before)))
    found = [(at, span) for at, page in enumerate(pages) for span in _spans_of(labels, page)]
    if not found:
        return False
    at, (start, end) = found[min(said_before, len(found) - 1)]
    pages[at] = pages[at][:start] + pages[at][end:]
    return True


def _spans_of(labels: Sequence[str], page: str) -> Iterator[tuple[int, int]]:
    """Where the words of a picture stand on a page: together, one label after the other; if they do so nowhere, in any
    order."""
    whole = "".join(labels)
    start = page.find(whole)
    if start < 0:
        yield from _mixed_spans(labels, page)
    while start >= 0:
        yield start, start + len(whole)
        start = page.find(whole, start + len(whole))


def _mixed_spans(labels: Sequence[str], page: str) -> Iterator[tuple[int, int]]:
    letters, longest = sorted("".join(labels)), max(labels, key=len)
    near, free = page.find(longest), 0
    while near >= 0:
        starts = range(max(free, near + len(longest) - len(letters)), near + 1)
        at = next((start for start in starts if sorted(page[start : start + len(letters)]) == letters), None)
        if at is not None:
            free = at + len(letters)
            yield at, free
        near = page.find(longest, max(near + 1, free))


def _labelled(piece: Piece) -> Piece:
    return piece._replace(text=" ".join(piece.labels))


def _numbered(document: Document, notes: Sequence[Piece]) -> Iterator[tuple[int, Piece]]:
    return ((note.number, piece) for note, piece in zip(document.notes, notes, strict=True))


def _lines_of_page(document: Document, number: int, total: int) -> Iterator[str]:
    """What a page ends with, line by line from the last: how many pages there are, the footer, the running header."""
    furniture, phrases = document.furniture, phrases_for(document.properties.language)
    yield squeezed(phrases.page_of.format(page=number, pages=total))
    yield squeezed(furniture.footer)
    yield squeezed(furniture.running_line)
    yield squeezed(furniture.running_lines)


def _on_page(pages: Sequence[str], said: Sequence[Said], at: int) -> tuple[str, str]:
    """What is said so many letters into the rest of all pages, and on which page."""
    for page, one in zip(pages, said, strict=True):
        if at < len(page):
            _, words = _words_behind((one,), squeezed(one.text).find(page[at : at + 40]))
            return words, one.where
        at -= len(page)
    return "", said[-1].where if said else ""


def _furniture(document: Document, file: FinishedFile) -> tuple[Piece, str, str] | None:
    """The running header or footer, if the headers and footers of a Word file do not say it."""
    text = "".join(squeezed(one.text) for one in file.running)
    for line in (*document.furniture.running_header, document.furniture.footer):
        if squeezed(line) not in text:
            return Piece(line), "nothing like it", "in its headers and footers"
    return None


def _at(pieces: Sequence[Piece], index: int) -> Piece:
    return pieces[index] if index < len(pieces) else Piece("")


def _words(text: str) -> list[str]:
    return [word for word in map(squeezed, text.split()) if word]


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")


def _place(files: FilesToCheck, piece: Piece) -> Place:
    """Where a piece is written: a block, or else the line of the template."""
    for form in piece.unit.forms if piece.unit is not None else ():
        if drawn := files.library.blocks.get(form.block):
            return drawn.place_of(form.field)
    return files.template.place(piece.line) if piece.line else files.template.place_of("audience")
