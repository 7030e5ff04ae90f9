"""Offices are known by their names, however these are written."""

from __future__ import annotations

import pytest

from briefs.model.office_names import is_same_office


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Legal", "LEGAL "),
        ("Trésor", "tresor"),
        ("Tre\u0301sor", "Trésor"),
        ("Legal and Policy", "Legal\u00a0and  policy"),
        ("Legal:", "Legal"),
        ("L.E.G.A.L.", "L. E. G. A. L."),
        ("Straße", "STRASSE"),
        ("法務", "法務"),
    ],
)
def test_it_is_the_same_office_however_its_name_is_written(one: str, other: str) -> None:
    assert is_same_office(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Legal", "Legal Dept."), ("Legal", ""), ("Policy 1", "Policy 2"), ("…", "?"), ("法務", "政策")]
)
def test_another_office_is_another(one: str, other: str) -> None:
    assert not is_same_office(one, other)
