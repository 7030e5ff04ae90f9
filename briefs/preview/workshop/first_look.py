"""A first look at a brief: its words as the files have them, cut as it was cut last, before anything is laid out."""

from __future__ import annotations

from dataclasses import replace

from briefs.fit.copyfitting import Fitted
from briefs.fit.selection import Selection
from briefs.model.diagnostics import DocumentError
from briefs.pipeline.brief_job import Job
from briefs.pipeline.copyfit import compose_brief, draft_of, finish_brief, fit_of
from briefs.pipeline.last_selections import with_present_names
from briefs.pipeline.settled_brief import SettledBrief
from briefs.preview.workshop.held import HeldBrief
from briefs.render.pdf.pages import LaidOut


def first_look(before: HeldBrief, job: Job) -> HeldBrief | None:
    """The brief as `job` would make it, with what was left out and shortened `before`; None if it cannot be composed.

    How it fits is not known yet: that, and its pages, are still those of the time before.
    """
    inputs, template = job.inputs, job.template
    try:
        composed = compose_brief(inputs, template, job.cleared)
        units = (unit.name for unit in composed.full.units())
        selection = with_present_names(before.settled.fitted.selection, units)
        cleared = finish_brief(inputs, composed.cut(selection))
        fitted = replace(before.settled.fitted, selection=selection, document=cleared)
        document = draft_of(inputs, template, job.edition, fitted, before.settled.fit)
    except DocumentError:
        return None
    settled = replace(before.settled, composed=composed, fitted=fitted, document=document)
    return replace(before, job=job, settled=settled, is_first_look=True)


def very_first_look(name: str, job: Job, selection: Selection) -> HeldBrief | None:
    """The brief with the id `name`, which was never fitted, with what the last build left out and shortened; None if it
    cannot be composed. It has no version yet."""
    inputs, template, layout = job.inputs, job.template, job.layout
    if layout is None:
        return None
    try:
        composed = compose_brief(inputs, template, job.cleared)
        selection = with_present_names(selection, (unit.name for unit in composed.full.units()))
        cleared = finish_brief(inputs, composed.cut(selection))
        no_pages = LaidOut(0, 0.0, 0.0, {}, rendering=None, html=None, fonts=layout.fonts)
        fitted = Fitted(selection, cleared, no_pages, (), {}, 0)
        fit = fit_of(composed, fitted, template)
        document = draft_of(inputs, template, job.edition, fitted, fit)
    except DocumentError:
        return None
    return HeldBrief(name, "", job, SettledBrief(composed, fitted, fit, document), (), is_first_look=True)
