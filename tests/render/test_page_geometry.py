"""Measures and margins of sheets."""

from __future__ import annotations

import pytest

from briefs.model.sheet import Paper, Sheet, TypeSize
from briefs.render.page_geometry import margins, measure, small_type, text_height

PAPERS: tuple[Paper, ...] = ("A4", "letter")


SIZES: tuple[TypeSize, ...] = (11, 18)


def test_large_print_has_a_wider_measure_and_room_for_a_longer_header() -> None:
    found = {(paper, size): margins(Sheet(paper, size)) for paper in PAPERS for size in SIZES}
    assert found == {
        ("A4", 11): (24.0, 27.0, 22.0),
        ("letter", 11): (17.0, pytest.approx(29.95), 15.6),
        ("A4", 18): (27.0, 20.0, 25.0),
        ("letter", 18): (27.0, pytest.approx(22.95), 25.0),
    }


def test_measure_and_small_type_follow_the_type_and_not_the_paper() -> None:
    assert [(measure(Sheet(paper, 11)), small_type(Sheet(paper, 11))) for paper in PAPERS] == [(156, 9)] * 2
    assert [(measure(Sheet(paper, 18)), small_type(Sheet(paper, 18))) for paper in PAPERS] == [(170, 16)] * 2


def test_text_is_about_as_high_on_either_paper_and_lower_below_a_longer_header() -> None:
    found = {(paper, size): text_height(Sheet(paper, size)) for paper in PAPERS for size in SIZES}
    assert found == {
        ("A4", 11): 251,
        ("letter", 11): pytest.approx(246.8),
        ("A4", 18): 245,
        ("letter", 18): pytest.approx(227.4),
    }
