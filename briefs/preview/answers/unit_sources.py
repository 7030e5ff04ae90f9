"""Where the words of a brief come from: the line of its template, the lines of blocks, the passages of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefs.model.block_fields import Passage
from briefs.model.diagnostics import Place
from briefs.model.document import Document, FormRef, Unit
from briefs.model.document_text import heading_words
from briefs.model.document_walk import inlines_of_owner, placed_units
from briefs.model.form_wording import forms_of, wording_of
from briefs.model.inline import Inline, inline_text
from briefs.model.library import ABOUT as ABOUT_BLOCK
from briefs.model.library import Drawn
from briefs.model.sent_runs import run_text
from briefs.model.typesetting import typeset
from briefs.model.versions import Status
from briefs.preview.answers.editor_links import Links
from briefs.preview.answers.report_passages import passage_views
from briefs.preview.answers.unit_texts import ABOUT, TITLE, Pointed, pointed_in
from briefs.preview.messages import NotFound
from briefs.preview.shown.brief_views import FormView, UnitView
from briefs.preview.workshop.held import HeldBrief
from briefs.preview.workshop.variants import document_of


def unit_view(brief: HeldBrief, status: Status, name: str, links: Links) -> UnitView:
    """Where the words of what is called `name` (see `unit_texts.py`) come from, or those of a unit that was left out.

    Raises NotFound if the brief has no such thing.
    """
    document = document_of(brief, status)
    one = pointed_in(document).get(name)
    if one is None:
        document = brief.settled.composed.full
        one = _left_out(document, name)
    forms = _forms(brief, document, one, links)
    return UnitView(
        brief=brief.id,
        unit=name,
        place=one.place,
        text=one.text,
        weight=one.unit.weight if one.unit else "must",
        template=links.to(_asked_for(brief, one)),
        forms=forms,
        others=tuple(_others(brief, one.unit, links)) if one.unit else (),
    )


def _left_out(whole: Document, name: str) -> Pointed:
    """A unit of the brief as it is before it is cut."""
    one = pointed_in(whole).get(name)
    if one is None or one.unit is None or one.section is None:
        raise NotFound("this is not in the brief any more")
    return replace(one, place=f"left out of the section “{heading_words(one.section.heading)}”")


def _asked_for(brief: HeldBrief, one: Pointed) -> Place:
    """Where the template asks for it; what it does not ask for, the program adds: then, the template as a whole."""
    template = brief.job.template
    if one.name == TITLE:
        return template.place_of("title")
    if one.unit is not None:
        return template.place(one.unit.line)
    return template.place(one.section.line if one.section else 0)


def _forms(brief: HeldBrief, document: Document, one: Pointed, links: Links) -> tuple[FormView, ...]:
    if one.name == ABOUT:
        return tuple(_about(brief, document, links))
    if one.unit is None:
        return ()
    blocks, printed = brief.inputs.library.blocks, _printed(document, one.unit)
    return tuple(
        form_view(brief, blocks[form.block], form, links, printed.get(str(form), ""))
        for form in dict.fromkeys(one.unit.forms)
        if form.block in blocks
    )


def _others(brief: HeldBrief, unit: Unit, links: Links) -> Iterator[FormView]:
    """The forms of its blocks that a unit does not print."""
    blocks = brief.inputs.library.blocks
    for block in unit.printed:
        for form in forms_of(blocks[block]) if block in blocks else ():
            if form not in unit.forms and wording_of(blocks[block], form):
                yield form_view(brief, blocks[block], form, links)


def _about(brief: HeldBrief, document: Document, links: Links) -> Iterator[FormView]:
    if (drawn := brief.inputs.library.about) is not None:
        text = inline_text(document.furniture.about)
        yield form_view(brief, drawn, FormRef(ABOUT_BLOCK, "text"), links, text)


def form_view(brief: HeldBrief, drawn: Drawn, form: FormRef, links: Links, printed: str = "") -> FormView:
    """A form of a block, as it is `printed` or, if it is not, as it would be; with the passages that it rests on."""
    value = getattr(drawn.block, form.field, None)
    is_quoted = form.is_verbatim or isinstance(value, Passage)
    written = wording_of(drawn, form) or ("" if value is None else str(value))
    return FormView(
        block=drawn.id,
        kind=getattr(drawn.block, "kind", ABOUT_BLOCK),
        field=form.field,
        wording="quoted" if is_quoted else "edited",
        text=printed or typeset(written),
        link=links.to(drawn.place_of("anchor" if form.is_verbatim else form.field)),
        passages=passage_views(brief.inputs.name, brief.inputs.report, drawn.resting_on(form.field), links),
    )


def _printed(document: Document, unit: Unit) -> Mapping[str, str]:
    """What a unit prints of each of its forms, by the form; nothing of forms whose words are only in a picture."""
    runs = _runs(document, unit)
    printed: dict[str, str] = {}
    for span in document.form_spans:
        if span.unit == unit.name:
            words = run_text(runs[span.run])[span.start : span.end]
            printed[span.form] = " ".join(filter(None, (printed.get(span.form), words)))
    return printed


def _runs(document: Document, unit: Unit) -> Sequence[tuple[Inline, ...]]:
    for placed in placed_units(document.sections):
        if placed.unit.name == unit.name:
            return inlines_of_owner(placed.owner)
    return next(((note.children,) for note in document.notes if note.unit.name == unit.name), ())
