"""The worker: whatever fails in it, it goes on. What it does when all is well, test_running.py tests."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from multiprocessing import Pipe
from pathlib import Path
from typing import Any, NoReturn

import pytest

from briefs.pipeline.order import Order, Progress
from briefs.preview import worker as worker_module
from briefs.preview.messages import Answer, Changed, Doing, Finished, FromWorker, Mistake, NewState, Question, Watched
from briefs.preview.preview_settings import PreviewSettings
from briefs.preview.question_answers import NO_MEMORY, OUR_MISTAKE, Answering
from briefs.preview.shown.state_views import Variant
from briefs.preview.worker import Worker
from briefs.preview.workshop.held import NOTHING_HELD, Held


class Workshop:
    """A workshop whose rounds are what a test says: failures in words, or mistakes of ours."""

    rounds: Sequence[str | Exception] = ()

    def __init__(self, order: Order) -> None:
        self.order, self.held = order, NOTHING_HELD
        self.first: list[Sequence[str]] = []
        self._rounds = iter(self.rounds)

    def refresh(self, first: Sequence[str] = (), progress: Progress = print, *given: Any) -> Iterator[Held]:
        self.first.append(first)
        progress("reading")
        found = next(self._rounds)
        if isinstance(found, Exception):
            raise found
        self.held = replace(self.held, failure=found)
        yield self.held

    def finish(self, first: Sequence[str] = (), progress: Progress = print, *given: Any) -> Iterator[Held]:
        progress("Captains: writing pdf")
        yield self.held


class Pipeline:
    """A worker that runs in a thread, and the server's end of its pipe."""

    def __init__(self, root: Path, end: Callable[[], NoReturn]) -> None:
        self.connection, other = Pipe()
        self.worker = Worker(other, PreviewSettings(root), end)
        threading.Thread(target=self.worker.run, daemon=True).start()

    def told_until(self, sort: type[FromWorker]) -> list[FromWorker]:
        """What it tells up to the next message of a sort."""
        told: list[FromWorker] = []
        while not told or not isinstance(told[-1], sort):
            assert self.connection.poll(30), told
            told.append(self.connection.recv())
        return told


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Pipeline]]:
    """Starts a worker with the workshop of this module. When its server is gone, it would end its process."""
    ended = threading.Event()

    def end() -> NoReturn:
        ended.set()
        while True:
            time.sleep(1000)  # this thread goes no further

    monkeypatch.setattr(worker_module, "CALM", 1000.0)
    monkeypatch.setattr(worker_module, "Workshop", Workshop)
    pipelines: list[Pipeline] = []

    def start() -> Pipeline:
        pipelines.append(Pipeline(tmp_path, end))
        return pipelines[-1]

    yield start
    for one in pipelines:
        one.connection.close()
        assert ended.wait(5)


def test_a_mistake_of_ours_is_told_and_the_next_change_is_taken_up(
    started: Callable[[], Pipeline], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workshop, "rounds", ["no fonts", ZeroDivisionError("ours"), ""])
    one = started()
    *_, state, finished = one.told_until(Finished)
    assert isinstance(state, NewState)
    assert state.state.failure == "no fonts"
    assert isinstance(finished, Finished)
    assert (finished.failure, finished.errors) == ("no fonts", 0)
    one.connection.send(Watched((Variant("a"), Variant("b"), Variant("a", "cleared"))))
    one.connection.send(Changed())
    *_, mistake, finished = one.told_until(Finished)
    assert isinstance(mistake, Mistake)
    assert "ZeroDivisionError: ours" in mistake.traceback
    assert isinstance(finished, Finished)
    assert finished.failure == OUR_MISTAKE.message
    assert one.told_until(Doing) == [Doing("")]
    one.connection.send(Changed())
    *_, finished = one.told_until(Finished)
    assert isinstance(finished, Finished)
    assert finished.failure == ""
    workshop: Any = one.worker._workshop
    assert workshop.first == [(), ("a", "b"), ("a", "b")]


def test_a_round_begins_anew_only_for_another_brief(tmp_path: Path) -> None:
    worker = Worker(Pipe()[0], PreviewSettings(tmp_path))
    worker._is_building = True
    again = []
    for first in (("a",), ("a", "b"), ("b", "a"), (), ("b",)):
        worker._changed.clear()
        worker._watch(first)
        again.append(worker._changed.is_set())
    assert again == [True, False, True, False, True]


def test_finished_files_are_checked_once_when_it_is_calm(
    started: Callable[[], Pipeline], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "CALM", 0.0)
    monkeypatch.setattr(Workshop, "rounds", [""])
    one = started()
    one.told_until(Finished)
    told = [one.told_until(Doing)[-1] for _ in range(3)]
    assert told == [Doing(""), Doing("checking the finished files"), Doing("")]
    assert not one.worker._has_files_to_check


def test_finished_files_wait_while_somebody_writes(
    started: Callable[[], Pipeline], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workshop, "rounds", [""])
    monkeypatch.setattr(worker_module, "QUESTIONS", {"check": Answering(lambda present: "fine", "editing")})
    one = started()
    one.told_until(Finished)
    assert one.told_until(Doing) == [Doing("")]
    calm_from = one.worker._calm_from
    one.connection.send(Question(1, "check", {}))
    one.told_until(Answer)
    assert one.worker._calm_from > calm_from
    one.worker._check_files()  # it had just begun
    assert one.told_until(Doing) == [Doing("")], "it says nothing of files"
    assert one.worker._has_files_to_check, "it is done later"


def test_what_takes_too_much_memory_is_said_and_is_no_mistake_of_ours(
    started: Callable[[], Pipeline], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(present: object) -> str:
        raise MemoryError

    monkeypatch.setattr(Workshop, "rounds", [MemoryError()])
    monkeypatch.setattr(worker_module, "QUESTIONS", {"fails": Answering(fail, "looking")})
    one = started()
    *before, finished = one.told_until(Finished)
    assert not any(isinstance(message, Mistake) for message in before)
    assert isinstance(finished, Finished)
    assert finished.failure == NO_MEMORY.message
    one.connection.send(Question(1, "fails", {}))
    *_, answer = one.told_until(Answer)
    assert isinstance(answer, Answer)
    assert answer.refusal == NO_MEMORY


@pytest.mark.parametrize("lane", ["looking", "building"])
def test_questions_are_answered_whatever_went_wrong_before(
    lane: Any, started: Callable[[], Pipeline], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(present: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(Workshop, "rounds", [""])
    monkeypatch.setattr(
        worker_module, "QUESTIONS", {"fails": Answering(fail, lane), "name": Answering(lambda present: "x", lane)}
    )
    one = started()
    one.told_until(Finished)
    for number, name in enumerate(("fails", "name", "unknown")):
        one.connection.send(Question(number, name, {}))
    told = [one.told_until(Answer)[-1] for _ in range(3)]
    answers = {answer.number: answer for answer in told if isinstance(answer, Answer)}
    assert answers[0].refusal == OUR_MISTAKE
    assert answers[1].value == b"x"
    assert answers[2].refusal is not None
    assert answers[2].refusal.status == 404
