"""Stages 3 and 4 for one brief, with all checks that need no file: what it says, settled before it is rendered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.copyfitting import Fitted
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, has_errors
from briefs.model.document import Document
from briefs.model.fit import Fit
from briefs.pipeline.brief_job import Job
from briefs.pipeline.checks import check_composed, check_fitted, check_printed
from briefs.pipeline.copyfit import compose_brief, draft_of, finish_brief, fit_brief, fit_of
from briefs.pipeline.order import Progress
from briefs.pipeline.partial_checks import mistakes_in_part

if TYPE_CHECKING:
    from briefs.render.pdf.pages import LaidOut


@dataclass(frozen=True, slots=True)
class SettledBrief:
    """A brief that can be rendered: everything that its template asks for; the cleared edition, `fitted` to its pages;
    how it fits; and the `document` of the edition that was ordered."""

    composed: ComposedBrief
    fitted: Fitted[LaidOut]
    fit: Fit
    document: Document


def settle_brief(job: Job, progress: Progress) -> Checked[SettledBrief | None]:
    """One brief before it is rendered, with all mistakes in it; None instead of a brief that has errors."""
    inputs, template, layout = job.inputs, job.template, job.layout
    if layout is None or not job.renders:
        return Checked(None, mistakes_in_part(job, progress))
    problems: tuple[Diagnostic, ...] = ()
    try:
        progress(f"{job.name}: composing")
        composed = compose_brief(inputs, template, job.cleared)  # 3. compose
        if has_errors(problems := check_composed(inputs, finish_brief(inputs, composed.full), template, layout)):
            return Checked(None, mistakes_in_part(job, progress))
        progress(f"{job.name}: fitting {template.front.pages} pages")
        checked = fit_brief(inputs, composed, template, layout, job.remembered)  # 4. fit: the cleared edition, always
        fitted = checked.value
        document, how = fitted.document, fit_of(composed, fitted, template)
        problems += check_fitted(inputs, checked, template, how, is_draft=job.is_draft)  # 6. check
        problems += check_printed(inputs, document, fitted.laid_out, template)
        if job.edition != job.cleared:
            document = draft_of(inputs, template, job.edition, fitted, how)
            problems += check_composed(inputs, document, template, layout)
    except DocumentError:
        return Checked(None, (*problems, *mistakes_in_part(job, progress)))
    return Checked(None if has_errors(problems) else SettledBrief(composed, fitted, how, document), problems)
