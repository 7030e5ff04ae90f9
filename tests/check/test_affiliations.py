"""A text that shows who spoke by an affiliation is an error, in wording and in any text of a brief."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.affiliations import affiliations_in, check_affiliations_in_brief
from briefs.model.document import Document
from tests.check.builders import IN_BLOCK, TEMPLATE, brief, to_check, wrong_wording
from tests.check.test_people import WITH_PEOPLE
from tests.render.builders import paragraph, unit

SHOWS = "A PG official said that keepers wait."


def test_an_affiliation_in_edited_wording_is_reported(tmp_path: Path) -> None:
    found = wrong_wording(tmp_path, f"short: {SHOWS}", WITH_PEOPLE)
    assert f'{IN_BLOCK} short of "fact.a" has "A PG official", which shows who spoke [affiliation-printed]\n' in found
    assert "affiliation-printed" not in wrong_wording(tmp_path / "b", "short: Keepers and the PG wait.", WITH_PEOPLE)


@pytest.mark.parametrize(
    ("made", "owner"),
    [
        (brief(paragraph(SHOWS, replace(unit("u1"), line=9))), "the brief"),
        (brief(heading=SHOWS), "the brief"),
        (replace(brief(), properties=replace(brief().properties, keywords=("What a PG official said",))), "a keyword"),
        (replace(brief(), properties=replace(brief().properties, subject=SHOWS)), "the subject"),
        (replace(brief(), furniture=replace(brief().furniture, running_header=(SHOWS,))), "the running header"),
    ],
)
def test_an_affiliation_in_any_text_of_a_brief_is_reported_once(made: Document, owner: str) -> None:
    (found,) = check_affiliations_in_brief(to_check(made, rules=WITH_PEOPLE))
    assert found.message.lower() == f'{owner} would print "a pg official", which shows who spoke'
    assert found.place.path == TEMPLATE.path


def test_a_brief_about_bodies_shows_nobody() -> None:
    made = brief(paragraph("The PG and the Pilots' Guild have members in all harbours."))
    assert list(check_affiliations_in_brief(to_check(made, rules=WITH_PEOPLE))) == []


def test_the_widest_place_is_told_and_none_that_is_forbidden_anyway() -> None:
    assert affiliations_in("according to a PG official", WITH_PEOPLE) == ["according to a PG official"]
    rules = replace(WITH_PEOPLE, never_print=("PG official",))
    assert affiliations_in("A PG official said so", rules) == []
