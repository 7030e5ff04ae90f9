"""How briefs would fit their pages, without building them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefs.model.brief_key import chosen_keys
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError
from briefs.model.fit import Fit
from briefs.pipeline.brief_job import check_names
from briefs.pipeline.copyfit import try_fit
from briefs.pipeline.examination import chosen_reports, examine
from briefs.pipeline.findings import Findings
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Order, silent
from briefs.pipeline.stages import work_through


@dataclass(frozen=True, slots=True)
class TriedFit:
    """How a brief of `report` fits, and the most `words` that it may have, if there is a limit."""

    report: str
    fit: Fit
    words: int | None


def fits(order: Order, pages: int | None = None, words: int | None = None) -> Checked[list[TriedFit]]:
    """How the briefs that `order` asks for fit, or would fit so many pages and words; what does not is a problem.

    Raises DocumentError with all that is wrong with what they are made from; UnknownName; BriefsError.
    """
    chosen = chosen_reports(order.project)
    found = Findings(order.project.templates, chosen.problems)
    reports = found.each(examine, chosen.value)
    check_names(order, reports)

    def tried(inputs: Inputs) -> Checked[list[TriedFit]]:
        """What of `order` is a brief of one report."""
        own = chosen_keys(inputs.templates, order.audiences, order.products)
        checked = [try_fit(inputs, key, pages, words) for key in own]
        limits = (words or inputs.templates[key].front.words for key in own)
        fits = [TriedFit(inputs.name, one.value, limit) for one, limit in zip(checked, limits, strict=True)]
        return Checked(fits, tuple(problem for one in checked for problem in one.problems))

    if found.has_errors():
        raise DocumentError(_all_mistakes(order))
    too_long = Findings(order.project.templates)
    try:
        of_each = too_long.each(tried, reports)
    except DocumentError:
        raise DocumentError(_all_mistakes(order)) from None
    return Checked([fit for fits in of_each for fit in fits], (*chosen.problems, *too_long.all()))


def _all_mistakes(order: Order) -> tuple[Diagnostic, ...]:
    """Everything that keeps `order` from being built; nothing about Word files, which fitting does not need."""
    return work_through(replace(order, formats=("pdf",)), silent).problems
