"""Runs that are inserted or deleted."""

from __future__ import annotations

from briefs.model.mark import Mark
from briefs.word.controls import Ids
from briefs.word.elements import qn, run
from briefs.word.revision_marks import marked_runs

HOUSE = Mark("ICMC", "2026-11-01T00:00:00Z")


def test_inserted_runs_are_within_an_insertion_with_author_and_date() -> None:
    (made,) = marked_runs("inserted", HOUSE, [run("new")], Ids())
    assert made.tag == qn("w:ins")
    assert made.get(qn("w:author")) == "ICMC"
    assert made.get(qn("w:date")) == "2026-11-01T00:00:00Z"
    assert [one.text for one in made.iter(qn("w:t"))] == ["new"]


def test_text_of_deleted_runs_is_deleted_text() -> None:
    (made,) = marked_runs("deleted", Mark("ICMC"), [run("old")], Ids())
    assert made.tag == qn("w:del")
    assert made.get(qn("w:date")) is None
    assert [one.text for one in made.iter(qn("w:delText"))] == ["old"]
    assert not list(made.iter(qn("w:t")))


def test_no_two_changes_have_the_same_id() -> None:
    ids = Ids()
    found = [marked_runs("inserted", HOUSE, [run("a")], ids)[0].get(qn("w:id")) for _ in range(3)]
    assert len(set(found)) == 3
