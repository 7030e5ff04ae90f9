"""The worker as the server sees it: questions are awaited, and the state is what was last told.

If the worker ends, or a build in it does not, another takes its place; what pages show stays.
"""

from __future__ import annotations

import asyncio
import itertools
import multiprocessing
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from queue import SimpleQueue
from typing import Any

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
from briefs.preview.serving.last_good import with_last_good
from briefs.preview.serving.terminal import Terminal
from briefs.preview.settings import PreviewSettings
from briefs.preview.shown.state_views import State, Variant
from briefs.preview.starting import kill_worker, start_worker

EMPTY = State(0, "", "starting", (), (), ())
TOO_LONG = 10.0
"""Seconds after which a step of a build is given up, if something has changed since."""
PATIENCE = 60.0
"""Seconds after which a page is told that its question has no answer."""

STARTED_AGAIN = "The process that builds the briefs ended unexpectedly, and was started again."
ENDED_TWICE = "The process that builds the briefs ends unexpectedly. It is started again when you change a file."
GIVEN_UP = "a build did not end; it was given up since a file has changed"


class Refused(Exception):
    """A question that has no answer."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


class WorkerClient:
    """Starts the worker at once. `state` is what it last told; `news` is set, and replaced, whenever it tells more.

    All methods but the first two are called in the running loop.
    """

    def __init__(self, settings: PreviewSettings, terminal: Terminal) -> None:
        self.state = EMPTY
        self.news = asyncio.Event()
        self.is_stopping = False
        self._settings, self._terminal = settings, terminal
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[bytes]] = {}
        self._watched: tuple[Variant, ...] = ()
        self._given_up: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._start()

    def _start(self) -> None:
        self._connection, self._process = start_worker(multiprocessing.get_context("spawn"), self._settings)
        self._sent: SimpleQueue[ToWorker | None] = SimpleQueue()
        self._is_running, self._has_finished, self._since = True, False, time.monotonic()
        self._before: State | None = self.state if self.state.briefs else None

    def listen(self) -> None:
        """Begin to take in what the worker says; called in the running loop."""
        loop = self._loop = asyncio.get_running_loop()
        connection, sent = self._connection, self._sent

        def tell_loop(take: Any, *values: Any) -> None:
            try:
                loop.call_soon_threadsafe(take, *values)
            except RuntimeError:  # the loop has ended
                return

        def receive() -> None:
            while True:
                try:
                    message: FromWorker = connection.recv()
                except (EOFError, OSError):
                    tell_loop(self._has_ended, connection)
                    return
                tell_loop(self._take, connection, message)

        def send() -> None:
            while (message := sent.get()) is not None:
                try:
                    connection.send(message)
                except OSError:
                    return

        for task in (receive, send):
            threading.Thread(target=task, daemon=True).start()
        if self._watched:
            self._tell(Watched(self._watched))

    def _take(self, connection: object, message: FromWorker) -> None:
        if connection is not self._connection:  # it was given up
            return
        match message:
            case Doing(what):
                self._since = time.monotonic()
                self._show(replace(self.state, building=what))
            case NewState(state):
                before = self._before if not self._has_finished else None
                self._show(replace(with_last_good(state, before), building=self.state.building))
            case Finished():
                self._has_finished = True
                self._terminal.finished(message)
            case Mistake(during, traceback):
                self._terminal.mistaken(during, traceback)
            case Answer(number, value, refusal):
                waiting = self._waiting.pop(number, None)
                if waiting is not None and not waiting.done():
                    if refusal is None:
                        waiting.set_result(value)
                    else:
                        waiting.set_exception(Refused(refusal))

    def _show(self, state: State) -> None:
        """Make this the state that pages get, unless they have it."""
        if replace(state, generation=self.state.generation) != self.state:
            self.state = replace(state, generation=self.state.generation + 1)
            self.wake()

    def wake(self) -> None:
        """Let everybody go on who waits for news."""
        self.news.set()
        self.news = asyncio.Event()

    def _has_ended(self, connection: object) -> None:
        """Start the worker again, unless it was to end, or ends before it has built anything."""
        if connection is not self._connection or self.is_stopping:
            return
        self._is_running = False
        if self._has_finished:
            self._again(STARTED_AGAIN)
        else:
            self._drop()
            self._terminal.warned(ENDED_TWICE)
            self._show(replace(self.state, failure=ENDED_TWICE, building=""))

    def _again(self, why: str) -> None:
        self._drop()
        self._terminal.warned(why)
        self._show(replace(self.state, building=why))
        self._start()
        self.listen()

    def _drop(self) -> None:
        """Let go of the worker and of what was asked of it."""
        self._sent.put(None)
        self._is_running = False
        kill_worker(self._process)
        self._connection.close()
        waiting, self._waiting = self._waiting, {}
        for one in waiting.values():
            if not one.done():
                one.set_exception(Refused(Refusal(503, STARTED_AGAIN, "try it once more")))

    def changed(self, paths: frozenset[str]) -> None:
        """Tell the worker that these files have changed, and give up a build that does not end."""
        if not self._is_running:
            self._start()
            self.listen()
            return
        self._tell(Changed(paths))
        if self._given_up is None and self._loop is not None:
            left = self._since + TOO_LONG - time.monotonic()
            self._given_up = self._loop.call_later(max(left, 0.0), self._give_up, self._since)

    def _give_up(self, since: float) -> None:
        """Start the worker again if it still does what it has done `since`."""
        self._given_up = None
        if self._is_running and self.state.building and self._since == since and not self.is_stopping:
            self._again(GIVEN_UP)

    def watch(self, variants: tuple[Variant, ...]) -> None:
        """Have the worker build these first."""
        if variants != self._watched:
            self._watched = variants
            self._tell(Watched(variants))

    async def ask(self, name: str, given: Mapping[str, Any], patience: float = PATIENCE) -> bytes:
        """The answer to a question. Raises Refused, also if there is none within so many seconds."""
        if not self._is_running:
            raise Refused(Refusal(503, ENDED_TWICE))
        number = next(self._numbers)
        future = self._waiting[number] = asyncio.get_running_loop().create_future()
        self._tell(Question(number, name, given))
        try:
            return await asyncio.wait_for(future, patience)
        except TimeoutError:
            message = (
                f"There is no answer to this yet, since the preview is busy: {self.state.building or 'answering'}."
            )
            raise Refused(Refusal(503, message, "try it once more later")) from None
        finally:
            self._waiting.pop(number, None)

    def _tell(self, message: ToWorker) -> None:
        self._sent.put(message)

    def stop(self) -> None:
        """End the worker, whatever it does, and whatever waits for news."""
        self.is_stopping = True
        self._drop()
        self.wake()
