"""Personal copies of a Word file: put together, they are what they would be if they were written anew."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from briefs.model.copy import Copy
from briefs.model.document import Document
from briefs.model.sheet import USUAL, Sheet
from briefs.render.docx.render import word_file
from briefs.render.docx.word_copies import WordCopies
from briefs.render.fonts.widths import text_measure
from briefs.word.controls import text_control
from tests.render.docx.corporate import changed
from tests.render.docx.samples import document, starter
from tests.render.drawn import FONTS

LATIN = (
    "Ó RÍORDÁIN",
    "PEDULLA'",
    "GARCÍA HERMIDA-VAN DER WALLE",
    "ŞOŞOACĂ",
    '<Smith & "Co">',
    "A--B  C-3-2",
    "Nguyễn Thị Minh",
    "Åse Ø. van der 'sGravenhage",
    "Владимир Щёкин",
    "Αθηνά Παπαδοπούλου",
    "[[copy]] 987654321",
)
OTHERS = ("محمد بن عبد الله", "דוד לוי", "李小龍", "田中 みのる", "김철수", "გიორგი", "x" * 200)


def _personal() -> Document:
    made = document()
    return replace(made, furniture=replace(made.furniture, is_personal=True))


def _copies(reference: bytes, sheet: Sheet = USUAL, embedded: Path | None = None, most: int | None = 1) -> WordCopies:
    letters = text_measure(FONTS)
    return WordCopies(
        _personal(),
        lambda copy: word_file(copy, reference, most=most, sheet=sheet, letters=letters, embedded=embedded),
    )


def _house() -> bytes:
    """Words in the footer, and no placeholders."""

    def change(opened: WordDocument) -> None:
        opened.sections[0].footer.paragraphs[0].text = "House"
        opened.sections[0].different_first_page_header_footer = True
        opened.settings.odd_and_even_pages_header_footer = True

    return changed(change)


def _placeholder() -> bytes:
    """A place for the line in a cell of the header."""

    def change(opened: WordDocument) -> None:
        header = opened.sections[0].header
        cell = header.add_table(1, 2, docx.shared.Mm(160)).cell(0, 1)
        cell.paragraphs[0]._p.append(text_control("copy_line", "Copy", 1))

    return changed(change, starter())


def _parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


REFERENCES: dict[str, Callable[[], bytes]] = {"starter": starter, "house": _house, "placeholder": _placeholder}


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_copy_that_is_put_together_has_the_parts_of_one_that_is_written_anew(reference: str) -> None:
    copies = _copies(REFERENCES[reference]())
    for number, name in enumerate(LATIN, start=1):
        copy = Copy(name, number, 194)
        made, anew = _parts(copies.make(copy)), _parts(copies.written(copy))
        assert list(made.items()) == list(anew.items()), name
        is_wide = reference != "placeholder" or len(name) < 20
        assert copies.is_put_together(copy) == is_wide, name


def test_the_same_copy_has_the_same_bytes() -> None:
    copies = _copies(starter())
    for name in (LATIN[0], OTHERS[0]):
        copy = Copy(name, 17, 194)
        assert b"".join(copies.pieces(copy)) == copies.make(copy)


def test_names_in_other_scripts_and_long_ones_are_written_anew() -> None:
    copies = _copies(starter())
    assert [name for name in OTHERS if copies.is_put_together(Copy(name, 1, 194))] == []


def test_fonts_that_are_embedded_have_the_letters_of_any_name_in_latin_greek_and_cyrillic() -> None:
    copies = _copies(starter(), embedded=FONTS)
    for name in ("Владимир Щёкин", "Nguyễn Thị Minh", "ŞOŞOACĂ"):
        assert copies.is_put_together(Copy(name, 1, 2))
        assert _parts(copies.make(Copy(name, 1, 2))) == _parts(copies.written(Copy(name, 1, 2)))


def test_large_print_has_copies_too() -> None:
    copies = _copies(_placeholder(), Sheet(size=18), most=None)
    copy = Copy("Ó RÍORDÁIN", 17, 194)
    assert _parts(copies.make(copy)) == _parts(copies.written(copy))


def test_a_copy_says_whom_it_is_for() -> None:
    opened = docx.Document(io.BytesIO(_copies(starter()).make(Copy('<Smith & "Co">', 17, 194))))
    line = 'For: <Smith & "Co"> · Copy\u00a017\u00a0of\u00a0194'
    assert opened.paragraphs[2].text == line
    (page,) = opened.sections
    assert [p.text for p in page.footer.paragraphs] == ["B/2 · Limited\tPage 2 of 1", line]
    assert [p.text for p in page.first_page_footer.paragraphs] == ["B/2 · Limited\tPage 1 of 1", line]


def test_the_record_of_a_copy_has_its_number() -> None:
    record = _parts(_copies(starter()).make(Copy("Jane DOE", 17, 194)))["customXml/item1.xml"].decode()
    assert 'copy="17" copies="194"' in record


def test_an_edition_without_personal_copies_has_none() -> None:
    with pytest.raises(ValueError, match="no room"):
        WordCopies(document(), lambda copy: word_file(copy, starter())).make(Copy("Jane DOE", 1, 2))
