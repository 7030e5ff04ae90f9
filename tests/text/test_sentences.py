"""Where one sentence ends and the next begins."""

from __future__ import annotations

import pytest

from briefs.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keepers wait. Ferries sail.", ["Keepers wait.", "Ferries sail."]),
        ("Who waits?  Keepers!\nFerries sail", ["Who waits?", "Keepers!", "Ferries sail"]),
        ("Keepers wait. [In 2010] they sailed.", ["Keepers wait.", "[In 2010] they sailed."]),
    ],
)
def test_a_full_stop_question_mark_or_exclamation_mark_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They “wait.” Then “Sail!” they said.", ["They “wait.”", "Then “Sail!” they said."]),
        ("They 'wait.' \"Sail!\" they said.", ["They 'wait.'", '"Sail!" they said.']),
        ("They wait (at the quay.) Ferries sail.", ["They wait (at the quay.)", "Ferries sail."]),
    ],
)
def test_closing_marks_belong_to_the_sentence_that_they_close(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize("text", ["It takes 2.5 hours.", "They wait, e.g. at the quay.", "Most wait.5 Some sail"])
def test_a_stop_without_a_space_or_before_a_small_letter_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


def test_an_empty_text_has_no_sentences() -> None:
    assert sentences("") == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith and Dr. Jones met Amb. Li.",
        "The report by J. Smith and W. H. Auden was read.",
        "They met in St. Petersburg (cf. Annex).",
        "See Fig. B, and Art. X of the treaty, e.g. Geneva.",
        "M. Dupont et Mme. Martin ont parlé.",
        "The U.S. Government asked.",
    ],
)
def test_the_stop_of_an_abbreviation_or_initial_before_a_name_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It is in Annex A. The board agreed.", 2),
        ("They said no. Ferries sail.", 2),
        ("It happened in the U.S. They agreed.", 2),
        ("He spoke with J. Smith. Ms. Jones agreed. It rained.", 3),
    ],
)
def test_a_sentence_may_end_with_a_letter(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "Le comité a tranché. À Genève, on attend.",
        "Ils l’ont « approuvé. » L’État paiera.",
        "¿Quién paga? ¿Y cuándo?",
        "Поля сухие. Это видно.",
        "من يدفع؟ لا أحد يعلم.",
    ],
)
def test_a_sentence_may_begin_with_a_letter_or_mark_of_another_language(text: str) -> None:
    assert len(sentences(text)) == 2
