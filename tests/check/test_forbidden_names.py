"""Names and phrases that no brief may print are found in wording and in briefs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.forbidden_names import check_names_in_brief, forbidden_phrases, names_in
from briefs.model.document import Document, Figure, Note, Paragraph, Table
from briefs.model.figure import Event, Timeline
from briefs.model.inline import Strong, Text
from briefs.model.participant import Participant
from tests.builders import RULES
from tests.check.builders import AT, IN_BLOCK, TEMPLATE, brief, to_check, wrong_brief, wrong_wording
from tests.render.builders import paragraph, row, unit


def test_a_phrase_in_edited_wording_is_reported(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: The *small boats* spoke.") == (
        f'{IN_BLOCK} short of "fact.a" has "small boats", which must not be printed [name-printed]\n'
        "  hint: leave it out: report.yaml says that no brief prints it"
    )


def test_a_phrase_is_found_however_its_apostrophe_is_written(tmp_path: Path) -> None:
    rules = replace(RULES, never_print=("the board's chair",))
    found = wrong_wording(tmp_path, "lead: The board’s chair", rules)
    assert 'has "the board\'s chair", which must not be printed' in found


def test_names_are_found_however_their_apostrophes_are_written() -> None:
    assert names_in("so O’Brien and Mr *Quay* said", ["O'Brien", "O’Brien", "Quay", "Brie"]) == [
        "O'Brien",
        "O’Brien",
        "Quay",
    ]


def test_a_common_word_in_lower_case_is_not_a_surname() -> None:
    assert names_in("at the quay", ["Quay"]) == []


@pytest.mark.parametrize(
    "made",
    [
        brief(paragraph("The small boats wait.")),
        brief(paragraph("They wait."), heading="Small Boats"),
        brief(Table((Text("small boats"),), ((Text("A"),),), (row("b"),))),
        brief(Paragraph((Text("small "), Strong((Text("boats"),))))),
        brief(notes=(Note("fact.a", unit("u1", "fact.a"), (Text("The small boats."),)),)),
        replace(brief(), title="On small boats"),
    ],
)
def test_a_phrase_that_no_brief_may_print_is_found_wherever_it_stands(made: Document) -> None:
    assert wrong_brief(made) == (
        f'{AT} the brief would print "small boats" [name-printed]\n'
        "  hint: leave it out: report.yaml says that no brief prints it"
    )


def test_the_words_in_a_picture_are_looked_at_too() -> None:
    graphic = Timeline((Event("2010", "the small boats & all"),))
    picture = Figure(graphic, (Text("Boats"),), unit("u1", "fig.a"))
    assert 'the brief would print "small boats" [name-printed]' in wrong_brief(brief(picture))


def test_a_longer_word_is_not_the_phrase() -> None:
    assert wrong_brief(brief(paragraph("Too small boatsheds."))) == ""


def test_a_phrase_across_two_elements_is_reported_at_the_head_of_the_template() -> None:
    template = replace(TEMPLATE, lines={"audience": 2})
    found = check_names_in_brief(to_check(brief(paragraph("too small"), paragraph("boats")), template=template))
    assert [str(problem.place) for problem in found] == ["templates/captains.md:2"]


def test_names_are_found_with_accents_or_without_and_in_pairs() -> None:
    assert names_in("as Pena said", ["Peña"]) == ["Peña"]
    listed = (Participant(("Juan", "José"), "PEÑA", "Pilot", ("Guild",)),)
    rules = replace(RULES, names=("Peña",), participants=listed)
    assert forbidden_phrases("Juan Jose and Pena", rules) == ["Peña", "Juan Jose"]


def test_properties_and_lines_of_pages_are_looked_at_too() -> None:
    made = brief()
    wrong = replace(made, properties=replace(made.properties, subject="On small boats"))
    (found,) = check_names_in_brief(to_check(wrong))
    assert found.message == 'the subject would print "small boats"'
    header = replace(made, furniture=replace(made.furniture, running_header=("Small boats",)))
    (found,) = check_names_in_brief(to_check(header))
    assert found.message == 'the running header would print "small boats"'
