"""A reference document is read once, and cleaned."""

from __future__ import annotations

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.limits import MOST_ANCESTORS, MOST_HEADER_ELEMENTS, MOST_STYLES
from briefs.render.reference.reference_document import read_reference
from briefs.word.elements import qn
from tests.render.docx.corporate import CORPORATE, changed, edited, with_parts
from tests.render.docx.samples import shown, starter
from tests.render.reference.houses import reference
from tests.render.reference.letterheads import letterhead


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


def test_more_styles_or_longer_chains_of_them_than_are_read_are_refused() -> None:
    one = '<w:style w:type="paragraph" w:styleId="S{0}"><w:basedOn w:val="S{1}"/></w:style>'
    many = "".join(one.format(number, "") for number in range(MOST_STYLES))
    with pytest.raises(BriefsError, match=f"styles, and no more than {MOST_STYLES:,} are read"):
        read_reference(reference(others=many))
    chain = [one.format(number, number - 1) for number in range(MOST_ANCESTORS + 1)]
    for styles in (chain, reversed(chain)):
        with pytest.raises(BriefsError, match=f"based on each other in chains of more than {MOST_ANCESTORS}"):
            read_reference(reference(others="".join(styles)))
    read_reference(reference(others="".join(chain[:-1]) + one.format(9000, 9001) + one.format(9001, 9000)))


def test_headers_of_more_elements_than_are_read_are_refused() -> None:
    with pytest.raises(BriefsError, match=f"of more than {MOST_HEADER_ELEMENTS:,} elements"):
        read_reference(letterhead("<w:p/>" * MOST_HEADER_ELEMENTS))


@pytest.mark.parametrize("spacing", ['w:before="99999999"', 'w:line="-31681"'])
def test_a_number_that_is_larger_than_word_allows_is_refused(spacing: str) -> None:
    with pytest.raises(BriefsError, match=r"in its styles, a number is larger than Word allows \(spacing"):
        read_reference(reference(f"<w:spacing {spacing}/>"))
