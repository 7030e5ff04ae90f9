"""The questions that the page can ask, and the function that answers each, from what is there. Its arguments are those
that came with the question, which are the page's: `question_arguments.py` checks them."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.model.diagnostics import has_errors
from briefs.model.versions import Status
from briefs.preview.answering import Answering, Present
from briefs.preview.answers.drawn_pages import Pictures, pages_view
from briefs.preview.answers.report_uses import report_view
from briefs.preview.answers.unit_sources import unit_view
from briefs.preview.answers.what_if import what_if
from briefs.preview.messages import NotFound
from briefs.preview.shown.brief_views import PagesView, UnitView
from briefs.preview.shown.editing_views import Decided, ProposalView
from briefs.preview.shown.report_views import ReportView
from briefs.preview.shown.state_views import Budget, SheetName, Variant, Written
from briefs.preview.workshop.held import HeldBrief
from briefs.preview.workshop.variants import html_of
from briefs.preview.written_build import write_build

_PICTURES = Pictures()
"""The pages that were asked for last."""


def _brief(present: Present, brief: str) -> HeldBrief:
    if brief not in present.held.briefs:
        raise NotFound("this brief is not there, or was never built")
    return present.held.briefs[brief]


def _frame(present: Present, brief: str, status: Status = "draft") -> str:
    return html_of(_brief(present, brief), status)


def _pages(present: Present, brief: str, status: Status = "draft", sheet: SheetName = "a4") -> PagesView:
    return pages_view(_brief(present, brief), Variant(brief, status, sheet), _PICTURES)


def _picture(present: Present, name: str, width: int = 1240) -> bytes:
    return _PICTURES.png(name, width)


def _unit(present: Present, brief: str, unit: str, status: Status = "draft") -> UnitView:
    return unit_view(_brief(present, brief), status, unit, present.links)


def _report(present: Present, report: str) -> ReportView:
    return report_view(present.held, report, present.links)


def _what_if(present: Present, brief: str, pages: int | None = None, words: int | None = None) -> Budget:
    present.progress("trying another budget")
    return what_if(_brief(present, brief), pages, words)


def _build(present: Present) -> Written:
    return write_build(present.order, present.links, present.progress)


def _proposals(present: Present) -> tuple[ProposalView, ...]:
    sound = {name: one.report for name, one in present.held.present.items() if not has_errors(one.found)}
    return present.reviews.proposals(sound)


def _decide(present: Present, review: str, proposal: str, choice: str, wording: str = "") -> Decided:
    return present.reviews.decide(review, proposal, choice, wording)


QUESTIONS: Mapping[str, Answering] = {
    "frame": Answering(_frame),
    "pages": Answering(_pages, "building"),
    "picture": Answering(_picture),
    "unit": Answering(_unit),
    "report": Answering(_report),
    "what-if": Answering(_what_if, "building"),
    "build": Answering(_build, "building"),
    "proposals": Answering(_proposals, "reviewing"),
    "decide": Answering(_decide, "reviewing"),
}
