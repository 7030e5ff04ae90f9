"""A passage also has what its acronyms and aliases stand for."""

from __future__ import annotations

import pytest

from briefs.check.passage_support import names_in, standing_for

EXPANSIONS = {"HB": "Harbour Board", "EU": "European Union"}
ALIASES = {"Board": "Harbour Board (HB)", "Council": "City Council"}


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        ("The HB met.", ["Harbour Board", "Board"]),
        ("The harbour board's keepers met.", ["HB", "Board"]),
        ("The city council met the EU.", ["European Union", "Council"]),
        ("The keepers met in HBX.", []),
    ],
)
def test_names_stand_for_those_in_the_passage(passage: str, names: list[str]) -> None:
    assert standing_for(passage, EXPANSIONS, ALIASES) == names


def test_an_entity_is_called_by_its_name_and_by_its_acronym() -> None:
    assert names_in("Harbour Board (HB)") == ("Harbour Board (HB)", "Harbour Board", "HB")
    assert names_in("City Council") == ("City Council",)
    assert names_in("keepers; Old Haven (OH)") == ("keepers", "Old Haven (OH)", "Old Haven", "OH")


@pytest.mark.parametrize("around", ["{}", "The tide turned. {}", f"{{}}{' The tide turned.' * 3500}"])
@pytest.mark.parametrize(
    ("passage", "names"),
    [
        ("All HBs met.", ["Harbour Board", "Board"]),
        ("The Harbour Boards met the A/C.", ["HB", "A B", "Board"]),
        ("The harbour boarders met in an XHB, an A/CX and an HBss.", []),
        ("He met the “city council’s” head; H.B. too.", ["the board", "Council"]),
    ],
)
def test_names_are_found_as_whole_words_in_the_plural_or_with_an_apostrophe(
    passage: str, names: list[str], around: str
) -> None:
    expansions = {"HB": "Harbour Board", "A/C": "A B", "H.B.": "the board"}
    assert standing_for(around.format(passage.replace("’", "'")), expansions, ALIASES) == names
