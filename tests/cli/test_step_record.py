"""What each process does is written where the one that watches can read it."""

from __future__ import annotations

import os
import time

import pytest

from briefs.cli import step_record
from briefs.cli.step_record import StepRecord


def test_the_last_step_and_the_last_file_are_known() -> None:
    record = StepRecord()
    record.begin()
    record.doing("clerks: composing")
    record.uses("templates/clerks.md", 30)
    record.uses("templates/blocks/fact.html", 12)
    (step,) = record.steps()
    assert (step.process, step.what, step.path, step.read) == (
        os.getpid(),
        "clerks: composing",
        "templates/blocks/fact.html",
        42,
    )
    record.uses("templates/layout/fonts/Carlito-Bold.ttf", 600_000)
    record.uses("templates/clerks.md", 30)
    assert record.step_of(os.getpid()).read == 42, "each file counts once, and fonts do not"
    record.doing("clerks: laying out")
    assert (record.step_of(os.getpid()).what, record.step_of(os.getpid()).path) == ("clerks: laying out", "")


def test_the_pages_of_each_brief_count_once() -> None:
    record = StepRecord()
    record.begin()
    for brief, pages in (("clerks", 60), ("pilots", 4), ("clerks", 60)):
        record.fits(brief, pages)
    assert record.step_of(os.getpid()).pages == 64
    record.fits("somebody", 10**30)
    assert record.step_of(os.getpid()).pages == step_record._MOST


def test_a_slow_step_counts_without_its_first_second(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(time, "process_time", lambda: now[0])
    record = StepRecord()
    record.begin()
    for seconds in (0.5, 3.0, 0.9, 1.5):
        record.doing("a step")
        now[0] += seconds
    record.doing("the next")
    assert record.step_of(os.getpid()).slow == pytest.approx(2.5)


@pytest.mark.parametrize("text", ["x" * 9999, "ä" * 9999, "\udcff", "\0", ""])
def test_any_text_has_room(text: str) -> None:
    record = StepRecord()
    record.begin()
    record.doing(text)
    record.uses(text, 1)
    record.wrote(text)
    (step,) = record.steps()
    assert step.what[:300] == step.path[:300] == record.written()[:300]
    assert bool(step.what) == bool(text)


def test_a_process_with_limits_of_its_own_is_not_watched() -> None:
    record = StepRecord()
    record.begin()
    record.has_own_limits()
    assert list(record.steps()) == []
    assert record.step_of(os.getpid()).what == ""


def test_what_another_process_takes_is_known() -> None:
    record = StepRecord()
    record.begin()
    step = record.step_of(os.getpid())
    assert step.seconds() >= 0
    step.process = 2**22 + 1  # more than any process has
    assert step.seconds() == 0


def test_processes_that_run_at_once_do_not_share_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    record = StepRecord()
    for number in range(1000, 1000 + step_record._SLOTS - 1):
        monkeypatch.setattr(os, "getpid", lambda number=number: number)
        record.begin()
    assert len(list(record.steps())) == step_record._SLOTS - 1
