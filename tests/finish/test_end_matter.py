"""The end matter of a brief."""

from __future__ import annotations

from dataclasses import replace

import yaml

from briefs.finish.end_matter import sources_section
from briefs.finish.running_numbers import number_units
from briefs.model.document import Content, Note, Paragraph, Section
from briefs.model.edition import House
from briefs.model.inline import CitedNumber, Strong, Text, inline_text
from tests.builders import HOUSE
from tests.fit.builders import Brief, document, paragraph, section, table


def sources(*content: Content, notes: tuple[Note, ...] = (), house: str = HOUSE) -> Section:
    made = number_units(document(section(*content), notes=notes))
    return sources_section(made, House.model_validate(yaml.safe_load(house)), (Text("Report"),))


def lines(made: Section) -> list[str]:
    return [inline_text(content.children) for content in made.content if isinstance(content, Paragraph)]


def test_the_source_list_gives_the_places_of_each_number_and_no_line_begins_with_a_dot() -> None:
    make = Brief()
    rows = (replace(make.unit(), labels=labels) for labels in (("I ¶2", "I item 1"), ("ES 7",)))

    first = sources(paragraph("One", replace(make.unit(), labels=("I ¶1",))), table(*rows)).content[0]

    assert isinstance(first, Paragraph)
    assert first.children == (
        Strong((CitedNumber("u1", 1),)),
        Text("\u00a0I\u00a0¶1\u00a0· "),
        Strong((CitedNumber("u2", 2),)),
        Text("\u00a0I\u00a0¶2; item\u00a01; ES\u00a07."),
    )


def test_notes_have_their_sources_after_the_paragraphs() -> None:
    make = Brief()
    call = make.note("A note.")
    [note] = make.notes
    note = replace(note, unit=replace(note.unit, labels=("fn 7",)))

    made = sources(Paragraph((Text("Text"), call), "body", replace(make.unit(), labels=("I ¶1",))), notes=(note,))

    assert lines(made)[0] == "1\u00a0I\u00a0¶1\u00a0· Note\u00a01\u00a0fn\u00a07."


def test_the_report_is_cited_and_the_house_says_how_to_reach_it_and_what_may_be_attributed() -> None:
    made = sources(paragraph("Words"), house=HOUSE + "attribution: No view is attributed.\n")

    assert inline_text(made.heading) == "Sources by paragraph"
    assert lines(made) == ["Report", "No view is attributed.", "Contact: Harbour Board, East Quay"]


def test_a_key_after_the_sources_explains_labels() -> None:
    make = Brief()
    units = [replace(make.unit(), labels=("I ¶1",)) for _ in range(2)]
    made = number_units(document(section(*(paragraph("It met.", unit) for unit in units))))
    house = House.model_validate(yaml.safe_load(HOUSE))

    end = sources_section(made, house, (Text("Report"),), {"I": "I. Introduction"})

    assert lines(end)[1:3] == [
        "Key: I\u00a0¶1: Introduction, paragraph 1.",
        "Report",
    ]
