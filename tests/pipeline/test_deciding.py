"""Deciding: what is accepted is written as a whole, or nothing is, and every decision is kept."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError
from briefs.model.proposal import Proposal, Write
from briefs.pipeline.deciding import Choice, Deciding, deciding
from briefs.review.decisions import read_decisions
from tests.builders import write_project
from tests.reviewed import EDITION, FACTS, REPORT, SHORT, a_proposal, a_variant, a_write, error_at, warning_at

FEW = "Most keepers agreed that a timetable would reduce waiting."


def nothing(writes: Sequence[Write]) -> Sequence[Diagnostic]:
    return ()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_project(tmp_path)
    return tmp_path


@pytest.fixture
def now(root: Path) -> Iterator[Deciding]:
    with deciding(root, EDITION, REPORT, nothing, "2026-11-28") as one:
        yield one


def kept(root: Path) -> dict[str, str]:
    return {name: one.decision for name, one in read_decisions(root, EDITION, REPORT).record.decided().items()}


def choice(proposal: Proposal, number: int = 0, *wordings: str) -> Choice:
    return Choice(proposal, proposal.variants[number], wordings or None)


def test_accepted_wording_is_written_and_nothing_else(root: Path, now: Deciding) -> None:
    before = (root / FACTS).read_bytes()
    proposal = a_proposal(a_variant(FEW))
    assert now.is_open(proposal)
    assert now.accept([choice(proposal)], "as discussed").paths == (FACTS,)
    assert (root / FACTS).read_bytes() == before.replace(SHORT.encode(), FEW.encode())
    assert kept(root) == {proposal.id: "accepted"}
    assert not now.is_open(proposal)
    earlier = now.earlier(proposal)
    assert earlier is not None
    assert (earlier.reason, str(earlier.date), earlier.wording) == ("as discussed", "2026-11-28", FEW)


def test_what_the_checks_stop_is_refused_with_what_they_find(root: Path, now: Deciding) -> None:
    before = (root / FACTS).read_bytes()
    proposal = a_proposal(a_variant("All keepers agreed.", findings=[error_at()]))
    with pytest.raises(DocumentError) as error:
        now.accept([choice(proposal)])
    assert error.value.diagnostics == (error_at(),)
    assert (root / FACTS).read_bytes() == before
    assert kept(root) == {}


def test_what_the_checks_warn_of_is_accepted_and_told(now: Deciding) -> None:
    proposal = a_proposal(a_variant(FEW, findings=[warning_at()]))
    assert now.accept([choice(proposal)]).warnings == (warning_at(),)


def test_an_edited_wording_is_checked_again_and_kept_as_edited(root: Path) -> None:
    asked: list[Sequence[Write]] = []

    def recheck(writes: Sequence[Write]) -> Sequence[Diagnostic]:
        asked.append(writes)
        return [error_at()] if "All" in writes[0].after else []

    proposal = a_proposal(a_variant("All keepers agreed.", findings=[error_at()]))
    with deciding(root, EDITION, REPORT, recheck) as now:
        with pytest.raises(DocumentError):
            now.accept([choice(proposal, 0, "All keepers agreed to it.")])
        now.accept([choice(proposal, 0, "Most keepers agreed to it.")])
    assert [writes[0].after for writes in asked] == ["All keepers agreed to it.", "Most keepers agreed to it."]
    earlier = read_decisions(root, EDITION, REPORT).record.decided()[proposal.id]
    assert (earlier.edited, earlier.wording, earlier.date) == (True, "Most keepers agreed to it.", None)
    assert "Most keepers agreed to it." in (root / FACTS).read_text()


def test_choices_that_do_not_go_together_are_refused_together_and_one_after_the_other(root: Path) -> None:
    def recheck(writes: Sequence[Write]) -> Sequence[Diagnostic]:
        both = "Matters" in (root / "templates/captains.md").read_text() or len(writes) > 1
        return [error_at()] if both else []

    heading = Write("templates/captains.md", (), 11, "## Issue", "## Matters")
    one = a_proposal(replace(a_variant("Matters"), writes=(heading,)), before="Issue")
    other = a_proposal(a_variant(FEW))
    with deciding(root, EDITION, REPORT, recheck, linked=True) as now:
        with pytest.raises(DocumentError):
            now.accept([choice(one), choice(other)])
        assert kept(root) == {}
        now.accept([choice(one)])
        with pytest.raises(DocumentError):
            now.accept([choice(other)])
    assert kept(root) == {one.id: "accepted"}


def test_lines_that_are_gone_do_not_mislead_what_is_accepted_next(root: Path, now: Deciding) -> None:
    path = "templates/captains.md"
    lines = (root / path).read_text().splitlines()
    gone, heading = lines.index('{{ paragraph("fact.timetable", "fact.bicycles") }}') + 1, len(lines) - 2
    first = Write(path, (), gone, lines[gone - 1], "")
    second = Write(path, (), heading, "Captains", "Masters")
    now.accept([choice(a_proposal(replace(a_variant(""), writes=(first,)), kind="delete"))])
    now.accept([choice(a_proposal(replace(a_variant("Masters"), writes=(second,)), before="Captains"))])
    text = (root / path).read_text()
    assert "fact.timetable" not in text
    assert "## Masters are invited to" in text


def test_rejected_and_put_off_proposals_are_kept(root: Path, now: Deciding) -> None:
    one, other = a_proposal(a_variant(FEW)), a_proposal(a_variant("Keepers agreed."))
    now.reject([one], "not in the report")
    now.put_off(other)
    now.put_off(one)
    assert kept(root) == {one.id: "rejected", other.id: "later"}
    assert not now.is_open(one)
    assert now.is_open(other)


def test_accepted_wording_cannot_be_rejected_afterwards(now: Deciding) -> None:
    proposal = a_proposal(a_variant(FEW))
    now.accept([choice(proposal)])
    with pytest.raises(BriefsError, match="was accepted, and its wording is written"):
        now.reject([proposal])


def test_a_file_edited_meanwhile_is_a_conflict_and_nothing_is_written(root: Path, now: Deciding) -> None:
    text = (root / FACTS).read_text().replace("Most keepers agreed that a shared", "Most keepers agreed that some")
    (root / FACTS).write_text(text)
    with pytest.raises(BriefsError, match="the wording there has changed since it was compared"):
        now.accept([choice(a_proposal(a_variant(FEW)))])
    assert (root / FACTS).read_text() == text
    assert kept(root) == {}


def test_all_of_several_choices_are_written_or_none(root: Path, now: Deciding) -> None:
    before = (root / FACTS).read_bytes()
    one = a_proposal(a_variant(FEW))
    gone = Write("templates/captains.md", (), 13, "## Issues", "## Matters")
    other = a_proposal(replace(a_variant("Matters"), writes=(gone,)), before="Issues")
    with pytest.raises(BriefsError, match="no longer stands there"):
        now.accept([choice(one), choice(other)])
    assert (root / FACTS).read_bytes() == before
    assert kept(root) == {}


def test_two_wordings_for_the_same_words_exclude_each_other(now: Deciding) -> None:
    one, other = a_proposal(a_variant(FEW)), a_proposal(a_variant("Keepers agreed."))
    with pytest.raises(BriefsError, match=f"^{one.id} and {other.id} change the same words, in {FACTS}:5"):
        now.accept([choice(one), choice(other)])


def test_the_same_change_from_two_proposals_is_written_once(root: Path, now: Deciding) -> None:
    one, other = a_proposal(a_variant(FEW)), replace(a_proposal(a_variant(FEW)), id="0123ab")
    now.accept([choice(one), choice(other)])
    assert kept(root) == {one.id: "accepted", "0123ab": "accepted"}


def test_what_has_an_obstacle_or_no_place_is_refused_with_the_reason(now: Deciding) -> None:
    stopped = a_proposal(a_variant(FEW), obstacle="This cannot be changed: it is the report's own words.")
    with pytest.raises(BriefsError, match=r"cannot be accepted: this cannot be changed: it is the report's own words$"):
        now.accept([choice(stopped)])
    nowhere = a_proposal(replace(a_variant(FEW), writes=()))
    with pytest.raises(BriefsError, match="it is not known where its wording is written"):
        now.accept([choice(nowhere)])


def test_a_comment_is_noted_without_writing_anything(root: Path, now: Deciding) -> None:
    before = (root / FACTS).read_bytes()
    comment = a_proposal(kind="comment", comment="Is this so?")
    assert now.accept([Choice(comment, None)]).paths == ()
    assert (root / FACTS).read_bytes() == before
    assert kept(root) == {comment.id: "accepted"}


def test_wording_is_taken_back_if_the_decision_cannot_be_kept(root: Path, now: Deciding) -> None:
    before = (root / FACTS).read_bytes()
    (root / "reviews/HB-CAP_0.1_draft/decisions.yaml").mkdir(parents=True)  # in the way
    with pytest.raises(BriefsError, match="cannot write"):
        now.accept([choice(a_proposal(a_variant(FEW)))])
    assert (root / FACTS).read_bytes() == before


def test_nobody_else_decides_on_the_same_edition_meanwhile(root: Path, now: Deciding) -> None:
    with (
        pytest.raises(BriefsError, match="somebody else is deciding"),
        deciding(root, EDITION, REPORT, nothing),
    ):
        pass
    with deciding(root, "HB/CLE 0.1 draft", REPORT, nothing):
        pass


def test_looking_leaves_nothing_behind(root: Path) -> None:
    with deciding(root, EDITION, REPORT, nothing) as now:
        assert now.record.proposals == ()
    assert not (root / "reviews").exists()


def test_accepting_again_after_a_second_round_changes_what_is_there_now(root: Path, now: Deciding) -> None:
    now.accept([choice(a_proposal(a_variant(FEW)))])
    second = a_proposal(replace(a_variant("Keepers agreed."), writes=(a_write("Keepers agreed.", FEW),)), before=FEW)
    now.accept([choice(second)])
    assert "short: Keepers agreed." in (root / FACTS).read_text()


def test_answers_ask_for_no_decision(tmp_path: Path) -> None:
    answer = a_proposal(a_variant("Cleared"), kind="answer", before="")
    commented = a_proposal(a_variant("Cleared"), kind="answer", before="", comment="See my letter")
    with deciding(tmp_path, EDITION, REPORT, lambda writes: ()) as now:
        assert not now.is_open(answer)
        assert now.is_open(commented)


def test_a_new_comment_on_what_was_decided_is_asked_about_and_nothing_else_is_lost(root: Path, now: Deciding) -> None:
    first = a_proposal(kind="comment", comment="Is this so?")
    now.note([first], "It is.")
    assert not now.is_open(first)
    second = a_proposal(kind="comment", comment="Who says so?")
    assert (second.id, now.is_open(second)) == (first.id, True)
    now.put_off(second)
    assert now.is_open(second)
    now.note([second], "The report.")
    assert not now.is_open(first)
    assert not now.is_open(second)
    one = read_decisions(root, EDITION, REPORT).record.decided()[first.id]
    assert ([each.text for each in one.comments], one.reason) == (["Is this so?", "Who says so?"], "The report.")


def test_a_comment_on_accepted_wording_leaves_it_accepted(root: Path, now: Deciding) -> None:
    wording = a_proposal(a_variant(FEW))
    now.accept([choice(wording)], "as discussed")
    commented = replace(a_proposal(a_variant(FEW), comment="Good."), obstacle="The project says this already.")
    assert now.is_open(commented)
    now.note([commented])
    assert not now.is_open(commented)
    one = read_decisions(root, EDITION, REPORT).record.decided()[wording.id]
    assert (one.decision, one.wording, one.noted, one.reason) == ("accepted", FEW, False, "as discussed")
    assert [each.text for each in one.comments] == ["Good."]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no processes that can be ended like that")
@pytest.mark.parametrize("step", ["replace_files", "keep_decisions"])
def test_what_was_ended_in_the_middle_is_finished_before_anything_is_decided(
    root: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = os.fork()
    if not child:
        monkeypatch.setattr(f"briefs.pipeline.deciding.{step}", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        with deciding(root, EDITION, REPORT, nothing) as now:
            now.accept([choice(a_proposal(a_variant(FEW)))])
    os.waitpid(child, 0)
    assert (FEW in (root / FACTS).read_text(encoding="utf-8")) == (step == "keep_decisions")
    assert kept(root) == {}
    with pytest.raises(BriefsError, match="was ended while it wrote"), deciding(root, EDITION, REPORT, nothing):
        pass
    assert FEW in (root / FACTS).read_text(encoding="utf-8")
    with deciding(root, EDITION, REPORT, nothing) as now:
        assert [one.decision for one in now.record.proposals] == ["accepted"]
