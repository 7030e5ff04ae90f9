"""Stages 3 and 4 for one brief: composed, fitted to its pages, and finished."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from briefs.compose.looks.emphasis import marked_inlines
from briefs.finish.finishing import Finishing, finish
from briefs.fit.budget import FREE_LINES, Budget
from briefs.fit.composed_brief import ComposedBrief, composed_brief
from briefs.fit.copyfitting import Fitted, fit
from briefs.fit.extents import heights_of
from briefs.fit.fates import fates_of
from briefs.fit.heights import UnitHeights
from briefs.fit.needs import needs_of
from briefs.fit.selection import Selection
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Checked
from briefs.model.document import Document
from briefs.model.document_text import unit_words
from briefs.model.edition import Template
from briefs.model.fit import Fate, Fit
from briefs.model.present_step import fits
from briefs.model.sheet import USUAL, Sheet
from briefs.model.versions import Edition
from briefs.pipeline.inputs import Inputs, layout_of
from briefs.pipeline.order import Order

if TYPE_CHECKING:
    from briefs.render.layout import Layout
    from briefs.render.pdf.pages import LaidOut

    LayOutOn: TypeAlias = Callable[[Document, Layout], LaidOut]


@dataclass(frozen=True, slots=True)
class PartialBrief:
    """A brief without the blocks that are `absent`, since they are wrong; unless it `is_whole`, more is missing."""

    brief: ComposedBrief
    absent: frozenset[str]
    is_whole: bool


def compose_brief(inputs: Inputs, template: Template, edition: Edition) -> ComposedBrief:
    """Stage 3: everything that the template asks for. Raises DocumentError."""
    full, short = (inputs.composer.compose(template, edition, in_short) for in_short in (False, True))
    return composed_brief(full, short, inputs.library.blocks)


def compose_in_part(inputs: Inputs, template: Template, edition: Edition) -> Checked[PartialBrief | None]:
    """As `compose_brief`, without what is wrong in the template or its blocks, and the mistakes that show as it runs.

    None if nothing can be known.
    """
    full, short = (inputs.composer.compose_in_part(template, edition, in_short) for in_short in (False, True))
    if full.value is None or short.value is None:
        return Checked(None, (*full.problems, *short.problems))
    brief = composed_brief(full.value.document, short.value.document, inputs.library.blocks)
    return Checked(PartialBrief(brief, full.value.absent, full.value.is_whole), (*full.problems, *short.problems))


def fit_brief(
    inputs: Inputs,
    brief: ComposedBrief,
    template: Template,
    layout: Layout,
    remembered: Selection | None = None,
    lay_out: LayOutOn | None = None,
) -> Checked[Fitted[LaidOut]]:
    """Stage 4 for the cleared edition: as much of `brief` as its pages hold, on A4 and on US Letter.

    A brief is fitted on US Letter, the shorter of the two papers; lines are equally long on both. Large print is not
    fitted: it has the same content, on as many pages as that takes. Another function may stand for the one that lays
    out, and must give the same.
    """
    from briefs.render.pdf import pages  # slow to load, and not needed to compose

    set_on = lay_out or pages.lay_out
    papers = {
        "Letter": lambda document: set_on(document, replace(layout, sheet=Sheet("letter"))),
        "A4": lambda document: set_on(document, replace(layout, sheet=USUAL)),
    }
    fits(f"{inputs.name}: {brief.full.key}", template.front.pages)
    finishing = _finishing(inputs, brief.full.key)
    return fit(brief, template, lambda document: finish(document, finishing), papers, remembered)


def finish_brief(inputs: Inputs, document: Document, cut: Sequence[Fate] = ()) -> Document:
    """The second half of stage 4: `document`, numbered and completed; a draft lists what was `cut`."""
    return finish(document, _finishing(inputs, document.key), cut)


def _finishing(inputs: Inputs, key: BriefKey) -> Finishing:
    """What finishing the brief with this `key` needs."""
    citation, gaps = marked_inlines(inputs.hints.citation), inputs.templates[key].front.gaps
    headings = {section.label: section.heading.text for section in inputs.library.report.sections()}
    return Finishing(inputs.library.blocks, inputs.house, citation, gaps, headings)


def draft_of(inputs: Inputs, template: Template, edition: Edition, fitted: Fitted[LaidOut], how: Fit) -> Document:
    """A brief as another `edition` than the cleared one, which is `fitted`: it has the same selection.

    It lists what was left out and shortened. Raises DocumentError.
    """
    composed = compose_brief(inputs, template, edition)
    return finish_brief(inputs, composed.cut(fitted.selection), how.fates)


def fit_of(
    brief: ComposedBrief, fitted: Fitted[LaidOut], template: Template, lacks: Mapping[str, str] = MappingProxyType({})
) -> Fit:
    """How a brief was fitted, for reports and the manifest; `lacks` says what units lack to be printed, by name."""
    return Fit(
        audience=template.front.audience,
        product=template.front.product,
        pages=fitted.laid_out.pages,
        budget=template.front.pages,
        fill=fitted.laid_out.fill,
        words=unit_words(fitted.document),
        units=sum(1 for _ in fitted.document.units()),
        rooms=fitted.rooms,
        fates=tuple(
            replace(fate, lacks=lacks.get(fate.unit, "")) if fate.fate == "left out" else fate
            for fate in fates_of(brief, fitted.selection, fitted.document, fitted.heights)
        ),
        layouts=fitted.layouts,
        reserved=FREE_LINES,
    )


def try_fit(inputs: Inputs, key: BriefKey, pages: int | None = None, words: int | None = None) -> Checked[Fit]:
    """How the brief with this `key` would fit so many pages and words, with any problems. Raises DocumentError.

    The whole brief is laid out once, so that the size of what is left out is known too, and what it lacks.
    """
    layout = layout_of(inputs)
    brief = compose_brief(inputs, inputs.templates[key], Order(inputs.project).edition(inputs.house, "cleared"))
    template = with_budget(inputs.templates[key], pages, words)
    fitted = fit_brief(inputs, brief, template, layout)
    return fit_with_needs(inputs, brief, template, fitted, heights_of_whole(inputs, brief, layout))


def with_budget(template: Template, pages: int | None, words: int | None) -> Template:
    """`template` with another budget of pages or words; None leaves one as it is written."""
    asked = {name: value for name, value in (("pages", pages), ("words", words)) if value is not None}
    return replace(template, front=template.front.model_copy(update=asked))


def heights_of_whole(inputs: Inputs, brief: ComposedBrief, layout: Layout) -> UnitHeights:
    """The heights of all units of a brief, which is laid out for that before it is cut."""
    from briefs.render.pdf.pages import lay_out

    whole = finish_brief(inputs, brief.full)
    return heights_of(whole, lay_out(whole, layout))


def fit_with_needs(
    inputs: Inputs, brief: ComposedBrief, template: Template, fitted: Checked[Fitted[LaidOut]], heights: UnitHeights
) -> Checked[Fit]:
    """How a brief was fitted, with what each unit that is left out would need; `heights` are those of all units."""
    heights = {**heights, **fitted.value.heights}
    done = replace(fitted.value, heights=heights)
    lacks: Mapping[str, str] = {}
    if not fitted.problems:
        budget, free = Budget(template.front.pages, template.front.words), min(room.usable for room in done.rooms)
        finished = partial(finish_brief, inputs)
        lacks = needs_of(brief, done.selection, finished, budget, heights, free)
    return Checked(fit_of(brief, done, template, lacks), fitted.problems)
