"""Stages 3 to 6 for every audience: composed, fitted, checked and rendered, in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefs.check.brief import check_brief, check_contents
from briefs.fit.cutting import Selection, translated
from briefs.fit.tracing import trace
from briefs.model.diagnostics import Diagnostic, DocumentError
from briefs.model.fit import Fit
from briefs.model.rendition import Rendition
from briefs.pipeline.fitting import Order, composed_brief, edition, finished, fit_brief, fit_of
from briefs.pipeline.reading import Inputs
from briefs.pipeline.rendering import Progress, missing_characters, read_layout, render
from briefs.render.docx import read_references
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
) -> Built:
    """Stages 3 to 6 for what `order` asks, in memory. Raises DocumentError with all that is wrong.

    `remembered` are the selections, by audience, of a build from the same inputs: see `remember`.
    """
    problems = list(inputs.diagnostics)
    if any(problem.severity == "error" for problem in problems):
        raise DocumentError(problems)
    layout = read_layout(inputs)
    ordered = replace(layout, paper=order.paper, size=14 if order.large_print else 11)
    audiences = order.audiences or tuple(inputs.templates)
    references: Mapping[str, bytes] = {}
    if "docx" in order.formats:
        wanted = [inputs.templates[audience] for audience in audiences]
        references, found = read_references(wanted, inputs.project.templates / "layout", inputs.project.root)
        problems += found
    renditions: list[Rendition] = []
    fits: list[Fit] = []
    for audience in audiences:
        template = inputs.templates[audience]
        try:
            progress(f"{audience}: composing")
            brief = composed_brief(inputs, template, edition(inputs.house, order, "cleared"))
            if found := list(missing_characters(inputs, finished(inputs, brief.full), template, layout)):
                problems += found
                continue
            progress(f"{audience}: fitting {template.front.pages} pages")
            fitted = fit_brief(inputs, brief, template, layout, (remembered or {}).get(audience))
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
            problems += error.diagnostics
            continue
        fits.append(how)
        left_out = {block for fate in how.left_out for block in (*fate.blocks, *fate.parts)}
        problems += fitted.diagnostics
        problems += check_brief(fitted.document, template, inputs.library, inputs.rules, left_out)
        if not fitted.diagnostics:
            problems += check_contents(fitted.document, template)
        if not any(problem.severity == "error" for problem in problems):
            reference = references.get(audience, b"")
            document = trace(document, inputs.library)
            made = render(inputs, document, template, ordered, reference, order.formats, progress, laid_out)
            renditions += (replace(rendition, fit=how) for rendition in made)
    if any(problem.severity == "error" for problem in problems):
        raise DocumentError(problems)
    return Built(tuple(renditions), tuple(fits), tuple(problems))
