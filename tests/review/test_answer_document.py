"""The answer says what became of everything that came in, and names people only if it is to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefs.model.answer_record import AnswerRecord
from briefs.model.copy import Copy
from briefs.model.decision_record import DecidedProposal
from briefs.model.document import Document, Table
from briefs.model.document_text import full_text
from briefs.model.inline import inline_text
from briefs.review.answer_document import AnswerOrder, answer_document
from tests.render.builders import document, paragraph, section

ANSWERS = AnswerRecord.model_validate(
    {
        "answers": 1,
        "edition": {
            "identifier": "R/1 0.3",
            "report": "r",
            "audience": "ministers",
            "version": "0.3",
            "date": "2026-03-12",
        },
        "files": [
            {
                "name": "one.docx",
                "sha256": "a" * 64,
                "offices": [{"office": "Legal", "decision": "with comments", "date": "2026-03-14"}],
            },
            {
                "name": "two.docx",
                "sha256": "b" * 64,
                "offices": [{"office": "Policy", "decision": "unclear", "written": "Fine", "date_written": "May"}],
            },
        ],
    }
)
JANE = {"text": "Some keepers agreed.", "by": ["Jane Doe"], "files": ["one.docx"]}
TOM = {"text": "All keepers agreed.", "by": ["Tom Roe"], "files": ["two.docx", "three.docx"]}


def decided(decision: str = "accepted", *proposed: dict[str, Any], **more: Any) -> DecidedProposal:
    values = {
        "id": "abcdef",
        "kind": "reword",
        "about": "Para 1",
        "before": "Most keepers agreed.",
        "decision": decision,
    }
    return DecidedProposal.model_validate({**values, "proposed": proposed, **more})


def made(*proposals: DecidedProposal, answers: AnswerRecord | None = ANSWERS, names: bool = False) -> Document:
    seen = document(section(paragraph("Words.")), title="Tides")
    return answer_document(AnswerOrder(seen, proposals, answers, names))


def cells(one: DecidedProposal, **more: Any) -> list[str]:
    """The cells of the only row of comments and proposals."""
    table = made(one, **more).sections[-1].content[-1]
    assert isinstance(table, Table)
    (row,) = table.rows
    return [inline_text(cell.children) for cell in row.cells]


def test_a_proposal_has_its_place_its_wording_its_office_and_its_answer() -> None:
    assert cells(decided("accepted", JANE, wording="Some keepers agreed.", reason="As the report says")) == [
        "1",
        "Para 1",
        "Instead of “Most keepers agreed.”: “Some keepers agreed.”",
        "Legal",
        "Accepted. As the report says.",
    ]


@pytest.mark.parametrize(
    ("one", "wording", "answer"),
    [
        (decided("rejected", JANE), "", "Not accepted."),
        (decided("later", JANE), "", "Still open."),
        (
            decided("accepted", JANE, wording="A few keepers agreed.", edited=True),
            "",
            "Accepted with changes. Now: “A few keepers agreed.”",
        ),
        (
            decided("accepted", JANE, TOM, wording="All keepers agreed."),
            "(a) Instead of “Most keepers agreed.”: “Some keepers agreed.” (b) “All keepers agreed.”",
            "Accepted, as in (b).",
        ),
        (
            decided("rejected", JANE, findings=["stronger"], passages=[{"label": "ES 7", "text": "Most agreed"}]),
            "",
            "Not accepted. The report says: “Most agreed” (ES 7).",
        ),
        (decided("accepted", {"text": ""}, kind="delete"), "Leave out: “Most keepers agreed.”", "Accepted."),
        (decided("rejected", {"text": ""}), "Leave out: “Most keepers agreed.”", "Not accepted."),
        (
            decided("rejected", {"text": "Most keepers agreed."}, kind="move"),
            "Move: “Most keepers agreed.”",
            "Not accepted.",
        ),
        (
            decided(
                "rejected",
                {"text": "New."},
                kind="new",
                before="",
                reason="not in the report",
                findings=["untraced"],
                passages=[{"label": "ES 7", "text": "Something near."}],
            ),
            "Add: “New.”",
            "Not accepted. Not in the report.",
        ),
        (
            decided("accepted", kind="comment", comments=[{"text": "Done", "resolved": True}]),
            "Comment, marked as resolved: Done.",
            "Noted.",
        ),
        (decided("rejected", {"text": "A. B."}, kind="split"), "Divide: “A. B.”", "Not accepted."),
        (decided("rejected", {"text": "A B."}, kind="merge"), "Join: “A B.”", "Not accepted."),
        (decided("accepted", {"text": "A. B."}, kind="split", noted=True), "Divide: “A. B.”", "Noted."),
        (
            decided(
                "accepted",
                kind="comment",
                comments=[{"text": "Really?\nSure?", "replies": [{"text": "yes", "by": "T"}]}],
            ),
            "Comment: Really? Sure? Reply: yes.",
            "Noted.",
        ),
    ],
)
def test_whatever_was_proposed_is_said_in_its_own_way(one: DecidedProposal, wording: str, answer: str) -> None:
    found = cells(one)
    assert found[4] == answer
    assert not wording or found[2] == wording


def test_offices_are_named_and_people_only_if_they_are_to_be() -> None:
    comment = {"text": "Hm.", "by": "Ann Poe", "file": "one.docx", "replies": [{"text": "Yes.", "by": "Jane Doe"}]}
    one = decided("rejected", JANE, TOM, comments=[comment])
    assert cells(one)[3] == "Legal (a); Policy (b); three (b)"
    text = full_text(made(one))
    assert not any(name in text for name in ("Jane", "Tom", "Ann"))
    assert cells(one, names=True)[3] == "Legal (Jane Doe, Ann Poe) (a); Policy (b); three (b)"
    assert cells(decided("rejected", {"text": "X"}))[3] == "not known"


def test_what_offices_decided_stands_first() -> None:
    first, _ = made(decided("rejected", JANE)).sections
    (table,) = first.content
    assert isinstance(table, Table)
    assert [[inline_text(cell.children) for cell in row.cells] for row in table.rows] == [
        ["Legal", "Cleared with comments", "14 March 2026"],
        ["Policy", "To be confirmed: “Fine”", "May"],
    ]
    assert len(made(decided("rejected", JANE), answers=None).sections) == 1


def test_the_number_of_answers_of_each_kind_is_said() -> None:
    several = [decided(what, JANE) for what in ("accepted", "accepted", "rejected", "later")]
    assert "4 proposals and comments came in: 2 were accepted, 1 was not accepted, 1 is still open." in full_text(
        made(*several)
    )
    assert "One proposal or comment came in: 1 was accepted." in full_text(made(several[0]))
    assert "Nobody proposed or commented on anything." in full_text(made())


def test_it_says_what_it_is_and_cannot_be_taken_for_the_edition() -> None:
    answer = made()
    assert answer.title == "What became of comments on “Tides”"
    assert answer.properties.identifier == "R/1 0.3 answer"
    assert answer.furniture.status == "ANSWER TO COMMENTS ON v0.3"
    seen = document(section(paragraph("Words.")))
    personal = replace(seen, furniture=replace(seen.furniture, is_personal=True, copy=Copy("Jane", 1, 2)))
    assert answer_document(AnswerOrder(personal, ())).furniture.copy is None
