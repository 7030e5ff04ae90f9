"""Rules and boxes on a page are known by their paths."""

from __future__ import annotations

from tests.report.pdf.builders import drawn_pdf, file_of, text_at

TEXT = text_at(50, 300, "Tides")


def rules_of(content: str) -> tuple[list[tuple[int, ...]], ...]:
    rules = file_of(drawn_pdf(f"{TEXT}0 w {content}", box=(10, 20, 410, 420))).pages[0].rules
    level, upright, boxes = (
        [tuple(map(round, one)) for one in kind] for kind in (rules.level, rules.upright, rules.boxes)
    )
    return level, upright, boxes


def test_thin_paths_are_rules_counted_from_the_corner_of_the_page() -> None:
    assert rules_of("60 220 m 160 220 l S\n60 120 1 100 re f\n") == ([(50, 150, 200)], [(100, 200, 50)], [])


def test_boxes_have_four_edges() -> None:
    level, upright, boxes = rules_of("60 120 100 50 re f\n")
    assert boxes == [(50, 100, 150, 150)]
    assert level == [(50, 150, 100), (50, 150, 150)]
    assert upright == [(100, 150, 50), (100, 150, 150)]


def test_curves_and_short_strokes_are_no_rules() -> None:
    assert rules_of("60 220 m 62 220 l S\n60 220 m 90 250 120 190 150 230 c S\n")[0] == []
