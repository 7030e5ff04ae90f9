"""Stages 3 to 6 for every audience: composed, fitted, checked and rendered, in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefs.check.brief import check_brief, check_contents
from briefs.finish.origins import trace
from briefs.fit.selection import Selection
from briefs.model.diagnostics import Diagnostic, DocumentError
from briefs.model.edition import Template
from briefs.model.fit import Fit
from briefs.model.rendition import Rendition
from briefs.pipeline.fit_brief import Order, composed_brief, edition, finished, fit_brief, fit_of
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.renditions import Progress, missing_characters, read_layout, render
from briefs.pipeline.several_reports import named, raise_errors
from briefs.pipeline.workers import shared
from briefs.render.docx import read_references
from briefs.render.layout import Layout
from briefs.render.pdf.engine import give_cache
from briefs.render.pdf.pages import LaidOut


@dataclass(frozen=True, slots=True)
class Built:
    """What was built, in memory: renditions, how each brief fits, and warnings."""

    renditions: tuple[Rendition, ...]
    fits: tuple[Fit, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Task:
    """A brief to be built, and what it shares with the others of its report."""

    inputs: Inputs
    template: Template
    layout: Layout
    references: Mapping[str, bytes]
    remembered: Selection | None


def build(
    inputs: Inputs,
    order: Order,
    progress: Progress = lambda message: None,
    remembered: Mapping[str, Selection] | None = None,
    in_two: bool = False,
) -> Built:
    """`build_all` for one report."""
    return build_all((inputs,), order, progress, (remembered or {},), in_two)


def build_all(
    reports: Sequence[Inputs],
    order: Order,
    progress: Progress,
    remembered: Sequence[Mapping[str, Selection]],
    in_two: bool,
) -> Built:
    """Stages 3 to 6 for what `order` asks of each report, in memory. Raises DocumentError with all that is wrong.

    `remembered` are for each report the selections, by audience, of a build from the same inputs: see `remember`.
    `in_two` shares the work with a second process, see `briefs.pipeline.workers`; what is built is the same.
    """
    templates = reports[0].project.templates
    problems = {inputs.seed.name: list(inputs.diagnostics) for inputs in reports}
    raise_errors(list(problems.items()), templates)
    tasks: list[_Task] = []
    for inputs, selections in zip(reports, remembered, strict=True):
        layout = read_layout(inputs)
        audiences = [name for name in order.audiences or inputs.templates if name in inputs.templates]
        references: Mapping[str, bytes] = {}
        if "docx" in order.formats:
            wanted = [inputs.templates[audience] for audience in audiences]
            references, wrong = read_references(wanted, inputs.project.templates / "layout", inputs.project.root)
            problems[inputs.seed.name] += wrong
        for name in audiences:
            tasks.append(_Task(inputs, inputs.templates[name], layout, references, selections.get(name)))
    if any(problem.severity == "error" for wrong in problems.values() for problem in wrong):
        order = replace(order, formats=())  # find what else is wrong, and render nothing

    def brief(task: _Task, progress: Progress) -> Built:
        report = f"{task.inputs.seed.name}, " if len(reports) > 1 else ""
        return _build_brief(task, order, lambda message: progress(report + message))

    if in_two:
        give_cache()  # once, for both processes
        briefs = list(shared(brief, tasks, [task.template.front.pages for task in tasks], progress))
    else:
        briefs = [brief(task, progress) for task in tasks]
    for task, one in zip(tasks, briefs, strict=True):
        problems[task.inputs.seed.name] += one.diagnostics
    found = list(problems.items())
    raise_errors(found, templates)
    renditions = tuple(rendition for one in briefs for rendition in one.renditions)
    return Built(renditions, tuple(fit for one in briefs for fit in one.fits), tuple(named(found, templates)))


def _build_brief(task: _Task, order: Order, progress: Progress) -> Built:
    """One brief, with all that is wrong with it; without renditions if that has errors."""
    inputs, template, layout = task.inputs, task.template, task.layout
    audience = template.front.audience
    ordered = replace(layout, sheet=order.sheet)
    problems: list[Diagnostic] = []
    try:
        progress(f"{audience}: composing")
        brief = composed_brief(inputs, template, edition(inputs.house, order, "cleared"))
        if found := list(missing_characters(inputs, finished(inputs, brief.full), template, layout)):
            return Built((), (), tuple(found))
        progress(f"{audience}: fitting {template.front.pages} pages")
        fitted = fit_brief(inputs, brief, template, layout, task.remembered)
        document = fitted.document
        laid_out: LaidOut | None = fitted.laid_out if ordered == layout else None
        how = fit_of(inputs, brief, fitted, template)
        if order.status == "draft":
            laid_out = None
            draft = composed_brief(inputs, template, edition(inputs.house, order, "draft"))
            document = finished(inputs, draft.cut(fitted.selection), how.fates)
            problems += missing_characters(inputs, document, template, layout)
    except DocumentError as error:
        return Built((), (), (*problems, *error.diagnostics))
    left_out = {block for fate in how.left_out for block in (*fate.blocks, *fate.parts)}
    problems += fitted.diagnostics
    problems += check_brief(fitted.document, template, inputs.library, inputs.rules, left_out)
    if not fitted.diagnostics:
        problems += check_contents(fitted.document, template)
    if any(problem.severity == "error" for problem in problems):
        return Built((), (), tuple(problems))
    reference = task.references.get(audience, b"")
    document = trace(document, inputs.library)
    made = render(inputs, document, template, ordered, reference, order.formats, progress, laid_out)
    return Built(tuple(replace(rendition, fit=how) for rendition in made), (how,), tuple(problems))
