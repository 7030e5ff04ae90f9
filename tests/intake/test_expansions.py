from __future__ import annotations

import pytest

from briefs.intake.expansions import expansion_of


@pytest.mark.parametrize(
    ("before", "name", "acronym"),
    [
        ("of the ", "International Catholic Migration Commission", "ICMC"),
        ("the ", "Organisation for Economic Co-operation and Development", "OECD"),
        ("la ", "Comisión Económica para América Latina", "CEPAL"),
    ],
)
def test_the_name_in_front_of_the_brackets_is_what_the_acronym_stands_for(before: str, name: str, acronym: str) -> None:
    assert expansion_of(acronym, f"{before}{name} ({acronym}) met.") == name


def test_other_words_in_front_of_the_brackets_are_no_name() -> None:
    assert expansion_of("ICMC", "We met in Geneva (ICMC).") is None
    assert expansion_of("ICMC", "no brackets: ICMC") is None
