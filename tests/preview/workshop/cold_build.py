"""What a build finds and makes, without any memory: what the workshop is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError
from briefs.model.document import Document
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.brief_job import check_names
from briefs.pipeline.examination import chosen_reports, examine
from briefs.pipeline.findings import Findings
from briefs.pipeline.jobs import plan
from briefs.pipeline.order import Order, silent
from briefs.pipeline.settled_brief import settle_brief
from briefs.preview.workshop.held import brief_id
from briefs.render.html.page import render_html


@dataclass(frozen=True)
class ColdBrief:
    """A brief as a draft and as a cleared edition, and the draft as HTML."""

    draft: Document
    cleared: Document
    html: str


@dataclass(frozen=True)
class ColdBuild:
    """All briefs that a build could make, by id, what is wrong, and why nothing could be made."""

    briefs: Mapping[str, ColdBrief] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()
    failure: str = ""


def cold_build(order: Order) -> ColdBuild:
    """What `briefs build` would make, as far as pages."""
    found = Findings(order.project.templates)
    briefs: dict[str, ColdBrief] = {}
    try:
        chosen = chosen_reports(order.project)
        found.add_of_project(chosen.problems)
        reports = found.each(examine, chosen.value)
        check_names(order, reports)
        jobs = [job for one in reports for job in found.value(one.name, plan(order, one, len(reports) == 1))]
        renders = not found.has_errors()
        for job in jobs:
            brief = found.value(job.inputs.name, settle_brief(replace(job, renders=renders), silent))
            if brief is not None and job.layout is not None:
                html = render_html(brief.document, job.layout)
                name = brief_id(job.inputs.name, job.template.front.key)
                briefs[name] = ColdBrief(brief.document, brief.fitted.document, html)
    except DocumentError as error:
        return ColdBuild(briefs, error.diagnostics)
    except (BriefsError, UnknownName) as error:
        return ColdBuild(briefs, found.all(), str(error))
    return ColdBuild(briefs, found.all())


def files_of(root: Path) -> dict[str, str]:
    """The text of everything in a project that people write, by path."""
    texts = (path for path in sorted(root.rglob("*")) if path.suffix in (".yaml", ".md", ".html", ".css", ".txt"))
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in texts}
