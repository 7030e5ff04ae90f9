"""Facts with numbers."""

from __future__ import annotations

import pytest

from briefs.candidates.found import Open
from tests.candidates.builders import found, passages


@pytest.mark.parametrize(
    ("language", "text", "evidence"),
    [
        ("en", "The ports handled 38.4 million tons of cargo.", "38.4 million"),
        ("en", "About 71 per cent of it came by sea.", "71 per cent"),
        ("en", "The wall cost $212 million in all.", "$212 million"),
        ("en", "A total of 1,536 laws govern the ports.", "1,536"),
        ("en", "They sent PHP20,000 home each month.", "PHP20,000"),
        ("en", "The number of migrants has doubled since then.", "doubled"),
        ("fr", "Le bassin compte environ 310 000 habitants.", "310 000"),
        ("es", "El 12 % de los pagos llegó tarde.", "12 %"),
        ("de", "Rund 45 Prozent der Schulen nahmen teil.", "45 Prozent"),
        ("ru", "Программа охватывает 3,5 млн человек.", "3,5 млн"),
    ],
)
def test_sentences_that_say_how_many_are_found(language: str, text: str, evidence: str) -> None:
    (only,) = found("fact", f"# A\n\n{text}\n", language)
    assert (only.passage.words, only.evidence) == (text, evidence)


@pytest.mark.parametrize(
    "text",
    [
        "The Council met on 14 March 2022 in Rome.",
        "Paragraph 17 of resolution 64/166 says so.",
        "See table 12 and section 3.14 for this.",
        "The rule was made in 1998 by the Council.",
        "Delegates at COP 15 were many, as the IPC 98 shows.",
        "The two of them asked three questions.",
        "The file has the number A/RES/70/125 on it.",
    ],
)
def test_dates_references_and_small_numbers_are_none(text: str) -> None:
    assert passages("fact", f"# A\n\n{text}\n") == []


def test_what_limits_a_number_is_shown() -> None:
    (only,) = found("fact", "# A\n\nThe cost is estimated at $212 million.\n")
    assert only.fields["caveat"] == Open("what limits it", "estimated")


def test_what_a_recommendation_asks_for_is_no_fact() -> None:
    text = "Towns with more than 250 wells should count them. There are 312 wells."
    assert passages("fact", f"# Recommendations\n\n{text}\n") == ["There are 312 wells."]
