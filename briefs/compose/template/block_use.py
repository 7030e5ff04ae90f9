"""What can be wrong with the use of a block by a call: asked of the syntax tree, and of each call when it runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefs.compose.looks.block_template import FIGURE, View
from briefs.model.block import Figure
from briefs.model.diagnostics import nearest
from briefs.model.library import Drawn, Library


@dataclass(frozen=True, slots=True)
class Misuse:
    """A wrong use of a block: code, message and hint of its diagnostic."""

    code: str
    message: str
    hint: str


def unknown_block(block_id: str, library: Library) -> Misuse:
    """No block has the id that a template names."""
    return Misuse("block-unknown", f'there is no block "{block_id}"', nearest(block_id, library.blocks))


def misuses(drawn: Drawn, audience: str, call: str, views: Mapping[str, View], library: Library) -> Iterator[Misuse]:
    """What is wrong with printing `drawn` by `call` in the brief for `audience`."""
    kind, view = drawn.block.kind, views.get(call)
    if not (view.accepts(kind) if view is not None else kind != FIGURE):
        printed = "words" if view is None or view.front.prints == "any" else ", ".join(view.front.prints)
        message = f'"{drawn.id}" is a {kind}, and {call}(…) prints {printed}'
        yield Misuse("block-kind", message, _calls_for(drawn, views, library))
    elif view is not None:
        for part in parts_of(drawn, library):
            if part.block.kind not in view.front.draws:
                what = f'"{drawn.id}" is drawn from "{part.id}", a {part.block.kind}'
                message = f"{what}, and {call}(…) draws {', '.join(view.front.draws)}"
                yield Misuse("block-kind", message, _calls_for(drawn, views, library))
                break
    if drawn.block.audiences.get(audience) == "never":
        message = f'"{drawn.id}" is never printed for {audience} ({drawn.place})'
        yield Misuse("block-excluded", message, "take it out, or change its `audiences`")
    for part in parts_of(drawn, library):
        if part.block.audiences.get(audience) == "never":
            message = f'"{part.id}", of which "{drawn.id}" is drawn, is never printed for {audience} ({part.place})'
            yield Misuse("block-excluded", message, "take the figure out, or draw it without that block")


def parts_of(drawn: Drawn, library: Library) -> tuple[Drawn, ...]:
    """The blocks that a figure is drawn from, those that there are; of any other block none."""
    names = drawn.block.of if isinstance(drawn.block, Figure) else ()
    return tuple(library.blocks[name] for name in names if name in library.blocks)


def _calls_for(drawn: Drawn, views: Mapping[str, View], library: Library) -> str:
    kinds = {part.block.kind for part in parts_of(drawn, library)}
    able = [name for name, view in sorted(views.items()) if view.accepts(drawn.block.kind)]
    able = [name for name in able if kinds <= {*views[name].front.draws}]
    able.sort(key=lambda name: views[name].front.prints == "any")
    return f"it is printed by {', '.join(able)}" if able else ""
