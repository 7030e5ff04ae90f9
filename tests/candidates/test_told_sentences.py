"""Sentences for finders."""

from __future__ import annotations

from briefs.candidates.found import Material
from briefs.candidates.told_sentences import first_of, told_leaves, told_sentences
from tests.candidates.builders import headed

TEXT = "# Wells\n\nNobody owns the wells. Too few. Everybody drinks there.\n\n# References\n\nA book on old wells.\n"


def test_sentences_are_told_in_order_without_short_ones_and_lists_of_works() -> None:
    assert [one.words for one in told_sentences(Material(headed(TEXT), "en"))] == [
        "Nobody owns the wells.",
        "Everybody drinks there.",
    ]


def test_a_passage_of_several_sentences_has_what_stands_between_them() -> None:
    ((first, last),) = told_leaves(Material(headed(TEXT), "en"))
    assert first.passage(last).words == "Nobody owns the wells. Too few. Everybody drinks there."
    assert first.passage().words == "Nobody owns the wells."
    assert first.is_whole
    assert not first.is_note


def test_sentences_that_recur_and_those_with_links_are_not_told_again() -> None:
    text = "# Wells\n\nNobody owns the wells.\n\n# More\n\nNobody owns the wells. See https://wells.example for more.\n"
    assert [one.words for one in told_sentences(Material(headed(text), "en"))] == ["Nobody owns the wells."]


def test_the_day_of_a_german_date_ends_no_sentence() -> None:
    text = "# Brunnen\n\nDer Brunnen wurde am 3. August 2018 gebaut. Er hat eine Pumpe für 5. Heute ist er leer.\n"
    assert [one.words for one in told_sentences(Material(headed(text), "de"))] == [
        "Der Brunnen wurde am 3. August 2018 gebaut.",
        "Er hat eine Pumpe für 5.",
        "Heute ist er leer.",
    ]


def test_a_phrase_within_another_that_means_something_else_does_not_count() -> None:
    assert first_of(("benefit",), "A cost-benefit analysis", ("cost-benefit",)) == ""
    assert first_of(("benefit",), "A cost-benefit analysis shows a Benefit", ("cost-benefit",)) == "Benefit"


def test_a_label_with_its_number_is_no_part_of_a_sentence() -> None:
    text = "# Wells\n\nRecommendation 2: Towns should dig. Soon, and deep.\n\nRecommendation 3 was adopted in May.\n"
    assert [one.words for one in told_sentences(Material(headed(text), "en"))] == [
        "Towns should dig.",
        "Soon, and deep.",
        "Recommendation 3 was adopted in May.",
    ]
