"""What a build says that it built."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.cli.summary import brief_name, fit_line, print_summary, result_json
from briefs.model.brief_key import BriefKey
from briefs.model.fit import Fate, Fit
from tests.builders import write_project
from tests.projects import built


def fate(unit: str, fate: str) -> Fate:
    return Fate(unit, "u1", ("st.a", "st.b"), (), "Issue", 2.0, "could", fate)  # type: ignore[arg-type]


def test_a_line_says_pages_units_and_what_was_left_out() -> None:
    fit = Fit("captains", 1, 1, 0.876, 90, 1, fates=(fate("a", "left out"), fate("b", "shortened")))
    assert fit_line(fit, "captains") == (
        "captains: 1 of 1 page, 88 % of the last page, 1 unit; 1 shortened, 1 left out: st.a + st.b"
    )
    assert fit_line(Fit("captains", 2, 3, 0.5, 90, 2), "x") == "x: 2 of 3 pages, 50 % of the last page, 2 units"


def test_a_brief_is_called_by_its_report_only_beside_those_of_others() -> None:
    key = BriefKey("captains")
    alone, beside = [("harbour", key)], [("harbour", key), ("quay", key)]
    assert brief_name("harbour", key, alone) == "captains"
    assert brief_name("harbour", key, beside) == "harbour, captains"
    assert brief_name("harbour", BriefKey("captains", "checklist"), beside) == "harbour, captains, checklist"


def test_a_summary_names_files_and_units_and_json_has_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = built(write_project(tmp_path), "clerks", formats=("html",), status="cleared")
    print_summary(made, Path("build"), verbose=True)
    first, file, unit = capsys.readouterr().out.splitlines()
    assert first.startswith("clerks: 1 of 1 page, ")
    assert file == "build/harbour_brief-clerks_v1.0_cleared.html"
    assert unit == "clerks u1: fact.timetable (I ¶1)"
    (brief,) = result_json(made, Path("build"))["briefs"]
    assert (brief["report"], brief["audience"], brief["pages"], brief["budget"]) == ("harbour", "clerks", 1, 1)
    assert [one["path"] for one in brief["files"]] == ["harbour_brief-clerks_v1.0_cleared.html"]
