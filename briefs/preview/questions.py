"""The questions that the page can ask, and the function that answers each, from what is there. Its arguments are those
that came with the question, which are the page's: `question_arguments.py` checks them."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.model.diagnostics import has_errors
from briefs.model.versions import Status
from briefs.preview.answering import Answering, Present
from briefs.preview.messages import NotFound
from briefs.preview.shown.editing_views import Decided, ProposalView
from briefs.preview.shown.state_views import Written
from briefs.preview.workshop.held import HeldBrief
from briefs.preview.workshop.variants import html_of
from briefs.preview.written_build import write_build


def _brief(present: Present, brief: str) -> HeldBrief:
    if brief not in present.held.briefs:
        raise NotFound("this brief is not there, or was never built")
    return present.held.briefs[brief]


def _frame(present: Present, brief: str, status: Status = "draft") -> str:
    return html_of(_brief(present, brief), status)


def _build(present: Present) -> Written:
    return write_build(present.order, present.links, present.progress)


def _proposals(present: Present) -> tuple[ProposalView, ...]:
    sound = {name: one.report for name, one in present.held.present.items() if not has_errors(one.found)}
    return present.reviews.proposals(sound)


def _decide(present: Present, review: str, proposal: str, choice: str, wording: str = "") -> Decided:
    return present.reviews.decide(review, proposal, choice, wording)


QUESTIONS: Mapping[str, Answering] = {
    "frame": Answering(_frame),
    "build": Answering(_build, "building"),
    "proposals": Answering(_proposals, "reviewing"),
    "decide": Answering(_decide, "reviewing"),
}
