"""`briefs review`: going through proposals, listing them, deciding on named ones."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefs.cli import main, review
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Diagnostic
from briefs.model.mark import Mark
from briefs.model.marked_file import Revision
from briefs.model.proposal import Proposal, Write
from briefs.model.review import Review, ReviewedEdition, ReviewedFile
from briefs.review.decisions import read_decisions
from tests.builders import write_project
from tests.reviewed import EDITION, FACTS, REPORT, SHORT, a_proposal, a_variant, by, error_at, warning_at

FEW = "Most keepers agreed that a timetable would reduce waiting."
SHORTER = a_proposal(a_variant(FEW), comment="Too long?")
STOPPED = a_proposal(a_variant("All keepers agreed.", by("Tom"), findings=[error_at()]))
CONFLICT = a_proposal(a_variant("Keepers agreed."), a_variant("Most keepers agreed.", by("Tom")))
OWN = a_proposal(a_variant("Other words."), obstacle="This cannot be changed: it is the report's own words.")
COMMENT = a_proposal(kind="comment", comment="Is this so?")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `briefs review` on proposals, with answers if somebody is to be asked."""

    def runs(proposals: Sequence[Proposal], *arguments: str, answers: Sequence[str] | None = None, **more: Any) -> Any:
        edition = ReviewedEdition(EDITION, REPORT, BriefKey("captains"), "0.1", "draft", "2026-11-01")
        files = (ReviewedFile("jane.docx", "0" * 64, "Word", "record", 1),)
        made = replace(Review(edition, files, tuple(proposals)), **more)
        monkeypatch.setattr(review, "_reviewed", lambda options: made)
        monkeypatch.setattr(review, "_findings", found)
        monkeypatch.setattr(review, "_take_in", lambda options, review: None)
        given: Iterator[str] = iter(answers or ())
        monkeypatch.setattr(review, "_is_asked", lambda options: answers is not None)

        def ask(prompt: str) -> str:
            sys.stdout.write(prompt)
            try:
                answer = next(given)
            except StopIteration:
                raise EOFError from None
            sys.stdout.write(f"{answer}\n")
            return answer

        monkeypatch.setattr("builtins.input", ask)
        try:
            code = main(["review", "jane.docx", *arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return runs


def found(options: object, review: object, writes: Sequence[Write]) -> Sequence[Diagnostic]:
    return [error_at()] if "All" in writes[0].after else [warning_at()] if "berths" in writes[0].after else []


def decided(root: Path) -> dict[str, str]:
    return {name: one.decision for name, one in read_decisions(root, EDITION, REPORT).record.decided().items()}


def said(root: Path) -> str:
    text = (root / FACTS).read_text()
    return next(line.split("short: ")[1] for line in text.splitlines() if "short: " in line)


def test_what_holds_for_the_whole_review_is_said_before_anything_is_asked(run: Run) -> None:
    note = "The files are copies of an older edition."
    _, out, _ = run([SHORTER], notes=(note,))
    assert out.splitlines()[:3] == ["HB/CAP 0.1 draft: 1 proposal in jane.docx", f"  {note}", ""]


def test_a_comment_on_part_of_a_wording_quotes_it(run: Run) -> None:
    file, thread = COMMENT.threads[0]
    part, whole = replace(thread, quoted="timetable"), replace(thread, quoted=f"{COMMENT.before} ‹ES 7›")
    _, out, _ = run([replace(COMMENT, threads=((file, part), (file, whole)))])
    lines = [line for line in out.splitlines() if line.startswith("  comment")]
    assert lines[0].startswith(f"  comment on “timetable” in {file}:")
    assert lines[1].startswith(f"  comment in {file}:")


def test_proposals_are_listed_with_all_that_is_needed_to_decide(run: Run) -> None:
    revision = Revision("cellMerge", Mark("Tom"), "words", "word/document.xml")
    code, out, _ = run([SHORTER, STOPPED, CONFLICT, OWN, COMMENT], not_understood=(("tom.docx", revision),))
    assert code == 0
    assert (
        out
        == f"""HB/CAP 0.1 draft: 5 proposals in jane.docx

{SHORTER.id}  Para 1: other words   {FACTS}:5
  Most keepers agreed that a [-shared -]timetable would reduce waiting.
    Jane, 2026-11-20, in jane.docx
  comment in jane.docx: Jane, 2026-11-20: Too long?
  I ¶ 1: “Most keepers agreed that a shared timetable would reduce waiting at the quay.”

{STOPPED.id}  Para 1: other words   {FACTS}:5
  [-Most-]{{+All+}} keepers agreed[- that a shared timetable would reduce waiting-].
    Tom, 2026-11-20, in tom.docx
    error: “all keepers” is stronger than “most keepers” [strength-upgraded]
  I ¶ 1: “Most keepers agreed that a shared timetable would reduce waiting at the quay.”

{CONFLICT.id}  Para 1: other words, 2 wordings: a conflict   {FACTS}:5
  1  [-Most keepers-]{{+Keepers+}} agreed[- that a shared timetable would reduce waiting-].
     Jane, 2026-11-20, in jane.docx
  2  Most keepers agreed[- that a shared timetable would reduce waiting-].
     Tom, 2026-11-20, in tom.docx
  I ¶ 1: “Most keepers agreed that a shared timetable would reduce waiting at the quay.”

{OWN.id}  Para 1: other words   {FACTS}:5
  [-Most keepers agreed that a shared timetable would reduce waiting-]{{+Other words+}}.
    Jane, 2026-11-20, in jane.docx
  I ¶ 1: “Most keepers agreed that a shared timetable would reduce waiting at the quay.”
  This cannot be changed: it is the report's own words.

{COMMENT.id}  Para 1: comment   {FACTS}:5
  “{SHORT}”
  comment in jane.docx: Jane, 2026-11-20: Is this so?
  I ¶ 1: “Most keepers agreed that a shared timetable would reduce waiting at the quay.”

warning: tom.docx: a change by Tom was not understood (cellMerge) “words”
"""
    )


def test_it_is_shown_where_a_paragraph_goes_and_where_one_is_parted_or_joined(run: Run) -> None:
    moved = replace(a_proposal(a_variant(SHORT), kind="move"), moved_after="co.x", moved_behind="Para 7")
    parted = replace(
        a_proposal(a_variant("Keepers agreed.\nBoats wait."), kind="split"), before="Keepers agreed. Boats wait."
    )
    joined = replace(
        a_proposal(a_variant("Keepers agreed. Boats wait."), kind="merge"), before="Keepers agreed.\nBoats wait."
    )
    code, out, _ = run([moved, parted, joined], "--list")
    assert code == 0
    assert "” goes after Para 7 Jane" in " ".join(out.split())
    assert "Keepers agreed. {+¶ +}Boats wait." in out
    assert "Keepers agreed. [-¶ -]Boats wait." in out


def test_somebody_goes_through_the_proposals_one_by_one(root: Path, run: Run) -> None:
    code, out, err = run([SHORTER, OWN, COMMENT], answers=["?", "x", "a", "r", "not ours", "n", "It is."])
    assert (code, err) == (0, "")
    assert "accept, reject, edit, later, quit, help [a,r,e,l,q,?]? ?" in out
    assert out.count("  a  accept it: write the new wording into the project") == 2
    assert f"written: {FACTS}:5" in out
    assert "note, reject, later, quit, help [n,r,l,q,?]? r" in out
    assert "noted; nothing was written" in out
    assert out.endswith("1 accepted, 1 noted, 1 rejected, 0 still open\n")
    assert said(root) == FEW
    assert decided(root) == {SHORTER.id: "accepted", OWN.id: "rejected", COMMENT.id: "accepted"}
    kept = read_decisions(root, EDITION, REPORT).record.decided()
    assert [kept[one.id].reason for one in (OWN, COMMENT)] == ["not ours", "It is."]


def test_a_second_round_asks_only_what_is_new(run: Run) -> None:
    run([SHORTER, COMMENT], answers=["r", "", "l"])
    _, out, _ = run([SHORTER, COMMENT, OWN], answers=["q"])
    assert "2 proposals in jane.docx" in out
    assert "0 accepted and" not in out
    assert "1 rejected before; --all lists these too" in out
    assert f"1/2 {COMMENT.id}" in out
    assert "left for later" in out
    assert SHORTER.id not in out
    _, out, _ = run([SHORTER, COMMENT, OWN], "--all")
    assert "rejected before" in out


def test_what_the_checks_stop_can_be_edited_until_they_do_not(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    answers = ["a", "e", "All keepers say so.", "e", "", "e", "Most keepers agreed on berths."]
    code, out, err = run([STOPPED], answers=answers)
    assert code == 0
    assert err.count("strength-upgraded") == 2
    assert out.count("It cannot be accepted in these words: edit them, or reject it.") == 2
    assert "Nothing was edited." in out
    assert "warning: “berths” is not in the passage [word-doubtful]" in out
    assert said(root) == "Most keepers agreed on berths."
    assert read_decisions(root, EDITION, REPORT).record.decided()[STOPPED.id].edited


def test_a_wording_of_a_conflict_is_chosen_by_its_number(root: Path, run: Run) -> None:
    _, out, _ = run([CONFLICT], answers=["a", "2"])
    assert "accept 1 or 2, reject, edit, later, quit, help [1,2,r,e,l,q,?]? a" in out
    assert "  1  accept this wording" in out
    assert said(root) == "Most keepers agreed."


def test_an_editor_is_used_if_there_is_one(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "edit.sh").write_text('#!/bin/sh\nsed -i.old s/Keepers/Few/ "$1"\n')
    (root / "edit.sh").chmod(0o755)
    monkeypatch.setenv("VISUAL", str(root / "edit.sh"))
    _, out, _ = run([CONFLICT], answers=["e", "1"])
    assert "begin with which wording [1,2]? 1" in out
    assert said(root) == "Few agreed."


def test_a_conflict_with_a_file_is_said_and_the_question_asked_again(root: Path, run: Run) -> None:
    (root / FACTS).write_text((root / FACTS).read_text().replace(SHORT, "New words."))
    code, out, err = run([SHORTER], answers=["a", "q"])
    assert code == 0
    assert f"error: {FACTS}:5: the wording there has changed since it was compared (run briefs review again)" in err
    assert out.endswith("0 accepted, 0 rejected, 1 still open\n")


def test_the_end_of_the_input_ends_the_review(root: Path, run: Run) -> None:
    code, out, _ = run([SHORTER, COMMENT], answers=["a"])
    assert code == 0
    assert decided(root) == {SHORTER.id: "accepted"}
    assert out.endswith("1 accepted, 0 rejected, 1 still open\n")


def test_named_proposals_are_accepted_and_rejected(root: Path, run: Run) -> None:
    arguments = ["--accept", SHORTER.id, "--reject", COMMENT.id[:4], "--reason", "as agreed", "--date", "2026-11-28"]
    code, out, _ = run([SHORTER, COMMENT], *arguments)
    assert code == 0
    assert out == f"{SHORTER.id}  Para 1: accepted   {FACTS}:5\n{COMMENT.id}  Para 1: rejected\n"
    assert said(root) == FEW
    assert decided(root) == {SHORTER.id: "accepted", COMMENT.id: "rejected"}
    code, out, _ = run([SHORTER, COMMENT], "--accept", SHORTER.id)
    assert (code, out) == (0, f"{SHORTER.id}  Para 1: was accepted before\n")


def test_what_is_done_by_hand_is_noted(root: Path, run: Run) -> None:
    code, out, _ = run([SHORTER, OWN, COMMENT], "--note", OWN.id, COMMENT.id, "--reason", "Done by hand.")
    assert (code, out.count(": noted; nothing was written")) == (0, 2)
    assert decided(root) == {OWN.id: "accepted", COMMENT.id: "accepted"}
    kept = read_decisions(root, EDITION, REPORT).record.decided()[OWN.id]
    assert (kept.noted, kept.wording, kept.edited, kept.reason) == (True, None, False, "Done by hand.")
    code, _, err = run([SHORTER], "--note", SHORTER.id)
    assert (code, err) == (
        1,
        f"error: {SHORTER.id} is written if it is accepted; nothing was written (accept it, or reject it)\n",
    )
    code, out, _ = run([OWN], "--reject", OWN.id)
    assert (code, decided(root)[OWN.id]) == (0, "rejected")


def test_a_later_file_that_proposes_what_was_decided_is_kept_with_the_decision(root: Path, run: Run) -> None:
    later = a_proposal(a_variant(FEW, by("Tom")))
    run([replace(SHORTER, threads=())], "--reject", SHORTER.id, "--reason", "no")
    run([later], "--list")  # a look
    (proposed,) = read_decisions(root, EDITION, REPORT).record.decided()[later.id].proposed
    assert proposed.files == ("jane.docx",)
    run([later], answers=[])
    decision = read_decisions(root, EDITION, REPORT).record.decided()[later.id]
    (proposed,) = decision.proposed
    assert (proposed.files, proposed.by) == (("jane.docx", "tom.docx"), ("Jane", "Tom"))
    assert (decision.decision, decision.reason) == ("rejected", "no")
    run([later], "--accept", later.id)
    decision = read_decisions(root, EDITION, REPORT).record.decided()[later.id]
    assert (decision.decision, decision.proposed) == ("accepted", (proposed,))


def test_a_wording_of_a_conflict_is_named_with_its_number(root: Path, run: Run) -> None:
    code, _, err = run([CONFLICT], "--accept", CONFLICT.id)
    assert code == 1
    assert f"error: {CONFLICT.id} is a conflict of 2 wordings; nothing was written (name the one to accept" in err
    code, _, err = run([CONFLICT], "--accept", f"{CONFLICT.id}:3")
    assert code == 2
    assert f"{CONFLICT.id} has 2 wordings, so {CONFLICT.id}:3 names none" in err
    assert run([CONFLICT], "--accept", f"{CONFLICT.id}:2")[0] == 0
    assert said(root) == "Most keepers agreed."


def test_nothing_is_accepted_if_the_checks_stop_one_of_several(root: Path, run: Run) -> None:
    code, out, err = run([COMMENT, STOPPED], "--accept", COMMENT.id, STOPPED.id)
    assert (code, out) == (1, "")
    assert f"{FACTS}:5: error: “all keepers” is stronger than “most keepers” [strength-upgraded]" in err
    assert err.endswith("\n1 error; nothing was written\n")
    assert said(root) == SHORT
    assert decided(root) == {}


def test_nothing_is_accepted_if_another_one_cannot_be_noted(root: Path, run: Run) -> None:
    code, _, said = run([SHORTER, CONFLICT], "--accept", SHORTER.id, "--note", CONFLICT.id)
    assert code == 1
    assert f"{CONFLICT.id} is written if it is accepted; nothing was written" in said
    assert SHORT in (root / FACTS).read_text(encoding="utf-8")


def test_a_conflict_with_a_file_says_that_nothing_was_written(root: Path, run: Run) -> None:
    (root / FACTS).write_text((root / FACTS).read_text().replace(SHORT, "New words."))
    code, out, err = run([SHORTER], "--accept", SHORTER.id)
    changed = "the wording there has changed since it was compared; nothing was written (run briefs review again)"
    assert (code, out, err) == (1, "", f"error: {FACTS}:5: {changed}\n")
    assert decided(root) == {}


def test_programs_get_json(run: Run) -> None:
    code, out, _ = run([SHORTER, STOPPED], "--json")
    value = json.loads(out)
    assert code == 0
    assert [one["id"] for one in value["proposals"]] == [SHORTER.id, STOPPED.id]
    assert value["proposals"][0]["variants"][0]["writes"][0]["location"] == ["blocks", 0, "short"]
    assert value["proposals"][1]["variants"][0]["diagnostics"][0]["code"] == "strength-upgraded"
    assert value["proposals"][0]["comments"][0]["comments"][0]["author"] == "Jane"
    code, out, _ = run([SHORTER], "--json", "--accept", SHORTER.id)
    assert json.loads(out) == {
        "accepted": [SHORTER.id],
        "rejected": [],
        "noted": [],
        "written": [FACTS],
        "diagnostics": [],
    }


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--accept", "ffffff"], 'unknown proposal "ffffff"'),
        (["--reason", "why"], "--reason belongs to --accept, --reject or --note"),
        (["--list", "--status"], "exclude each other"),
        (["--names"], "--names belongs to --answer"),
        (["--accept", SHORTER.id, "--reject", SHORTER.id], "is named for two decisions"),
        (["--reject", f"{SHORTER.id}:1"], f"a proposal is rejected as a whole: --reject {SHORTER.id}\n"),
        (["--note", f"{SHORTER.id}:1"], f"a proposal is noted as a whole: --note {SHORTER.id}\n"),
        (["--reject", "ffffff:1"], 'unknown proposal "ffffff"'),
    ],
)
def test_wrong_usage_is_told(run: Run, arguments: list[str], message: str) -> None:
    code, _, err = run([SHORTER], *arguments)
    assert code == 2
    assert message in err


def test_without_a_file_there_is_nothing_to_review(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["review"])
    assert ended.value.code == 2
    assert "name the Word files that came back" in capsys.readouterr().err


def test_control_characters_of_a_file_reach_no_terminal(run: Run) -> None:
    evil = a_proposal(a_variant("Keepers \x1b[2J agreed."), comment="\x1b]0;title\x07")
    _, out, _ = run([evil])
    assert "\x1b" not in out
    assert "\\x1b[2J" in out


def test_of_a_very_long_text_the_beginning_is_shown_and_how_long_it_is(run: Run) -> None:
    new = a_proposal(a_variant("More of the same. " * 200), kind="new", before="")
    _, out, _ = run([new], "--list")
    words = " ".join(out.split())
    assert "{+More of the same." in words
    assert "… (800 words)+}" in words
    assert words.count("More of the same.") == 10
