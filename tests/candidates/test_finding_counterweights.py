"""What weighs against the benefits."""

from __future__ import annotations

import pytest

from tests.candidates.builders import found, passages


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There is a risk that small ports close."),
        ("en", "However, several States were concerned about the price."),
        ("fr", "Plusieurs participants craignent que les petites exploitations disparaissent."),
        ("es", "Existe el riesgo de que el presupuesto no alcance."),
    ],
)
def test_risks_and_concerns_are_found(language: str, text: str) -> None:
    assert passages("counterweight", f"# A\n\n{text}\n", language) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The office is in charge of risk management.",
        "The wall would reduce the risk of floods.",
        "Is there a risk of floods?",
    ],
)
def test_what_is_to_become_less_is_none(text: str) -> None:
    assert found("counterweight", f"# A\n\n{text}\n") == []


def test_what_may_do_harm_is_found_after_a_risk_in_the_same_paragraph() -> None:
    risk, harm = "Several participants warned of risks.", "A common plan could delay urgent works."
    assert passages("counterweight", f"# A\n\n{risk} {harm}\n") == [risk, harm]
    assert passages("counterweight", f"# A\n\n{risk}\n\n{harm}\n") == [risk]


def test_under_a_heading_of_risks_what_harms_is_found_and_surer() -> None:
    text = "Dredging may damage the reefs nearby."
    assert found("counterweight", f"# Works\n\n{text}\n") == []
    (only,) = found("counterweight", f"# Risks\n\n{text}\n")
    assert only.certainty >= 0.8
