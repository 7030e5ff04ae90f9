"""Cleared editions have been cleared by all offices, where the house wants to see that, and have not expired."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import HOUSE, write_project
from tests.projects import run

OFFICES = HOUSE.replace("offices: [Policy]", "offices: [Policy, Legal]\nclearance: required")
RECORDS = """clearances:
  - {office: Policy, version: "1.0", date: 2010-05-02}
  - {office: Legal, audience: clerks, version: "1.0", date: 2010-05-03}
"""
HINT = (
    "  hint: once it has, write under `clearances` in templates/clearances.yaml\n"
    '    - {office: Legal, audience: clerks, version: "1.0", date: YYYY-MM-DD}\n'
)


def said(tmp_path: Path, capsys: pytest.CaptureFixture[str], records: str, *options: str, house: str = OFFICES) -> str:
    """What a build of the clerks' brief complains of, given what offices have cleared."""
    root = write_project(tmp_path, house=house)
    if records:
        (root / "templates" / "clearances.yaml").write_text(records)
    options = options or ("--status", "cleared")
    code = run(root, "build", "--audience", "clerks", "--format", "html", "--quiet", *options)
    errors = capsys.readouterr().err.removesuffix("1 error; nothing was written\n")
    assert code == (1 if errors else 0)
    assert (root / "build").exists() == (not errors)
    return errors


def test_what_all_offices_have_cleared_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(tmp_path, capsys, RECORDS) == ""


@pytest.mark.parametrize(
    "records",
    [
        RECORDS[: RECORDS.index("  - {office: Legal")],
        RECORDS.replace("audience: clerks", "audience: captains"),
        RECORDS.replace("audience: clerks", "audience: clerks, product: checklist"),
        RECORDS.replace('clerks, version: "1.0"', 'clerks, version: "0.9"'),
    ],
)
def test_an_office_that_has_not_cleared_a_brief_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], records: str
) -> None:
    message = 'Legal has not cleared version 1.0 of the brief "clerks" [clearance-missing]'
    assert said(tmp_path, capsys, records) == f"templates/clearances.yaml: error: {message}\n{HINT}"


def test_without_records_every_office_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    errors = said(tmp_path, capsys, "")
    assert "Policy has not cleared version 1.0" in errors
    assert "Legal has not cleared version 1.0" in errors


def test_the_last_decision_of_an_office_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused = '  - {office: Legal, version: "1.0", date: 2010-05-04, cleared: false}\n'
    assert said(tmp_path / "refused", capsys, RECORDS + refused) == (
        'templates/clearances.yaml:4: error: Legal has refused version 1.0 of the brief "clerks" [clearance-missing]\n'
        "  hint: change what it refused, and have the next version cleared\n"
    )
    again = '  - {office: Legal, audience: clerks, version: "1.0", date: 2010-05-05}\n'
    assert said(tmp_path / "cleared", capsys, RECORDS + refused + again) == ""


def test_drafts_and_houses_that_keep_no_records_need_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(tmp_path / "draft", capsys, "", "--status", "draft") == ""
    assert said(tmp_path / "free", capsys, "", house=HOUSE) == ""


def test_a_house_without_offices_cannot_want_that(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    house = OFFICES.replace("offices: [Policy, Legal]\n", "")
    assert said(tmp_path, capsys, "", house=house) == (
        "templates/house.yaml:11: error: clearance is required, but the house lists no offices [clearance-missing]\n"
        "  hint: list them, as in offices: [Policy, Legal]\n"
    )


def test_mistakes_in_the_records_are_told_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    errors = said(tmp_path, capsys, RECORDS.replace("2010-05-03", "May"))
    assert errors.startswith("templates/clearances.yaml:3: error:")
    assert "clearance-missing" not in errors


def test_a_cleared_edition_is_not_dated_after_it_has_expired(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = f"{HOUSE}valid_until: 2010-06-30\n"
    assert said(tmp_path / "valid", capsys, "", house=house) == ""
    late = ("--date", "2010-07-01")
    assert said(tmp_path / "draft", capsys, "", "--status", "draft", *late, house=house) == ""
    assert said(tmp_path / "late", capsys, "", "--status", "cleared", *late, house=house) == (
        "templates/house.yaml:12: error: briefs were valid until 2010-06-30, and the edition is dated 2010-07-01 "
        "[edition-expired]\n"
        "  hint: look whether they still hold; then write a later day, and give the edition another version\n"
    )
