"""The worker: a process of its own that keeps the project in memory, builds it in a loop, and answers questions.

One thread listens; one answers what needs no layout, from what was last held; the main thread builds, and between the
steps of a build it answers what must be laid out. A change that comes meanwhile is taken up after the present step.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from typing import Any

from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.order import Order, Project
from briefs.preview.messages import (
    Answer,
    Changed,
    FromWorker,
    NewState,
    NotFound,
    Question,
    Refusal,
    Stop,
    ToWorker,
    Watched,
)
from briefs.preview.questions import QUESTIONS, state_of
from briefs.preview.settings import PreviewSettings
from briefs.preview.workshop.workshop import Workshop


def work(connection: Connection, settings: PreviewSettings) -> None:
    """Work until the server says to stop, or is gone."""
    Worker(connection, settings).run()


class Worker:
    """The state of the process; see the module."""

    def __init__(self, connection: Connection, settings: PreviewSettings) -> None:
        self._connection, self._settings = connection, settings
        order = Order(
            Project(settings.root, settings.report),
            settings.audiences,
            settings.products,
            formats=("pdf",),
            remembered_from=settings.build,
        )
        self._workshop = Workshop(order)
        self._sending = threading.Lock()
        self._quick: SimpleQueue[Question] = SimpleQueue()
        self._laid_out: SimpleQueue[Question | None] = SimpleQueue()
        self._changed = threading.Event()
        self._first: tuple[str, ...] = ()
        self._generation = 0

    def run(self) -> None:
        """Build, wait, build again."""
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._answer_quick, daemon=True).start()
        self._changed.set()
        while True:
            if self._changed.is_set():
                self._build()
            question = self._laid_out.get()
            if question is not None:
                self._answer(question)

    def _listen(self) -> None:
        while True:
            try:
                message: ToWorker = self._connection.recv()
            except (EOFError, OSError):
                os._exit(0)  # the server is gone
            match message:
                case Question() if QUESTIONS[message.name].lays_out:
                    self._laid_out.put(message)
                case Question():
                    self._quick.put(message)
                case Changed():
                    self._changed.set()
                    self._laid_out.put(None)
                case Watched(variants):
                    self._first = tuple(dict.fromkeys(one.brief for one in variants))
                case Stop():
                    os._exit(0)

    def _build(self) -> None:
        self._changed.clear()
        for _ in self._workshop.refresh(self._first, self._tell):
            self._tell("building")
            while not self._laid_out.empty():
                try:
                    question = self._laid_out.get_nowait()
                except Empty:
                    break
                if question is not None:
                    self._answer(question)
            if self._changed.is_set():
                return
        self._tell("")

    def _tell(self, building: str) -> None:
        self._generation += 1
        self._send(NewState(state_of(self._workshop.held, self._settings, self._generation, building)))

    def _answer_quick(self) -> None:
        while True:
            self._answer(self._quick.get())

    def _answer(self, question: Question) -> None:
        answer: Callable[..., Any] = QUESTIONS[question.name].answer
        given: Mapping[str, Any] = question.given
        try:
            self._send(Answer(question.number, answer(self._workshop.held, self._settings, **given)))
        except NotFound as error:
            self._send(Answer(question.number, refusal=Refusal(404, str(error))))
        except DocumentError as error:
            self._send(Answer(question.number, refusal=Refusal(422, "\n".join(map(str, error.diagnostics)))))
        except BriefsError as error:
            self._send(Answer(question.number, refusal=Refusal(503, str(error), error.hint)))
        except UnknownName as error:
            self._send(Answer(question.number, refusal=Refusal(404, str(error))))

    def _send(self, message: FromWorker) -> None:
        with self._sending:
            try:
                self._connection.send(message)
            except OSError:
                os._exit(0)
