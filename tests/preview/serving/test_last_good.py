"""What pages show while a new worker has not built everything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.preview.serving import last_good
from briefs.preview.serving.last_good import LastAnswers, with_last_good
from briefs.preview.shown.state_views import BriefState, ReportState, State

OLD = BriefState("h/captains/brief", "h", "captains", "brief", "Title", "1", True)
BEFORE = State(7, "h", "", (ReportState("h", "Harbours", "1"),), (OLD,), ())


def test_briefs_that_are_not_built_yet_are_those_of_before() -> None:
    nothing = State(0, "h", "", (), (), ())
    unbuilt = replace(nothing, briefs=(replace(OLD, version="", is_current=False),))
    looked_at = replace(nothing, briefs=(replace(OLD, version="2", is_current=False, is_built=False),))
    kept = (replace(OLD, is_current=False),)
    assert with_last_good(nothing, BEFORE).briefs == kept
    assert with_last_good(nothing, BEFORE).reports == BEFORE.reports
    assert with_last_good(unbuilt, BEFORE).briefs == kept
    assert with_last_good(looked_at, BEFORE).briefs == kept, "a first look is no good state"
    assert with_last_good(looked_at, looked_at).briefs == looked_at.briefs
    assert with_last_good(nothing, None) == nothing


def test_briefs_that_are_built_count_in_the_order_of_before() -> None:
    other, new = replace(OLD, id="h/clerks/brief"), replace(OLD, version="2")
    state = State(0, "h", "", (), (other, new), ())
    assert with_last_good(state, BEFORE).briefs == (new, other)


def test_the_latest_answers_are_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_good, "MOST_BYTES", 10)
    last = LastAnswers()
    last.keep("a", b"12345")
    last.keep("a", b"123456")
    last.keep("b", b"1234")
    assert (last.get("a"), last.get("b"), last.get("c")) == (b"123456", b"1234", None)
    last.keep("c", b"1")
    assert (last.get("a"), last.get("b"), last.get("c")) == (None, b"1234", b"1")
