"""Every text of a brief is looked through, also what no page shows."""

from __future__ import annotations

from dataclasses import replace

from briefs.check.finished_texts import finished_texts, place_of
from briefs.model.diagnostics import Place
from briefs.model.document import Figure, Note, Paragraph
from briefs.model.edition import Gaps
from briefs.model.inline import Checkbox, Link, Strong, Text, TextArea
from briefs.model.page_furniture import Logo
from tests.builders import TIMELINE
from tests.check.builders import TEMPLATE, brief, to_check
from tests.render.builders import paragraph, unit

LINES = {"audience": 2, "title": 3, "short_title": 4, "subject": 5, "keywords": 6, "gaps": 7}


def test_all_texts_have_a_name_and_a_place() -> None:
    made = brief(
        paragraph("A paragraph.", replace(unit("u1"), line=14)),
        Figure(TIMELINE, (Text("A caption"),), replace(unit("u2", "fig.a"), line=15)),
        Paragraph((Checkbox("A box"), Strong((Link("https://a.org/x", "A link"),)), TextArea("A field", 2))),
        notes=(Note("fn.1", replace(unit("u3"), line=16), (Text("A note."),), 1),),
    )
    properties = replace(made.properties, subject="A subject", keywords=("A keyword",), author="An author")
    furniture = replace(
        made.furniture, logo=Logo("a.svg", "A logo", 9.0), running_header=("A header",), footer="A foot"
    )
    made = replace(made, properties=properties, furniture=furniture)
    front = TEMPLATE.front.model_copy(update={"gaps": Gaps(heading="A gap", lines=("A line",))})
    template = replace(TEMPLATE, lines=LINES, front=front)
    found = {one.text: (one.owner, one.place.line) for one in finished_texts(made, template)}
    assert found[made.title] == ("the brief", 3)
    assert found["A paragraph."] == ("the brief", 14)
    assert found["A caption"] == ("the brief", 15)
    assert found["A note."] == ("the brief", 16)
    assert found["A header"] == ("the running header", 4)
    assert found["A foot"] == ("the footer", 2)
    assert found["A logo"] == ("the description of the logo", 2)
    assert found["A subject"] == ("the subject", 5)
    assert found["A keyword"] == ("a keyword", 6)
    assert found["A gap"] == found["A line"] == ("a draft", 7)
    assert found["An author"] == ("the author", 2)
    assert found["2010: Forum."] == ("the description of a picture", 15)
    assert {"A box", "A field", "https://a.org/x"} <= found.keys()


def test_words_around_a_brief_are_placed_in_the_files_of_house_and_report() -> None:
    made = brief(paragraph("A paragraph.", replace(unit("u1"), line=14)))
    checked = replace(to_check(made), furniture_place=lambda words: Place(f"house.yaml: {words}", 3))
    texts = {one.text: one for one in finished_texts(made, TEMPLATE)}
    assert place_of("X", texts[made.furniture.status], checked) == Place("house.yaml: X", 3)
    assert place_of("X", texts["A paragraph."], checked).line == 14
