"""Where pictures and shapes stand on the page, and whether they cover the text."""

from __future__ import annotations

import pytest

from briefs.render.reference.art_position import Area, HeaderPage
from briefs.render.reference.page_setup import starter_section
from briefs.word.elements import qn
from tests.render.reference.letterheads import A4_EMU, anchored, header, line, picture, text_box, vml

MM = 36000


def covers(run: str, kind: str = "header") -> bool:
    (art,) = [child for child in next(header(line(run)).iter(qn("w:r"))) if child.tag != qn("w:rPr")]
    return HeaderPage(starter_section(), kind).covers_text(art)


def test_rectangles_overlap_by_an_area() -> None:
    assert Area(0, 0, 4, 4).overlap(Area(2, 3, 9, 9)) == 2
    assert Area(0, 0, 4, 4).overlap(Area(4, 0, 9, 9)) == 0


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (anchored(*A4_EMU), True),
        (anchored(*A4_EMU, at=("center", "center")), True),
        (anchored(100 * MM, 100 * MM, at=("center", "center"), frame=("margin", "margin")), True),
        (anchored(60 * MM, 200 * MM, at=("right", "bottom")), True),
        (anchored(40 * MM, 60 * MM, at=("0", "0"), frame=("column", "margin")), True),
        (anchored(60 * MM, 15 * MM, at=("right", "top")), False),
        (anchored(60 * MM, 26 * MM, at=("right", "top")), False),
        (anchored(20 * MM, 200 * MM, at=("0", "0"), frame=("leftMargin", "page")), False),
        (anchored(20 * MM, 200 * MM, at=("right", "top"), frame=("rightMargin", "margin")), False),
        (anchored(150 * MM, 10 * MM, at=("center", "bottom")), False),
        (anchored(200 * MM, 20 * MM, at=("center", "top")), True),
        (anchored(200 * MM, 20 * MM, at=("center", "top")).replace("wrapNone", "wrapTopAndBottom"), False),
        (anchored(150 * MM, 10 * MM, at=("0", "0"), frame=("margin", "bottomMargin")), False),
        (anchored(0, 250 * MM, at=("center", "center")), False),
        (picture(height=20 * MM), False),
        (picture(height=80 * MM), True),
        (text_box(line("Office")), False),
        (vml("position:absolute;margin-left:0;margin-top:0;width:595pt;height:842pt", ""), True),
        (
            vml(
                "position:absolute;width:15cm;height:6in;mso-position-horizontal:center;mso-position-vertical:center;"
                "mso-position-horizontal-relative:margin;mso-position-vertical-relative:margin",
                "",
            ),
            True,
        ),
        (vml("position:absolute;width:57pt;height:14pt;mso-position-vertical-relative:page", ""), False),
        (vml("width:500pt;height:14pt", ""), False),
        ("<w:r><w:drawing/></w:r>", False),
    ],
)
def test_what_lies_over_the_text_covers_it(run: str, expected: bool) -> None:
    assert covers(run) == expected


def test_a_band_of_colour_may_stand_where_no_words_do() -> None:
    (art,) = next(header(line(anchored(200 * MM, 20 * MM))).iter(qn("w:r")))
    assert not HeaderPage(starter_section(), "header", worded=False).covers_text(art)
    assert HeaderPage(starter_section(), "header").covers_text(art)


def test_art_in_a_footer_stands_below_the_text() -> None:
    low = anchored(60 * MM, 15 * MM, frame=("column", "paragraph"))
    high = anchored(150 * MM, 60 * MM, at=("0", str(-50 * MM)), frame=("column", "paragraph"))
    assert [covers(run, "footer") for run in (low, high)] == [False, True]
