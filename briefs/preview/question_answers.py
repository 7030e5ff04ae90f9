"""How the worker answers a question: arguments are checked, whatever is wrong becomes a refusal in words, and what the
page is to get is encoded."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.limits import MB
from briefs.model.patience import memory
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.order import Order, Progress
from briefs.preview.answers.drawn_pages import Pictures
from briefs.preview.answers.editor_links import Links
from briefs.preview.editing.saving_edit import EarlierContents
from briefs.preview.messages import Answer, NotFound, NotPossible, Question, Refusal
from briefs.preview.paths_in_words import from_project
from briefs.preview.question_arguments import WrongArguments, arguments_for
from briefs.preview.reviewing.open_reviews import OpenReviews
from briefs.preview.shown.state_views import json_of
from briefs.preview.workshop.held import Held

Lane: TypeAlias = Literal["looking", "drawing", "editing", "reviewing", "building"]
"""Which thread answers: one for where words come from, one for pictures of pages, one for edits and what checks say of
them, one for reviews, whose files take long to read, and the one that builds, for what is laid out or must not happen
during a build. So none of these waits for another."""

NEVER_ASKED = Refusal(404, "There is no such question.")


@dataclass(frozen=True, slots=True)
class Kept:
    """What outlasts a question: `order` is what the preview is asked for, `links` where files are opened, `progress`
    says what is being done; files of pages, what files of blocks held before edits, and reviews are kept."""

    order: Order
    links: Links
    progress: Progress
    pictures: Pictures
    reviews: OpenReviews
    earlier: EarlierContents = field(default_factory=EarlierContents)


@dataclass(frozen=True, slots=True)
class Present:
    """What is there when a question is answered: what the workshop has `held` at that moment, and what is `kept`."""

    held: Held
    kept: Kept


@dataclass(frozen=True, slots=True)
class Answering:
    """How a question is answered: the function, whose first argument is what is there, and by which thread."""

    answer: Callable[..., Any]
    lane: Lane = "looking"


def answered(question: Question, answering: Answering, present: Present) -> Answer:
    """The answer to a question from what is there.

    What raises anything but what a page or a document is to blame for is a mistake of ours, and is raised.
    """
    try:
        given = arguments_for(answering.answer, 1, question.given)
        return Answer(question.number, encoded(answering.answer(present, **given)))
    except (WrongArguments, NotFound, DocumentError, BriefsError, UnknownName) as error:
        refusal, root = refusal_of(error), present.kept.order.project.root
        return Answer(question.number, refusal=replace(refusal, message=from_project(refusal.message, root)))


def refusal_of(error: Exception) -> Refusal:
    """What a page is told of an error of which the page, a document or the environment is the cause."""
    match error:
        case WrongArguments():
            return Refusal(400, str(error))
        case NotFound():
            return Refusal(404, str(error))
        case UnknownName(of=of, names=names):
            called = ", ".join(f'"{name}"' for name in names)
            return Refusal(404, f"there is no {of} called {called}")
        case DocumentError(diagnostics=diagnostics):
            one = diagnostics[0]
            return Refusal(422, f"{one.place}: {one.message}", one.hint)
        case NotPossible(message=message, hint=hint):
            return Refusal(422, message, hint)
        case BriefsError(message=message, hint=hint):
            return Refusal(503, message, hint)
        case _:
            return OUR_MISTAKE


NO_MEMORY = Refusal(
    503,
    f"This needs more memory than there is, or than the {memory() / MB:,.0f} MB that the preview may take.",
    "look for what is very long, very deeply nested, or repeated very often, or for a very large picture",
)
OUR_MISTAKE = Refusal(
    500,
    "This failed because of a mistake in the program, not because of what you did.",
    "the terminal in which the preview runs says more",
)


def encoded(value: Any) -> bytes:
    """What the page gets: bytes as they are, text as UTF-8, views and lists of them as JSON."""
    match value:
        case bytes():
            return value
        case str():
            return value.encode(errors="replace")
        case list() | tuple():
            return json.dumps([json_of(one) for one in value]).encode()
        case dict() | Mapping():
            return json.dumps(dict(value)).encode()
        case _:
            return json.dumps(json_of(value)).encode()
