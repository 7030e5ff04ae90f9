"""A house may take findings of checks for more than they are, and some for less, but never the protected ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.codes import CODES
from briefs.model.diagnostics import Fault, Place
from briefs.model.severities import PROTECTED, UNPRINTABLE, with_severities
from tests.builders import CAPTAINS, CLERKS, HOUSE, front, write_project
from tests.projects import problems, run


def test_a_house_decides_how_serious_a_finding_is() -> None:
    found = [Fault(code, "message").at(Place("a.yaml", 1)) for code in ("sense-doubtful", "title-long", "said-twice")]
    judged = with_severities(found, {"sense-doubtful": "error", "title-long": "warning"})
    assert [str(one).split()[1] for one in judged] == ["error:", "warning:", f"{CODES['said-twice'].severity}:"]
    assert [one.code for one in judged] == [one.code for one in found]


def test_what_is_protected_is_an_error_of_itself() -> None:
    for code in PROTECTED | UNPRINTABLE:
        assert CODES[code].severity == "error"


def test_names_leaks_quotations_and_numbers_are_protected() -> None:
    meant = {"name-printed", "name-untraced", "affiliation-printed", "text-leaked", "quote-not-verbatim"}
    assert meant | {"number-untraced"} <= PROTECTED


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "{name-printed: warning}",
            'templates/house.yaml:12: error: "severity": "name-printed" is always an error: names, leaks, quotations '
            "and numbers are what a house answers for [field-invalid]\n"
            "  hint: take it out, or write name-printed: error",
        ),
        (
            "{words-lost: warning}",
            'templates/house.yaml:12: error: "severity": "words-lost" is always an error: with it, a brief cannot be '
            "made [field-invalid]\n  hint: take it out, or write words-lost: error",
        ),
        (
            "{anchor-not-found: warning}",
            'templates/house.yaml:12: error: "severity": "anchor-not-found" is not the code of anything that a check '
            "finds [field-invalid]\n"
            "  hint: name a code of the page on diagnostics, under “Checking wording and briefs”",
        ),
    ],
)
def test_what_a_house_cannot_decide_is_an_error_that_says_so(tmp_path: Path, written: str, said: str) -> None:
    assert problems(write_project(tmp_path, house=f"{HOUSE}severity: {written}\n")) == [said]


@pytest.mark.parametrize(("severity", "code"), [("warning", 0), ("error", 1)])
def test_a_build_goes_by_what_the_house_decided(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], severity: str, code: int
) -> None:
    title = "What a shared timetable could change for keepers who wait for ferries at the quay of the harbour"
    templates = {"captains": front("captains", title=title) + CAPTAINS, "clerks": front("clerks") + CLERKS}
    root = write_project(tmp_path, templates=templates, house=f"{HOUSE}severity: {{title-long: {severity}}}\n")
    assert run(root, "build", "--format", "html", "--quiet") == code
    assert f"{severity}: " in capsys.readouterr().err
    assert (root / "build").exists() == (code == 0)
