"""Contradictions in a report."""

from __future__ import annotations

import pytest

from briefs.candidates.found import Found, FoundPassage
from tests.candidates.builders import found


def words_of(found: Found, field: str) -> str:
    """The words of the passage that a field holds."""
    passage = found.fields[field]
    assert isinstance(passage, FoundPassage)
    return passage.words


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "On the one hand, States want quays.", "On the other hand, they have no money."),
        ("en", "Some members argued for a new law.", "Others preferred the old one."),
        ("fr", "D’une part, les irrigants veulent des retenues.", "D’autre part, les associations les refusent."),
        ("es", "Por un lado, falta dinero.", "Por otro lado, sobra tiempo libre."),
        ("de", "Einerseits fordern die Länder mehr Geld.", "Andererseits will der Bund sparen."),
        ("pt", "Por um lado, querem autonomia local.", "Por outro lado, defendem regras comuns."),
        ("it", "Da un lato, le regioni chiedono fondi.", "Dall'altro, lo Stato vuole risparmiare."),
        ("ru", "С одной стороны, регионы требуют средств.", "С другой стороны, центр хочет экономить."),
        ("ar", "من ناحية، تطالب البلديات بالأموال.", "ومن ناحية أخرى، تريد الحكومة التوفير."),
    ],
)
def test_both_sides_are_found(language: str, one: str, other: str) -> None:
    (only,) = found("contradiction", f"# A\n\n{one} {other}\n", language)
    one_side, other_side = only.fields["one_side"], only.fields["other_side"]
    assert isinstance(one_side, FoundPassage)
    assert isinstance(other_side, FoundPassage)
    assert (one_side.words, other_side.words) == (one, other)
    assert only.passage.words == f"{one} {other}"


def test_what_leads_in_and_how_it_ended_belong_to_the_passage() -> None:
    text = (
        "Opinions differed on quays. Some members wanted more. Others felt there were enough. No agreement was reached."
    )
    (only,) = found("contradiction", f"# A\n\n{text}\n")
    assert only.passage.words == text
    outcome = only.fields["outcome"]
    assert isinstance(outcome, FoundPassage)
    assert outcome.words == "No agreement was reached."


def test_one_sentence_may_have_both_sides() -> None:
    (only,) = found("contradiction", "# A\n\nSome members argued for quays, while others preferred beaches.\n")
    assert words_of(only, "one_side") == "Some members argued for quays"
    assert words_of(only, "other_side") == "others preferred beaches"
    (led_in,) = found("contradiction", "# A\n\nViews vary: some argued for quays, while others preferred beaches.\n")
    assert words_of(led_in, "one_side") == "some argued for quays"
    (turned,) = found("contradiction", "# A\n\nWhile some members argued for quays, others preferred beaches.\n")
    assert words_of(turned, "one_side") == "some members argued for quays"
    assert words_of(turned, "other_side") == words_of(only, "other_side")


def test_what_is_said_for_and_against_a_term_is_none() -> None:
    text = "The word “resilience” was debated. Some members welcomed it. Others found it too vague."
    assert found("contradiction", f"# A\n\n{text}\n") == []


def test_a_heading_with_two_sides_names_the_question_of_the_first_passage_under_it() -> None:
    text = "# Quays versus beaches\n\nThe coast is long. On the one hand it is deep. On the other it is wild.\n"
    (only,) = found("contradiction", text)
    assert (only.fields["question"], only.fields["headed"]) == ("Quays versus beaches", True)
    (alone,) = found("contradiction", "# Build quays or beaches?\n\nThe coast is long and has room.\n")
    assert alone.fields["question"] == "Build quays or beaches?"


def test_sentences_that_only_contrast_two_times_or_things_are_none() -> None:
    text = "# Quays or beaches\n\nWhile the cyclone passed, some boats sank. Others stayed afloat.\n"
    assert found("contradiction", text) == []
