"""The state of a round: what every office said, what has changed since, and what became of proposals."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

import pytest

from briefs import pipeline
from briefs.cli.review_status import show_status
from briefs.model.answer import Answers, Decision, OfficeAnswer
from briefs.model.document import Document
from briefs.pipeline.review_status import RoundStatus, review_status
from briefs.review.kept_answers import returned_file
from tests.builders import HOUSE, write_project
from tests.projects import built, run
from tests.reviewed import keep_answers_to

OFFICES = HOUSE.replace("offices: [Policy]", "offices: [Policy, Legal]")
DECISIONS = """decisions: 1
edition: HB/CLE 0.1 draft
report: REPORT
proposals:
  - {id: "aaaaaa", decision: accepted, kind: reword, about: Para 1}
  - {id: "bbbbbb", decision: later, kind: reword, about: Para 2}
"""


def drafted(tmp_path: Path) -> tuple[Path, Document]:
    """A project whose draft for the clerks is built, and that draft."""
    root = write_project(tmp_path, house=OFFICES)
    assert run(root, "build", "--audience", "clerks", "--format", "html", "--quiet") == 0
    (brief,) = built(root, "clerks", formats=()).briefs
    return root, brief.document


def answered(root: Path, seen: Document, office: str, decision: Decision, *proposals: str, date: str = "") -> None:
    answer = OfficeAnswer(office, decision, "as written", "Jane", date, date)
    answers = Answers(f"{office}.docx", f"{len(office):064x}", (answer,))
    keep_answers_to(root, next((root / "seeds").glob("*/")).name, seen, [returned_file(answers, proposals)])


def reword(root: Path) -> None:
    path = next((root / "seeds").glob("*/blocks/fact.yaml"))
    path.write_text(path.read_text().replace("would reduce waiting.", "would reduce waiting at the quay."))


def status(root: Path) -> tuple[RoundStatus, ...]:
    return review_status(pipeline.Order(pipeline.Project(root), output=root / "build")).value


def said(root: Path, capsys: pytest.CaptureFixture[str], json: bool = False, build: Path | None = None) -> str:
    capsys.readouterr()
    show_status(Namespace(project=root, report=None, build=build, json=json, named=str))
    return capsys.readouterr().out


def test_without_answers_there_is_no_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path, house=OFFICES)
    assert status(root) == ()
    assert said(root, capsys) == "no edited copy of any edition has been read: see briefs help review\n"
    assert said(root, capsys, json=True) == ""


def test_each_office_is_shown_with_what_it_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, seen = drafted(tmp_path)
    answered(root, seen, "Legal", "cleared", "aaaaaa", "bbbbbb", "cccccc", date="2010-05-06")
    answered(root, seen, "Treasury", "unclear")
    path = root / "reviews" / "HB-CLE_0.1_draft" / "decisions.yaml"
    path.write_text(DECISIONS.replace("REPORT", next((root / "seeds").glob("*/")).name))
    assert said(root, capsys) == (
        "HB/CLE 0.1 draft, the brief for clerks, of 2010-05-04\n"
        "  Policy    no answer\n"
        "  Legal     cleared, 2010-05-06 (Legal.docx)\n"
        "  Treasury  not understood: “as written” (Treasury.docx); the house has no such office: if it is one of those "
        "above, correct `office` in answers.yaml\n"
        "  3 proposals: 1 open, 1 later, 1 accepted\n"
    )


def test_what_has_changed_since_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, seen = drafted(tmp_path)
    answered(root, seen, "Legal", "with comments")
    answered(root, seen, "Policy", "cleared")
    assert said(root, capsys).endswith("  0 proposals\n  all offices have cleared the brief as it is now\n")
    assert status(root)[0].is_done
    reword(root)
    changed = "; since then changed: Para\u00a01: “Most keepers agreed that a shared timetable would reduce …”\n"
    assert f"  Legal   cleared with comments (Legal.docx){changed}" in said(root, capsys)
    assert not status(root)[0].is_done


def test_without_a_build_briefs_are_fitted_to_know_what_has_changed(tmp_path: Path) -> None:
    root, seen = drafted(tmp_path)
    answered(root, seen, "Legal", "cleared")
    (root / "build").rename(root / "elsewhere")
    assert status(root)[0].offices[1].changed == ()
    reword(root)
    assert len(status(root)[0].offices[1].changed or ()) == 1


def test_offices_that_the_house_does_not_list_do_not_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, seen = drafted(tmp_path)
    answered(root, seen, "POLICY", "cleared")
    answered(root, seen, "Legal Dept.", "cleared")
    assert [(one.office, one.state, one.is_known) for one in status(root)[0].offices] == [
        ("Policy", "cleared", True),
        ("Legal", None, True),
        ("Legal Dept.", "cleared", False),
    ]
    assert "all offices have cleared" not in said(root, capsys)
    answered(root, seen, "  légal", "cleared")
    assert "all offices have cleared" in said(root, capsys)


def test_of_an_edition_that_is_not_kept_nobody_knows_what_has_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, seen = drafted(tmp_path)
    answered(root, seen, "Legal", "cleared")
    next((root / "reviews").glob("*/edition-*")).unlink()
    assert "all offices have cleared" not in said(root, capsys)
    assert "not known what has changed since: the edition is not kept, or the brief has mistakes" in said(root, capsys)
    assert status(root)[0].offices[1].changed is None


def test_programs_get_a_line_of_json_for_each_edition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, seen = drafted(tmp_path)
    answered(root, seen, "Legal", "not cleared")
    (line,) = said(root, capsys, json=True).splitlines()
    value = json.loads(line)
    assert (value["edition"], value["audience"], value["done"]) == ("HB/CLE 0.1 draft", "clerks", False)
    assert [(one["office"], one["state"]) for one in value["offices"]] == [("Policy", None), ("Legal", "not cleared")]


def test_files_that_cannot_be_read_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, seen = drafted(tmp_path)
    answered(root, seen, "Legal", "cleared")
    (root / "reviews" / "HB-CLE_0.1_draft" / "decisions.yaml").write_text("decisions: 7\n")
    assert show_status(Namespace(project=root, report=None, build=None, json=False, named=str)) == 1
    assert "reviews/HB-CLE_0.1_draft/decisions.yaml:1: error:" in capsys.readouterr().err
