"""Checks of the other blocks and the audiences that blocks name."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.blocks.block_files import WrittenBlock
from briefs.blocks.drawing_context import DrawingContext
from briefs.model.block import BlockBase, Conflict, Figure, ParticipantGroup, Proposal, Statement
from briefs.model.diagnostics import Diagnostic, Fault, most_similar, nearest
from briefs.model.library import Drawn

FEW_BLOCKS = 5
"""Up to so many blocks with the same unknown audience, each of them may have misspelt it."""


def check_references(written: WrittenBlock, drawn: Drawn, context: DrawingContext) -> Iterator[Diagnostic]:
    """Check that the blocks which a block names exist and are of the right kind. Code: `reference-unknown`."""
    block = written.block
    for field, name in _references(block):
        if name in context.unreadable:
            continue
        if name not in context.blocks:
            message = f'"{block.id}" names the block "{name}", which does not exist'
            fault = Fault("reference-unknown", message, nearest(name, context.blocks.keys() | context.unreadable))
            yield fault.at(written.place_of(field))
            continue
        other = context.blocks[name].block
        if field == "conflict" and not isinstance(other, Conflict):
            message = f'"{block.id}" names "{name}" as a conflict, but it is a {other.kind}'
            yield Fault("reference-unknown", message).at(written.place_of(field))
        elif field == "counts" and not isinstance(other, ParticipantGroup):
            message = f'"{block.id}" counts "{name}", which is a {other.kind}, not a participant_group'
            yield Fault("reference-unknown", message).at(written.place_of(field))


def _references(block: BlockBase) -> Iterator[tuple[str, str]]:
    """The ids that a block names, each with the location of the field that names it."""
    for conflict in block.conflict:
        yield "conflict", conflict
    if block.with_ is not None:
        yield "with", block.with_
    match block:
        case Proposal(carried=str(carried)):
            yield "carried", carried
        case Statement(counts=names):
            yield from (("counts", name) for name in names)
        case Figure(of=names):
            yield from (("of", name) for name in names)
        case _:
            pass


def check_audiences(written: WrittenBlock, drawn: Drawn, context: DrawingContext) -> Iterator[Diagnostic]:
    """Check that each audience of a block has a template. Code: `audience-unknown`.

    If many blocks name the same unknown audience, or several name one that no other is like, the mistake is in a
    template, and only the first block reports it. If there are no templates at all, this is reported already.
    """
    for audience in written.block.audiences:
        if audience in context.audiences or not context.audiences:
            continue
        naming = context.naming.get(audience, ())
        if len(naming) == 1 or (len(naming) <= FEW_BLOCKS and most_similar(audience, context.audiences)):
            hint = nearest(audience, context.audiences)
            fault = Fault("audience-unknown", f'"{audience}" is not an audience', hint)
        elif naming[0] == written.block.id:
            message = f'{len(naming)} blocks name the audience "{audience}", for which there is no template'
            known = ", ".join(sorted(context.audiences))
            fault = Fault("audience-unknown", message, f"look at `audience` in the templates; they have: {known}")
        else:
            continue
        yield fault.at(written.place_of("audiences", audience))


def check_figure(written: WrittenBlock, drawn: Drawn, context: DrawingContext) -> Iterator[Diagnostic]:
    """Check that a figure shows each block once, no other figure, and no block that is `never` for one of its
    audiences.

    Codes: `field-invalid`, `reference-unknown`, `block-excluded`.
    """
    figure = written.block
    if not isinstance(figure, Figure):
        return
    for index, name in enumerate(figure.of):
        for fault in _part_faults(figure, index, name, context):
            yield fault.at(written.place_of("of", index))


def _part_faults(figure: Figure, index: int, name: str, context: DrawingContext) -> Iterator[Fault]:
    part = context.blocks[name].block if name in context.blocks else None
    if name in figure.of[:index]:
        yield Fault("field-invalid", f'"{figure.id}" is drawn from "{name}" twice', "name it once")
    elif isinstance(part, Figure):
        message = f'"{figure.id}" is drawn from "{name}", which is a figure itself'
        yield Fault("reference-unknown", message, "name the blocks that it is drawn from")
    elif part is not None:
        for audience, priority in figure.audiences.items():
            if priority != "never" and part.audiences.get(audience) == "never":
                message = f'"{figure.id}" is {priority} for {audience}, but "{name}" is never printed for them'
                yield Fault("block-excluded", message, "remove it, or change the `audiences` of one of the two")
