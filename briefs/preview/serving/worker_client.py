"""The worker as the server sees it: questions are awaited, and the state is what was last told.

If the worker ends, or a build in it does not, another takes its place; what pages show stays.
"""

from __future__ import annotations

import asyncio
import itertools
import threading
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, Protocol

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
from briefs.preview.shown.state_views import State, Variant

EMPTY = State(0, "", "starting", (), (), ())
TOO_LONG = 10.0
"""Seconds after which a step of a build is given up, if something has changed since it began."""
OFTEN, MOST_ENDS = 60.0, 3
"""If the worker ends so many times within so many seconds, without any change, it waits for one."""
PATIENCE = 60.0
"""Seconds after which a page is told that its question has no answer."""

STARTED_AGAIN = "The process that builds the briefs ended unexpectedly, and was started again."
NOT_STARTED = (
    "The process that builds the briefs ends before it has built them. It is started again when you change a file."
)
ENDS_AGAIN = (
    "The process that builds the briefs ended unexpectedly several times. It is started again when you change a file."
)
CANNOT_START = "The process that builds the briefs cannot be started ({}). This is tried again when you change a file."
GIVEN_UP = "A build did not end, and was given up since a file has changed."
STILL = "{} (this takes very long; it is given up when you change a file)"


class Process(Protocol):
    """A worker that was started."""

    connection: Connection

    def kill(self) -> None:
        """End it, whatever it does."""


