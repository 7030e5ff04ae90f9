"""What server and worker say to each other, over a pipe: pickled values of these classes, between our own processes.

The server asks a `Question` and gets one `Answer` of its number; it tells which files `Changed` and what is `Watched`.
The worker says what it is `Doing`, sends `NewState` whenever what the page must know has changed, and tells when a
round of building is `Finished`, and of a `Mistake` of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from briefs.model.diagnostics import BriefsError
from briefs.preview.shown.state_views import State, Variant


@dataclass(frozen=True, slots=True)
class Question:
    """Ask for what the function `name` of the worker gives for the arguments `given`, which are JSON values."""

    number: int
    name: str
    given: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """These files of the project, as absolute paths, were written, made or removed; empty: look at all of them."""

    paths: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Watched:
    """What pages show now: it is built first. Empty: nothing is looked at."""

    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """End as soon as possible."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question has no answer: `status` is that of HTTP (400, 404, 409 …), `message` and `hint` are for people."""

    status: int
    message: str
    hint: str = ""


class NotFound(Exception):
    """What a question asks about is not there, or not any more; the message is for people."""


class NotPossible(BriefsError):
    """What the page asks for cannot be done with what was given, or with the files as they are."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question: `value` is what is sent to the page, encoded; or there is a `refusal` instead."""

    number: int
    value: bytes = field(repr=False, default=b"")
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Doing:
    """What is being done now, for people; empty: all is done."""

    what: str


@dataclass(frozen=True, slots=True)
class NewState:
    """The state, which replaces the one before. Its `generation` is counted by the server."""

    state: State


@dataclass(frozen=True, slots=True)
class Finished:
    """Everything is as the files say, as far as it can be: `built` are the ids of the briefs that were built anew, in
    so many `seconds`; `errors` and `warnings` count what is wrong now, and `first` is the first error, with its place;
    `failure` is what keeps everything from being built, if it is no mistake in a document. With `is_of_files`, all
    formats were written in memory and read back, and that has changed what is wrong. Of the files that went into it,
    those `elsewhere` are in none of the folders of the project, as absolute paths."""

    built: tuple[str, ...]
    seconds: float
    errors: int = 0
    warnings: int = 0
    first: str = ""
    failure: str = ""
    is_of_files: bool = False
    elsewhere: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something failed in a way that is the fault of the program: what was done, and the `traceback` of it."""

    during: str
    traceback: str


ToWorker: TypeAlias = Question | Changed | Watched | Stop
FromWorker: TypeAlias = Answer | Doing | NewState | Finished | Mistake
