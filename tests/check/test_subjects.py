from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.blocks.drawing import draw
from briefs.check.wording import check_wording, found_names, wordings
from briefs.model.library import Library
from briefs.model.wording_rules import WordingRules
from tests.builders import RULES, harbour_report, write_files
from tests.compose.builders import harbour_library

ANCHOR = "anchor: Most keepers agreed … the quay. One keeper saw no need for it"
AT = "seeds/harbour/blocks/fact.yaml:5: error:"


def said(folder: Path, field: str, rules: WordingRules = RULES) -> str:
    """What is wrong with a block on the timetable that has `field` besides its anchor."""
    blocks = {"fact": f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    {field}\n"}
    return "\n".join(map(str, check_wording(harbour_library(folder, blocks), rules)))


@pytest.mark.parametrize(
    "field",
    [
        'short: "Most keepers agreed: “a shared timetable would reduce waiting.”"',
        "short: 1 keeper saw no need [2010].",
        "strength: Most keepers\n    short: Most waited.",
        f"short: {' '.join(['word'] * 25)}",
        "lead: Almost allied",
    ],
)
def test_wording_that_its_passage_supports_is_right(tmp_path: Path, field: str) -> None:
    assert said(tmp_path, field) == ""


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (
            f"short: {' '.join(['word'] * 26)}",
            f'{AT} short of "fact.a" has 26 words; an edited form has at most 25 [short-too-long]',
        ),
        (
            "ask: Wait for 20 minutes.",
            f'{AT} ask of "fact.a" says 20, which its passage does not [number-untraced]\n'
            "  hint: point at the passage that says it",
        ),
        (
            "ask: Wait as two captains do.",
            f'{AT} ask of "fact.a" says two, which its passage does not [number-untraced]\n'
            "  hint: point at the passage that says it",
        ),
        (
            "short: Keepers in Norway agreed.",
            f'{AT} short of "fact.a" has the name "Norway", which its passage has not [name-untraced]\n'
            "  hint: point at the passage that has it, or add it to `known_names` in report.yaml",
        ),
        (
            "short: All agreed.",
            f'{AT} short of "fact.a" says "all", which neither its passage nor its strength supports '
            "[strength-upgraded]\n  hint: keep the report's own quantifier",
        ),
        (
            "short: Keepers called it “wholly useless”.",
            f'{AT} short of "fact.a" quotes "wholly useless", which is not in its passage [quote-not-verbatim]\n'
            "  hint: quote the report's own words",
        ),
        (
            "short: One keeper saw need for it.",
            'seeds/harbour/blocks/fact.yaml:5: warning: short of "fact.a" says "saw need", '
            'and its passage "saw no need" [negation-lost]\n'
            "  hint: keep the negation, or point at the words that say it",
        ),
        (
            "lead: Next  spring",
            f'{AT} lead of "fact.a" has the relative date "next spring" [relative-date]\n'
            "  hint: give the year, in square brackets if the report leaves it to be inferred",
        ),
        (
            "short: The *small boats* spoke.",
            f'{AT} short of "fact.a" has "small boats", which must not be printed [name-printed]\n'
            "  hint: the Chatham House Rule covers identity and affiliation",
        ),
    ],
)
def test_wording_that_says_more_than_its_passage_is_said(tmp_path: Path, field: str, expected: str) -> None:
    assert said(tmp_path, field) == expected


def test_a_relative_date_with_its_year_is_right(tmp_path: Path) -> None:
    assert said(tmp_path, "short: Keepers meet next spring [2011].") == ""


def test_names_are_found_however_their_apostrophes_are_written() -> None:
    assert found_names("so O’Brien and Mr *Quay* said", ["O'Brien", "O’Brien", "Quay", "Brie"]) == [
        "O'Brien",
        "O’Brien",
        "Quay",
    ]
    assert found_names("at the quay", ["Quay"]) == []


def test_a_phrase_is_found_however_its_apostrophe_is_written(tmp_path: Path) -> None:
    rules = replace(RULES, never_print=("the board's chair",))
    assert 'has "the board\'s chair", which must not be printed' in said(tmp_path, "lead: The board’s chair", rules)


def test_words_on_which_nothing_is_known_are_not_held_against_a_passage(tmp_path: Path) -> None:
    library = harbour_library(tmp_path)
    drawn = replace(library.blocks["fact.timetable"], extracts={"anchor": ()})
    assert list(wordings(drawn)) == []
    assert check_wording(Library(library.report, {drawn.id: drawn}), RULES) == []


def test_each_passage_is_held_against_its_own_anchors(tmp_path: Path) -> None:
    text = """kind: benefit
blocks:
  - id: ben.a
    sort: direct
    beneficiary: All
    anchor: The board should publish the tides each week
    basis: {anchor: should count the bicycles in 2011, short: It counts 2011 bicycles.}
    short: {text: In 2012., anchor: again in the spring of 2012}
    lead: In 2011
"""
    library = harbour_library(tmp_path, {"benefit": text})
    assert [(w.field, w.text, w.passage) for w in wordings(library.blocks["ben.a"])] == [
        ("lead", "In 2011", "The board should publish the tides each week"),
        ("short", "In 2012.", "again in the spring of 2012"),
        ("basis.short", "It counts 2011 bicycles.", "should count the bicycles in 2011"),
    ]
    assert [d.code for d in check_wording(library, RULES)] == ["number-untraced"]


def test_wrong_wording_is_said_on_the_line_of_its_field(tmp_path: Path) -> None:
    text = """kind: contradiction
blocks:
  - id: con.a
    question: Whether to share
    headed: false
    anchor: Most keepers agreed … at the quay
    one_side:
      anchor: Most keepers agreed … at the quay
      short:
        text: >-
          Twelve keepers
          agreed.
    other_side: {anchor: One keeper saw no need,
                 short: Nine saw none.}
    short: {anchor: One keeper saw no need, text: Next spring.}
"""
    assert [str(d) for d in check_wording(harbour_library(tmp_path, {"contradiction": text}), RULES)] == [
        'seeds/harbour/blocks/contradiction.yaml:15: error: short of "con.a" has the relative date "next spring" '
        "[relative-date]\n  hint: give the year, in square brackets if the report leaves it to be inferred",
        'seeds/harbour/blocks/contradiction.yaml:10: error: one_side.short of "con.a" says Twelve, '
        "which its passage does not [number-untraced]\n  hint: point at the passage that says it",
        'seeds/harbour/blocks/contradiction.yaml:14: error: other_side.short of "con.a" says Nine, '
        "which its passage does not [number-untraced]\n  hint: point at the passage that says it",
    ]


def test_wording_on_some_of_a_group_says_their_number_and_no_other(tmp_path: Path) -> None:
    def of(text: str) -> str:
        group = (
            "kind: participant_group\nblocks:\n  - {id: gr.a, anchor: Most keepers agreed that, name: Keepers, "
            f"count: 8, affiliations: [East, West], including: {{text: {text}, affiliations: [East], count: 4}}}}\n"
        )
        write_files(tmp_path, {"groups": group}, ".yaml")
        library, _ = draw(harbour_report(), tmp_path, tmp_path, RULES, set())  # whose rows do not bear out the counts
        return "\n".join(map(str, check_wording(library, RULES)))

    assert of("four from the East") == ""
    assert 'including of "gr.a" says eight, which its passage does not [number-untraced]' in of("eight from the East")