class Refused(Exception):
    """A question that has no answer."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


class WorkerClient:
    """Starts the worker at once. `state` is what it last told; `news` is set, and replaced, whenever it tells more.
    `elsewhere` is told which files must be watched besides the folders of the project.

    All methods are called in one thread; from `listen` on, in the running loop.
    """

    def __init__(self, start: Callable[[], Process], terminal: Terminal) -> None:
        self.state = EMPTY
        self.news = asyncio.Event()
        self.is_stopping = False
        self.elsewhere: Callable[[Collection[str]], None] = lambda paths: None
        self._start_process, self._terminal = start, terminal
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[bytes]] = {}
        self._watched: tuple[Variant, ...] = ()
        self._before: State | None = None
        """What the worker before this one held, as far as this one has not made it good."""
        self._trouble = ""
        self._in_vain = False
        """Whether it was started again, and nothing was finished since."""
        self._ends: list[float] = []
        """When it ended by itself since something has changed."""
        self._takes_long: asyncio.TimerHandle | None = None
        self._changed_at = 0.0
        self._start()

    def _start(self) -> None:
        self._process = self._start_process()
        self._sent: SimpleQueue[ToWorker | None] = SimpleQueue()
        self._is_running, self._since = True, time.monotonic()

    def listen(self) -> None:
        """Begin to take in what the worker says, and to tell it what it must know; called in the running loop."""
        loop = asyncio.get_running_loop()
        process, sent = self._process, self._sent

        def send() -> None:
            with suppress(OSError):  # the worker has ended, which `receive` finds too
                while (message := sent.get()) is not None:
                    process.connection.send(message)

        sending = threading.Thread(target=send, daemon=True)

        def receive() -> None:
            with suppress(RuntimeError):  # the loop has ended
                try:
                    while True:
                        message: FromWorker = process.connection.recv()
                        loop.call_soon_threadsafe(self._take, process, message)
                except (EOFError, OSError):
                    loop.call_soon_threadsafe(self._has_ended, process)
            sent.put(None)
            sending.join()
            process.connection.close()  # only now: nobody may take its number while somebody reads from it

        sending.start()
        threading.Thread(target=receive, daemon=True).start()
        if self._watched:
            self._tell(Watched(self._watched))

    # What the worker says

    def _take(self, process: Process, message: FromWorker) -> None:
        if process is not self._process or not self._is_running:  # it was given up
            return
        match message:
            case Doing(what):
                self._since = time.monotonic()
                self._wait_for_end(what)
                self._show(replace(self.state, building=what))
            case NewState(state):
                failure = state.failure or self._trouble
                state = with_last_good(state, self._before)
                self._show(replace(state, building=self.state.building, failure=failure))
            case Finished(errors=errors, failure=failure, elsewhere=elsewhere):
                self.elsewhere(elsewhere)
                self._in_vain, self._trouble = False, ""
                self._show(replace(self.state, failure=failure))
                if not errors and not failure:
                    self._before = None
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

    # If it ends, or does not end

    def _wait_for_end(self, what: str) -> None:
        """Give up what is done now, if it takes too long."""
        if self._takes_long is not None:
            self._takes_long.cancel()
            self._takes_long = None
        if what:
            self._takes_long = asyncio.get_running_loop().call_later(TOO_LONG, self._is_late, what)

    def _is_late(self, what: str) -> None:
        if self._changed_at >= self._since:
            self._again(GIVEN_UP)
        else:
            self._show(replace(self.state, building=STILL.format(what)))

    def _has_ended(self, process: Process) -> None:
        """Start the worker again, unless it was to end, or has ended twice before it had built everything."""
        if process is not self._process or self.is_stopping:
            return
        now = time.monotonic()
        self._ends = [one for one in self._ends if now - one < OFTEN] + [now]
        if len(self._ends) >= MOST_ENDS:
            self._rest(ENDS_AGAIN)
        elif self._in_vain:
            self._rest(NOT_STARTED)
        else:
            self._in_vain = True
            self._again(STARTED_AGAIN)

    def _again(self, why: str) -> None:
        """Start the worker again; pages show what the one before held until this one has it, or is without errors."""
        self._lose(why, "starting again")
        self._begin()

    def _rest(self, why: str) -> None:
        """Wait for a change until the worker is started again."""
        self._lose(why, "")

    def _lose(self, why: str, building: str) -> None:
        """End the worker; what it held stays, and is not what the files say."""
        self._drop()
        self._before, self._trouble = self.state, why
        stale = tuple(replace(one, is_current=False) for one in self.state.briefs)
        self._show(replace(self.state, building=building, failure=why, briefs=stale))
        self._terminal.warned(why)

    def _begin(self) -> None:
        """Start the worker anew, if the system lets us."""
        try:
            self._start()
        except OSError as error:
            self._show(replace(self.state, building="", failure=CANNOT_START.format(error.strerror or error)))
            self._terminal.warned(self.state.failure)
        else:
            self.listen()

    def _drop(self) -> None:
        """End the worker, and let go of what was asked of it."""
        self._is_running = False
        self._wait_for_end("")
        self._sent.put(None)
        self._process.kill()
        waiting, self._waiting = self._waiting, {}
        for one in waiting.values():
            if not one.done():
                one.set_exception(Refused(Refusal(503, STARTED_AGAIN, "try it once more")))

    # What is said to it

    def changed(self, paths: frozenset[str]) -> None:
        """Tell the worker that these files have changed, and give up a build that does not end."""
        self._changed_at = time.monotonic()
        self._ends.clear()
        if not self._is_running:
            self._begin()
        elif self._takes_long is not None and self._changed_at - self._since >= TOO_LONG:
            self._again(GIVEN_UP)
        else:
            self._tell(Changed(paths))

    def watch(self, variants: tuple[Variant, ...]) -> None:
        """Have the worker build these first."""
        if variants != self._watched:
            self._watched = variants
            self._tell(Watched(variants))

    async def ask(self, name: str, given: Mapping[str, Any], patience: float | None = None) -> bytes:
        """The answer to a question. Raises Refused, also if there is none within so many seconds."""
        if not self._is_running:
            raise Refused(Refusal(503, self.state.failure or NOT_STARTED))
        number = next(self._numbers)
        future = self._waiting[number] = asyncio.get_running_loop().create_future()
        self._tell(Question(number, name, given))
        try:
            return await asyncio.wait_for(future, PATIENCE if patience is None else patience)
        except TimeoutError:
            message = "There is no answer yet, because the preview is busy."
            raise Refused(Refusal(503, message, self.state.building or "try it once more")) from None
        finally:
            self._waiting.pop(number, None)

    def _tell(self, message: ToWorker) -> None:
        self._sent.put(message)

    def stop(self) -> None:
        """End the worker, whatever it does, and whatever waits for news."""
        self.is_stopping = True
        if self._is_running:
            self._drop()
        self.wake()
