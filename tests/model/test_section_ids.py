"""Ids of sections never meet those of units, of the program's own sections, or each other."""

from __future__ import annotations

import pytest

from briefs.model.section_ids import CLEARANCE, CLEARING_NOTES, GAPS, SOURCES, free_id


@pytest.mark.parametrize("own", [SOURCES, GAPS, CLEARING_NOTES, CLEARANCE])
def test_sections_of_templates_leave_the_programs_own_ids_free(own: str) -> None:
    assert free_id(own, {f"{own}-2"}) == f"{own}-3"


@pytest.mark.parametrize(
    ("wanted", "free"),
    [("u1", "section-u1"), ("u12-call2", "section-u12-call2"), ("un-reform", "un-reform"), ("u1st", "u1st")],
)
def test_an_id_never_looks_like_one_of_a_unit(wanted: str, free: str) -> None:
    assert free_id(wanted, set()) == free


def test_the_first_free_number_is_taken() -> None:
    assert free_id("why", {"why", "why-2"}) == "why-3"
