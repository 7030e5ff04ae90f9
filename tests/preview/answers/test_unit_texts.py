"""What can be pointed at in a brief, and how people find it."""

from __future__ import annotations

from briefs.preview.answers.unit_texts import pointed_in
from briefs.preview.workshop.held import Held
from briefs.preview.workshop.variants import document_of, html_of
from tests.preview.answers.quay import CAPTAINS


def test_all_that_can_be_pointed_at_comes_in_reading_order(held: Held) -> None:
    pointed = pointed_in(document_of(held.briefs[CAPTAINS], "draft"))
    names = list(pointed)
    assert names[:8] == ["main > h1", "p.about", "issue", "u1", "captains-are-invited-to", "u2", "dates", "u3"]
    assert names[-1] == "u46"
    assert (pointed["u2"].place, pointed["u46"].place) == ("paragraph 2", "note 1")
    assert [pointed[name].beginning for name in ("main > h1", "dates", "u2", "u3", "u4", "u46")] == [
        "Title: What a timetable could change",
        "Heading: Dates",
        "Publish the tides each week.",
        "spring of 2012 Keepers meet again.",
        "When keepers meet spring of 2012 Keepers meet again.",
        "The keeper spoke for the yachts of the east quay.",
    ]


def test_source_tags_and_marks_of_notes_are_no_words_of_a_unit(held: Held) -> None:
    brief = held.briefs[CAPTAINS]
    said = pointed_in(document_of(brief, "draft"))["u1"].text
    assert said == "Most keepers agreed that a shared timetable would reduce waiting."
    assert said == pointed_in(document_of(brief, "cleared"))["u1"].text


def test_every_unit_has_the_id_of_an_element(held: Held) -> None:
    brief = held.briefs[CAPTAINS]
    html = html_of(brief, "draft")
    for name in pointed_in(document_of(brief, "draft")):
        found = {"main > h1": "<main>\n<h1>", "p.about": '<p class="about">'}.get(name, f' id="{name}"')
        assert html.count(found) == 1, name
