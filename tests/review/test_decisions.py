"""Keeping decisions: what people wrote in the file stays, and nothing of somebody else's is overwritten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.files.yaml import parse_yaml
from briefs.model.decision_record import DecidedProposal, DecisionRecord, PassageKept, ProposedWording, ReplyKept
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, Place
from briefs.model.marked_file import Comment, Thread
from briefs.model.proposal import Source
from briefs.review.decisions import KeptDecisions, decision_on, keep_decisions, read_decisions, with_decisions
from tests.reviewed import EDITION, REPORT, a_proposal, a_variant, by

ONE = a_proposal(
    a_variant("All keepers agreed: “yes”.", by("Jane"), by("Tom")), a_variant("Some did."), comment="Really?"
)
OTHER = a_proposal(a_variant("Keepers agreed."))


def kept_in(root: Path, *new: DecidedProposal) -> Path:
    kept = read_decisions(root, EDITION, REPORT)
    keep_decisions(with_decisions(kept, new), kept.content)
    return kept.path


def test_a_decision_is_kept_with_what_it_was_about(tmp_path: Path) -> None:
    path = kept_in(tmp_path, decision_on(ONE, "accepted", ONE.variants[0], reason="as discussed", date="2026-11-28"))
    assert path == tmp_path / "reviews/HB-CAP_0.1_draft/decisions.yaml"
    assert path.read_text() == (
        f"""# What became of the wording that reviewers proposed for HB/CAP 0.1 draft.
# `briefs review` adds decisions at the end; correct what is wrong, and keep the file in git.
decisions: 1
edition: "HB/CAP 0.1 draft"
report: harbour
proposals:
  - id: "{ONE.id}"
    decision: accepted
    kind: reword
    about: "Para 1"
    key: "findings:fact.timetable"
    form: "fact.timetable/short"
    path: "seeds/harbour/blocks/fact.yaml"
    before: "Most keepers agreed that a shared timetable would reduce waiting."
    proposed:
      - text: "All keepers agreed: “yes”."
        by: ["Jane", "Tom"]
        files: ["jane.docx", "tom.docx"]
      - text: "Some did."
        by: ["Jane"]
        files: ["jane.docx"]
    comments:
      - text: "Really?"
        by: "Jane"
        file: "jane.docx"
    wording: "All keepers agreed: “yes”."
    reason: "as discussed"
    date: "2026-11-28"
