"""The room of the line about a copy where it stands."""

from __future__ import annotations

import pytest

from briefs.model.edition import DEFAULT_ACCENT
from briefs.model.sheet import USUAL
from briefs.render.docx.copy_room import copy_room
from briefs.render.fonts.table_columns import estimated
from briefs.render.reference.look import Look, read_look
from briefs.word.elements import Element, parse, root
from tests.render.docx.samples import starter

LINE = "<w:r><w:t>LINE</w:t></w:r>"
CELL = '<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{}</w:tc></w:tr></w:tbl>'


@pytest.fixture(scope="module", name="look")
def _look() -> Look:
    return read_look(starter(), USUAL, DEFAULT_ACCENT, "en-GB")


def _longest(content: str, look: Look) -> int:
    """How many letters the line can have in a story with `content`."""
    story: Element = root("ftr", *parse(content))
    room = copy_room([story], "LINE", look, estimated)
    return next(length for length in range(1, 500) if not room.holds("n" * length)) - 1


def test_a_paragraph_has_the_width_of_the_page_less_its_indents(look: Look) -> None:
    whole = _longest(f"<w:p>{LINE}</w:p>", look)
    indented = _longest(f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:left="4000"/></w:pPr>{LINE}</w:p>', look)
    assert 40 < indented < whole < 120  # no more than in the PDF, which has the number of the page beside it


def test_words_beside_it_take_room(look: Look) -> None:
    less, least = (_longest(f"<w:p><w:r><w:t>{'n' * n}</w:t></w:r>{LINE}</w:p>", look) for n in (30, 40))
    assert less == least + 10
    assert _longest(f"<w:p><w:r><w:t>a</w:t><w:tab/></w:r>{LINE}</w:p>", look) == 0


def test_a_cell_has_its_own_width_and_the_narrowest_place_counts(look: Look) -> None:
    paragraph = f"<w:p>{LINE}</w:p>"
    cell = _longest(CELL.format(paragraph), look)
    assert 0 < cell < 30
    assert _longest(f"{paragraph}{CELL.format(paragraph)}", look) == cell
    assert _longest(f"<w:p><w:r><w:pict><w:txbxContent>{paragraph}</w:txbxContent></w:pict></w:r></w:p>", look) == 0


def test_where_it_does_not_stand_it_has_the_room_of_the_pdf(look: Look) -> None:
    assert copy_room([root("ftr")], "LINE", look, estimated).holds("n" * 60)
