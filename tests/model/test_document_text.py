"""What a reader reads of a Document."""

from __future__ import annotations

import pytest

from briefs.model.document import Figure, List, Note, Table
from briefs.model.document_text import alternative_text, full_text, heading_words, section_texts
from briefs.model.figure import Bar, Bars, Event, Graphic, Pillar, Pillars, Timeline
from briefs.model.inline import Emphasis, Foreign, Inline, NoteCall, SourceTag, Text
from briefs.model.phrases import ENGLISH
from tests.render.builders import document, item, paragraph, row, section, unit


def test_the_text_of_a_brief_is_all_of_it_but_the_furniture() -> None:
    made = document(
        section(
            paragraph("one"),
            List((item("two"),)),
            Table((Text("three"),), ((Text("four"),),), (row("five"),)),
            heading="zero",
        ),
        notes=(Note("fact.a", unit("u1", "fact.a"), (Text("six"),)),),
    )
    assert full_text(made) == "Title\nzero\none\ntwo\nthree\nfour\nfive\nsix"


def test_the_text_of_a_section_begins_with_its_heading() -> None:
    assert list(section_texts(section(paragraph("one"), List((item("two"),)), heading="zero"))) == [
        "zero",
        "one",
        "two",
    ]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ((Text("Issue"), NoteCall("a", 1)), "Issue"),
        ((NoteCall("a", 1), NoteCall("b", 2), Text(" Wells and CO₂, 3 m²")), "Wells and CO₂, 3 m²"),
        ((Text("In "), Emphasis((Text("all"), NoteCall("a", 1))), Text(" villages")), "In all villages"),
        ((Text("3\u00a0km\u202ff soft\u00adhyphen\u200b\u2060s"),), "3 km f softhyphens"),
        ((Foreign("ar", (Text("بئر ماء"),)), NoteCall("a", 1)), "بئر ماء"),
    ],
)
def test_lists_of_headings_name_one_by_its_words_alone(heading: tuple[Inline, ...], words: str) -> None:
    assert heading_words(heading) == words


def test_the_words_in_a_picture_are_text_too() -> None:
    graphic = Timeline((Event("2010", "the small boats & all"),))
    picture = Figure(graphic, (Text("Boats"),), unit("u1", "fig.a"))
    assert full_text(document(section(picture))).splitlines()[-2:] == ["Boats", "2010 the small boats & all"]


BARS = Bars((Bar("States", 1),))


@pytest.mark.parametrize(
    ("caption", "graphic", "expected"),
    [
        ((Text("By type"),), BARS, "Bar chart: States, 1; in all, 1."),
        ((Text("Who took part?"),), BARS, "Bar chart: States, 1; in all, 1."),
        ((Text("By type"), NoteCall("a"), SourceTag("I ¶2")), BARS, "Bar chart: States, 1; in all, 1."),
        ((), BARS, "Bar chart: States, 1; in all, 1."),
        (
            (Text("Pillars"),),
            Pillars((Pillar(1, "“Let us talk.”"), Pillar(2, "“Talk”"))),
            "1: “Let us talk.” 2: “Talk”.",
        ),
    ],
)
def test_a_figure_is_said_in_words_without_its_caption(
    caption: tuple[Inline, ...], graphic: Graphic, expected: str
) -> None:
    assert alternative_text(Figure(graphic, caption), ENGLISH) == expected
