"""A block as the page edits it: every value that can be changed, with the passages that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from briefs.model.block import About
from briefs.model.library import ABOUT, Drawn
from briefs.model.priority import PRIORITIES, Priority
from briefs.pipeline.inputs import Inputs
from briefs.preview.answers.editor_links import Links
from briefs.preview.answers.report_passages import passage_views
from briefs.preview.editing.block_source import BlockSource, drawn_block, read_block_source
from briefs.preview.editing.editable_values import AUDIENCES, EditableValue, editable_values
from briefs.preview.editing.value_writing import written_value
from briefs.preview.shown.editing_views import BlockView, FieldView
from briefs.preview.shown.report_views import Use


def block_view(inputs: Inputs, block: str, links: Links, uses: Iterable[Use] = ()) -> BlockView:
    """The block with this id as its file has it now; `uses` are the units that print it.

    Raises UnknownName if the report has no such block, DocumentError if its file cannot be read, and BriefsError if it
    is gone.
    """
    source, drawn = read_block_source(inputs, block), drawn_block(inputs, block)
    return BlockView(
        report=inputs.name,
        block=block,
        kind=source.kind,
        version=source.version,
        link=links.to(source.place_of()),
        text=_text(source, drawn),
        fields=tuple(_field_view(source, one, links) for one in editable_values(source, inputs.audiences)),
        passages=passage_views(inputs.name, inputs.report, tuple(drawn.all_extracts()), links),
        priorities={} if block == ABOUT else {name: _priority(source, name) for name in sorted(inputs.audiences)},
        uses=tuple(uses),
    )


def _field_view(source: BlockSource, value: EditableValue, links: Links) -> FieldView:
    return FieldView(
        name=value.name,
        sort="wording" if value.is_wording else "choice",
        value=written_value(source, value),
        is_written=source.value(value.at) is not None,
        link=links.to(source.place_of(value.at)),
        choices=value.choices if value.is_needed or value.is_wording else ("", *value.choices),
        explained=value.explained,
    )


def _priority(source: BlockSource, audience: str) -> Priority:
    """How much an audience needs the block: could, if nothing that counts is written."""
    written = source.value((AUDIENCES, audience))
    return next((one for one in PRIORITIES if one == written), "could")


def _text(source: BlockSource, drawn: Drawn) -> str:
    """What the block says, by which people know it: its own wording, or else its passage."""
    names = ("text",) if isinstance(drawn.block, About) else ("short", "ask")
    for name in names:
        form = source.value((name,))
        words = form.get("text") if isinstance(form, dict) else form
        if isinstance(words, str) and words.strip():
            return words.strip()
    return drawn.verbatim()
