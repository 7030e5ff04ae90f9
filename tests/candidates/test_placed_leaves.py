"""The texts of a report, each with its headings and with what introduces it."""

from __future__ import annotations

import pytest

from briefs.candidates.placed_leaves import heading_words, placed_leaves
from tests.candidates.builders import headed

TEXT = """# 1. Wells

Villages dig *wells*. They pay.

The council asks villages:

a) to dig;

b) to share:

- water

## Costs

One well is dear.
"""


def test_each_text_knows_its_headings_sentences_and_what_introduces_it() -> None:
    leaves = {placed.text: placed for placed in placed_leaves(headed(TEXT))}
    assert leaves["Villages dig wells. They pay."].sentences == ("Villages dig wells.", "They pay.")
    assert leaves["to dig;"].lead_in == "The council asks villages:"
    assert leaves["water"].lead_in == "to share:"
    assert leaves["One well is dear."].headings == ("Wells", "Costs")
    assert leaves["One well is dear."].lead_in == ""


def test_the_innermost_section_with_a_phrase_in_its_heading_is_found() -> None:
    placed = placed_leaves(headed(TEXT))[-1]
    section = placed.section_headed(("wells", "costs"))
    assert section is not None
    assert section.heading.text == "Costs"
    assert placed.section_headed(("prices",)) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1.2 Costs", "Costs"),
        ("IV. Costs", "Costs"),
        ("A) Costs", "Costs"),
        ("Costs", "Costs"),
        ("A fresh look", "A fresh look"),
        ("V", "V"),
        ("I think so", "I think so"),
    ],
)
def test_the_number_of_a_heading_is_left_out(text: str, words: str) -> None:
    assert heading_words(text) == words
