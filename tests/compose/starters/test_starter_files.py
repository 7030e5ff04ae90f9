"""What the first template of a report says, by language."""

from __future__ import annotations

import re

import pytest
import yaml

from briefs.compose.starters.starter_files import FOLDER, starter_for, starter_template, starter_words
from briefs.compose.template.blocks_of_kinds import kinds_in
from briefs.model.block import KINDS
from tests.builders import REPOSITORY

LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
NOT_PRINTED = {"conflict", "figure", "participant_group"}
"""Kinds of which a first brief prints nothing: they are about other blocks, or drawn from them."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_starter_asks_for_every_kind_once_in_calls_that_can_print_it(language: str) -> None:
    asked: list[str] = []
    for section in starter_for(language).sections:
        for call in section.calls:
            name, kinds = re.match(r'(\w+)\(kind="([^"]+)"', call).groups()  # type: ignore[union-attr]
            look = (REPOSITORY / "templates/blocks" / f"{name}.html").read_text(encoding="utf-8")
            prints = yaml.safe_load(look.split("---")[1])["prints"]
            assert prints == "any" or set(kinds_in(kinds)) <= set(prints), call
            asked += kinds_in(kinds)
    assert sorted(asked) == sorted(KINDS.keys() - NOT_PRINTED)


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_other_languages_have_no_tables_since_those_have_english_headings(language: str) -> None:
    names = {call.partition("(")[0] for one in starter_for(language).sections for call in one.calls}
    for name in names:
        assert "<th>" not in (REPOSITORY / "templates/blocks" / f"{name}.html").read_text(encoding="utf-8")


def test_a_language_with_a_region_has_the_words_of_the_language() -> None:
    assert starter_for("fr-CH").sections[0].heading == "En bref"


def test_a_language_without_a_file_has_english_headings() -> None:
    assert starter_for("xx").sections[0].heading == starter_for("../en").sections[0].heading == "In brief"


def test_all_words_that_starters_print_are_known() -> None:
    assert {"In brief", "Recommandations", "Benefits"} <= starter_words()
    assert not any("_" in word for word in starter_words())


def test_a_long_title_is_shortened_and_has_no_calls() -> None:
    text = starter_template(starter_for("en"), 'On {{ water }} and "wells" in the valley', 5, "readers")
    front = yaml.safe_load(text.split("---")[1])
    assert front["title"] == "On (( water )) and …"
    assert front["audience"] == "readers"
    assert '## In brief {id=summary}\n\n{{ statements(kind="summary_point") }}\n' in text
