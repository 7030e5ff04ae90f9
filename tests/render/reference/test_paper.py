"""A Word file for other paper keeps its measure; one in large print has a wider one."""

from __future__ import annotations

import pytest

from briefs.model.document import Note, Paragraph
from briefs.model.inline import NoteCall, Text
from briefs.model.sheet import Paper, Sheet, TypeSize
from briefs.render import page_geometry
from briefs.render.docx.render import render_docx
from briefs.render.reference.page_setup import starter_section, text_height, text_width
from briefs.render.reference.paper import SIZES, fit_paper, move_tabs, pull_in_tabs
from briefs.word.elements import Element, parse, qn, w
from tests.render.docx.samples import document, part, section, starter, text, unit

MM = 1440 / 25.4


def brief(paper: Paper = "A4", size: TypeSize = 11) -> bytes:
    words = Paragraph((Text("Words"), NoteCall("fn")), unit=unit("u1", 1))
    made = document(section(words), notes=(Note("fn", unit("u2"), text("A note")),))
    return render_docx(made, starter(), sheet=Sheet(paper, size))


def page(file: bytes) -> Element:
    return next(part(file, "word/document.xml").iter(qn("w:sectPr")))


def test_a_page_of_letter_has_the_measure_of_a4_and_the_height_of_the_pdf() -> None:
    letter = page(brief("letter"))
    size = letter.find(qn("w:pgSz"))
    assert size is not None
    assert (size.get(qn("w:w")), size.get(qn("w:h"))) == ("12240", "15840")
    assert text_width(letter) == text_width(starter_section())
    assert text_height(starter_section()) / MM == pytest.approx(251, abs=0.1)
    assert text_height(letter) / MM == pytest.approx(246.8, abs=0.1)


@pytest.mark.parametrize("size", [11, 18])
@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_the_margins_above_and_below_are_those_of_the_pdf(paper: Paper, size: TypeSize) -> None:
    margins = page(brief(paper, size)).find(qn("w:pgMar"))
    assert margins is not None
    top, _, bottom = page_geometry.margins(Sheet(paper, size))
    given = [int(margins.get(qn(f"w:{side}"), "")) / MM for side in ("top", "bottom")]
    assert given == pytest.approx([top, bottom], abs=0.1)


@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_large_print_has_the_measure_of_the_pdf_and_room_for_two_lines_of_header(paper: Paper) -> None:
    made = page(brief(paper, size=18))
    assert text_width(made) / MM == pytest.approx(page_geometry.measure(Sheet(size=18)), abs=0.1)
    margins = made.find(qn("w:pgMar"))
    assert margins is not None
    assert (margins.get(qn("w:top")), margins.get(qn("w:header"))) == ("1531", "426")


def test_large_print_leaves_a_margin_for_the_hand() -> None:
    margins = w("pgMar", top=1000, bottom=1000, left=1000, right=600, header=300, footer=300)
    made = w("sectPr", w("pgSz", w=11906, h=16838), margins)
    fit_paper(made, Sheet("A4", 18))
    assert [margins.get(qn(f"w:{side}")) for side in ("left", "right", "header")] == ["850", "600", "300"]


def test_tabs_at_the_end_and_in_the_middle_of_the_measure_follow_it() -> None:
    stops = {"left": 8844, "right": 8844, "center": 4422, "clear": 8850, "decimal": 3000}
    tabs = w("tabs", *(w("tab", val=kind, pos=place) for kind, place in stops.items()))
    move_tabs([tabs], 8844, 9638)
    assert [tab.get(qn("w:pos")) for tab in tabs] == ["8844", "9638", "4819", "9638", "3000"]


def test_right_tabs_of_large_print_are_at_its_measure() -> None:
    file = brief(size=18)
    width = str(text_width(page(file)))
    tabs = {
        style.get(qn("w:styleId")): tab.get(qn("w:pos"))
        for style in part(file, "word/styles.xml").iterfind(qn("w:style"))
        for tab in style.iter(qn("w:tab"))
    }
    assert tabs == dict.fromkeys(("BriefMasthead", "StatusLine", "Header", "Footer"), width)


def test_there_and_back_is_the_same_page() -> None:
    there = starter_section()
    fit_paper(there, Sheet("letter"))
    fit_paper(there, Sheet("A4"))
    margins, given = (s.find(qn("w:pgMar")) for s in (there, starter_section()))
    assert margins is not None
    assert given is not None
    assert list(margins.attrib.items()) == list(given.attrib.items())


def test_a_page_that_fits_already_or_has_a_size_of_its_own_is_left_alone() -> None:
    margins = w("pgMar", top=1000, bottom=1000, left=1000, right=1000, header=500, footer=500)
    for width, height in ((12241, 15839), (10000, 14000), SIZES["A4"][::-1]):
        made = w("sectPr", w("pgSz", w=width, h=height), margins)
        fit_paper(made, Sheet("letter"))
        size = made.find(qn("w:pgSz"))
        assert size is not None
        assert size.get(qn("w:w")) == str(width)
    bare = w("sectPr")
    fit_paper(bare, Sheet("letter"))
    assert len(bare) == 0


def test_a_margin_that_text_may_not_push_away_stays_one() -> None:
    made = w("sectPr", w("pgSz", w=11906, h=16838), w("pgMar", top=-1361, bottom=100, left=0, right=0))
    fit_paper(made, Sheet("letter"))
    margins = made.find(qn("w:pgMar"))
    assert margins is not None
    assert [margins.get(qn(f"w:{side}")) for side in ("top", "bottom", "left")] == ["-964", "0", "167"]


def test_only_stops_at_the_right_and_beyond_the_measure_are_pulled_in() -> None:
    kinds = [("right", 9000), ("end", 8844), ("left", 9000), ("right", 7000), ("right", 8010)]
    stops = "".join(f'<w:tab w:val="{kind}" w:pos="{pos}"/>' for kind, pos in kinds)
    tabs = parse(f"<w:tabs>{stops}</w:tabs>")[0]
    pull_in_tabs(tabs, 8000)
    assert [tab.get(qn("w:pos")) for tab in tabs] == ["8000", "8000", "9000", "7000", "8010"]
