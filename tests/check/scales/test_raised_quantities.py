"""How many: quantities that stand higher than those of the passage."""

from __future__ import annotations

import pytest

from briefs.check.scales.how_many import quantities_of
from briefs.check.scales.raised_quantities import counts, raised_quantities, span, strength_of
from tests.check.scales.builders import english, read


def raised(text: str, passage: str) -> list[tuple[str, str]]:
    return [(one.said, one.has) for one in raised_quantities(text, passage, english())]


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("Most keepers waited.", "Several keepers waited.", [("Most", "Several")]),
        ("Half of the keepers waited.", "Several keepers waited.", [("Half of", "Several")]),
        ("Dozens of keepers waited.", "A number of keepers waited.", [("Dozens of", "A number of")]),
        ("Ferries always wait.", "Ferries often wait.", [("always", "often")]),
        ("It was unanimously felt that ferries wait.", "It was felt that ferries wait.", [("unanimously", "felt")]),
        ("Most keepers waited.", "Keepers waited.", [("Most", "")]),
    ],
)
def test_words_that_stand_higher_are_found_with_those_of_the_passage(
    text: str, passage: str, found: list[tuple[str, str]]
) -> None:
    assert raised(text, passage) == found


def test_the_noun_decides_which_quantity_of_the_passage_counts() -> None:
    passage = "Several participants said that all migrants need help."
    assert raised("All participants said that migrants need help.", passage) == [("All", "Several")]
    assert raised("Several participants said that all migrants need help.", passage) == []


def test_the_clause_decides_which_quantity_of_a_sentence_counts() -> None:
    passage = "Some asked for patience, but most believed in a timetable."
    assert raised("Most asked for patience.", passage) == [("Most", "Some")]
    assert raised("Most believed in a timetable.", passage) == []


def test_the_strength_of_the_sentences_that_a_text_comes_from() -> None:
    passage = "Some keepers feared tides. Most keepers counted bicycles."
    assert strength_of("Keepers feared tides.", passage, "most keepers", english()) == (2.0, "Some")
    assert strength_of("Keepers counted bicycles.", passage, "most keepers", english()) is None
    assert strength_of("The quay is old.", "The quay is old.", "most", english()) is None


def test_a_reading_counts_if_it_has_a_quantity_and_each_has_its_place() -> None:
    reading = read("It serves most States")
    assert counts(reading)
    assert not counts(read("It waits"))
    (one,) = quantities_of(reading)
    assert reading.phrase(span(one)) == "most"


def test_the_same_word_in_another_form_stands_as_high() -> None:
    assert raised("Rules are far from universally kept.", "Rules are far from being kept on a universal basis.") == []
    assert raised("Rules are universally kept.", "Rules are often kept.") == [("universally", "")]
