"""The sentences and clauses of a passage that decide."""

from __future__ import annotations

import pytest

from briefs.check.scales.clause_sources import all_sources, clauses, narrowed, sources
from briefs.check.scales.how_many import quantities_of
from tests.check.scales.builders import english, read

PASSAGE = "Some keepers feared the tides, but most believed in the timetable. One captain counted the bicycles."


def found(text: str, start: int = 0) -> list[str]:
    (clause, *_) = clauses(text, english())
    return [one.text for one in sources(clause, start, text, PASSAGE)[1]]


def test_a_clause_comes_from_the_sentences_with_its_words() -> None:
    assert found("The captain counted bicycles") == ["One captain counted the bicycles."]


def test_a_clause_with_few_words_comes_from_where_all_of_them_stand() -> None:
    assert found("One counted bicycles") == ["One captain counted the bicycles."]


def test_what_stands_between_commas_decides_for_itself() -> None:
    text = "Keepers feared tides, the captain counted bicycles"
    (clause,) = clauses(text, english())
    found = sources(clause, 4, text, PASSAGE)
    assert found[0] == "the captain counted bicycles"
    assert [one.text for one in found[1]] == ["One captain counted the bicycles."]


def test_words_of_which_nothing_is_found_come_from_the_whole_passage() -> None:
    assert found("Bridges and roads") == [PASSAGE]


def test_a_sentence_with_several_quantities_is_cut_down_to_the_clause_that_counts() -> None:
    sentence = (read(PASSAGE.split(" One")[0]),)
    near = narrowed("most believed in the timetable", sentence, lambda reading: bool(quantities_of(reading)))
    assert [one.text for one in near] == ["but most believed in the timetable."]


def test_a_wording_without_words_comes_from_the_whole_passage() -> None:
    assert found("💧") == [PASSAGE]


@pytest.mark.parametrize(
    "text", ["The captain counted, ,", ", , the captain counted", ",", ", ,", "Captains,, counted,"]
)
def test_commas_with_nothing_between_them_stop_no_check(text: str) -> None:
    for clause in clauses(text, english()):
        for start in range(len(clause.words)):
            assert sources(clause, start, text, PASSAGE)[1]
        assert all_sources(clause, text, PASSAGE)
