"""What a reader reads of a Document."""

from __future__ import annotations

from briefs.model.document import Figure, List, Note, Table
from briefs.model.document_text import full_text, section_texts
from briefs.model.figure import Event, Timeline
from briefs.model.inline import Text
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


def test_the_words_in_a_picture_are_text_too() -> None:
    graphic = Timeline((Event("2010", "the small boats & all"),))
    picture = Figure(graphic, "A quay", (Text("Boats"),), unit("u1", "fig.a"))
    assert full_text(document(section(picture))).splitlines()[-3:] == ["A quay", "Boats", "2010 the small boats & all"]
