"""Dates before the edition's of which a brief speaks as to come."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.check.date_tense import check_date_tense
from briefs.model.document import Paragraph, Table
from tests.builders import forms
from tests.check.builders import brief, to_check, wrong_brief
from tests.compose.builders import harbour_library
from tests.render.builders import paragraph, row, text, unit

BLOCKS = {
    "fact": """kind: fact
blocks:
  - id: fact.count
    anchor: The board should count the bicycles in 2011
    short: The board is to count the bicycles in 2011.
  - id: fact.meeting
    anchor: The keepers will meet … spring of 2012
"""
}


def test_the_wording_and_the_date_of_the_edition_are_named(tmp_path: Path) -> None:
    owner = replace(unit("u1", "fact.count"), forms=forms("fact.count/short"))
    made = brief(paragraph("The board is to count the bicycles in 2011.", owner))
    assert wrong_brief(made, harbour_library(tmp_path, BLOCKS)) == (
        'seeds/harbour/blocks/fact.yaml:5: warning: "fact.count" speaks of 2011 as to come ("is to"), '
        "but this edition is dated 12 March 2026 [date-passed]\n"
        '  hint: write it as what was planned, such as "was to be held"; words in quotation marks keep their tense'
    )


def test_the_words_of_the_report_cannot_change_so_a_short_form_is_asked_for(tmp_path: Path) -> None:
    owner = replace(unit("u1", "fact.meeting"), forms=forms("fact.meeting/verbatim"))
    made = brief(paragraph("The keepers will meet again in the spring of 2012.", owner))
    assert wrong_brief(made, harbour_library(tmp_path, BLOCKS)) == (
        'report.txt:17: warning: "fact.meeting" speaks of 2012 as to come ("will"), '
        "but this edition is dated 12 March 2026 [date-passed]\n"
        '  hint: write a short form that gives it as what was planned, such as "was to be held"; '
        "words in quotation marks keep their tense"
    )


def test_what_was_planned_is_right_and_words_of_unknown_origin_are_placed_in_the_template() -> None:
    assert wrong_brief(brief(paragraph("The board was to count them in 2011.", unit("u1", "fact.count")))) == ""
    owner = replace(unit("u1", "fact.count"), line=14)
    found = wrong_brief(brief(paragraph("The board will count them in 2011.", owner)))
    assert found.startswith('templates/captains.md:14: warning: "fact.count" speaks of 2011 as to come ("will")')


def test_the_title_headings_captions_and_introductions_are_looked_at() -> None:
    planned = "The board will meet in 2011"
    table = Table(text(planned), (text("A"),), (row("b"),))
    made = brief(Paragraph(text(f"{planned}:"), "intro"), table, heading=planned)
    made = replace(made, title=planned, sections=(replace(made.sections[0], line=9),))
    said = [str(one).split(" speaks")[0] for one in check_date_tense(to_check(made))]
    at = "templates/captains.md"
    assert [one.rpartition("the ")[2] for one in said] == ["title", "heading", "caption", "introduction"]
    assert said[1].startswith(f"{at}:9: warning: the heading")
    french = replace(made, properties=replace(made.properties, language="fr"))
    assert list(check_date_tense(to_check(french))) == []
