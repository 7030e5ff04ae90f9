"""The program as its data flow: from the reports as received to briefs in `build/`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from briefs.finish.origins import add_origins
from briefs.model.brief import Brief
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, has_errors
from briefs.pipeline import workers
from briefs.pipeline.checks import check_composed, check_fitted, check_inputs
from briefs.pipeline.copyfit import compose_brief, finish_brief, fit_brief, fit_of
from briefs.pipeline.inputs import read_inputs
from briefs.pipeline.jobs import Job, check_audiences, plan
from briefs.pipeline.last_build import input_files
from briefs.pipeline.order import Order, Progress, silent
from briefs.pipeline.renditions import render_brief
from briefs.pipeline.several_reports import Findings
from briefs.pipeline.writing import write


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: briefs, report by report, and warnings; the files it was made from, and those written."""

    briefs: tuple[Brief, ...]
    warnings: tuple[Diagnostic, ...]
    made_from: tuple[Path, ...]
    written: tuple[Path, ...] = ()


def build(order: Order, progress: Progress = silent) -> Built:
    """Build what `order` asks for and write it to the order's folder, or write nothing.

    Raises DocumentError with all errors (and warnings, if `order` is strict), UnknownAudience, or BriefsError.
    """
    progress("reading the report and its blocks")
    found = Findings(order.project.templates)
    reports = found.read(order.project.each(), read_inputs, check_inputs)  # 1. read, 2. draw; 6. check what can be
    check_audiences(order, reports)
    found.raise_errors()
    jobs = plan(order, reports, found)
    briefs = workers.share(build_brief, jobs, progress, order.in_parallel)  # 3. to 6., brief by brief
    done = [found.value(job.inputs.name, brief) for job, brief in zip(jobs, briefs, strict=True)]
    found.raise_errors(order.strict)
    built = Built(tuple(filter(None, done)), found.all(), tuple(path for one in reports for path in input_files(one)))
    if order.output is None:
        return built
    progress("writing")
    made = write(built.briefs, reports, order, progress)  # 7. write
    return replace(built, written=made.value, warnings=(*built.warnings, *made.problems))


def build_brief(job: Job, progress: Progress) -> Checked[Brief | None]:
    """One brief, with everything that is wrong with it; None in place of a brief that has errors."""
    inputs, template, layout = job.inputs, job.template, job.layout
    problems: tuple[Diagnostic, ...] = ()
    try:
        progress(f"{job.name}: composing")
        composed = compose_brief(inputs, template, job.cleared)  # 3. compose
        if problems := check_composed(inputs, finish_brief(inputs, composed.full), template, layout):
            return Checked(None, problems)
        progress(f"{job.name}: fitting {template.front.pages} pages")
        checked = fit_brief(inputs, composed, template, layout, job.remembered)  # 4. fit: the cleared edition, always
        fitted = checked.value
        document, how = fitted.document, fit_of(composed, fitted, template)
        problems = check_fitted(inputs, checked, template, how)  # 6. check
        if job.edition != job.cleared:
            draft = compose_brief(inputs, template, job.edition).cut(fitted.selection)
            document = finish_brief(inputs, draft, how.fates)
            problems += check_composed(inputs, document, template, layout)
    except DocumentError as error:
        return Checked(None, (*problems, *error.diagnostics))
    if has_errors(problems) or not job.renders:
        return Checked(None, problems)
    document = add_origins(document, inputs.library)
    renditions = render_brief(job, document, fitted, progress)  # 5. render
    return Checked(Brief(inputs.name, document, how, tuple(renditions)), problems)
