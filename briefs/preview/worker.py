"""The worker: a process of its own that keeps the project in memory, builds it in a loop, and answers questions.

One thread listens; the main thread builds, and between the steps of a build it answers what must be laid out; others
answer what needs no layout, from what was last held. A change that comes meanwhile is taken up after the present step.
Once nobody has written for a while, the finished files are checked too, which takes long.
"""

from __future__ import annotations

import os
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from typing import NoReturn, get_args

from briefs.model.diagnostics import Diagnostic, has_errors
from briefs.model.mending_order import in_mending_order
from briefs.pipeline.order import Order, Project
from briefs.preview.answers.drawn_pages import Pictures
from briefs.preview.answers.editor_links import Links, editor_template
from briefs.preview.answers.present_state import present_state
from briefs.preview.ending import end_at_once
from briefs.preview.files_elsewhere import files_elsewhere
from briefs.preview.messages import (
    Answer,
    Changed,
    Doing,
    Finished,
    FromWorker,
    Mistake,
    NewState,
    Question,
    Stop,
    ToWorker,
    Watched,
)
from briefs.preview.paths_in_words import from_project
from briefs.preview.preview_settings import PreviewSettings
from briefs.preview.question_answers import NEVER_ASKED, NO_MEMORY, OUR_MISTAKE, Kept, Lane, Present, answered
from briefs.preview.questions import QUESTIONS
from briefs.preview.reviewing.open_reviews import OpenReviews
from briefs.preview.workshop.held import Held
from briefs.preview.workshop.workshop import Interrupted, Workshop

CALM = 3.0
"""Seconds since somebody wrote last after which there is time to check the finished files."""
WRITING = ("check", "save")
"""What is asked while somebody writes in the page."""


def work(connection: Connection, settings: PreviewSettings) -> None:
    """Work until the server says to stop, or is gone."""
    Worker(connection, settings).run()


