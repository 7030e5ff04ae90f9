"""Copies of a PDF that are put together are what a layout of their own would be: text, structure, and every pixel."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from briefs.model.copy import Copy
from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.sheet import Paper, TypeSize
from briefs.render.pdf.prepared_copies import PdfCopies, unprintable
from tests.render.builders import document, layout, paragraph, personal, section
from tests.render.specimen import specimen

HARD = (
    Copy("Ó RÍORDÁIN", 17, 194),
    Copy("PEDULLA'", 1, 1),
    Copy("de LANGE", 44000, 44000),
    Copy("GARCÍA HERMIDA-VAN DER WALLE", 17, 194),
    Copy("ŞOŞOACĂ", 101, 111),
    Copy("AVATAR-Tübingen VA. To Ye, Wä L’AVY", 17, 194),
    Copy("Владимир ЖУКОВ", 17, 194),
    Copy("Ελένη ΠΑΠΑΔΟΠΟΎΛΟΥ", 17, 194),
    Copy("Griffin OFFICER ffi fl ft tt Th", 17, 194),
    Copy('“Bob” O’HARA "x" <&>\\() [[name]] TJ', 17, 194),
    Copy("Nguyễn Thị HỒNG", 17, 194),
    Copy("Permanent Mission of the Republic of North Macedonia, First Secretary", 17, 194),
)
"""Kerning, ligatures, other alphabets, signs with a meaning in HTML, CSS or PDF, and a name too long for the footer."""
LAID_OUT = (
    Copy("محمد الأحمد", 17, 194),
    Copy("ADAM x\u0302\u0323", 17, 194),
    Copy("Ա. ՍԱՐԳՍՅԱՆ", 17, 194),
    Copy("Her Excellency " * 8 + "GARCÍA HERMIDA-VAN DER WALLE", 17, 194),
)
"""From right to left, with marks that stand on letters, in the other font, and too long for a line."""


def _brief() -> Document:
    words = section(paragraph("The quick brown fox jumps over the lazy dog."))
    return personal(document(words, replace(words, page_break=True), title="Ten countries"))


@cache
def _copies(paper: Paper = "A4", size: TypeSize = 11) -> PdfCopies:
    return PdfCopies(_brief(), layout(paper, size))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("paper", "size"), [("A4", 11), pytest.param("letter", 11, marks=pytest.mark.slow), ("A4", 18)]
)
def test_a_copy_that_is_put_together_shows_and_says_what_a_layout_of_its_own_does(paper: Paper, size: TypeSize) -> None:
    copies = _copies(paper, size)
    for copy in HARD if (paper, size) == ("A4", 11) else HARD[3:7]:
        assert copies.is_put_together(copy), copy
        made, anew = copies.make(copy), copies.written(copy)
        assert _text(made) == _text(anew)
        assert _structure(made) == _structure(anew)
        assert _pixels(made) == _pixels(anew), copy
        assert copy.recipient in _text(made)


def test_every_kind_of_element_stays_as_it_is_in_a_copy() -> None:
    copies = PdfCopies(personal(specimen()), layout())
    made, anew = copies.make(HARD[0]), copies.written(HARD[0])
    assert (_text(made), _structure(made)) == (_text(anew), _structure(anew))
    assert _pixels(made) == _pixels(anew)


def test_other_names_are_laid_out() -> None:
    for copy in LAID_OUT:
        assert not _copies().is_put_together(copy), copy
        assert len(_copies().pieces(copy)) == 1
    assert "SA" not in _text(_copies().make(LAID_OUT[0]))
    assert _text(_copies().make(LAID_OUT[3])).count("HERMIDA-VAN DER WALLE") == 1


def test_a_footer_has_only_the_number_of_a_copy_whose_name_would_take_a_second_line() -> None:
    text = _text(_copies().make(HARD[-1]))
    assert text.count("Macedonia") == 1
    assert text.count("Copy 17 of 194") == 3  # the masthead and two footers


def test_a_copy_is_a_sound_file_with_its_number_in_the_record_and_identifiers_of_its_own() -> None:
    found = []
    for copy in (HARD[0], HARD[1], replace(HARD[1], recipient="PEDULLA")):
        made = _copies().make(copy)
        with pikepdf.open(io.BytesIO(made)) as pdf:
            assert pdf.check_pdf_syntax() == []
            file = pdf.attachments["edition-record.json"].get_file()
            content = file.read_bytes()
            assert f'"copy": "{copy.number}",\n  "copies": "{copy.total}"'.encode() in content
            assert file.size == len(content)
            metadata = pdf.Root.Metadata.read_bytes().decode()
            found += [*map(bytes, pdf.trailer.ID), re.findall(r"DocumentID>(.*?)<", metadata)[0]]
    assert len(set(found)) == 9


def test_the_same_copy_has_the_same_bytes_whatever_was_made_before() -> None:
    other = PdfCopies(_brief(), layout())
    for copy in reversed(HARD[:4]):
        assert other.make(copy) == _copies().make(copy)


def test_what_alphabets_need_is_prepared_in_advance_and_no_more() -> None:
    copies = PdfCopies(_brief(), layout())
    copies.prepare((HARD[2], HARD[0], LAID_OUT[2]))
    assert set(copies._prepared) == {(), (1,)}


@pytest.mark.parametrize("rule", [".copy { display: none }", "@page :first { @bottom-left { content: none } }"])
def test_where_the_style_sheet_does_not_print_the_line_copies_are_laid_out(rule: str) -> None:
    look = layout()
    copies = PdfCopies(_brief(), replace(look, print_css=look.print_css + rule.replace("none }", "none !important }")))
    assert not copies.is_put_together(HARD[0])
    assert copies.make(HARD[0])


def test_no_name_is_printed_with_a_box() -> None:
    assert unprintable("王小明", layout()) == "U+5C0F"
    assert unprintable("Ana\u2028 MARÍA", layout()) == ""
    with pytest.raises(BriefsError, match="none of the fonts has"):
        _copies().make(Copy("王小明", 1, 2))


def _text(pdf: bytes) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in opened).replace("\u00a0", " ")


def _pixels(pdf: bytes) -> list[str]:
    """A hash of each page as a picture, at 144 dpi."""
    return [sha256(bytes(page.render(scale=2).buffer)).hexdigest() for page in pypdfium2.PdfDocument(pdf)]


def _structure(pdf: bytes) -> tuple[list[Any], list[list[str]]]:
    """The structure tree with the places of its content, and the marked content with its text."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        (root,) = opened.Root.StructTreeRoot.K
        return _tree(root, pages), list(_marked(opened))


