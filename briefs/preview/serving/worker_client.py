"""The worker as the server sees it: questions are awaited, and the state is what was last told."""

from __future__ import annotations

import asyncio
import itertools
import multiprocessing
import threading
from contextlib import suppress
from typing import Any

from briefs.preview.messages import Answer, FromWorker, NewState, Question, Refusal, Stop, ToWorker
from briefs.preview.settings import PreviewSettings
from briefs.preview.shown.state_views import State

EMPTY = State(0, "", "starting", (), (), ())


class Refused(Exception):
    """A question that has no answer."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


class WorkerClient:
    """Starts the worker at once. `state` is what it last told; `news` is set, and replaced, whenever it tells more."""

    def __init__(self, settings: PreviewSettings) -> None:
        from briefs.preview.starting import start_worker

        self.state = EMPTY
        self.news = asyncio.Event()
        self.is_stopping = False
        self._connection, self._process = start_worker(multiprocessing.get_context("spawn"), settings)
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}

    def listen(self) -> None:
        """Begin to take in what the worker says; called in the running loop."""
        loop = asyncio.get_running_loop()

        def receive() -> None:
            while True:
                try:
                    message: FromWorker = self._connection.recv()
                except (EOFError, OSError):
                    return
                loop.call_soon_threadsafe(self._take, message)

        threading.Thread(target=receive, daemon=True).start()

    def _take(self, message: FromWorker) -> None:
        match message:
            case NewState(state):
                self.state = state
                self.wake()
            case Answer(number, value, refusal):
                waiting = self._waiting.pop(number, None)
                if waiting is None or waiting.done():
                    return
                if refusal is None:
                    waiting.set_result(value)
                else:
                    waiting.set_exception(Refused(refusal))

    def wake(self) -> None:
        """Let everybody go on who waits for news."""
        self.news.set()
        self.news = asyncio.Event()

    async def ask(self, name: str, **given: Any) -> Any:
        """The answer to a question. Raises Refused."""
        number = next(self._numbers)
        future = self._waiting[number] = asyncio.get_running_loop().create_future()
        self.tell(Question(number, name, given))
        return await future

    def tell(self, message: ToWorker) -> None:
        """Tell the worker something."""
        self._connection.send(message)

    def stop(self) -> None:
        """End the worker, whatever it does, and whatever waits for news."""
        self.is_stopping = True
        self.wake()
        with suppress(OSError):
            self.tell(Stop())
        self._process.kill()
