"""Pages of Word, estimated."""

from __future__ import annotations

import pytest

from briefs.model.sheet import USUAL
from briefs.render.docx.page_estimate import PageEstimate
from briefs.render.reference.look import read_look
from briefs.word.elements import Element, paragraph, parse, root, run, w
from tests.render.docx.corporate import with_parts
from tests.render.docx.samples import starter

HEIGHT = 711.5
"""The height of text on a page of the starter, in points."""
_SIZE = b'<w:cols w:space="720"/>'


def estimate(columns: bytes = _SIZE) -> PageEstimate:
    house = with_parts(starter(), {"word/document.xml": lambda xml: xml.replace(_SIZE, columns)})
    look = read_look(house, USUAL, "#1F3A5F", "en-GB")
    return PageEstimate(look, root("numbering"), lambda text, bold: 0.5 * len(text))


def lines(number: int) -> Element:
    return paragraph("BodyText", run("\n".join("a" * number)))


def table(*rows: Element) -> Element:
    grid = w("tblGrid", w("gridCol", w=2000), w("gridCol", w=2000))
    return w("tbl", w("tblPr", w("tblStyle", val="BriefTable")), grid, *rows)


def row(*cells: Element, height: int = 0) -> Element:
    least = w("trPr", w("trHeight", val=height)) if height else w("trPr")
    return w("tr", least, *(w("tc", cell) for cell in cells))


def test_text_is_measured_against_the_height_of_the_page() -> None:
    assert estimate().pages([lines(10)], None, {}) == pytest.approx(152 / HEIGHT, abs=0.001)
    assert estimate().pages([lines(60)], None, {}) == pytest.approx(1 + 14 * 15.2 / HEIGHT, abs=0.001)


def test_controls_are_looked_into() -> None:
    inside = w("sdt", w("sdtPr"), w("sdtContent", lines(10)))
    assert estimate().pages([inside], None, {}) == estimate().pages([lines(10)], None, {})


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    one = row(paragraph("TableText", run("a")), paragraph("TableText", run("a\na\na")))
    cells = 3 * 13 + 2 * 2.6 + 0.5
    assert estimate().pages([table(one)], None, {}) == pytest.approx(cells / HEIGHT, abs=0.001)
    assert estimate().pages([table(row(paragraph("TableText"), height=2000))], None, {}) > 100 / HEIGHT


def test_cells_over_several_columns_have_their_width() -> None:
    wide = w("tc", w("tcPr", w("gridSpan", val=2)), paragraph("TableText", run("aaaa " * 7)))
    narrow = paragraph("TableText", run("aaaa " * 7))
    one, two = (estimate().pages([table(each)], None, {}) for each in (w("tr", wide), row(narrow, narrow)))
    assert one < two


def test_notes_and_high_headers_take_room() -> None:
    notes = root("footnotes", w("footnote", lines(3), id=2))
    called = paragraph("BodyText", w("r", w("footnoteReference", id=2)))
    assert estimate().pages([called], notes, {}) > estimate().pages([called], None, {}) + 3 * 15 / HEIGHT
    header = root("hdr", *(lines(10) for _ in range(2)))
    rooms = estimate().rooms({("header", "default"): header})
    assert rooms[0] == pytest.approx(HEIGHT, abs=0.1)
    assert rooms[1] == pytest.approx(HEIGHT - (34 + 2 * 152 + 4.5 * 2 - 68.05), abs=0.2)


def test_text_in_columns_takes_fewer_pages() -> None:
    two = estimate(b'<w:cols w:num="2" w:space="720"/>')
    assert two.pages([lines(20)], None, {}) == pytest.approx(20 * 15.2 / HEIGHT / 2, abs=0.001)


def test_what_is_left_free_of_a_page_is_not_filled() -> None:
    assert estimate().pages([lines(46)], None, {}) < 1
    assert estimate().pages([lines(46)], None, {}, slack=0.05) > 1


def test_pictures_beside_the_text_of_a_header_take_no_room() -> None:
    anchor = '<w:r><w:drawing><wp:anchor><wp:extent cx="1" cy="9000000"/></wp:anchor></w:drawing></w:r>'
    header = root("hdr", paragraph("Header", *parse(anchor)))
    assert estimate().rooms({("header", "default"): header})[1] == pytest.approx(HEIGHT, abs=0.1)
