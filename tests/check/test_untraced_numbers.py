"""Numbers of edited wording are in the passage that it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.blocks.drawing import draw
from briefs.check.table import check_blocks
from briefs.check.untraced_numbers import untraced_numbers
from tests.builders import RULES, harbour_report, write_files
from tests.check.builders import IN_BLOCK, wrong_wording

PASSAGE = "Some 40 keepers of twelve harbours met in the Port Authority (PA) of Old-Haven."


@pytest.mark.parametrize(
    ("text", "untraced"),
    [
        ("Forty keepers met.", []),
        ("12 harbours met.", []),
        ("Thirteen harbours met.", ["Thirteen"]),
        ("Forty-three keepers met.", ["Forty-three"]),
        ("One of them met 14 others.", ["14"]),
        ("They met in 2.5 hours, in [2010].", ["2.5"]),
    ],
)
def test_a_number_is_in_the_passage_in_digits_or_words(text: str, untraced: list[str]) -> None:
    assert untraced_numbers(text, PASSAGE) == untraced


@pytest.mark.parametrize(
    ("field", "number"), [("ask: Wait for 20 minutes.", "20"), ("ask: Wait as two captains do.", "two")]
)
def test_a_number_that_the_passage_does_not_give_is_reported(tmp_path: Path, field: str, number: str) -> None:
    assert wrong_wording(tmp_path, field) == (
        f'{IN_BLOCK} ask of "fact.a" says {number}, but its passage does not [number-untraced]\n'
        "  hint: add an anchor for the passage that says it"
    )


def test_one_and_an_inferred_date_need_no_passage(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: 1 keeper saw no need [2010].") == ""


def test_wording_on_some_of_a_group_gives_their_number_and_no_other(tmp_path: Path) -> None:
    def said(text: str) -> str:
        group = (
            "kind: participant_group\nblocks:\n  - {id: gr.a, anchor: Most keepers agreed that, name: Keepers, "
            f"count: 8, affiliations: [East, West], including: {{text: {text}, affiliations: [East], count: 4}}}}\n"
        )
        write_files(tmp_path, {"groups": group}, ".yaml")
        # the rows of the report do not bear out the counts
        library = draw(harbour_report(), tmp_path, tmp_path, RULES, set()).value
        return "\n".join(map(str, check_blocks(library, RULES)))

    assert said("four from the East") == ""
    assert 'including of "gr.a" says eight, but its passage does not [number-untraced]' in said("eight from the East")
