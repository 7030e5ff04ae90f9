"""The program as its data flow: from the reports as received to briefs in `build/`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from briefs.model.brief import Brief
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, has_errors
from briefs.pipeline.brief_job import Job, check_names
from briefs.pipeline.built import Built
from briefs.pipeline.checks import check_composed, check_fitted, check_printed
from briefs.pipeline.copyfit import compose_brief, draft_of, finish_brief, fit_brief, fit_of
from briefs.pipeline.examination import chosen_reports, examine
from briefs.pipeline.findings import Findings
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.jobs import plan
from briefs.pipeline.order import Order, Progress, silent
from briefs.pipeline.partial_checks import mistakes_in_part
from briefs.pipeline.renditions import render_brief
from briefs.pipeline.workers import share
from briefs.pipeline.writing import check_output, write


def build(order: Order, progress: Progress = silent) -> Built:
    """Build what `order` asks for and write it to the order's folder, or write nothing.

    Raises DocumentError with all errors (and warnings, if `order` is strict), UnknownName, or BriefsError.
    """
    check_output(order)
    if (worked := work_through(order, progress)).has_errors:
        raise DocumentError(worked.problems)
    reports, briefs = worked.value
    files = tuple(one.project.root / path for one in reports for path in one.hashes)
    return write(Built(tuple(filter(None, briefs)), worked.problems, files), reports, order, progress)  # 7. write


def work_through(order: Order, progress: Progress) -> Checked[tuple[list[Inputs], list[Brief | None]]]:
    """All stages but the last, each in spite of errors in others: reports, briefs, and everything that is wrong. Raises
    UnknownName or BriefsError; DocumentError instead of the latter if errors are found already."""
    progress("reading the report and its blocks")
    chosen = chosen_reports(order.project)
    found = Findings(order.project.templates, chosen.problems)
    reports = found.each(examine, chosen.value)  # stages 1 to 3, report by report
    check_names(order, reports)
    with found.told_first():
        planned = found.each(partial(plan, order, is_only=len(reports) == 1), reports)
        jobs = [replace(job, renders=not found.has_errors()) for jobs in planned for job in jobs]
        checked = share(build_brief, jobs, progress, order.in_parallel)  # stages 3 to 6, brief by brief
    briefs = [found.value(job.inputs.name, brief) for job, brief in zip(jobs, checked, strict=True)]
    return Checked((reports, briefs), found.all())


def build_brief(job: Job, progress: Progress) -> Checked[Brief | None]:
    """One brief, with all mistakes in it; None instead of a brief that has errors."""
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
    if has_errors(problems):
        return Checked(None, problems)
    rendered = render_brief(job, document, how, fitted, progress)  # 5. render
    return Checked(None if rendered.has_errors else rendered.value, (*problems, *rendered.problems))
