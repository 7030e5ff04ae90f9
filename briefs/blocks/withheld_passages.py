"""Passages that no block may print: those in a table of names, and those of a block kept from an audience."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from briefs.blocks.block_files import WrittenBlock
from briefs.blocks.drawing_context import DrawingContext
from briefs.model.block import Acronym, BlockBase, Conflict, ParticipantGroup
from briefs.model.block_fields import Anchor, Form, Passage
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.library import Drawn
from briefs.model.same_object import Same
from briefs.model.typesetting import plain
from briefs.text.stems import content_stems

_ALIKE = 0.9
"""Wording with so much in common says the same."""
_FEWEST = 3
"""Fewer words are a label, such as the caption of a figure: it says the same as another only if it is the same."""


def check_names_table(written: WrittenBlock, drawn: Drawn, context: DrawingContext) -> Iterator[Diagnostic]:
    """Check that no anchor points into a table of names. Code: `anchor-into-names`.

    An acronym may, and a group of participants: what is printed is an expansion, or a number. So may a conflict, which
    is not printed.
    """
    if isinstance(written.block, Acronym | Conflict | ParticipantGroup):
        return
    for field, extracts in drawn.extracts.items():
        if any(extract.address in context.rules.name_rows for extract in extracts):
            message = f'{field} of "{drawn.id}" points into a table of names, of which no brief prints a row'
            hint = "point at a passage of the text; participants are counted by blocks of kind participant_group"
            path = ("anchor",) if field == "anchor" else (*field.split("."), "anchor")
            yield Fault("anchor-into-names", message, hint).at(written.place_of(*path))


def check_copies(written: WrittenBlock, drawn: Drawn, context: DrawingContext) -> Iterator[Diagnostic]:
    """Check that a block does not give an audience what another block keeps from it. Code: `block-copied`.

    Two blocks are copies if their anchors are the same, and their wording says the same. Where each is kept from an
    audience that is given the other, they are meant to be two; and a block that nobody is given has another in its
    place.
    """
    own = written.block
    for block in _by_anchor(Same(context.blocks)).get(own.anchor, ()):
        if block.id == own.id:
            continue
        given = _kept_from(block) - _kept_from(own)
        if not context.audiences - _kept_from(block):  # another block says it in its place
            continue
        if given and not _kept_from(own) - _kept_from(block) and _is_alike(own, block):
            names = ", ".join(sorted(given))
            message = f'"{own.id}" says what "{block.id}" does, which {names} must never be given'
            hint = f"write never for {names} in its audiences too, or take the block out"
            yield Fault("block-copied", message, hint).at(written.place_of("id"))


@lru_cache(maxsize=2)
def _by_anchor(blocks: Same[Mapping[str, WrittenBlock]]) -> Mapping[tuple[Anchor, ...], Sequence[BlockBase]]:
    """The blocks with the same anchors."""
    found: dict[tuple[Anchor, ...], list[BlockBase]] = {}
    for written in blocks.value.values():
        found.setdefault(written.block.anchor, []).append(written.block)
    return found


def _kept_from(block: BlockBase) -> Set[str]:
    return {name for name, priority in block.audiences.items() if priority == "never"}


def _is_alike(one: BlockBase, other: BlockBase) -> bool:
    """Whether each form of a block says nothing but what a form of another one does."""
    mine, theirs = list(_forms(one)), list(_forms(other))
    return all(any(_says_the_same(form, its) for its in theirs) for form in mine) if theirs else not mine


def _says_the_same(form: Set[str], its: Set[str]) -> bool:
    return form == its if len(form) < _FEWEST else len(form & its) >= _ALIKE * len(form)


def _forms(block: BlockBase) -> Iterator[Set[str]]:
    """The stems of each wording of a block that was written by hand."""
    for name in type(block).model_fields:
        match getattr(block, name):
            case Form(text=text) | Passage(short=Form(text=text)):
                yield content_stems(plain(text))
            case _:
                pass
