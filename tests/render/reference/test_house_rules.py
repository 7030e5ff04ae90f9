"""Which properties which styles must not have."""

from __future__ import annotations

import pytest

from briefs.render.reference.house_rules import rules_for
from briefs.word.elements import parse


def names(own: str, language: str = "en-GB") -> set[str]:
    return {rule.name for rule in rules_for(own, language)}


def test_running_text_has_the_most_rules() -> None:
    assert names("Quote") < names("BodyText")
    assert {"caps", "pBdr"} <= names("BodyText") - names("Quote")


@pytest.mark.parametrize(("own", "is_kept"), [("Heading2", True), ("Title", True), ("Caption", True), ("Quote", False)])
def test_headings_and_captions_stay_with_what_follows(own: str, is_kept: bool) -> None:
    assert ("keepNext" not in names(own)) is is_kept


def test_only_headings_count_as_headings_and_only_lists_are_numbered() -> None:
    assert "outlineLvl" not in names("BriefAskSubheading")
    assert "outlineLvl" in names("Caption")
    assert [own for own in ("ListBullet", "ListNumber", "SmallList") if "numPr" not in names(own)] == [
        "ListBullet",
        "ListNumber",
    ]


def test_the_direction_of_writing_is_that_of_the_language() -> None:
    assert "bidi" in names("BodyText", "fr-FR")
    assert "bidi" not in names("BodyText", "he-IL")


def test_what_turns_a_property_off_is_that_property() -> None:
    for rule in rules_for("BodyText", "en-GB"):
        for made in parse(rule.neutral):
            assert made.tag.rpartition("}")[2] == rule.name
