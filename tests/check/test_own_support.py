"""An editor's own words may rest on the passages of their blocks, the sentences around these, and their wording."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.check.own_support import OwnSupport, known_names
from briefs.model.diagnostics import Place
from briefs.model.own_words import OwnWords, Scope
from tests.builders import RULES
from tests.compose.builders import harbour_library

NOTE = {
    "fact": "kind: fact\nblocks:\n  - {id: fact.note, anchor: {text: for the small boats, in: fn 1}, short: One boat}\n"
}


def passages(folder: Path, *blocks: str, scope: Scope = "blocks") -> tuple[str, ...]:
    library = harbour_library(folder, NOTE)
    return OwnSupport(library, RULES).subject(OwnWords("it", "Words", Place("a"), blocks, scope)).passages


def test_the_sentence_around_a_passage_and_the_one_that_calls_its_note_support_words(tmp_path: Path) -> None:
    assert passages(tmp_path, "fact.note") == (
        "for the small boats",
        "The keeper spoke for the small boats of the east quay.",
        "One keeper saw no need for it.",
        "One boat",
    )


def test_blocks_that_do_not_exist_support_nothing(tmp_path: Path) -> None:
    assert passages(tmp_path, "fact.other") == ()


def test_words_on_the_report_rest_on_all_of_it(tmp_path: Path) -> None:
    assert "b) The board should count" not in passages(tmp_path, scope="report")
    assert "The board should count the bicycles in 2011." in passages(tmp_path, scope="report")


def test_names_of_the_report_and_those_that_stand_for_others_are_known(tmp_path: Path) -> None:
    rules = replace(RULES, aliases={"Fleet": "small boats", "Pier": "the pier"})
    words = OwnWords("it", "Words", Place("a"), ("fact.note",))
    known = known_names(OwnSupport(harbour_library(tmp_path, NOTE), rules).subject(words))
    assert "Fleet" in known
    assert "Pier" not in known
