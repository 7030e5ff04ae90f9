"""The questions that the page can ask, and the function that answers each, from what is there. Its arguments are those
that came with the question, which are the page's: `question_arguments.py` checks them."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.model.versions import Status
from briefs.pipeline.inputs import Inputs
from briefs.preview.answers.drawn_pages import pages_view
from briefs.preview.answers.present_state import shown_reports
from briefs.preview.answers.report_uses import report_view, uses_of
from briefs.preview.answers.unit_sources import unit_view
from briefs.preview.answers.what_if import what_if
from briefs.preview.editing.checking_edit import check_edit
from briefs.preview.editing.editable_block import block_view
from briefs.preview.editing.passage_candidate import offered_candidate, write_candidate
from briefs.preview.editing.saving_edit import save_edit
from briefs.preview.messages import NotFound
from briefs.preview.question_answers import Answering, Present
from briefs.preview.reviewing.open_reviews import can_be_compared
from briefs.preview.shown.brief_views import PagesView, UnitView
from briefs.preview.shown.editing_views import BlockView, CandidateView, Decided, Edit, EditVerdict, ProposalView, Saved
from briefs.preview.shown.report_views import ReportView
from briefs.preview.shown.state_views import Budget, SheetName, Variant, Written
from briefs.preview.workshop.held import HeldBrief
from briefs.preview.workshop.variants import html_of
from briefs.preview.written_build import write_build

USUAL_WIDTH = 900
"""Pixels."""
NO_REPORT = "this report is not there, or could never be read"


def _brief(present: Present, brief: str) -> HeldBrief:
    found = present.held.briefs.get(brief)
    if found is None:
        raise NotFound("this brief is not there, or was never built")
    return found


def _inputs(present: Present, report: str, block: str) -> Inputs:
    """What the report was last read from, with the block if possible: mistakes may keep it from being drawn now."""
    found = [one for held in (present.held.present, present.held.reports) if (one := held.get(report)) is not None]
    if not found:
        raise NotFound(NO_REPORT)
    return next((one for one in found if block in one.library.blocks), found[-1])


# Looking


def _frame(present: Present, brief: str, status: Status = "draft") -> str:
    return html_of(_brief(present, brief), status)


def _pages(present: Present, brief: str, status: Status = "draft", sheet: SheetName = "a4") -> PagesView:
    return pages_view(_brief(present, brief), Variant(brief, status, sheet), present.kept.pictures)


def _picture(present: Present, name: str, width: int = USUAL_WIDTH) -> bytes:
    return present.kept.pictures.png(name, width)


def _unit(present: Present, brief: str, unit: str, status: Status = "draft") -> UnitView:
    return unit_view(_brief(present, brief), status, unit, present.kept.links)


def _report(present: Present, report: str) -> ReportView:
    return report_view(present.held, report, present.kept.links)


def _what_if(present: Present, brief: str, pages: int | None = None, words: int | None = None) -> Budget:
    present.kept.progress("trying another budget")
    return what_if(_brief(present, brief), pages, words)


# Editing


def _block(present: Present, report: str, block: str) -> BlockView:
    briefs = [one for one in present.held.briefs.values() if one.inputs.name == report]
    return block_view(_inputs(present, report, block), block, present.kept.links, uses_of(briefs, block))


def _check(
    present: Present, report: str, block: str, name: str, value: str, version: str = "", before: str | None = None
) -> EditVerdict:
    edit = Edit(report, block, name, value, version, before)
    return check_edit(_inputs(present, report, block), edit, present.kept.links)


def _save(
    present: Present, report: str, block: str, name: str, value: str, version: str, before: str | None = None
) -> Saved:
    edit = Edit(report, block, name, value, version, before)
    return save_edit(_inputs(present, report, block), edit, present.kept.links, present.kept.earlier)


def _candidate(
    present: Present, report: str, address: str, start: int, end: int, kind: str = "", last: str = ""
) -> CandidateView:
    inputs = shown_reports(present.held).get(report)
    if inputs is None:
        raise NotFound(NO_REPORT)
    if not kind:
        return offered_candidate(inputs, present.kept.links, address, start, end, last)
    return write_candidate(inputs, present.kept.links, address, start, end, kind, last)


# Deciding, and building


def _proposals(present: Present) -> tuple[ProposalView, ...]:
    readable = {name: one.report for name, one in present.held.present.items() if can_be_compared(one)}
    return present.kept.reviews.proposals(readable)


def _decide(present: Present, review: str, proposal: str, choice: str, wording: str = "") -> Decided:
    return present.kept.reviews.decide(review, proposal, choice, wording)


def _build(present: Present) -> Written:
    return write_build(present.kept.order, present.kept.links, present.kept.progress)


QUESTIONS: Mapping[str, Answering] = {
    "frame": Answering(_frame),
    "pages": Answering(_pages, "building"),
    "picture": Answering(_picture, "drawing"),
    "unit": Answering(_unit),
    "report": Answering(_report),
    "what-if": Answering(_what_if, "building"),
    "block": Answering(_block, "editing"),
    "check": Answering(_check, "editing"),
    "save": Answering(_save, "editing"),
    "candidate": Answering(_candidate, "editing"),
    "proposals": Answering(_proposals, "reviewing"),
    "decide": Answering(_decide, "reviewing"),
    "build": Answering(_build, "building"),
}
