"""The sentences of a passage that wording comes from."""

from __future__ import annotations

from briefs.text.alignment import best_source, sources_of

PASSAGE = "Most keepers welcomed the timetable. One captain feared the tides at the quay. The quay is old."


def test_the_sentence_with_most_words_of_the_wording_comes_first() -> None:
    assert sources_of("Captains fear tides.", PASSAGE)[0].sentence == "One captain feared the tides at the quay."


def test_a_sentence_that_has_far_less_in_common_is_no_source() -> None:
    found = sources_of("The captain feared tides at the old quay.", PASSAGE, frozenset({"the", "at"}))
    assert [one.sentence for one in found] == ["One captain feared the tides at the quay."]
    assert found[0].share == 0.8


def test_sentences_that_have_as_much_in_common_are_all_sources() -> None:
    found = sources_of("The quay.", PASSAGE, frozenset({"the"}))
    assert [one.sentence for one in found] == ["One captain feared the tides at the quay.", "The quay is old."]


def test_wording_with_no_word_of_the_passage_has_no_source() -> None:
    assert sources_of("Bridges", PASSAGE) == ()
    assert sources_of("the", PASSAGE, frozenset({"the"})) == ()


def test_the_best_of_several_passages_is_the_one_with_most_words() -> None:
    assert best_source("a timetable for captains", ["the tides", "captains keep a timetable"]) == (
        "captains keep a timetable"
    )
    assert best_source("bridges", ["the tides"]) == ""