class Worker:
    """The state of the process; see the module."""

    def __init__(
        self, connection: Connection, settings: PreviewSettings, end: Callable[[], NoReturn] = end_at_once
    ) -> None:
        """A worker for the server at the other end of `connection`; `end` ends its process."""
        self._connection, self._end = connection, end
        links = Links(settings.root, editor_template(settings.editor, os.environ.get("WSL_DISTRO_NAME", "")))
        order = Order(
            Project(settings.root, settings.report),
            settings.audiences,
            settings.products,
            formats=("pdf",),
            remembered_from=settings.build,
        )
        self._workshop = Workshop(order)
        build = settings.root / "build" if settings.build is None else settings.build
        reviews = OpenReviews(settings.root, settings.report, build, links.to)
        self._kept = Kept(order, links, self._doing, Pictures(), reviews)
        self._sending = threading.Lock()
        self._questions: dict[Lane, SimpleQueue[Question | None]] = {lane: SimpleQueue() for lane in get_args(Lane)}
        self._changed = threading.Event()
        self._is_building = False
        self._has_files_to_check, self._calm_from = False, 0.0
        self._first: tuple[str, ...] = ()
        self._finished = self._workshop.held
        """What was held when everything was last as the files said."""

    def run(self) -> None:
        """Build, wait, build again."""
        threading.Thread(target=self._listen, daemon=True).start()
        for lane in set(self._questions) - {"building"}:
            threading.Thread(target=self._answer_lane, args=(lane,), daemon=True).start()
        self._changed.set()
        while True:
            if self._changed.is_set():
                self._build()
                continue
            calm_in = max(0.0, self._calm_from - time.monotonic()) if self._has_files_to_check else None
            try:
                question = self._questions["building"].get(timeout=calm_in)
            except Empty:
                self._check_files()
                continue
            if question is not None:
                self._answer(question)
                self._doing("")

    def _listen(self) -> None:
        while True:
            try:
                message: ToWorker = self._connection.recv()
            except (EOFError, OSError):
                self._end()  # the server is gone
            match message:
                case Question():
                    if message.name in WRITING:
                        self._calm_from = time.monotonic() + CALM
                    answering = QUESTIONS.get(message.name)
                    if answering is None:
                        self._send(Answer(message.number, refusal=NEVER_ASKED))
                    else:
                        self._questions[answering.lane].put(message)
                case Changed():
                    self._look_again()
                case Watched(variants):
                    self._watch(tuple(dict.fromkeys(one.brief for one in variants)))
                case Stop():
                    self._end()

    def _watch(self, first: tuple[str, ...]) -> None:
        """Build these first; a round that has not come to the first of them yet begins anew with it."""
        before, self._first = self._first, first
        held = self._workshop.held
        looked_at = tuple(held.briefs) if len(held.briefs) == 1 else ()
        if not first or first[:1] == (before or looked_at)[:1]:
            return  # it comes next anyway
        if (first[0] in held.stale or first[0] not in held.briefs) and self._is_building:
            self._look_again()

    def _look_again(self) -> None:
        self._changed.set()
        self._questions["building"].put(None)

    def _build(self) -> None:
        """Bring everything up to date, unless something changes again."""
        self._changed.clear()
        self._has_files_to_check = False
        with self._building() as start:
            self._follow(self._workshop.refresh(self._first, self._step))
            self._finish(start)
            self._has_files_to_check = True
        self._calm_from = time.monotonic() + CALM

    def _check_files(self) -> None:
        """Find what shows only in finished files, as long as nobody writes."""
        self._has_files_to_check = False
        settled = self._workshop.held
        with self._building() as start:
            self._follow(self._workshop.finish(self._first, self._step_of_files))
            if self._workshop.held.problems != settled.problems:
                self._finish(start, is_of_files=True)

    @contextmanager
    def _building(self) -> Iterator[float]:
        """Work that may be interrupted, and in which any mistake of ours is told; gives the time of its beginning."""
        self._is_building = True
        start = time.monotonic()
        try:
            yield start
        except Interrupted:
            pass  # what has to be done now is known
        except MemoryError:
            self._send(Finished((), time.monotonic() - start, failure=NO_MEMORY.message))
        except Exception:  # whatever it is, the next change may mend it, and what is held stays
            self._tell_mistake("building")
            self._send(Finished((), time.monotonic() - start, failure=OUR_MISTAKE.message))
        self._is_building = False
        if not self._changed.is_set():
            self._doing("")

    def _follow(self, steps: Iterator[Held]) -> None:
        """Tell what is held after each step, and answer what waits. Raises Interrupted if something changes."""
        for held in steps:
            state = present_state(held, self._kept.links, proposals=self._kept.reviews.count())
            self._send(NewState(state))
            self._answer_waiting()
            if self._changed.is_set():
                raise Interrupted

    def _finish(self, start: float, is_of_files: bool = False) -> None:
        held = self._workshop.held
        finished = _finished(self._finished, held, time.monotonic() - start)
        root = self._workshop.order.project.root
        elsewhere = files_elsewhere(root, held.present.values())
        failure = from_project(finished.failure, root)
        self._send(replace(finished, is_of_files=is_of_files, elsewhere=elsewhere, failure=failure))
        self._finished = held

    def _step(self, what: str) -> None:
        """Answer what waits, and say what is being done for a build. Raises Interrupted if something has changed."""
        self._answer_waiting()
        if self._changed.is_set():
            raise Interrupted
        self._doing(what)

    def _step_of_files(self, what: str) -> None:
        """As `_step`, once everything can be seen: which file is looked at matters to nobody. Raises Interrupted also
        if somebody begins to write."""
        if time.monotonic() < self._calm_from:
            self._has_files_to_check = True
            raise Interrupted
        self._step("checking the finished files")

    def _doing(self, what: str) -> None:
        self._send(Doing(what))

    def _answer_waiting(self) -> None:
        """Answer what waits for the thread that builds."""
        waiting = self._questions["building"]
        for _ in range(waiting.qsize()):
            question = waiting.get()
            if question is not None:
                self._answer(question)

    def _answer_lane(self, lane: Lane) -> None:
        while True:
            question = self._questions[lane].get()
            if question is not None:
                self._answer(question)

    def _answer(self, question: Question) -> None:
        try:
            answer = answered(question, QUESTIONS[question.name], Present(self._workshop.held, self._kept))
        except MemoryError:
            answer = Answer(question.number, refusal=NO_MEMORY)
        except Exception:
            self._tell_mistake(f'answering "{question.name}"')
            answer = Answer(question.number, refusal=OUR_MISTAKE)
        self._send(answer)

    def _tell_mistake(self, during: str) -> None:
        self._send(Mistake(during, traceback.format_exc()))

    def _send(self, message: FromWorker) -> None:
        with self._sending:
            try:
                self._connection.send(message)
            except OSError:
                self._end()


def _finished(before: Held, now: Held, seconds: float) -> Finished:
    """What a round of building has come to, in so many `seconds`."""
    shown = {name: one.version for name, one in before.briefs.items()}
    built = tuple(name for name, one in now.briefs.items() if shown.get(name) != one.version)
    problems = in_mending_order(now.problems)
    errors = [one for one in problems if has_errors((one,))]
    first = _told(errors[0]) if errors else ""
    return Finished(built, seconds, len(errors), len(problems) - len(errors), first, now.failure)


def _told(problem: Diagnostic) -> str:
    return f"{problem.place}: {problem.message}"
