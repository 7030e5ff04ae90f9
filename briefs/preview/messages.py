"""What server and worker say to each other, over a pipe: pickled values of these classes, between our own processes.

The server asks a `Question` and gets one `Answer` of its number; it tells which files `Changed` and what is `Watched`.
The worker sends `NewState` whenever what the page must know has changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

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


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question: `value` is a view as JSON, text, or bytes; or there is a `refusal` instead."""

    number: int
    value: Any = field(repr=False, default=None)
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class NewState:
    """The state, which replaces the one before."""

    state: State


ToWorker: TypeAlias = Question | Changed | Watched | Stop
FromWorker: TypeAlias = Answer | NewState
