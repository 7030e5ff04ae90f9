"""Of what an office answered in one or several files, one answer counts, or none can be made out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.answer import Answers, Decision, OfficeAnswer
from briefs.model.brief_key import BriefKey
from briefs.model.decision_record import DecidedProposal
from briefs.model.document import Document
from briefs.pipeline.clearance_rounds import Round, last_answer, read_rounds
from briefs.review.kept_answers import returned_file
from tests.render.builders import document, paragraph, section
from tests.reviewed import keep_answers_to


def seen(version: str = "0.3") -> Document:
    made = document(section(paragraph("Words of it")))
    properties = replace(made.properties, version=version, identifier=f"R/1 {version}")
    return replace(made, properties=properties)


def rounds(root: Path, *answers: tuple[Decision, str], version: str = "0.3") -> tuple[Round, ...]:
    """The rounds after Legal has answered so, each time in another file, with a proposal."""
    for number, (decision, date) in enumerate(answers):
        given = OfficeAnswer("LEGAL ", decision, decision, "", date, date)
        file = returned_file(Answers(f"{number}.docx", f"{number}" * 64, (given,)), (f"p{number}",))
        keep_answers_to(root, "harbour", seen(version), [file])
    return read_rounds(root, "harbour").value


@pytest.mark.parametrize(
    ("answers", "state", "date"),
    [
        ([("cleared", "2026-03-01")], "cleared", "2026-03-01"),
        ([("cleared", "")], "cleared", ""),
        ([("cleared", "2026-03-01"), ("cleared", "2026-03-02")], "cleared", "2026-03-02"),
        ([("cleared", "2026-03-02"), ("not cleared", "2026-03-01")], "cleared", "2026-03-02"),
        ([("cleared", "2026-03-01"), ("not cleared", "2026-03-02")], "not cleared", "2026-03-02"),
        ([("cleared", "2026-03-01"), ("not cleared", "2026-03-01")], "contradictory", "2026-03-01"),
        ([("cleared", "2026-03-01"), ("not cleared", "")], "contradictory", ""),
    ],
)
def test_of_several_answers_the_latest_counts_if_it_is_sure_which_that_is(
    tmp_path: Path, answers: list[tuple[Decision, str]], state: str, date: str
) -> None:
    (one,) = rounds(tmp_path, *answers)
    answer = one.of_office("Legal")
    assert answer is not None
    assert (answer.state, answer.date) == (state, date)
    assert answer.files == tuple(f"{number}.docx" for number in range(len(answers)))
    assert one.of_office("Policy") is None
    assert one.offices() == ("LEGAL",)


def test_the_last_round_in_which_an_office_answered_counts(tmp_path: Path) -> None:
    rounds(tmp_path, ("cleared", ""), version="0.9")
    found = rounds(tmp_path, ("not cleared", ""), version="0.10")
    last = last_answer(found, BriefKey("ministers"), "Legal")
    assert last is not None
    assert (last[0].identifier, last[1].state) == ("R/1 0.10", "not cleared")
    assert last_answer(found, BriefKey("ambassadors"), "Legal") is None
    assert last_answer(found, BriefKey("ministers"), "Policy") is None


def test_proposals_that_nobody_has_accepted_or_rejected_are_undecided(tmp_path: Path) -> None:
    (one,) = rounds(tmp_path, ("cleared", ""), ("cleared", ""))
    assert one.undecided() == ("p0", "p1")
    decided = replace(one, decided={"p0": "later", "p1": "rejected"})
    assert decided.undecided() == ("p0",)
    assert decided.undecided(["1.docx"]) == ()


def test_rounds_of_other_reports_do_not_count(tmp_path: Path) -> None:
    rounds(tmp_path, ("cleared", ""))
    assert read_rounds(tmp_path, "lighthouse").value == ()


@pytest.mark.parametrize(("office", "named"), [("Legal", "Legal’s file"), ("Communications", "Communications’ file")])
def test_a_file_is_named_after_its_office(tmp_path: Path, office: str, named: str) -> None:
    file = returned_file(Answers("a.docx", "a" * 64, (OfficeAnswer(office, "cleared", "cleared"),)))
    keep_answers_to(tmp_path, "harbour", seen(), [file])
    proposed = {"text": "Other words", "files": ["a.docx"]}
    values = {"id": "abcdef", "decision": "accepted", "kind": "reword", "about": "Para 1", "proposed": [proposed]}
    (one,) = read_rounds(tmp_path, "harbour").value
    (change,) = replace(one, accepted=(DecidedProposal.model_validate(values),)).accepted_changes()
    assert change.by == (named,)
