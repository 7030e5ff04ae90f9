"""All that can be checked without laying anything out: reports, blocks, templates, letters, briefs as composed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from briefs.check.subjects import BriefToCheck
from briefs.check.table import check_brief
from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.selection import Selection
from briefs.model.brief_key import chosen_keys
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError
from briefs.model.doubts import OF_WHOLE_BRIEFS, certain
from briefs.model.severities import with_severities
from briefs.pipeline.brief_job import Job, check_names
from briefs.pipeline.checks import place_in_furniture
from briefs.pipeline.clearance_status import check_clearance, outdated_clearances
from briefs.pipeline.copyfit import compose_brief, finish_brief
from briefs.pipeline.examination import chosen_reports, examine_again
from briefs.pipeline.findings import Findings
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.last_selections import last_selections, with_present_names
from briefs.pipeline.letters import problems_of_letters
from briefs.pipeline.order import Order, Progress, silent
from briefs.pipeline.partial_checks import mistakes_in_part
from briefs.pipeline.settled_words import check_settled
from briefs.pipeline.signing_off import unsigned_changes
from briefs.pipeline.version_status import check_version
from briefs.pipeline.workers import shared

_OF_SELECTIONS = OF_WHOLE_BRIEFS | {"sentence-too-long", "said-twice"}
"""Findings that depend on what is left out or shortened."""


@dataclass(frozen=True, slots=True)
class CheckedReports:
    """What was checked: the reports, how many briefs of them, and in how many places they changed since they were
    signed."""

    reports: tuple[Inputs, ...]
    briefs: int
    unsigned: int

    @property
    def blocks(self) -> int:
        """How many blocks the reports have."""
        return sum(len(one.library.blocks) for one in self.reports)


def check(order: Order, progress: Progress = silent) -> Checked[CheckedReports]:
    """Check what `order` would build, without building it, and give everything that is certainly wrong with it.

    What a brief prints is known from the last build in the folder of `order`. Raises UnknownName, BriefsError;
    DocumentError if nothing can be examined.
    """
    progress("reading the report and its blocks")
    chosen = chosen_reports(order.project)
    found = Findings(order.project.templates, chosen.problems)
    reports = found.each(
        partial(examine_again, uses_cache=order.uses_cache, in_parallel=order.in_parallel), chosen.value
    )
    check_names(order, reports)
    for inputs in reports:
        keys = chosen_keys(inputs.templates, order.audiences, order.products)
        of_house = (*check_version(order, inputs.layered_house), *check_settled(order, inputs.layered_house))
        of_edition = (*of_house, *check_clearance(order, inputs, keys).problems)
        found.add(inputs.name, certain(of_edition, inputs.lacks.doubts))
    unsigned = unsigned_changes(order, reports)
    found.add_of_project(one for one in unsigned.problems if order.status == "cleared" or one.code == "lock-damaged")
    jobs = [job for inputs in reports for job in _jobs(order, inputs)]
    sizes = [len(job.template.body) for job in jobs]
    work = partial(_mistakes, is_complete=not found.has_errors())
    checked = shared(work, jobs, sizes, progress) if order.in_parallel else (work(job, progress) for job in jobs)
    for job, problems in zip(jobs, checked, strict=True):
        found.add(job.inputs.name, problems)
    for inputs in reports:
        found.add(inputs.name, problems_of_letters(inputs, order.audiences))
    return Checked(CheckedReports(tuple(reports), len(jobs), len(unsigned.value)), found.all())


def _jobs(order: Order, inputs: Inputs) -> list[Job]:
    """The briefs of one report that `order` asks for."""
    last = last_selections(order.output, inputs.name) if order.output else {}
    keys = chosen_keys(inputs.templates, order.audiences, order.products)
    clearances = check_clearance(order, inputs, keys).value if inputs.house.clearance == "required" else {}
    return [
        Job(
            name=str(key),
            inputs=inputs,
            template=inputs.templates[key],
            edition=order.edition(inputs.house),
            cleared=order.edition(inputs.house, "cleared"),
            layout=None,
            formats=(),
            reference=b"",
            remembered=last.get(key),
            renders=False,
            clearances=clearances.get(key, ()),
        )
        for key in keys
    ]


def _mistakes(job: Job, progress: Progress, is_complete: bool) -> tuple[Diagnostic, ...]:
    """What is wrong with a brief as it is composed; `is_complete` if nothing is wrong with what it is made from."""
    if not is_complete:
        return mistakes_in_part(job, progress)
    try:
        progress(f"{job.name}: composing")
        brief = compose_brief(job.inputs, job.template, job.cleared)
        if "status" in job.template.body:
            compose_brief(job.inputs, job.template, job.edition)
    except DocumentError:
        return mistakes_in_part(job, progress)
    doubts = _OF_SELECTIONS if job.remembered is None else OF_WHOLE_BRIEFS
    return certain(_found(job, brief), doubts)


def _found(job: Job, brief: ComposedBrief) -> Sequence[Diagnostic]:
    """What checks of briefs find in what the last build would print of a brief, or else in all of it."""
    inputs = job.inputs
    selection = with_present_names(job.remembered or Selection(), (unit.name for unit in brief.full.units()))
    document = finish_brief(inputs, brief.cut(selection))
    asked, printed = ({block for unit in one.units() for block in unit.printed} for one in (brief.full, document))
    find = partial(place_in_furniture, inputs)
    brief_to_check = BriefToCheck(
        document,
        job.template,
        inputs.library,
        inputs.rules,
        asked - printed,
        furniture_place=find,
        is_draft=job.is_draft,
    )
    outdated = () if job.remembered is None else outdated_clearances(job.clearances, document)
    return (*with_severities(check_brief(brief_to_check), inputs.house.severity), *outdated)
