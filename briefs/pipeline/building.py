"""Stages 3 to 6 for every audience: composed, fitted, checked and rendered, in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefs.check.brief import check_brief, check_contents
from briefs.fit.cutting import Selection, translated
from briefs.fit.tracing import trace
from briefs.model.diagnostics import Diagnostic, DocumentError
from briefs.model.edition import Template
from briefs.model.fit import Fit
from briefs.model.rendition import Rendition
from briefs.pipeline.fitting import Order, composed_brief, edition, finished, fit_brief, fit_of
from briefs.pipeline.reading import Inputs
from briefs.pipeline.rendering import Progress, missing_characters, read_layout, render
from briefs.pipeline.sharing import shared
from briefs.render.docx import read_references
from briefs.render.engine import give_cache
from briefs.render.layout import Layout
from briefs.render.pdf import LaidOut


@dataclass(frozen=True, slots=True)
class Built:
    """What was built, in memory: renditions, how each brief fits, and warnings."""

    renditions: tuple[Rendition, ...]
    fits: tuple[Fit, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def build(
    inputs: Inputs,
    order: Order,
    progress: Progress = lambda message: None,
    remembered: Mapping[str, Selection] | None = None,
    in_two: bool = False,
) -> Built:
    """Stages 3 to 6 for what `order` asks, in memory. Raises DocumentError with all that is wrong.

    `remembered` are the selections, by audience, of a build from the same inputs: see `remember`. `in_two` shares the
    work with a second process, see `briefs.pipeline.sharing`; what is built is the same.
    """
    problems = list(inputs.diagnostics)
    if any(problem.severity == "error" for problem in problems):
        raise DocumentError(problems)
    layout = read_layout(inputs)
    audiences = order.audiences or tuple(inputs.templates)
    references: Mapping[str, bytes] = {}
    if "docx" in order.formats:
        wanted = [inputs.templates[audience] for audience in audiences]
        references, found = read_references(wanted, inputs.project.templates / "layout", inputs.project.root)
        problems += found
    if any(problem.severity == "error" for problem in problems):
        order = replace(order, formats=())  # find what else is wrong, and render nothing

    def brief(audience: str, progress: Progress) -> Built:
        selection = (remembered or {}).get(audience)
        return _build_brief(inputs, order, layout, inputs.templates[audience], references, selection, progress)

    if in_two:
        give_cache()  # once, for both processes
        pages = [inputs.templates[audience].front.pages for audience in audiences]
        briefs = list(shared(brief, audiences, pages, progress))
    else:
        briefs = [brief(audience, progress) for audience in audiences]
    problems += (problem for one in briefs for problem in one.diagnostics)
    if any(problem.severity == "error" for problem in problems):
        raise DocumentError(problems)
    renditions = tuple(rendition for one in briefs for rendition in one.renditions)
    return Built(renditions, tuple(fit for one in briefs for fit in one.fits), tuple(problems))


def _build_brief(
    inputs: Inputs,
    order: Order,
    layout: Layout,
    template: Template,
    references: Mapping[str, bytes],
    remembered: Selection | None,
    progress: Progress,
) -> Built:
    """One brief, with all that is wrong with it; without renditions if that has errors."""
    audience = template.front.audience
    ordered = replace(layout, paper=order.paper, size=14 if order.large_print else 11)
    problems: list[Diagnostic] = []
    try:
        progress(f"{audience}: composing")
        brief = composed_brief(inputs, template, edition(inputs.house, order, "cleared"))
        if found := list(missing_characters(inputs, finished(inputs, brief.full), template, layout)):
            return Built((), (), tuple(found))
        progress(f"{audience}: fitting {template.front.pages} pages")
        fitted = fit_brief(inputs, brief, template, layout, remembered)
        document = fitted.document
        laid_out: LaidOut | None = fitted.laid_out if ordered == layout else None
        how = fit_of(brief, fitted, template)
        if order.status == "draft":
            laid_out = None
            draft = composed_brief(inputs, template, edition(inputs.house, order, "draft"))
            selection = translated(fitted.selection, brief.full, draft.full)
            document = finished(inputs, draft.cut(selection), how.fates)
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
    reference = references.get(audience, b"")
    document = trace(document, inputs.library)
    made = render(inputs, document, template, ordered, reference, order.formats, progress, laid_out)
    return Built(tuple(replace(rendition, fit=how) for rendition in made), (how,), tuple(problems))
