"""The questions that the page can ask, and the function that answers each, from what is there. Its arguments are those
that came with the question, which are the page's: `question_arguments.py` checks them."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.model.versions import Status
from briefs.preview.answering import Answering, Present
from briefs.preview.messages import NotFound
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


QUESTIONS: Mapping[str, Answering] = {
    "frame": Answering(_frame),
    "build": Answering(_build, "building"),
}
