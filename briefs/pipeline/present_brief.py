"""What a brief says now: composed from the files as they are, to be compared with an edition that was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefs.finish.acronyms import expansions_for
from briefs.finish.form_spans import form_spans
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import DocumentError
from briefs.model.document import Document
from briefs.model.edition import Template
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.sent_text import SentParagraph
from briefs.model.versions import Status
from briefs.pipeline.copyfit import compose_in_part, finish_brief
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Order


@dataclass(frozen=True, slots=True)
class PresentBrief:
    """What is printed now: paragraphs by key, and texts by unit and form. Nothing is left out for want of room, and
    forms are there both in the report's words and short. `template` is None if there is no such brief any more."""

    template: Template | None = None
    paragraphs: Mapping[str, SentParagraph] = field(default_factory=dict)
    forms: Mapping[tuple[str, str], str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    blocks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def printed(self, unit: str, form: str) -> str | None:
        """What is printed of `form` in `unit`; in any other unit, if it is not in that one; None if nowhere."""
        if (said := self.forms.get((unit, form))) is not None:
            return said
        return next((text for (_, name), text in self.forms.items() if name == form), None)


def present_brief(inputs: Inputs, key: BriefKey, status: Status) -> PresentBrief:
    """The brief `key` of `inputs` as it would be printed in an edition with this status."""
    template = inputs.templates.get(key)
    if template is None:
        return PresentBrief()
    composed = compose_in_part(inputs, template, Order(inputs.project).edition(inputs.house, status)).value
    if composed is None:
        return PresentBrief(template)
    brief = composed.brief
    try:
        documents = [_with_spans(finish_brief(inputs, one), inputs) for one in (brief.full, brief.short)]
    except DocumentError:
        return PresentBrief(template)
    full, short = documents
    forms = {**_forms(short), **_forms(full)}
    paragraphs = {one.key: one for one in sent_paragraphs(full)}
    lines = {unit.name: unit.line for unit in full.units()}
    return PresentBrief(template, paragraphs, forms, lines, {unit.name: unit.blocks for unit in full.units()})


def _with_spans(document: Document, inputs: Inputs) -> Document:
    """`document` with the words of each of its forms."""
    blocks = inputs.library.blocks
    spans = form_spans(document, blocks, expansions_for(document.audience, blocks))
    return replace(document, form_spans=tuple(spans))


def _forms(document: Document) -> dict[tuple[str, str], str]:
    """What is printed of each form in each unit, all pieces of a paragraph together."""
    said: dict[tuple[str, str], str] = {}
    for paragraph in sent_paragraphs(document):
        own: dict[str, str] = {}
        for piece in paragraph.pieces:
            if piece.form:
                own[piece.form] = own.get(piece.form, "") + piece.text
        for form, text in own.items():
            said.setdefault((paragraph.unit, form), text)
    return said
