from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.intake.folder_names import folder_name, free_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Final Report (v2)", "final-report-v2"),
        ("Évaluation – Été", "evaluation-ete"),
        ("Straße", "strasse"),
        ("العمل المناخي", "العمل-المناخي"),
        ("气候 报告", "气候-报告"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-report"),
        ("blocks", "blocks-report"),
        ("...", "report"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_name_is_safe_as_that_of_a_folder(text: str, name: str) -> None:
    assert folder_name(text, ("blocks",)) == name


@given(st.text())
def test_a_name_made_of_a_name_is_the_same(text: str) -> None:
    name = folder_name(text)
    assert folder_name(name) == name
    assert name
    assert not set(name) & set('/\\:*?"<>|. \0')
    assert len(name) <= 67


def test_the_next_free_name_has_a_number() -> None:
    assert free_name("water", ["Water", "water-2"]) == "water-3"
