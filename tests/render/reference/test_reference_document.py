"""A reference document is read once, and cleaned."""

from __future__ import annotations

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.render.reference.reference_document import read_reference
from briefs.word.elements import qn
from tests.render.docx.corporate import CORPORATE, changed, edited, with_parts
from tests.render.docx.samples import shown, starter


def test_its_parts_are_read() -> None:
    found = read_reference(starter())
    assert found.styles.with_name("paragraph", ["body text"]) == "BodyText"
    assert set(found.setup.furniture) == {
        (kind, page) for kind in ("header", "footer") for page in ("default", "first")
    }
    assert len(list(found.numbering.iter(qn("w:abstractNum")))) == 2
    assert found.font_table is not None
    assert found.theme is None


def test_the_same_bytes_are_read_once() -> None:
    assert read_reference(starter()) is read_reference(bytes(bytearray(starter())))


def test_headers_are_cleaned() -> None:
    found = read_reference(edited())
    header = found.setup.furniture["header", "default"].element
    assert "new words" in shown(header)
    assert not list(header.iter(qn("w:ins"), qn("w:del"), qn("w:commentRangeStart")))


@pytest.mark.parametrize("name", CORPORATE)
def test_every_corporate_document_is_read(name: str) -> None:
    assert len(list(read_reference(CORPORATE[name]()).styles)) > 10


def test_parts_that_are_not_there_are_empty() -> None:
    plain = read_reference(changed(lambda opened: None))
    assert plain.theme is not None
    assert plain.setup.furniture == {}


def test_what_is_not_a_word_document_is_refused() -> None:
    with pytest.raises(BriefsError) as raised:
        read_reference(b"")
    assert raised.value.message == "the Word reference document is not a Word document that can be read"
    assert raised.value.hint == "save it in Word as .docx, or write a new one with: briefs reference --new FILE"


def test_a_table_of_fonts_that_is_damaged_is_refused() -> None:
    damaged = with_parts(starter(), {"word/fontTable.xml": lambda part: part[:-5]})
    with pytest.raises(BriefsError, match="its list of fonts cannot be read"):
        read_reference(damaged)
