"""What is wrong with a brief of a project in which there are errors already, as far as it can honestly be known.

The brief is composed without what is wrong, and checked; findings that may only be there since something is missing are
left out. So the errors of all stages come in one run, and one cause gives one message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefs.fit.selection import selection_of
from briefs.model.codes import COMPOSING
from briefs.model.diagnostics import Diagnostic, DocumentError, has_errors
from briefs.model.doubts import (
    DOUBTS_OF_TEMPLATES,
    OF_COVERAGE,
    OF_LAYOUT,
    OF_WHOLE_BRIEFS,
    certain,
    doubtful,
)
from briefs.pipeline.brief_job import Job
from briefs.pipeline.checks import check_composed, check_fitted, check_printed, check_unfitted
from briefs.pipeline.copyfit import PartialBrief, compose_in_part, finish_brief, fit_brief, fit_of
from briefs.pipeline.order import Progress

if TYPE_CHECKING:
    from briefs.model.document import Document
    from briefs.pipeline.copyfit import LayOutOn
    from briefs.render.layout import Layout

_WHEREVER = ("name-printed", "affiliation-printed", "relative-date", "glyph-missing")
"""Mistakes of words that are found where they are written, and again in each brief that prints them."""
_TOO_LONG = ("short-too-long", "sentence-too-long")
_LACKING = frozenset({"contents-missing", "section-empty"})
"""What even a brief lacks from which nothing is left out, each lacks."""
BUDGET = frozenset({"pages", "words", "first_page"})
"""Fields of front matter without which a brief cannot be fitted."""


def mistakes_in_part(job: Job, progress: Progress, lay_out: LayOutOn | None = None) -> tuple[Diagnostic, ...]:
    """Everything certain that is wrong with one brief; `lay_out` as for `fit_brief`. Raises BriefsError."""
    if not job.inputs.lacks.are_few:
        return ()
    progress(f"{job.name}: looking for other mistakes")
    composed = compose_in_part(job.inputs, job.template, job.cleared)
    as_draft = compose_in_part(job.inputs, job.template, job.edition).problems if job.edition != job.cleared else ()
    wrong_at = {problem.place for problem in job.inputs.found}
    met = tuple(problem for problem in (*composed.problems, *as_draft) if problem.place not in wrong_at)
    if composed.value is None:  # as lint has said, if the template itself is wrong
        is_known = any(problem.place.path == job.template.path for problem in job.inputs.found)
        return () if is_known else met
    said = {what for problem in job.inputs.found if (what := _what(problem))}
    found = certain(_found(job, composed.value, lay_out), _doubts(job, composed.value))
    return (*met, *(problem for problem in found if _what(problem) not in said))


def _what(problem: Diagnostic) -> tuple[str, str] | None:
    """What is wrong wherever it is printed: words or a character that must not be, or a block that is too long.

    None for any other mistake.
    """
    if problem.code in _TOO_LONG and problem.block:
        return "too-long", problem.block
    named = re.findall(r'"([^"]*)"|(U\+[0-9A-F]+)', problem.message) if problem.code in _WHEREVER else []
    return (problem.code, "".join(named[-1])) if named else None


def _doubts(job: Job, partial: PartialBrief) -> frozenset[str]:
    """The codes of what cannot be known about a brief."""
    is_whole = partial.is_whole and not any(
        problem.place.path == job.template.path and problem.code in COMPOSING for problem in job.inputs.found
    )
    doubts = (
        job.doubts
        | job.inputs.library.doubts
        | job.inputs.lacks.doubts
        | doubtful(DOUBTS_OF_TEMPLATES, job.template.lacks)
    )
    if partial.absent or not is_whole:
        doubts |= OF_WHOLE_BRIEFS
    return doubts if is_whole else doubts | OF_COVERAGE


def _found(job: Job, partial: PartialBrief, lay_out: LayOutOn | None) -> Iterator[Diagnostic]:
    """Everything that checks find in a brief: also what is not certain."""
    layout, brief = job.layout, partial.brief
    if layout is not None and BUDGET.isdisjoint(job.template.lacks):
        wrong = check_composed(job.inputs, finish_brief(job.inputs, brief.full), job.template, layout)
        yield from wrong
        try:
            fitted = _fitted(job, partial, layout, lay_out)
        except DocumentError as error:  # the style sheet cannot be applied
            yield from error.diagnostics
        else:
            yield from certain(fitted, OF_LAYOUT | {"words-lost"} if has_errors(wrong) else frozenset())
            return
    least, most = brief.cut(selection_of(brief.order.steps)), brief.full
    doubts = OF_WHOLE_BRIEFS  # some of what is left out of the least may have room
    yield from certain(_unfitted(job, partial, least), doubts)
    yield from (problem for problem in _unfitted(job, partial, most, is_most=True) if problem.code in _LACKING)


def _unfitted(job: Job, partial: PartialBrief, part: Document, is_most: bool = False) -> tuple[Diagnostic, ...]:
    """What is wrong with a brief, of which nobody knows what there is room for, if it prints this `part`."""
    document = finish_brief(job.inputs, part)
    return check_unfitted(job.inputs, document, job.template, partial.absent, job.is_draft, is_most)


def _fitted(job: Job, partial: PartialBrief, layout: Layout, lay_out: LayOutOn | None) -> tuple[Diagnostic, ...]:
    """What checks find in a brief that can be laid out. Raises DocumentError if the style sheet cannot be applied."""
    inputs, template = job.inputs, job.template
    fitted = fit_brief(inputs, partial.brief, template, layout, job.remembered, lay_out)
    document, laid_out = fitted.value.document, fitted.value.laid_out
    how = fit_of(partial.brief, fitted.value, template)
    from briefs.readback.read_pdf import read_pdf
    from briefs.render.pdf.pages import write_pdf

    pages = read_pdf("", write_pdf(laid_out, document)).body if "pdf" in job.formats else ()
    printed = "\n".join(page.text for page in pages)
    problems = check_printed(inputs, document, laid_out.overflows, template, printed)
    return (*check_fitted(inputs, fitted, template, how, partial.absent, job.is_draft), *problems)
