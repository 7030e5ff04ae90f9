"""All stages but the last, from the reports as received to briefs in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from briefs.model.brief import Brief
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError
from briefs.pipeline.brief_job import Job, check_names
from briefs.pipeline.examination import chosen_reports, examine_again
from briefs.pipeline.findings import Findings
from briefs.pipeline.finished_work import FinishedWork
from briefs.pipeline.input_files import absent_inputs, changed_inputs
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.jobs import plan
from briefs.pipeline.kept_briefs import memory_of_brief
from briefs.pipeline.last_build import versions
from briefs.pipeline.order import Order, Progress
from briefs.pipeline.renditions import render_brief
from briefs.pipeline.report_files import ReportFiles
from briefs.pipeline.settled_brief import settle_brief
from briefs.pipeline.workers import share


def finish_work(order: Order, progress: Progress) -> tuple[FinishedWork, list[Inputs]]:
    """What `order` asks for, finished but for being written, and what it was made from.

    Raises DocumentError with all errors, UnknownName, or BriefsError.
    """
    told = list[str]()

    def tell(message: str) -> None:
        told.append(message)
        progress(message)

    if (worked := work_through(order, tell)).has_errors:
        raise DocumentError(worked.problems)
    reports, briefs = worked.value
    files, made = tuple(map(files_of, reports)), tuple(filter(None, briefs))
    return FinishedWork(files, made, worked.problems, versions(), tuple(told)), reports


def work_through(order: Order, progress: Progress) -> Checked[tuple[list[Inputs], list[Brief | None]]]:
    """All stages but the last, each in spite of errors in others: reports, briefs, and everything that is wrong. Raises
    UnknownName or BriefsError; DocumentError instead of the latter if errors are found already."""
    progress("reading the report and its blocks")
    chosen = chosen_reports(order.project)
    found = Findings(order.project.templates, chosen.problems)
    examined = partial(examine_again, uses_cache=order.uses_cache, in_parallel=order.in_parallel)
    reports = found.each(examined, chosen.value)  # stages 1 to 3, report by report
    check_names(order, reports)
    with found.told_first():
        planned = found.each(partial(plan, order, is_only=len(reports) == 1), reports)
        jobs = [replace(job, renders=not found.has_errors()) for jobs in planned for job in jobs]
        checked = share(build_brief, jobs, progress, order.in_parallel)  # stages 3 to 6, brief by brief
    briefs = [found.value(job.inputs.name, brief) for job, brief in zip(jobs, checked, strict=True)]
    return Checked((reports, briefs), found.all())


def build_brief(job: Job, progress: Progress) -> Checked[Brief | None]:
    """One brief, with all mistakes in it; None instead of a brief that has errors."""
    memory, tell = memory_of_brief(job, progress)
    settled = settle_brief(job, tell, memory)  # stages 3, 4 and 6
    if (one := settled.value) is None:
        return Checked(None, settled.problems)
    rendered = render_brief(job, one.document, one.fit, one.fitted, tell, memory)  # 5. render
    return Checked(None if rendered.has_errors else rendered.value, (*settled.problems, *rendered.problems))


def files_of(inputs: Inputs) -> ReportFiles:
    """The files that the briefs of a report are made from."""
    templates = {key: template.path for key, template in inputs.templates.items()}
    absent = absent_inputs(inputs.hashes, inputs.templates.values(), inputs.house.logo, inputs.project)
    return ReportFiles(inputs.name, inputs.hashes, templates, absent)


def changes_since(reports: Iterable[Inputs]) -> list[Diagnostic]:
    """An error for each file that is not as it was when `reports` were read. Code: `input-changed`."""
    found = (changed_inputs(inputs.project, inputs.hashed, inputs.hashes) for inputs in reports)
    return [problem for problems in found for problem in problems]
