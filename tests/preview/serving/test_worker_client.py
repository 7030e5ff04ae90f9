"""The server's side of the pipe: questions and their answers, and workers that end, or do not."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import pytest

from briefs.preview.messages import (
    Answer,
    Changed,
    Doing,
    Finished,
    FromWorker,
    Mistake,
    NewState,
    Question,
    Refusal,
    ToWorker,
    Watched,
)
from briefs.preview.serving import worker_client
from briefs.preview.serving.worker_client import (
    ENDS_AGAIN,
    GIVEN_UP,
    NOT_STARTED,
    STARTED_AGAIN,
    Refused,
    WorkerClient,
)
from briefs.preview.shown.state_views import BriefState, State, Variant


class Worker:
    """A worker in this process: it answers questions with their names, "refused" with a refusal, and "never" never."""

    def __init__(self) -> None:
        self.connection, self.other = Pipe()
        self.told: list[ToWorker] = []
        self.is_killed = False
        threading.Thread(target=self._listen, args=(self.other,), daemon=True).start()

    def _listen(self, connection: Connection) -> None:
        try:
            while True:
                message: ToWorker = connection.recv()
                self.told.append(message)
                match message:
                    case Question(number, "refused"):
                        connection.send(Answer(number, refusal=Refusal(404, "not there")))
                    case Question(number, name) if name != "never":
                        connection.send(Answer(number, name.encode()))
        except (EOFError, OSError):
            return

    def say(self, *messages: FromWorker) -> None:
        for message in messages:
            self.other.send(message)

    def end(self) -> None:
        with socket.socket(fileno=os.dup(self.other.fileno())) as pipe, suppress(OSError):
            pipe.shutdown(socket.SHUT_RDWR)

    def kill(self) -> None:
        self.is_killed = True
        self.end()


class Heard:
    """A terminal that keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def ready(self, address: str, wanted: int | None) -> None:
        self.told.append(address)

    def finished(self, round_of_building: Finished) -> None:
        self.told.append(round_of_building)

    def mistaken(self, during: str, traceback: str) -> None:
        self.told.append((during, traceback))

    def warned(self, what: str) -> None:
        self.told.append(what)


class Preview:
    """A client whose workers are those of this module, the present one last."""

    def __init__(self) -> None:
        self.workers: list[Worker] = []
        self.terminal = Heard()
        self.start = self._started
        self.client = WorkerClient(lambda: self.start(), self.terminal)

    def _started(self) -> Worker:
        self.workers.append(Worker())
        return self.workers[-1]

    @property
    def worker(self) -> Worker:
        return self.workers[-1]

    async def until(self, holds: Callable[[], object]) -> None:
        end = time.monotonic() + 5
        while not holds():
            assert time.monotonic() < end, f"{self.client.state} {self.terminal.told}"
            await asyncio.sleep(0.002)


def previewing(run: Callable[[Preview], Awaitable[None]]) -> None:
    async def all_of_it() -> None:
        preview = Preview()
        preview.client.listen()
        try:
            await run(preview)
        finally:
            preview.client.stop()
        assert preview.worker.is_killed

    asyncio.run(all_of_it())


def brief(name: str, version: str = "1") -> BriefState:
    return BriefState(name, "harbour", name, "brief", "A timetable", version, True)


def state(*names: str, version: str = "1") -> State:
    return State(0, "harbour", "", (), tuple(brief(name, version) for name in names), ())


DONE = Finished(("captains",), 0.1)


def test_questions_are_answered_or_refused() -> None:
    async def run(preview: Preview) -> None:
        client = preview.client
        assert await asyncio.gather(*(client.ask(name, {}) for name in ("a", "b"))) == [b"a", b"b"]
        with pytest.raises(Refused) as refused:
            await client.ask("refused", {})
        assert refused.value.refusal.status == 404
        with pytest.raises(Refused) as refused:
            await client.ask("never", {}, patience=0.01)
        assert refused.value.refusal.status == 503

    previewing(run)


def test_states_are_numbered_and_only_told_if_they_differ() -> None:
    async def run(preview: Preview) -> None:
        preview.worker.say(Doing("reading"), NewState(state("captains")))
        await preview.until(lambda: preview.client.state.briefs)
        before = preview.client.state
        assert before.building == "reading"
        preview.worker.say(
            NewState(state("captains")), Doing("reading"), Doing(""), DONE, Mistake("building", "at line 1")
        )
        await preview.until(lambda: len(preview.terminal.told) == 2)
        assert preview.client.state.generation == before.generation + 1
        assert preview.client.state.building == ""
        assert preview.terminal.told == [DONE, ("building", "at line 1")]

    previewing(run)


