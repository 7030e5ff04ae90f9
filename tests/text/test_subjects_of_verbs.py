"""Who does what in two texts."""

from __future__ import annotations

import pytest

from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules
from briefs.text.readings import Reading
from briefs.text.subjects_of_verbs import other_subjects

WORDS = sense_words(WordingRules({}, {}))
assert WORDS is not None, "there are words for English"


def _sort(reading: Reading, index: int) -> str:
    assert WORDS is not None
    group = WORDS.actors.get(reading.tokens[index].lower)
    return "" if group is None else f"{group}"


def _found(text: str, passage: str) -> list[str]:
    assert WORDS is not None
    form, given = WORDS.read(text), WORDS.read(passage)
    found = other_subjects(form, given, _sort, WORDS.speakers, WORDS.agents)
    return [form.tokens[one.said].lower for one in found]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Several governments differed with this.", "Several participants also differed with it."),
        ("Governments deliberated on a term.", "Participants deliberated on a term for governments."),
    ],
)
def test_a_subject_that_only_speakers_have_in_the_passage_is_found(text: str, passage: str) -> None:
    assert _found(text, passage) == ["governments"]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Governments differed.", "Participants differed, and governments differed."),
        ("Participants differed.", "Governments differed."),
        ("Governments and ministers differed.", "Harbours are wide."),
        ("Officials nominated by States met.", "Participants nominated one official."),
        ("Governments differed.", "Participants said that the tides differed."),
    ],
)
def test_subjects_that_the_passage_allows_are_right(text: str, passage: str) -> None:
    assert _found(text, passage) == []
