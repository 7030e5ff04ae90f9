"""Proposals as the page shows them: what can be decided, and what is told with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.brief_key import BriefKey
from briefs.model.decision_record import DecidedProposal
from briefs.model.mark import Mark
from briefs.model.marked_file import Revision
from briefs.model.proposal import Proposal
from briefs.model.review import Review, ReviewedEdition
from briefs.preview.reviewing.proposal_views import NOT_IN_THESE_WORDS, Showing, choices_of
from briefs.preview.shown.state_views import Link
from briefs.review.decisions import decision_on
from tests.reviewed import EDITION, FACTS, REPORT, a_proposal, a_variant, a_write, by, error_at, warning_at

ABOUT = ReviewedEdition(EDITION, REPORT, BriefKey("captains"), "0.1", "draft", "2026-11-01")
SHOWING = Showing(ABOUT, None, lambda place: Link(place.path, place.line))
FEW = a_variant("Most keepers agreed that a timetable would reduce waiting.")
STOPPED = a_variant("All keepers agreed.", by("Tom", file="b.docx"), findings=[error_at(), warning_at()])
TWICE = replace(FEW, writes=(*FEW.writes, replace(a_write("x"), line=9)))
LEFT_OUT = replace(FEW, text="", writes=(a_write(""),), leaves_out=True)
OBSTACLE = "This cannot be changed: it is the report's own words."


@pytest.mark.parametrize(
    ("proposal", "choices"),
    [
        (a_proposal(FEW), ("accept", "edit", "reject", "later")),
        (a_proposal(STOPPED), ("edit", "reject", "later")),
        (a_proposal(FEW, STOPPED), ("accept:1", "edit:1", "edit:2", "reject", "later")),
        (a_proposal(TWICE), ("accept", "reject", "later")),
        (a_proposal(LEFT_OUT), ("accept", "reject", "later")),
        (a_proposal(FEW, obstacle=OBSTACLE), ("note", "reject", "later")),
        (a_proposal(kind="comment", comment="Is this so?"), ("note", "reject", "later")),
    ],
)
def test_what_can_be_decided_is_what_the_terminal_offers_and_checks_allow(
    proposal: Proposal, choices: tuple[str, ...]
) -> None:
    assert choices_of(proposal) == choices
    view = SHOWING.proposal(proposal)
    assert view.choices == choices
    assert {*choices} - {"reject", "later", "note"} == {one for each in view.wordings for one in each.choices}


def test_wordings_know_who_proposes_them_and_what_checks_say() -> None:
    view = SHOWING.proposal(a_proposal(FEW, STOPPED, comment="Too long?"))
    assert [one.author for one in view.wordings] == ["Jane (jane.docx)", "Tom (b.docx)"]
    assert view.author == "Jane (jane.docx); Tom (b.docx)"
    assert [[each.severity for each in one.problems] for one in view.wordings] == [[], ["error", "warning"]]
    assert view.problems == view.wordings[1].problems
    assert (view.comment, view.date) == ("Jane: Too long? (jane.docx)", "2026-11-20")
    assert (view.link, view.place, view.explained) == (Link(FACTS, 5), "Para 1", NOT_IN_THESE_WORDS)
    (passage,) = view.passages
    assert (passage.report, passage.address, passage.label) == (REPORT, "1", "I ¶ 1")


def test_who_only_commented_is_its_author() -> None:
    view = SHOWING.proposal(a_proposal(kind="comment", comment="Is this so?"))
    assert (view.sort, view.author, view.after, view.wordings) == ("comment", "Jane", "", ())


@pytest.mark.parametrize(
    ("proposal", "told"),
    [
        (a_proposal(FEW, obstacle=OBSTACLE), OBSTACLE),
        (
            replace(a_proposal(TWICE, kind="move"), moved_behind="Para 2"),
            "It goes after Para 2. Its words stand in several",
        ),
        (replace(a_proposal(FEW, kind="move")), "It goes to the beginning."),
        (replace(a_proposal(FEW, kind="new"), offer="It has no block.", block="- id: x"), "It has no block."),
    ],
)
def test_what_keeps_it_from_being_accepted_and_what_else_can_be_done_is_told(proposal: Proposal, told: str) -> None:
    view = SHOWING.proposal(proposal)
    assert view.explained.startswith(told)
    assert view.block == proposal.block


@pytest.mark.parametrize(
    ("earlier", "state"),
    [
        (None, "open"),
        (decision_on(a_proposal(FEW), "later"), "put off"),
        (decision_on(a_proposal(FEW), "rejected", reason="No."), "rejected; commented on since"),
    ],
)
def test_what_was_decided_before_is_told(earlier: DecidedProposal | None, state: str) -> None:
    view = SHOWING.proposal(a_proposal(FEW, comment="But why?"), earlier)
    assert (view.state, "No." in view.explained) == (state, "rejected" in state)


def test_changes_that_were_not_understood_are_told_too() -> None:
    unknown = ("tom.docx", Revision("cellMerge", Mark("Tom"), "words", "word/document.xml"))
    told = list(SHOWING.rest(Review(ABOUT, (), notes=("An older edition.",), not_understood=(unknown,))))
    assert [(one.place, one.explained) for one in told] == [
        ("The files as a whole", "An older edition."),
        ("tom.docx", "A change by Tom was not understood: “words”"),
    ]
    assert not any(one.choices or one.proposal for one in told)
