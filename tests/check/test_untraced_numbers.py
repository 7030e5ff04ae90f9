"""Numbers of edited wording are in the passage that it rests on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.blocks.drawing import draw
from briefs.check.checked_blocks import check_blocks
from briefs.check.subjects import edited_wording
from briefs.check.untraced_numbers import check_numbers, untraced_numbers
from tests.builders import RULES, harbour_report, write_files
from tests.check.builders import ANCHOR, IN_BLOCK, wrong_wording
from tests.compose.builders import harbour_library

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


def test_one_needs_no_passage(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: 1 keeper saw no need.") == ""


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


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        ("2.5 million dollars a year", "US$2,500,000"),
        ("some 12 500 boats", "12,500 boats"),
        ("12\u202f500 boats", "12.5 thousand boats"),
        ("two hundred and five boats", "205 boats"),
        ("2 to 3 million boats", "2–3 million boats"),
        ("12 per cent of boats", "12% of boats"),
        ("12 km from the quay", "12,000 metres from the quay"),
        ("a rise from 12 to 24 boats", "The number of boats doubled."),
        ("a rise of 100 per cent", "It doubled."),
        ("it doubled", "a twofold rise"),
        ("a fall of 5 per cent", "−5 per cent"),
        ("it was minus five degrees", "5 degrees below zero"),
        ("2.5 million boats", "millions of boats"),
        ("from 2009 to 2010", "2009-10"),
        ("on 14 March 2026", "on 2026-03-14"),
        ("resolution A/RES/70/1 of 2015", "A/RES/70/1"),
        ("3.5 × 10⁶ boats", "3.5 million boats"),
        ("two-thirds of boats", "two thirds of boats"),
        ("67 per cent of boats", "two thirds of boats"),
        ("two thirds of boats", "67 per cent of boats"),
        ("20 of 30 boats", "two thirds of the boats"),
        ("a quarter of boats", "25 per cent of boats"),
        ("three-quarters of boats", "75 percent of boats"),
        ("one fifth of boats", "20% of boats"),
        ("half the boats", "half of the boats"),
        ("half the boats", "½ of the boats"),
        ("a third party", "one third party"),
        ("a decade", "ten years"),
        ("half a century", "fifty years"),
        ("half an hour", "30 minutes"),
        ("30 minutes", "half an hour"),
        ("a year of talks", "12 months of talks"),
        ("500,000 boats", "half a million boats"),
        ("half a million boats", "500,000 boats"),
        ("a quarter of a million boats", "250,000 boats"),
        ("one and a half million boats", "1.5 million boats"),
        ("1.5 million boats", "one and a half million boats"),
        ("two and three-quarters", "2.75"),
        ("5m boats", "5 million boats"),
        ("$5m", "5 million dollars"),
        ("between 5m and 6m boats", "5 to 6 million boats"),
        ("5–6m boats", "5 million boats"),
        ("5000 m", "5 km"),
        ("5 m", "5 metres"),
        ("both sides", "the two sides"),
        ("a pair of boats", "two boats"),
        ("twice as many", "It doubled."),
        ("two meetings", "They met twice."),
        ("the fifth meeting", "the 5th meeting"),
        ("the twenty-first century", "the 21st century"),
        ("the 21st century", "the twenty-first century"),
        ("the 20th century", "the twentieth century"),
        ("in 2009-2010", "in 2009/10"),
        ("3½ hours", "3.5 hours"),
        ("½ a mile", "0.5 miles"),
        ("CO₂", "CO2"),
        ("carbon dioxide", "CO₂"),
        ("on 2010-03-12", "on 12 March 2010"),
        ("at 5 p.m.", "at 5 pm"),
        ("5 mg", "0.005 g"),
        ("5 GWh", "5,000 MWh"),
        ("5 t of fish", "5,000 kg of fish"),
        ("5 ‰", "0.5%"),
        ("some said so", "Third, M. Annan and K. Smith said so."),
        ("12 km² of sea", "12 km2 of sea"),
        ("12 km2 of sea", "12 square kilometres of sea"),
        ("5 m3", "5 m³"),
        ("10⁶ boats", "10^6 boats"),
        ("3.5e6 boats", "3.5 × 10⁶ boats"),
        ("5 lakh boats", "500,000 boats"),
        ("two-thirds of boats", "2/3 of boats"),
        ("2/3 of boats", "⅔ of boats"),
        ("2/3 of boats", "67 per cent of boats"),
        ("5/6 May", "5 May"),
        ("no fewer than 12 boats", "at least 12 boats"),
        ("not more than 12 boats", "up to 12 boats"),
        ("more than 12 boats", "12 boats"),
        ("more than 12 boats", ">12 boats"),
        ("US$ 12", "$12"),
        ("at 5 km/h", "at 5 kilometres an hour"),
    ],
)
def test_a_number_may_be_written_in_another_way(passage: str, text: str) -> None:
    assert untraced_numbers(text, passage) == []


@pytest.mark.parametrize(
    ("passage", "text", "untraced"),
    [
        ("2.5 million dollars a year", "2.5 billion dollars", "2.5 billion"),
        ("some 12 500 boats", "some 500 boats", "500"),
        ("12\u202f500 boats", "12 boats", "12"),
        ("12,500 boats", "12.5 boats", "12.5"),
        ("two hundred and five boats", "five boats", "five"),
        ("forty-three boats", "forty boats", "forty"),
        ("12 per cent of boats", "12 percentage points", "12 percentage points"),
        ("12 km from the quay", "12 miles from the quay", "12 miles"),
        ("12 km² of water", "12 km of water", "12 km"),
        ("$12 million", "€12 million", "€12 million"),
        ("it was −5 °C", "it was 5 °C", "5"),
        ("10⁶ boats", "10 boats", "10"),
        ("a rise from 12 to 24 boats", "The number of boats tripled.", "tripled"),
        ("12 boats", "hundreds of boats", "hundreds"),
        ("resolution A/RES/70/1 of 2015", "A/RES/70/2", "A/RES/70/2"),
        ("on 2026-03-14", "on 2026-04-14", "2026-04-14"),
        ("on 14 March 2026", "on 2026-04-14", "2026-04-14"),
        ("in section 3.2.1", "in section 3.2.4", "3.2.4"),
        ("two thirds of boats", "a third of boats", "a third"),
        ("half of the boats", "a quarter of boats", "a quarter"),
        ("a third of boats", "two thirds of boats", "two thirds"),
        ("a third of boats", "40 per cent of boats", "40"),
        ("¼ of boats", "½ of boats", "½"),
        ("they met once", "they met twice", "twice"),
        ("boats doubled", "boats quintupled", "quintupled"),
        ("5 km", "5 m", "5 m"),
        ("5 mg", "5 g", "5 g"),
        ("5 t", "5 kg", "5 kg"),
        ("5 Mt", "5 kt", "5 kt"),
        ("5 ppm", "5 ppb", "5 ppb"),
        ("at 5 km/h", "at 5 mph", "5 mph"),
        ("A$5 million", "US$5 million", "US$5 million"),
        ("₹5 million", "$5 million", "$5 million"),
        (">5 boats", "<5 boats", "5"),
        ("12 km² of sea", "12 km³ of sea", "12 km³"),
        ("12 km2 of sea", "12 km of sea", "12 km"),
        ("5 crore boats", "5 lakh boats", "5 lakh"),
        ("2/3 of boats", "1/3 of boats", "1/3"),
        ("boats rose tenfold", "boats rose a hundredfold", "hundredfold"),
        ("more than 12 boats", "fewer than 12 boats", "12"),
        ("at least 12 boats", "at most 12 boats", "12"),
        ("over half of the boats", "less than half of the boats", "half"),
        ("5 GWh", "5 MWh", "5 MWh"),
        ("5%", "5 ‰", "5 ‰"),
        ("at 5 am", "at 5 pm", "5 pm"),
        ("the 20th century", "the twenty-first century", "twenty-first"),
        ("a decade", "twenty years", "twenty"),
        ("half a million boats", "half a billion boats", "half a billion"),
    ],
)
def test_a_number_of_another_size_sign_or_unit_is_another_number(passage: str, text: str, untraced: str) -> None:
    assert untraced_numbers(text, passage) == [untraced]


def test_a_hint_shows_the_number_of_the_passage_that_is_most_like_it(tmp_path: Path) -> None:
    block = f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    short: Keepers paid 2.5 billion.\n"
    (wording,) = edited_wording(harbour_library(tmp_path, {"fact": block}), RULES)
    wording = replace(wording, passage="Keepers paid 2.5 million dollars.")
    assert [str(one) for one in check_numbers(wording)] == [
        f'{IN_BLOCK} short of "fact.a" says 2.5 billion, but its passage does not [number-untraced]\n'
        '  hint: the passage says "2.5 million dollars": correct it, or add an anchor for the passage that says it'
    ]


def test_a_least_number_that_has_become_the_most_is_called_so(tmp_path: Path) -> None:
    block = f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    short: It took at most 12 keepers.\n"
    (wording,) = edited_wording(harbour_library(tmp_path, {"fact": block}), RULES)
    wording = replace(wording, passage="It took at least 12 keepers.")
    assert [str(one) for one in check_numbers(wording)] == [
        f'{IN_BLOCK} short of "fact.a" gives 12 as the most, but its passage does not [number-untraced]\n'
        "  hint: the passage gives 12 as the least: correct it, or add an anchor for the passage that says it"
    ]


@pytest.mark.parametrize(
    ("text", "passage", "untraced"),
    [
        ("20 % of States", "20 States said so", ["20 %"]),
        ("20 States", "20 per cent of States", ["20"]),
        ("20 per cent", "between 20 and 30 per cent", []),
        ("20 %", "Share (%): 20", []),
        ("5 km", "5 villages", ["5 km"]),
        ("30 days", "30 working days", []),
        ("$5 million", "5 million people", ["$5 million"]),
        ("9 a.m.", "at 9 in the morning", []),
    ],
)
def test_a_unit_is_not_given_to_a_number_of_other_things(text: str, passage: str, untraced: list[str]) -> None:
    assert untraced_numbers(text, passage) == untraced
