"""Ids of sections never meet those of units, of the program's own sections, or each other."""

from __future__ import annotations

import pytest

from briefs.model.section_ids import CLEARANCE, CLEARING_NOTES, GAPS, SOURCES, SectionIds


@pytest.mark.parametrize("own", [SOURCES, GAPS, CLEARING_NOTES, CLEARANCE])
def test_sections_of_templates_leave_the_programs_own_ids_free(own: str) -> None:
    assert SectionIds({f"{own}-2"}).free(own) == f"{own}-3"


@pytest.mark.parametrize(
    ("wanted", "free"),
    [("u1", "section-u1"), ("u12-call2", "section-u12-call2"), ("un-reform", "un-reform"), ("u1st", "u1st")],
)
def test_an_id_never_looks_like_one_of_a_unit(wanted: str, free: str) -> None:
    assert SectionIds().free(wanted) == free


def test_the_first_free_number_is_taken() -> None:
    assert SectionIds({"why", "why-2"}).free("why") == "why-3"
