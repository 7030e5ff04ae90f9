"""What another edition of a report, in any format, means for the passages of its blocks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.pipeline import Project
from briefs.pipeline.report_diff import ReportDiff, report_diff
from tests.builders import REPORT, contents, write_files
from tests.drift.builders import accepted_project, change

SINCE = """kind: statement
blocks:
  - {id: st.since, anchor: The keepers will meet again in the spring of 2012}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return accepted_project(tmp_path)


def states(found: ReportDiff) -> dict[str, str]:
    return {one.drawn.id: one.state for one in found.drift.changes}


def edition(root: Path, text: str, name: str = "second.txt") -> ReportDiff:
    (root / name).write_text(text, encoding="utf-8")
    return report_diff(Project(root), root / name)


def test_another_edition_is_compared_with_what_was_accepted(root: Path) -> None:
    before = contents(root)
    text = REPORT.replace("would reduce", "would increase").replace("Steps", "Steps\n\nThe tides.", 1)
    found = edition(root, text.replace("a) The board should publish the tides each week.\n\nb)", "a)"))
    assert states(found) == {
        "fact.timetable": "reworded",
        "fact.bicycles": "unchanged",
        "rec.tides": "gone",
        "about": "unchanged",
    }
    assert found.drift.has_changed
    assert (found.path, found.problems) == ("second.txt", ())
    assert {name: one for name, one in contents(root).items() if name != "second.txt"} == before


def test_the_same_report_in_another_format_has_changed_nothing(root: Path) -> None:
    text = REPORT.replace("Findings", "# Findings").replace("Steps", "# Steps").replace("\n\nb) ", "\nb) ")
    text = (
        text.replace("share a timetable", "share a time-\ntable")
        .replace("it.¹", "it.[^1]")
        .replace("¹ The", "[^1]: The")
    )
    found = edition(root, text.replace("a) ", "1. ").replace("b) ", "2. "), "second.md")
    assert set(states(found).values()) <= {"unchanged", "moved"}


def test_without_a_lock_an_edition_is_compared_with_the_report(root: Path) -> None:
    (root / "seeds/harbour/report.lock").unlink()
    found = edition(root, REPORT.replace("would reduce", "would increase"))
    assert states(found)["fact.timetable"] == "reworded"
    assert report_diff(Project(root)).drift.lock is None


def test_passages_that_were_drawn_since_the_report_was_accepted_are_told_too(root: Path) -> None:
    write_files(root / "seeds/harbour/blocks", {"statement": SINCE}, ".yaml")
    found = edition(root, REPORT.replace("spring of 2012", "autumn of 2013"))
    assert states(found)["st.since"] in ("reworded", "gone")


def test_headings_that_the_edition_has_not_are_told(root: Path) -> None:
    found = edition(root, REPORT.replace("Steps", "Stairs"))
    assert [problem.code for problem in found.problems] == ["hint-not-found"]
    assert "gone" not in states(found).values()


def test_the_report_itself_is_compared_without_another_file(root: Path) -> None:
    change(root, "report.txt", "would reduce", "would increase")
    assert states(report_diff(Project(root)))["fact.timetable"] == "reworded"


@pytest.mark.parametrize("name", ["second.odt", "missing.txt"])
def test_a_file_that_is_no_report_is_refused(root: Path, name: str) -> None:
    (root / "second.odt").write_text("words", encoding="utf-8")
    with pytest.raises(BriefsError):
        report_diff(Project(root), root / name)


def test_what_cannot_be_read_is_told(root: Path) -> None:
    with pytest.raises(DocumentError):
        edition(root, " ")
    change(root, "report.lock", "Most keepers agreed", "All keepers agreed")
    with pytest.raises(DocumentError):
        report_diff(Project(root))
    (root / "seeds/harbour/report.txt").write_text("", encoding="utf-8")
    with pytest.raises(DocumentError):
        report_diff(Project(root))


def test_a_pipe_is_no_edition(root: Path) -> None:
    os.mkfifo(root / "pipe.md")
    with pytest.raises(BriefsError, match="is not a file on a disk"):
        report_diff(Project(root), root / "pipe.md")
