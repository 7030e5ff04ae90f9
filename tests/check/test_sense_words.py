"""What checks of the sense know of a language and a report."""

from __future__ import annotations

from dataclasses import replace

from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules

RULES = WordingRules({}, {})


def test_words_that_a_report_declares_as_equivalent_have_one_key() -> None:
    words = sense_words(replace(RULES, equivalents={"quay": ("pier",)}))
    assert words is not None
    assert words.read("pier").tokens[0].key == words.read("quays").tokens[0].key


def test_aliases_and_names_of_acronyms_have_the_key_of_what_they_stand_for() -> None:
    words = sense_words(replace(RULES, aliases={"convener": "HB"}), {"Harbour Board": "HB"})
    assert words is not None
    assert {token.key for token in words.read("Convener convener HB").tokens} == {"hb"}
    assert words.read("the Harbour Board").tokens[1].key == "hb"


def test_there_are_none_for_a_language_without_a_lexicon() -> None:
    assert sense_words(replace(RULES, language="xx")) is None