def test_a_worker_that_ends_is_started_again_and_pages_keep_what_they_show() -> None:
    async def run(preview: Preview) -> None:
        client = preview.client
        client.watch((Variant("captains"),))
        preview.worker.say(NewState(state("captains", "clerks")), DONE)
        await preview.until(lambda: preview.terminal.told)
        asked = asyncio.create_task(client.ask("never", {}))
        await preview.until(lambda: any(isinstance(one, Question) for one in preview.worker.told))
        preview.worker.end()
        with pytest.raises(Refused, match="ended unexpectedly"):
            await asked
        await preview.until(lambda: len(preview.workers) == 2)
        assert [(one.id, one.is_current) for one in client.state.briefs] == [("captains", False), ("clerks", False)]
        assert client.state.failure == STARTED_AGAIN
        await preview.until(lambda: Watched((Variant("captains"),)) in preview.worker.told)
        preview.worker.say(NewState(state("captains", version="2")))
        await preview.until(lambda: client.state.briefs[0].version == "2")
        assert client.state.briefs[1] == BriefState("clerks", "harbour", "clerks", "brief", "A timetable", "1", False)
        preview.worker.say(Finished((), 0.1, errors=1), NewState(state("captains", version="3")))
        await preview.until(lambda: client.state.briefs[0].version == "3")
        assert client.state.failure == ""
        assert len(client.state.briefs) == 2, "what has errors now is shown as it was last good"
        preview.worker.say(DONE, NewState(state("captains", version="4")))
        await preview.until(lambda: len(client.state.briefs) == 1)

    previewing(run)


def test_a_worker_that_ends_twice_waits_for_a_change() -> None:
    async def run(preview: Preview) -> None:
        preview.worker.end()
        await preview.until(lambda: len(preview.workers) == 2)
        preview.worker.end()
        await preview.until(lambda: preview.client.state.failure == NOT_STARTED)
        assert preview.terminal.told == [STARTED_AGAIN, NOT_STARTED]
        with pytest.raises(Refused):
            await preview.client.ask("a", {})
        preview.client.changed(frozenset({"/p/seeds/a"}))
        assert len(preview.workers) == 3
        assert await preview.client.ask("a", {}) == b"a"

    previewing(run)


def test_a_worker_that_ends_whenever_it_has_built_is_not_started_for_ever() -> None:
    """As one whose Word files cannot be written: what was built is told before that."""

    async def run(preview: Preview) -> None:
        client = preview.client
        rounds: list[int] = []
        while len(rounds) < 3:
            rounds.append(1)
            await preview.until(lambda: len(preview.workers) == len(rounds))
            preview.worker.say(NewState(state("captains")), DONE)
            await preview.until(lambda: preview.terminal.told.count(DONE) == len(rounds))
            preview.worker.end()
        await preview.until(lambda: client.state.failure == ENDS_AGAIN)
        assert len(preview.workers) == 3
        assert client.state.building == ""
        with pytest.raises(Refused, match="several times"):
            await client.ask("a", {})
        client.changed(frozenset({"/p/seeds/a"}))
        assert len(preview.workers) == 4
        preview.worker.say(NewState(state()))
        await preview.until(lambda: client.state.reports == () and preview.worker.told == [])
        assert [(one.id, one.is_current) for one in client.state.briefs] == [("captains", False)]

    previewing(run)


def test_a_worker_that_the_system_does_not_start_is_tried_again_with_the_next_change() -> None:
    async def run(preview: Preview) -> None:
        client, start = preview.client, preview.start
        preview.worker.say(NewState(state("captains")), DONE)
        await preview.until(lambda: preview.terminal.told)

        def none_left() -> Worker:
            raise BlockingIOError(11, "Resource temporarily unavailable")

        preview.start = none_left
        preview.worker.end()
        await preview.until(lambda: "Resource temporarily unavailable" in client.state.failure)
        assert (client.state.building, len(client.state.briefs)) == ("", 1)
        client.changed(frozenset())
        preview.start = start
        client.changed(frozenset())
        assert await client.ask("a", {}) == b"a"

    previewing(run)


def test_a_build_that_does_not_end_is_given_up_when_something_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_client, "TOO_LONG", 0.03)

    async def run(preview: Preview) -> None:
        preview.worker.say(NewState(state("captains")), Doing("captains: composing"))
        await preview.until(lambda: "very long" in preview.client.state.building)
        assert len(preview.workers) == 1
        preview.client.changed(frozenset())
        assert len(preview.workers) == 2
        assert preview.workers[0].is_killed
        assert preview.terminal.told == [GIVEN_UP]
        assert [one.id for one in preview.client.state.briefs] == ["captains"]

    previewing(run)


def test_a_build_is_given_up_later_if_something_changed_while_it_was_still_quick(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker_client, "TOO_LONG", 0.1)

    async def run(preview: Preview) -> None:
        preview.worker.say(Doing("captains: composing"))
        await preview.until(lambda: preview.client.state.building == "captains: composing")
        preview.client.changed(frozenset({"/p/templates/a"}))
        await preview.until(lambda: Changed(frozenset({"/p/templates/a"})) in preview.worker.told)
        await preview.until(lambda: len(preview.workers) == 2)
        preview.worker.say(Doing("captains: composing"), Doing(""))
        await asyncio.sleep(0.15)
        assert len(preview.workers) == 2, "nothing is done now that could be given up"

    previewing(run)
