"""Whom a sentence asks to do something."""

from __future__ import annotations

import pytest

from briefs.candidates.addressees import addressed_in
from briefs.candidates.finding_recommendations import RecommendationWords
from briefs.candidates.rule_words import words_for


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Member States should dig wells.", "Member States"),
        ("In this regard, the council must share its water.", "the council"),
        ("Some felt that the GMG should meet twice a year.", "the GMG"),
        ("The study recommends that donors pay for the wells.", "donors"),
        ("It recommends that the Ministry of Water pay.", "the Ministry of Water"),
        ("The study urges donors to pay for the wells.", "donors"),
        ("It calls upon the Ministry of Water to dig.", "the Ministry of Water"),
        ("Regions and towns should agree on a plan.", "Regions and towns"),
        ("The Fund (FU) and ministers should pay.", "The Fund and ministers"),
        ("One mayor responded that the council should pay.", "the council"),
        ("Wells should be deep.", ""),
        ("All villages wait.", ""),
    ],
)
def test_somebody_who_can_be_asked_is_found(sentence: str, who: str) -> None:
    words = words_for("recommendation", RecommendationWords, "en")
    assert words is not None
    found = addressed_in(sentence, words.phrases)
    assert (found.who if found else "") == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Beekeepers should count their hives.", "Beekeepers"),
        ("Efforts should be made to count hives.", ""),
        ("The number of hives should grow.", ""),
    ],
)
def test_in_advice_whoever_should_do_something_can_be_asked(sentence: str, who: str) -> None:
    words = words_for("recommendation", RecommendationWords, "en")
    assert words is not None
    found = addressed_in(sentence, words.phrases, is_advice=True)
    assert (found.who if found else "") == who
    assert addressed_in(sentence, words.phrases) is None
