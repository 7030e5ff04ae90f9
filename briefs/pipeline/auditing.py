"""Auditing: what becomes of each block and passage in all briefs, as they would be cleared. Nothing is written.

A brief that the last build fitted from the same inputs is taken as it fitted it; else it is fitted here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from briefs.audit.audit import Audit, DifferingFigures, FittedBrief, ReportAudit
from briefs.audit.block_fates import block_rows, gaps, unreached_points
from briefs.audit.brief_contents import brief_audit, wider_forms
from briefs.audit.differing_figures import differing_between, differing_within
from briefs.audit.report_coverage import covered, shaded, spans_used
from briefs.fit.fates import fates_of
from briefs.fit.selection import Selection
from briefs.model.brief_key import BriefKey, chosen_keys
from briefs.model.diagnostics import DocumentError
from briefs.output.last_manifest import read_manifest
from briefs.output.manifest import inputs_digest
from briefs.pipeline.brief_job import check_names
from briefs.pipeline.copyfit import compose_brief, finish_brief, fit_brief
from briefs.pipeline.examination import chosen_reports, examine
from briefs.pipeline.findings import Findings
from briefs.pipeline.inputs import Inputs, layout_of
from briefs.pipeline.last_build import versions
from briefs.pipeline.last_selections import selection_in
from briefs.pipeline.order import Order, Progress, Project, silent
from briefs.report.readers import read_in_part


def audit(order: Order, progress: Progress = silent) -> Audit:
    """The audit of the briefs that `order` asks for; the folder that it remembers from is read, not written.

    Raises DocumentError with what is wrong with the inputs, UnknownName, and BriefsError.
    """
    progress("reading the report and its blocks")
    chosen = chosen_reports(order.project)
    found = Findings(order.project.templates, chosen.problems)
    reports = found.each(examine, chosen.value)
    check_names(order, reports)
    if found.has_errors():
        raise DocumentError(found.all())
    manifest = read_manifest(order.remembered_from) if order.remembered_from else {}
    audits = tuple(_report_audit(order, inputs, manifest, progress) for inputs in reports)
    progress("comparing reports")
    languages = {inputs.house.language for inputs in reports} or {"en"}
    return Audit(audits, _between(order.project, reports, min(languages)))


def _between(project: Project, reports: Sequence[Inputs], language: str) -> tuple[DifferingFigures, ...]:
    """The figures that differ between all reports of the project, also those that were not asked for."""
    known = {inputs.name: inputs.report for inputs in reports}
    for name in project.reports():
        if name not in known:
            read = read_in_part(project.seeds / name, project.root).value
            if read is not None:
                known[name] = read.report
    return differing_between(known, language) if len(known) > 1 else ()


def _report_audit(order: Order, inputs: Inputs, manifest: Mapping[str, Any], progress: Progress) -> ReportAudit:
    fits = _last_fits(inputs, manifest)
    briefs = []
    for key in chosen_keys(inputs.templates, order.audiences, order.products):
        progress(f"{key}: fitting")
        briefs.append(_fitted(order, inputs, key, fits.get(key)))
    audiences = tuple(dict.fromkeys(brief.key.audience for brief in briefs))
    library, language = inputs.library, inputs.house.language
    rows = block_rows(library, briefs, audiences)
    nodes = shaded(inputs.report, spans_used(library, briefs), audiences)
    return ReportAudit(
        report=inputs.name,
        title=inputs.report.title,
        language=language,
        audiences=audiences,
        rows=rows,
        unreached=unreached_points(rows, library),
        gaps=gaps(rows, audiences),
        figures=differing_within(inputs.report, inputs.name, language),
        briefs=tuple(brief_audit(brief, library, inputs.rules.level) for brief in briefs),
        wider=wider_forms(library, rows),
        covered=covered(nodes, audiences),
        coverage=nodes,
    )


def _last_fits(inputs: Inputs, manifest: Mapping[str, Any]) -> dict[BriefKey, Mapping[str, Any]]:
    """How the last build fitted the briefs of a report, if it was made from the same inputs."""
    entries = [entry for entry in manifest.get("files", ()) if entry["report"] == inputs.name]
    digest = inputs_digest(inputs.hashes, versions()) if entries else ""
    return {
        BriefKey.of_entry(entry): entry["fit"] for entry in entries if entry["inputs"] == digest and entry.get("fit")
    }


def _fitted(order: Order, inputs: Inputs, key: BriefKey, last: Mapping[str, Any] | None) -> FittedBrief:
    """A brief as it would be cleared, by the selection of the `last` fit, or fitted now."""
    template = inputs.templates[key]
    brief = compose_brief(inputs, template, order.edition(inputs.house, "cleared"))
    selection = selection_in(last)
    if selection is not None and last is not None and last.get("pages"):
        document, pages = finish_brief(inputs, brief.cut(selection)), int(last["pages"])
    else:
        fitted = fit_brief(inputs, brief, template, layout_of(inputs))
        if fitted.has_errors:
            raise DocumentError(fitted.problems)
        document, pages, selection = fitted.value.document, fitted.value.laid_out.pages, fitted.value.selection
    fates = fates_of(brief, selection or Selection(), document, {})
    return FittedBrief(key, document, fates, pages, template.front.pages, template.path)
