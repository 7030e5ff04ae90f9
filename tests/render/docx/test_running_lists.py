"""Word's own numbers are those of the model."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefs.model.document import Cell, Document, Figure, Item, List, Paragraph, Row, Table
from briefs.render.docx.render import render_docx
from briefs.render.figures.figure_drawing import Drawing
from briefs.word.elements import Element, qn
from tests.builders import TIMELINE
from tests.render.docx.samples import document, numbered, part, section, shown, starter, text, unit, value


def computed_numbers(file: bytes) -> dict[str, str]:
    """What Word prints before each paragraph, computed from the numbering part as Word does."""
    numbering = part(file, "word/numbering.xml")
    definitions = {d.get(qn("w:abstractNumId")): d for d in numbering.iter(qn("w:abstractNum"))}
    lists = {n.get(qn("w:numId")): n for n in numbering.iter(qn("w:num"))}
    reached: Counter[str | None] = Counter()
    numbers = {}
    for paragraph in part(file, "word/document.xml").iter(qn("w:p")):
        id = value(paragraph, "pPr/numPr/numId")
        if id is None:
            continue
        definition = definitions[value(lists[id], "abstractNumId")]
        if reached[id] == 0:
            reached[id] = int(value(lists[id], "lvlOverride/startOverride") or 1) - 1
        reached[id] += 1
        label = value(definition, "lvl/lvlText") or ""
        numbers[shown(paragraph)] = label.replace("%1", str(reached[id]))
    return numbers


def draw(figure: Figure) -> tuple[Drawing, ...]:
    return (Drawing("<svg/>", 442, 80),)


def brief() -> Document:
    table = Table(text("Table"), (text("For"),), (Row((Cell(text("States")),), unit("u3")),), number=3)
    figure = Figure(TIMELINE, text("Figure"), unit("u5", 5))
    return document(
        section(Paragraph(text("First"), unit=unit("u1", 1)), Paragraph(text("Furniture"))),
        section(numbered(("Second", 2)), table, numbered(("Fourth", 4)), style="decision"),
        section(figure, List((Item(text("Bullet")),), "plain"), numbered(("Sixth", 6))),
    )


def test_words_own_numbers_are_those_of_the_model() -> None:
    file = render_docx(brief(), starter(), draw=draw, rasterize=lambda drawing: b"")
    assert computed_numbers(file) == {
        "First": "1",
        "Second": "2",
        "Table": "3",
        "Fourth": "4",
        "Figure": "5",
        "Bullet": "•",
        "Sixth": "6",
    }


def test_consecutive_numbers_are_one_list_through_the_brief() -> None:
    root = part(render_docx(brief(), starter(), draw=draw, rasterize=lambda drawing: b""), "word/document.xml")
    assert list(_lists(root).values()) == [6, 1]


@given(st.lists(st.integers(1, 99), min_size=1, max_size=8))
def test_numbers_that_are_not_consecutive_are_printed_all_the_same(numbers: list[int]) -> None:
    items = numbered(*((f"item {place}", number) for place, number in enumerate(numbers)))
    file = render_docx(document(section(items)), starter())
    assert list(computed_numbers(file).values()) == [str(number) for number in numbers]
    breaks = sum(right != left + 1 for left, right in pairwise(numbers))
    assert len(_lists(part(file, "word/document.xml"))) == 1 + breaks


def test_each_bulleted_list_is_a_list_of_its_own() -> None:
    bullets = [List((Item(text(f"{n}a")), Item(text(f"{n}b"))), "plain") for n in range(2)]
    root = part(render_docx(document(section(*bullets)), starter()), "word/document.xml")
    assert list(_lists(root).values()) == [2, 2]


def _lists(root: Element) -> Counter[str]:
    return Counter(number.get(qn("w:val"), "") for number in root.iter(qn("w:numId")))
