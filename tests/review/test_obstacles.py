"""Why some proposals cannot be accepted as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.proposal import ProposalKind
from briefs.model.sent_text import SentPiece
from briefs.review.obstacles import CALLED, NO_OBSTACLE, OWN_WORDS, obstacle_to
from tests.review.marked_copies import SENT

QUOTE = next(one for one in SENT if one.key == "quote")


def test_the_own_words_of_the_report_cannot_be_reworded() -> None:
    assert obstacle_to("reword", "co.light/verbatim", QUOTE).obstacle == OWN_WORDS
    assert obstacle_to("reword", "co.light/basis.short", QUOTE) == NO_OBSTACLE


def test_a_quoting_unit_whose_forms_are_not_known_is_the_reports_own_words_too() -> None:
    unknown = replace(QUOTE, pieces=(SentPiece(QUOTE.text),))
    assert obstacle_to("reword", "", unknown).obstacle == OWN_WORDS


def test_words_of_the_template_beside_a_quotation_can_be_reworded() -> None:
    assert obstacle_to("reword", "", QUOTE) == NO_OBSTACLE


@pytest.mark.parametrize("kind", ["format", "tag", "split", "merge"])
def test_some_kinds_are_never_applied(kind: ProposalKind) -> None:
    assert obstacle_to(kind, "").obstacle


def test_a_note_goes_with_what_calls_it() -> None:
    note = next(one for one in SENT if one.role == "note")
    assert obstacle_to("delete", "", note) == CALLED
    assert obstacle_to("delete", "", QUOTE) == NO_OBSTACLE


@pytest.mark.parametrize("kind", ["delete", "move", "new", "comment", "answer"])
def test_other_kinds_have_no_obstacle_of_their_own(kind: ProposalKind) -> None:
    assert obstacle_to(kind, "") == NO_OBSTACLE
