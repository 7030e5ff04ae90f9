"""The questions that the page can ask, and the function that answers each. It gets what is held, the settings, and the
arguments that came with the question, which are those of the page and not to be trusted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from briefs.model.diagnostics import Diagnostic
from briefs.preview.settings import PreviewSettings
from briefs.preview.shown.state_views import BriefState, Link, Problem, ReportState, State
from briefs.preview.workshop.held import Held, HeldBrief
from briefs.preview.workshop.variants import html_of


class NotFound(Exception):
    """What a question asks about is not there, or not any more; the message is for people."""


@dataclass(frozen=True, slots=True)
class Answering:
    """How a question is answered, and whether something is laid out for it, which only one thread may do."""

    answer: Callable[..., Any]
    lays_out: bool = False


def _brief(held: Held, brief: str) -> HeldBrief:
    if brief not in held.briefs:
        raise NotFound("this brief is not there, or was never built")
    return held.briefs[brief]


def _frame(held: Held, settings: PreviewSettings, brief: str, status: str = "draft") -> str:
    return html_of(_brief(held, brief), "cleared" if status == "cleared" else "draft")


def state_of(held: Held, settings: PreviewSettings, generation: int, building: str) -> State:
    """The state that pages get."""
    return State(
        generation,
        settings.root.name,
        building,
        tuple(ReportState(name, one.report.title, "") for name, one in held.present.items()),
        tuple(
            BriefState(
                one.id,
                one.inputs.name,
                one.settled.document.audience,
                one.settled.document.product,
                one.settled.document.title,
                one.version,
                one.id not in held.stale,
            )
            for one in held.briefs.values()
        ),
        tuple(map(_problem, held.problems)),
        held.failure,
    )


def _problem(one: Diagnostic) -> Problem:
    link = Link(one.place.path, one.place.line, one.place.within)
    return Problem(one.severity, one.code, one.message, one.hint, link, one.block)


QUESTIONS: dict[str, Answering] = {
    "frame": Answering(_frame),
}
