"""Benefits that a report sees."""

from __future__ import annotations

import pytest

from briefs.candidates.found import Open
from tests.candidates.builders import found


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Earlier warnings would allow shipping lines to reroute vessels.", "shipping lines"),
        ("en", "Island communities would benefit from the new wall.", "Island communities"),
        ("en", "For fishers, it would mean fewer days in port.", "fishers"),
        ("fr", "Pour les pêcheurs, cela pourrait être plus simple.", "pêcheurs"),
        ("fr", "Il permettrait aux agriculteurs de planifier leurs cultures.", "agriculteurs"),
        ("es", "Un registro permitiría a las escuelas ahorrar tiempo.", "escuelas"),
    ],
)
def test_who_gains_is_guessed_from_the_sentence(language: str, text: str, who: str) -> None:
    (only,) = found("benefit", f"# A\n\n{text}\n", language)
    assert only.passage.words == text
    assert only.fields["beneficiary"] == Open("who gains", who[0].upper() + who[1:])


@pytest.mark.parametrize(
    "text",
    [
        "A cost-benefit analysis was made in the spring.",
        "The wall would not benefit anybody in the village.",
        "Would the wall benefit anybody in the village?",
        "The wall helps to keep the sea out of it.",
        "For example, it would be of stone and wood.",
    ],
)
def test_other_sentences_are_none(text: str) -> None:
    assert found("benefit", f"# A\n\n{text}\n") == []


def test_a_heading_makes_it_surer_and_a_direct_benefit() -> None:
    text = "Villages would benefit from the wall."
    (plain,), (headed,) = found("benefit", f"# A\n\n{text}\n"), found("benefit", f"# Benefits\n\n{text}\n")
    assert headed.certainty > plain.certainty
    assert headed.fields["sort"] == Open("direct or indirect", "direct")
