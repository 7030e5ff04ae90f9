"""Stages 3 and 4 for one brief, with all checks that need no file: what it says, settled before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.copyfitting import Fitted
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, has_errors
from briefs.model.document import Document
from briefs.model.fit import Fit
from briefs.model.library import Drawn, says_the_same
from briefs.model.memory import FORGETFUL, Forgetful, Memory
from briefs.model.same_object import Same
from briefs.model.sheet import USUAL, Sheet
from briefs.pipeline.brief_job import Job
from briefs.pipeline.brief_materials import brief_name, fonts_of, materials_of_brief, materials_of_findings, recorded_in
from briefs.pipeline.checks import check_composed, check_fitted, check_printed
from briefs.pipeline.copyfit import compose_brief, draft_of, finish_brief, fit_brief, fit_of
from briefs.pipeline.known_layouts import KnownLayouts, remembered_layouts
from briefs.pipeline.order import Progress
from briefs.pipeline.partial_checks import mistakes_in_part
from briefs.text.counts import counted

if TYPE_CHECKING:
    from briefs.pipeline.copyfit import LayOutOn
    from briefs.render.layout import Layout
    from briefs.render.pdf.pages import LaidOut

NO_BLOCKS: Mapping[str, Drawn] = MappingProxyType({})
"""In place of blocks, which may be other ones later."""


@dataclass(frozen=True, slots=True)
class SettledBrief:
    """A brief that can be rendered: everything that its template asks for; the cleared edition, `fitted` to its pages;
    how it fits; and the `document` of the edition that was ordered."""

    composed: ComposedBrief
    fitted: Fitted[LaidOut]
    fit: Fit
    document: Document


@dataclass(frozen=True, slots=True)
class Made:
    """A brief, as far as it can be made (None: not at all; without `document`: not in the edition that was ordered),
    and what is wrong with it: as composed, as fitted, and in the edition that was ordered."""

    composed: tuple[Diagnostic, ...] = ()
    brief: SettledBrief | None = None
    fitted: tuple[Diagnostic, ...] = ()
    ordered: tuple[Diagnostic, ...] = ()
    is_whole: bool = False

    def is_faultless(self) -> bool:
        """Whether it says nothing of the lines on which blocks are written."""
        return self.is_whole and not (self.composed or self.fitted or self.ordered)


def settle_brief(job: Job, progress: Progress, memory: Memory = FORGETFUL) -> Checked[SettledBrief | None]:
    """One brief before it is rendered, with all mistakes in it; None instead of a brief that has errors.

    What `memory` knows to be made from the same is not made again, nor laid out again.
    """
    name, blocks, materials = brief_name(job), job.inputs.library.blocks, materials_of_findings(job)

    def mistakes() -> tuple[Diagnostic, ...]:
        lay_out = _lay_out(job, progress, memory, _known_layouts(job, memory))
        return memory.recall(("mistakes", name), materials, lambda: mistakes_in_part(job, progress, lay_out))

    if job.layout is None or not job.renders:
        return Checked(None, mistakes())
    try:
        made = recall_made(job, progress, memory)
    except DocumentError:
        return Checked(None, mistakes())
    problems = made.composed
    if made.brief is None:
        return Checked(None, (*problems, *mistakes()))
    known = made.brief
    brief = memory.recall(("brief", name), (Same(made), Same(blocks)), lambda: _with_blocks(known, blocks))
    problems += memory.recall(("findings", name), (Same(made), materials), lambda: _findings(job, made, brief))
    if not made.is_whole:
        return Checked(None, (*problems, *mistakes()))
    problems += made.ordered
    return Checked(None if has_errors(problems) else brief, problems)


def settled_document(job: Job, memory: Memory) -> Document | None:
    """The brief as it would be made now, if `memory` has it."""
    name, blocks = ("made", brief_name(job)), job.inputs.library.blocks
    made: Made | None = memory.recalled_traced(name, materials_of_brief(job), blocks, says_the_same)
    return None if made is None or made.brief is None else made.brief.document


def keep_settled(job: Job, memory: Memory) -> None:
    """Keep in `memory` what it has of a brief, although mistakes keep it from being made now."""
    for what in ("made", "brief", "findings", "rendered"):
        memory.keep((what, brief_name(job)))
    memory.keep(("same", ("report", job.inputs.seed)))


def recall_made(job: Job, progress: Progress, memory: Memory) -> Made:
    """The brief as far as it can be made. It looks up blocks, and what they say decides, not where they are written.

    Raises DocumentError if it cannot be composed.
    """

    def make(blocks: Mapping[str, Drawn]) -> Made:
        return _made(recorded_in(job, blocks), progress, memory)

    name, blocks = ("made", brief_name(job)), job.inputs.library.blocks
    return memory.recall_traced(name, materials_of_brief(job), blocks, make, says_the_same, Made.is_faultless)


def _made(job: Job, progress: Progress, memory: Memory) -> Made:
    inputs, template, layout = job.inputs, job.template, job.layout
    assert layout is not None
    progress(f"{job.name}: composing")
    composed = compose_brief(inputs, template, job.cleared)  # 3. compose
    wrong = check_composed(inputs, finish_brief(inputs, composed.full), template, layout)
    if has_errors(wrong):
        return Made()
    progress(f"{job.name}: fitting {counted(template.front.pages, 'page')}")
    known = _known_layouts(job, memory)
    if job.remembered is None and (selection := known.selection_of(composed)) is not None:
        known.lay_out_first(finish_brief(inputs, composed.cut(selection)), layout, fonts_of(inputs))
    lay_out = _lay_out(job, progress, memory, known)
    try:
        checked = fit_brief(inputs, composed, template, layout, job.remembered, lay_out)  # 4. fit: the cleared edition
    except DocumentError:
        return Made(wrong)
    fitted = checked.value
    if job.edition != job.cleared and isinstance(memory, Forgetful):  # nobody prints these pages
        fitted = replace(fitted, laid_out=fitted.laid_out.without_pages())
    known.keep(fitted.selection, in_cache=isinstance(memory, Forgetful))
    document, how = fitted.document, fit_of(composed, fitted, template)
    brief = SettledBrief(replace(composed, blocks=NO_BLOCKS), fitted, how, document)
    ordered: tuple[Diagnostic, ...] = ()
    try:
        if job.edition != job.cleared:
            document = draft_of(inputs, template, job.edition, fitted, how)
            ordered = check_composed(inputs, document, template, layout)
    except DocumentError:
        return Made(wrong, brief, checked.problems)
    return Made(wrong, replace(brief, document=document), checked.problems, ordered, is_whole=True)


def _findings(job: Job, made: Made, brief: SettledBrief) -> tuple[Diagnostic, ...]:
    """6. check: what is wrong with the cleared edition, and with its pages."""
    inputs, template, fitted = job.inputs, job.template, brief.fitted
    found = check_fitted(inputs, Checked(fitted, made.fitted), template, brief.fit, is_draft=job.is_draft)
    return (*found, *check_printed(inputs, fitted.document, fitted.laid_out.overflows, template))


def _with_blocks(brief: SettledBrief, blocks: Mapping[str, Drawn]) -> SettledBrief:
    return replace(brief, composed=replace(brief.composed, blocks=blocks))


def _measured(laid_out: LaidOut, sheet: Sheet) -> LaidOut:
    """What is needed of a trial that will not be printed: its pages themselves take much memory."""
    return laid_out if sheet == USUAL else replace(laid_out, rendering=None, html=None)


def _known_layouts(job: Job, memory: Memory) -> KnownLayouts:
    """What is known of layouts of a brief: by `memory`, or from an earlier process."""
    root, key = job.inputs.project.root.resolve(), job.template.front.key
    names = (str(root), job.inputs.name, repr(key))
    return KnownLayouts.of(*names) if isinstance(memory, Forgetful) else remembered_layouts(*names)


def _lay_out(job: Job, progress: Progress, memory: Memory, known: KnownLayouts) -> LayOutOn:
    """A function that lays out trials of a brief, each once as long as `memory` knows it."""
    fonts = fonts_of(job.inputs)

    def lay_out(document: Document, layout: Layout) -> LaidOut:
        progress(f"{job.name}: laying out")
        if isinstance(memory, Forgetful):
            return known.lay_out(document, layout, fonts)
        units = tuple((unit.name, unit.forms) for unit in document.units())
        kept = memory.recall(
            ("laid out", brief_name(job), layout.sheet, units),
            (document, layout, fonts),
            lambda: _measured(known.lay_out(document, layout, fonts), layout.sheet),
        )
        return kept

    return lay_out