def _tree(element: Any, pages: Mapping[tuple[int, int], int]) -> list[Any]:
    found: list[Any] = [str(element.S), str(element.get("/Alt", "")), str(element.get("/Lang", ""))]
    for kid in element.K:
        if "/S" in kid:
            found.append(_tree(kid, pages))
        else:
            found.append((pages[kid.Pg.objgen], int(kid.MCID)) if "/MCID" in kid else str(kid.Type))
    return found


def _marked(pdf: pikepdf.Pdf) -> Iterator[list[str]]:
    for page in pdf.pages:
        fonts = {name: _letters(font) for name, font in page.Resources.Font.items() if "/ToUnicode" in font}
        letters: Mapping[int, str] = {}
        said: list[str] = []
        for instruction in pikepdf.parse_content_stream(page):
            match str(instruction.operator):
                case "BDC":
                    said = [str(instruction.operands[0]), repr(instruction.operands[1])]
                    yield said
                case "Tf":
                    letters = fonts[str(instruction.operands[0])]
                case "TJ":
                    texts = [bytes(one) for one in instruction.operands[0] if isinstance(one, pikepdf.String)]
                    glyphs = b"".join(texts)
                    said.append(
                        "".join(letters[int.from_bytes(glyphs[at : at + 2])] for at in range(0, len(glyphs), 2))
                    )


def _letters(font: Any) -> dict[int, str]:
    """What each glyph of a font stands for."""
    pairs = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]*)>", font.ToUnicode.read_bytes().decode())
    return {int(glyph, 16): bytes.fromhex(text).decode("utf-16-be").replace("\u00a0", " ") for glyph, text in pairs}


def test_names_that_would_add_a_page_are_found_and_others_are_not() -> None:
    endless = replace(HARD[0], recipient="Her Excellency " * 400)
    ((found, pages, allowed),) = _copies().overlong([*HARD, *LAID_OUT, endless])
    assert (found, allowed) == (endless, 2)
    assert pages > allowed