"""
    )
    assert read_decisions(tmp_path, EDITION, REPORT).record.decided()[ONE.id].decision == "accepted"


def test_an_edited_wording_is_said_to_be_edited() -> None:
    assert decision_on(ONE, "accepted", ONE.variants[0], wording="Nearly all agreed.").edited
    assert not decision_on(ONE, "accepted", ONE.variants[1]).edited
    assert decision_on(ONE, "rejected").wording is None


def test_of_answers_no_words_are_kept() -> None:
    signed = a_proposal(a_variant("A. Pereira"), kind="answer", before="", comment="By telephone")
    kept = decision_on(signed, "rejected", is_noted=True)
    assert "Pereira" not in kept.model_dump_json()
    assert [one.text for one in kept.comments] == ["By telephone"]


def test_what_people_wrote_in_the_file_stays(tmp_path: Path) -> None:
    path = kept_in(tmp_path, decision_on(ONE, "later"), decision_on(OTHER, "rejected"))
    text = path.read_text().replace('  - id: "' + OTHER.id, '  # asked by telephone\n\n  - id: "' + OTHER.id)
    text = text.replace("decision: rejected", "decision:   rejected  # sure")
    path.write_bytes(text.replace("\n", "\r\n").encode())
    kept_in(tmp_path, decision_on(ONE, "accepted", ONE.variants[1]))
    now = path.read_bytes().decode()
    assert "  # asked by telephone\r\n\r\n  - id" in now
    assert "decision:   rejected  # sure\r\n" in now
    assert now.count("\n") == now.count("\r\n")
    assert [one.decision for one in read_decisions(tmp_path, EDITION, REPORT).record.proposals] == [
        "accepted",
        "rejected",
    ]


def test_a_list_written_in_another_way_is_written_again(tmp_path: Path) -> None:
    path = kept_in(tmp_path, decision_on(ONE, "later"))
    path.write_text(f'{{decisions: 1, edition: "{EDITION}", report: {REPORT}, proposals: []}}\n')
    kept_in(tmp_path, decision_on(OTHER, "rejected"))
    assert list(read_decisions(tmp_path, EDITION, REPORT).record.decided()) == [OTHER.id]


def test_nothing_is_written_if_nothing_is_new(tmp_path: Path) -> None:
    path = kept_in(tmp_path, decision_on(ONE, "later"))
    before = path.stat().st_mtime_ns
    kept_in(tmp_path, decision_on(ONE, "later"))
    assert path.stat().st_mtime_ns == before


def test_a_file_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = kept_in(tmp_path, decision_on(ONE, "later"))
    kept = read_decisions(tmp_path, EDITION, REPORT)
    path.write_text(path.read_text() + "# mine\n")
    with pytest.raises(BriefsError, match="changed meanwhile; nothing was written"):
        keep_decisions(with_decisions(kept, [decision_on(OTHER, "rejected")]), kept.content)
    assert path.read_text().endswith("# mine\n")


def test_a_link_is_not_replaced(tmp_path: Path) -> None:
    path = kept_in(tmp_path, decision_on(ONE, "later"))
    path.rename(tmp_path / "real.yaml")
    path.symlink_to(tmp_path / "real.yaml")
    with pytest.raises(BriefsError, match="is a link"):
        kept_in(tmp_path, decision_on(OTHER, "rejected"))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("decision: later", "decision: maybe", "field-invalid"),
        ("decisions: 1", "decisions: 2", "field-invalid"),
        ("    about: ", "    abbout: ", "field-unknown"),
        ("proposals:", "proposals: [", "yaml-syntax"),
    ],
)
def test_mistakes_in_the_file_are_reported_at_their_line(tmp_path: Path, old: str, new: str, code: str) -> None:
    path = kept_in(tmp_path, decision_on(ONE, "later"))
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(DocumentError) as error:
        read_decisions(tmp_path, EDITION, REPORT)
    problem = error.value.diagnostics[0]
    assert (problem.code, problem.place.path) == (code, "reviews/HB-CAP_0.1_draft/decisions.yaml")
    assert problem.place.line > 0


def test_decisions_on_another_edition_are_not_taken_for_those_on_this_one(tmp_path: Path) -> None:
    path = kept_in(tmp_path, decision_on(ONE, "later"))
    path.write_text(path.read_text().replace('edition: "HB/CAP 0.1', 'edition: "HB-CAP 0.1'))
    with pytest.raises(BriefsError, match=r"holds the decisions on HB-CAP 0.1 draft"):
        read_decisions(tmp_path, EDITION, REPORT)


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)


@given(texts, texts, st.lists(texts, max_size=2))
def test_every_text_comes_back_as_it_was_kept(text: str, reason: str, names: list[str]) -> None:
    one = DecidedProposal(
        id="abc123",
        decision="accepted",
        kind="reword",
        about="Para 1",
        proposed=(ProposedWording(text=text, by=tuple(names)),),
        wording=text,
        reason=reason,
    )
    record = DecisionRecord(decisions=1, edition=EDITION, report=REPORT)
    kept = with_decisions(KeptDecisions(Path("decisions.yaml"), record), [one])
    assert kept.content is not None
    value, _ = parse_yaml(kept.content.decode(), "decisions.yaml")
    assert DecisionRecord.model_validate(value).proposals == (one,)


def test_what_the_checks_refused_is_kept_with_what_the_report_says(tmp_path: Path) -> None:
    error = Diagnostic(Place("x", 1), "untraced-prose", "nothing says this")
    warned = Diagnostic(Place("x", 1), "date-passed", "the date has passed")
    refused = replace(
        a_proposal(a_variant("All agreed.", findings=(error, warned))),
        sources=(Source("ES 7", "es/7", "Most agreed."),),
    )
    path = kept_in(tmp_path, decision_on(refused, "rejected"))
    (kept,) = read_decisions(tmp_path, EDITION, REPORT).record.proposals
    assert kept.findings == ("nothing says this",)
    assert kept.passages == (PassageKept(label="ES 7", text="Most agreed."),)
    assert "passages:\n      - label:" in path.read_text()
    assert decision_on(replace(refused, variants=(a_variant("Most agreed."),)), "rejected").passages == ()


def test_replies_are_kept_apart_with_who_wrote_them(tmp_path: Path) -> None:
    thread = Thread("0", (Comment("Jane", "", "Really?"), Comment("Tom", "", "Yes.")), is_resolved=True)
    kept_in(tmp_path, decision_on(replace(ONE, threads=(("jane.docx", thread),)), "later"))
    (remark,) = read_decisions(tmp_path, EDITION, REPORT).record.proposals[0].comments
    assert (remark.text, remark.by, remark.resolved) == ("Really?", "Jane", True)
    assert remark.replies == (ReplyKept(text="Yes.", by="Tom"),)
