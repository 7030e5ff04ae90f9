"""Paragraphs of a box have the same borders and indents, so that Word joins them."""

from __future__ import annotations

from briefs.model.document import Cell, Content, Item, List, Paragraph, Row, Table
from briefs.render.docx.boxes import hangs_by_bullets
from briefs.word.elements import qn
from tests.render.docx.samples import (
    body,
    document,
    numbered,
    paragraph_with,
    section,
    shown,
    style,
    text,
)


def test_the_paragraphs_of_a_box_have_the_same_borders_and_indents() -> None:
    content: tuple[Content, ...] = (
        Paragraph(text("Intro:"), "intro"),
        numbered(("One", 1)),
        List((Item(text("Point")),), "plain"),
    )
    made = body(document(section(*content, heading="Ask", style="decision")))
    boxed = [paragraph_with(made, words) for words in ("Ask", "Intro:", "One", "Point")]
    assert [style(p) for p in boxed] == ["BriefAskHeading", "BriefAsk", "BriefAsk", "BriefAsk"]
    assert shown(boxed[1]) == "Intro:"


def test_text_in_a_box_of_bullets_hangs_as_far_as_behind_bullets_in_all_its_paragraphs() -> None:
    points = List((Item(text("Point")), Item(text("Other"))), "plain")
    made = body(
        document(
            section(Paragraph(text("Intro:"), "intro"), points, heading="Bullets", style="box"),
            section(numbered(("One", 1)), List((Item(text("Mixed")),), "plain"), heading="Numbers", style="box"),
        )
    )
    words = ("Bullets", "Intro:", "Point", "Other", "Numbers", "One", "Mixed")
    indents = [paragraph_with(made, word).find(f"{qn('w:pPr')}/{qn('w:ind')}") for word in words]
    sides = [None if i is None else [i.get(qn(f"w:{side}")) for side in ("left", "hanging", "right")] for i in indents]
    assert sides == [*[["435", "255", "180"]] * 4, None, *[["634", "454", "180"]] * 2]


def test_two_boxes_do_not_become_one() -> None:
    boxes = [section(Paragraph(text("Words")), style="box") for _ in range(2)]
    styles = [style(p) for p in body(document(*boxes)).iter(qn("w:p"))][5:]
    assert styles == ["BriefBoxHeading", "BriefBox", "BriefGap", "BriefBoxHeading", "BriefBox"]


def test_a_section_of_level_3_continues_the_box() -> None:
    boxes = [section(Paragraph(text("Words")), style="box", level=level) for level in (2, 3)]
    styles = [style(p) for p in body(document(*boxes)).iter(qn("w:p"))][5:]
    assert styles == ["BriefBoxHeading", "BriefBox", "BriefBoxSubheading", "BriefBox"]


def test_a_table_or_figure_ends_a_box_and_text_after_it_begins_another() -> None:
    table = Table(text("Caption"), (text("For"),), (Row((Cell(text("States")),)),))
    bullets, numbers = List((Item(text("Point")),), "plain"), numbered(("One", 1))
    boxed = section(bullets, table, numbers, Paragraph(text("Words")), style="box")
    assert list(hangs_by_bullets([boxed])) == [(True, True, False, False, False)]


def test_a_subsection_continues_the_box_and_a_section_begins_one() -> None:
    bullets, words = List((Item(text("Point")),), "plain"), Paragraph(text("Words"))
    below = section(words, style="box", level=3)
    assert list(hangs_by_bullets([section(bullets, style="box"), below])) == [(True, True), (True, True)]
    other = section(words, style="box")
    assert list(hangs_by_bullets([section(bullets, style="box"), other])) == [(True, True), (False, False)]
    assert list(hangs_by_bullets([section(bullets)])) == [(False, False)]
