from __future__ import annotations

import pytest

from briefs.intake.expansions import expansion_of


@pytest.mark.parametrize(
    ("acronym", "text", "name"),
    [
        ("ICMC", "of the International Catholic Migration Commission (ICMC) in Geneva", "International Catholic Migration Commission"),
        ("OECD", "the Organisation for Economic Co-operation and Development (OECD)", "Organisation for Economic Co-operation and Development"),
        ("CEPAL", "la Comisión Económica para América Latina (CEPAL)", "Comisión Económica para América Latina"),
    ],
)  # fmt: skip
def test_the_name_in_front_of_the_brackets_is_what_the_acronym_stands_for(acronym: str, text: str, name: str) -> None:
    assert expansion_of(acronym, text) == name


def test_other_words_in_front_of_the_brackets_are_no_name() -> None:
    assert expansion_of("ICMC", "We met in Geneva (ICMC).") is None
    assert expansion_of("ICMC", "no brackets: ICMC") is None
