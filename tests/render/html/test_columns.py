"""Columns of the PDF have room for their longest words, as those of Word."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from briefs.model.document import Table
from briefs.model.sheet import Sheet
from briefs.render.docx.columns import column_widths
from briefs.render.html.columns import declared_columns, printed_columns
from briefs.render.html.page import print_html, render_html
from tests.render.builders import document, layout, row, section, text

PLAIN = section()
NARROW = Table((), (text("No."), text("What")), (row("1", "Internationalization"), row("10", "a")), widths=(90, 10))


def test_a_column_is_as_wide_as_its_longest_word_and_no_wider() -> None:
    first, second = printed_columns(layout())(NARROW, PLAIN)
    needed = 10 * layout().letters("Internationalization", False)
    points = second / 100 * 156 / 25.4 * 72
    assert needed < points < needed + 1
    assert first + second == pytest.approx(100, abs=0.02)


def test_columns_with_room_are_as_declared() -> None:
    wide = replace(NARROW, widths=(25, 75))
    assert printed_columns(layout())(wide, PLAIN) == (25, 75) == declared_columns(wide, PLAIN)
    assert printed_columns(layout())(replace(NARROW, widths=()), PLAIN) == ()


@pytest.mark.parametrize("style", ["", "end"])
def test_word_has_the_same_columns(style: Literal["", "end"]) -> None:
    of_section = section(style=style)
    size = 9 if style == "end" else 10
    word = column_widths(NARROW, 8844, layout().letters, size, (160, 0))
    pdf = printed_columns(layout())(NARROW, of_section)
    assert [100 * width / 8844 for width in word] == pytest.approx(pdf, abs=0.05)


def test_larger_type_and_boxes_need_more() -> None:
    usual, large, boxed = (
        printed_columns(made)(NARROW, of)[1]
        for made, of in (
            (layout(), PLAIN),
            (replace(layout(), sheet=Sheet(size=18)), PLAIN),
            (layout(), section(style="decision")),
        )
    )
    assert usual < boxed < large


def test_only_pages_have_these_widths() -> None:
    brief = document(section(NARROW))
    assert '<col style="width:90%"><col style="width:10%">' in render_html(brief, layout())
    assert '<col style="width:10%">' not in print_html(brief, layout())
