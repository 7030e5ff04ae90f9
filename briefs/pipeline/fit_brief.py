"""Stages 3 and 4: a brief composed, fitted to its pages, numbered and collected."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefs.compose.composing import marked_inlines
from briefs.finish.acronyms import expand
from briefs.finish.end_matter import collect
from briefs.finish.numbering import number
from briefs.fit.copyfitting import Fitted, fit, heights_of
from briefs.fit.fates import fates
from briefs.fit.selection import Composed, Selection, composed
from briefs.model.diagnostics import Diagnostic
from briefs.model.document import Document
from briefs.model.document_text import unit_words
from briefs.model.edition import Edition, House, Status, Template
from briefs.model.fit import Fate, Fit
from briefs.model.rendition import FORMATS, Format
from briefs.model.sheet import USUAL, Sheet
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.renditions import read_layout
from briefs.render.layout import Layout
from briefs.render.pdf.pages import LaidOut, lay_out


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built. `sheet` is for PDF and Word: HTML follows the reader's window."""

    audiences: tuple[str, ...] = ()
    formats: tuple[Format, ...] = FORMATS
    status: Status = "draft"
    version: str | None = None
    date: datetime.date | None = None
    sheet: Sheet = USUAL


def edition(house: House, order: Order, status: Status) -> Edition:
    """The edition of `order`, what it leaves open taken from the house."""
    return Edition(status, order.version or house.version, order.date or house.date)


def composed_brief(inputs: Inputs, template: Template, of: Edition) -> Composed:
    """Stage 3: all that the template asks for. Raises DocumentError."""
    return composed(lambda shortened: inputs.composer.compose(template, of, shortened), inputs.library.blocks)


def fit_brief(
    inputs: Inputs, brief: Composed, template: Template, layout: Layout, remembered: Selection | None = None
) -> Fitted[LaidOut]:
    """Stage 4 for the cleared edition: as much of `brief` as its pages hold, on the papers of both sides of the ocean.

    US Letter is the shorter of two papers with one measure, so it is what a brief is fitted on. Large print is not
    fitted: it has what the others have, on as many pages as that takes.
    """
    papers = {
        "Letter": lambda document: lay_out(document, replace(layout, sheet=Sheet("letter"))),
        "A4": lambda document: lay_out(document, replace(layout, sheet=USUAL)),
    }
    return fit(brief, template, lambda document: finished(inputs, document), papers, remembered)


def try_fit(
    inputs: Inputs, audience: str, pages: int | None = None, words: int | None = None
) -> tuple[Fit, tuple[Diagnostic, ...]]:
    """How the brief for `audience` would fit so many pages and words, and what does not. Raises DocumentError.

    All of it is laid out once, so that the size of what is left out is known too.
    """
    template = inputs.templates[audience]
    asked = {name: value for name, value in (("pages", pages), ("words", words)) if value is not None}
    template = replace(template, front=template.front.model_copy(update=asked))
    layout = read_layout(inputs)
    brief = composed_brief(inputs, template, edition(inputs.house, Order(), "cleared"))
    whole = finished(inputs, brief.full)
    fitted = fit_brief(inputs, brief, template, layout)
    heights = {**heights_of(whole, lay_out(whole, layout)), **fitted.heights}
    return fit_of(inputs, brief, replace(fitted, heights=heights), template), fitted.diagnostics


def finished(inputs: Inputs, document: Document, cut: Sequence[Fate] = ()) -> Document:
    """The second half of stage 4: numbered and collected; a draft lists what was `cut`."""
    citation = marked_inlines(inputs.hints.citation)
    blocks, gaps = inputs.library.blocks, inputs.templates[document.audience].front.gaps
    return collect(number(expand(document, blocks)), blocks, inputs.house, citation, cut, gaps)


def fit_of(inputs: Inputs, brief: Composed, fitted: Fitted[LaidOut], template: Template) -> Fit:
    """How a brief was fitted, for reports and the manifest."""
    return Fit(
        report=inputs.seed.name,
        audience=template.front.audience,
        pages=fitted.laid_out.pages,
        budget=template.front.pages,
        fill=fitted.laid_out.fill,
        words=unit_words(fitted.document),
        units=sum(1 for _ in fitted.document.units()),
        rooms=fitted.rooms,
        fates=fates(brief, fitted.selection, fitted.document, fitted.heights),
        layouts=fitted.layouts,
    )
