"""Content words of edited wording are in its passage, or something there may stand for them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.subjects import edited_wording
from briefs.check.untraced_words import check_words
from briefs.model.wording_rules import WordingRules
from tests.builders import RULES
from tests.check.builders import ACRONYM, ANCHOR, IN_BLOCK
from tests.compose.builders import harbour_library

HINT = (
    "use the report's own word, add an anchor for the passage that says it, declare an equivalent under `wording` in "
    "report.yaml, or give the reason in `says_more`"
)


def wrong_words(folder: Path, field: str, rules: WordingRules = RULES, anchor: str = ANCHOR) -> str:
    """What is wrong with the words of a block on the timetable that has `field` besides its anchor, as printed."""
    block = f"kind: fact\nblocks:\n  - id: fact.a\n    {anchor}\n    {field}\n"
    library = harbour_library(folder, {"fact": block, "acronym": ACRONYM})
    return "\n".join(str(problem) for one in edited_wording(library, rules) for problem in check_words(one))


@pytest.mark.parametrize(
    "text",
    [
        "Most keepers agreed that a common timetable would cut the waiting at the quay.",
        "Waiting at the quay would be reduced by sharing a schedule, most keepers agreed.",
        "However, one keeper saw no necessity.",
        "The report notes that one keeper didn't need it, for example.",
        "Keepers-only: waiting at quays.",
    ],
)
def test_a_harmless_rewording_is_right(tmp_path: Path, text: str) -> None:
    assert wrong_words(tmp_path, f'short: "{text}"') == ""


def test_words_that_are_not_in_the_passage_are_errors_and_the_hint_says_what_is(tmp_path: Path) -> None:
    text = "short: Most keepers agreed that a shared timetable would reduce bicycles and currents at the quay."
    assert wrong_words(tmp_path, text) == (
        f'{IN_BLOCK} short of "fact.a" says "bicycles" and "currents", which its passage does not say '
        "[word-untraced]\n  hint: its passage says “Most keepers agreed that a shared timetable would reduce waiting "
        f"at the quay.”: {HINT}"
    )


def test_a_word_that_the_report_has_elsewhere_is_an_error_alone(tmp_path: Path) -> None:
    assert 'error: short of "fact.a" says "bicycles"' in wrong_words(tmp_path, "short: Waiting would reduce bicycles.")


def test_a_word_that_the_report_has_nowhere_may_be_another_word_for_one_in_the_passage(tmp_path: Path) -> None:
    found = wrong_words(tmp_path, "short: Most keepers agreed that a shared timetable would shrink waiting.")
    assert found.startswith(f'{IN_BLOCK.replace("error", "warning")} short of "fact.a" says "shrink", which may say')


def test_a_word_like_one_of_the_passage_is_doubtful_and_the_hint_names_that(tmp_path: Path) -> None:
    found = wrong_words(tmp_path, "short: A shared timetabulated would reduce waiting.")
    assert 'hint: its passage has "timetable": ' in found
    assert "warning" in found


def test_a_word_of_degree_is_doubtful(tmp_path: Path) -> None:
    assert "[word-doubtful]" in wrong_words(tmp_path, "short: A shared timetable would usefully reduce waiting.")


def test_says_more_settles_the_words_that_it_quotes_and_no_others(tmp_path: Path) -> None:
    field = 'short: Waiting would reduce bicycles and currents.\n    says_more: The board told us of "bicycles".'
    assert 'says "currents", which' in wrong_words(tmp_path, field)
    assert wrong_words(tmp_path, field.replace('"bicycles"', "“bicycles and currents”")) == ""


def test_a_report_declares_what_may_stand_for_its_words(tmp_path: Path) -> None:
    field = "short: A shared timetable would reduce bicycles."
    assert wrong_words(tmp_path, field, replace(RULES, equivalents={"waiting": ("bicycles",)})) == ""
    assert wrong_words(tmp_path, field, replace(RULES, equivalents={"tides": ("bicycles",)})) != ""


def test_names_stand_for_others_of_the_passage(tmp_path: Path) -> None:
    anchor = "anchor: The board should publish the tides each week"
    rules = replace(RULES, aliases={"publisher": "board"})
    assert wrong_words(tmp_path, "short: Tides are due from the publisher.", rules, anchor) != ""
    assert wrong_words(tmp_path, "short: Tides should be published by the publisher.", rules, anchor) == ""


def test_a_label_of_the_block_may_be_taken_up_as_far_as_another_passage_has_it(tmp_path: Path) -> None:
    anchor = f"{ANCHOR}\n    lead: Bicycles in winter"
    text = "short: {text: Winter bicycles would reduce waiting., anchor: %s}"
    own = "Most keepers agreed … at the quay"
    assert 'says "Winter" and "bicycles"' in wrong_words(tmp_path, text % own, RULES, anchor)
    both = anchor.replace("anchor: ", "anchor: [Ferries that share … the winter months, ", 1).replace(
        "for it", "for it]", 1
    )
    assert 'short of "fact.a"' not in wrong_words(tmp_path, text % own, RULES, both)


def test_nothing_is_found_in_a_language_without_a_lexicon(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "short: Bicycles.", replace(RULES, language="qaa")) == ""
