"""What can be wrong with the use of a block by a call: asked of the syntax tree, and of each call when it runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefs.compose.views import View
from briefs.model.diagnostics import nearest
from briefs.model.drawn import Drawn, Library


@dataclass(frozen=True, slots=True)
class Misuse:
    """A wrong use of a block: code, message and hint of its diagnostic."""

    code: str
    message: str
    hint: str


def unknown_block(block_id: str, library: Library) -> Misuse:
    """No block has the id that a template names."""
    return Misuse("block-unknown", f'there is no block "{block_id}"', nearest(block_id, library.blocks))


def misuses(drawn: Drawn, audience: str, call: str, views: Mapping[str, View]) -> Iterator[Misuse]:
    """What is wrong with printing `drawn` by `call` in the brief for `audience`."""
    view = views.get(call)
    if view is not None and not view.accepts(drawn.block.kind):
        message = f'"{drawn.id}" is a {drawn.block.kind}, and {call}(…) prints {", ".join(view.front.prints)}'
        yield Misuse("block-kind", message, _calls_for(drawn, views))
    if drawn.block.audiences.get(audience) == "never":
        message = f'"{drawn.id}" is never printed for {audience} ({drawn.place})'
        yield Misuse("block-excluded", message, "take it out, or change its `audiences`")


def _calls_for(drawn: Drawn, views: Mapping[str, View]) -> str:
    able = [name for name, view in sorted(views.items()) if view.accepts(drawn.block.kind)]
    able.sort(key=lambda name: views[name].front.prints == "any")
    return f"it is printed by {', '.join(able)}" if able else ""
