"""The program as its data flow: from the reports as received to briefs in `build/`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from briefs.model.brief import Brief
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, has_errors
from briefs.pipeline.built import Built
from briefs.pipeline.checks import check_composed, check_fitted, check_inputs, check_printed
from briefs.pipeline.copyfit import compose_brief, draft_of, finish_brief, fit_brief, fit_of
from briefs.pipeline.findings import Findings
from briefs.pipeline.ignored_files import ignored_files
from briefs.pipeline.inputs import Inputs, draw_blocks, inputs_from, prepare_composer
from briefs.pipeline.jobs import Job, check_names, plan
from briefs.pipeline.order import Order, Progress, Project, silent
from briefs.pipeline.renditions import render_brief
from briefs.pipeline.reports import reports_to_build
from briefs.pipeline.sources import read_sources
from briefs.pipeline.workers import share
from briefs.pipeline.writing import check_output, write


def build(order: Order, progress: Progress = silent) -> Built:
    """Build what `order` asks for and write it to the order's folder, or write nothing.

    Raises DocumentError with all errors (and warnings, if `order` is strict), UnknownName, or BriefsError.
    """
    check_output(order)
    progress("reading the report and its blocks")
    chosen = reports_to_build(order.project)
    found = Findings(order.project.templates, (*chosen.problems, *ignored_files(order.project)))
    reports = found.each(prepare, chosen.value)  # stages 1 to 3, report by report
    check_names(order, reports)
    found.raise_errors()
    planned = found.each(partial(plan, order, is_only=len(reports) == 1), reports)
    jobs = [replace(job, renders=not found.has_errors()) for jobs in planned for job in jobs]
    checked = share(build_brief, jobs, progress, order.in_parallel)  # stages 3 to 6, brief by brief
    briefs = [found.value(job.inputs.name, brief) for job, brief in zip(jobs, checked, strict=True)]
    found.raise_errors(order.strict)
    made_from = tuple(one.project.root / path for one in reports for path in one.hashes)
    built = Built(tuple(filter(None, briefs)), found.all(), made_from)
    return write(built, reports, order, progress)  # 7. write


def prepare(project: Project) -> Checked[Inputs]:
    """What the briefs of one report are made from. Raises DocumentError, with all mistakes, if any of it is missing."""
    read = read_sources(project)  # 1. read
    drawn = draw_blocks(read.value)  # 2. draw
    composer = prepare_composer(read.value, drawn.value)  # 3. compose: what all briefs have in common
    wrong = check_inputs(read.value, drawn.value, composer.value, not drawn.has_errors)  # 6. check: what can be already
    problems = (*read.problems, *drawn.problems, *composer.problems, *wrong)
    if (inputs := inputs_from(read.value, drawn.value, composer.value)) is None:
        raise DocumentError(problems)
    return Checked(inputs, problems)


def build_brief(job: Job, progress: Progress) -> Checked[Brief | None]:
    """One brief, with all mistakes in it; None instead of a brief that has errors."""
    inputs, template, layout = job.inputs, job.template, job.layout
    problems: tuple[Diagnostic, ...] = ()
    try:
        progress(f"{job.name}: composing")
        composed = compose_brief(inputs, template, job.cleared)  # 3. compose
        problems = check_composed(inputs, finish_brief(inputs, composed.full), template, layout)
        if has_errors(problems):
            return Checked(None, problems)
        progress(f"{job.name}: fitting {template.front.pages} pages")
        checked = fit_brief(inputs, composed, template, layout, job.remembered)  # 4. fit: the cleared edition, always
        fitted = checked.value
        document, how = fitted.document, fit_of(composed, fitted, template)
        problems += check_fitted(inputs, checked, template, how)  # 6. check
        problems += check_printed(inputs, document, fitted.laid_out, template)
        if job.edition != job.cleared:
            document = draft_of(inputs, template, job.edition, fitted, how)
            problems += check_composed(inputs, document, template, layout)
    except DocumentError as error:
        return Checked(None, (*problems, *error.diagnostics))
    if has_errors(problems) or not job.renders:
        return Checked(None, problems)
    rendered = render_brief(job, document, how, fitted, progress)  # 5. render
    return Checked(None if rendered.has_errors else rendered.value, (*problems, *rendered.problems))
