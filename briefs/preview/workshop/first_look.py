"""A first look at a brief that has changed: its new words, cut as it was cut last, before anything is laid out."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.diagnostics import DocumentError
from briefs.pipeline.brief_job import Job
from briefs.pipeline.copyfit import compose_brief, draft_of, finish_brief
from briefs.pipeline.last_selections import with_present_names
from briefs.preview.workshop.held import HeldBrief


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
