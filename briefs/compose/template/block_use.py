"""What can be wrong when a call uses a block: checked in the syntax tree, and again when the call runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefs.compose.looks.block_template import FIGURE, BlockTemplate
from briefs.model.block import Figure
from briefs.model.diagnostics import Fault, nearest
from briefs.model.folding import described
from briefs.model.library import Drawn, Library
from briefs.text.lookalikes import skeleton

_OPTION = re.compile(r"\s*(\w+)\s*=\s*(\w+)\s*")
_SEPARATORS = re.compile(r"[,;\s]+")


def not_an_id(call: str) -> Fault:
    """The fault of a `call` that is given something other than the ids of blocks."""
    return Fault("template-syntax", f"{call}(…) takes block ids in quotation marks", f'as in {{{{ {call}("es.02") }}}}')


def unknown_block(block_id: str, library: Library) -> Fault:
    """The fault of a template that names a block which does not exist."""
    message = f'there is no block "{block_id}"'
    if found := next((one for one in library.blocks if _bare(one) == _bare(block_id)), None):
        return Fault("block-unknown", f"{message}{_difference(found, block_id)}", f'write: "{found}"')
    if option := _OPTION.fullmatch(block_id):
        message = f'the quotation marks of "{block_id}" stand around the name of the option too'
        return Fault("block-unknown", message, f'write: {option[1]}="{option[2]}"')
    parts = _SEPARATORS.split(block_id)
    if len(parts) > 1 and all(part.strip() in library.blocks for part in parts):
        each = ", ".join(f'"{part.strip()}"' for part in parts)
        return Fault("block-unknown", "several ids stand between one pair of quotation marks", f"write: {each}")
    return Fault("block-unknown", message, nearest(block_id, library.ids))


def _difference(block_id: str, typed: str) -> str:
    """What differs between an id and what was typed for it, in words, if that is hard to see."""
    if typed.lower() == block_id:
        return ": ids are written in small letters"
    if strange := next((one for one in typed if not one.isascii()), ""):
        return f": it has {described(strange)}"
    return ": it has a space" if " " in typed else ""


def _bare(block_id: str) -> str:
    """An id without what is easily typed otherwise: capitals, spaces, and signs that look like others."""
    return re.sub(r"[\W_]+", "", skeleton(block_id))


def use_faults(
    drawn: Drawn, audience: str, call: str, block_templates: Mapping[str, BlockTemplate], library: Library
) -> Iterator[Fault]:
    """What is wrong with printing `drawn` by `call` in the brief for `audience`."""
    kind, template = drawn.block.kind, block_templates.get(call)
    if not (template.accepts(kind) if template is not None else kind != FIGURE):
        printed = "words" if template is None or template.front.prints == "any" else ", ".join(template.front.prints)
        message = f'"{drawn.id}" is a {kind}, and {call}(…) prints {printed}'
        yield Fault("block-kind", message, _calls_for(drawn, block_templates, library))
    elif template is not None:
        for part in parts_of(drawn, library):
            if part.block.kind not in template.front.draws:
                what = f'"{drawn.id}" is drawn from "{part.id}", a {part.block.kind}'
                message = f"{what}, and {call}(…) draws {', '.join(template.front.draws)}"
                yield Fault("block-kind", message, _calls_for(drawn, block_templates, library))
                break
    if drawn.block.audiences.get(audience) == "never":
        message = f'"{drawn.id}" is never printed for {audience} ({drawn.place})'
        yield Fault("block-excluded", message, "take it out, or change its `audiences`")
    for part in parts_of(drawn, library):
        if part.block.audiences.get(audience) == "never":
            message = f'"{drawn.id}" is drawn from "{part.id}", which is never printed for {audience} ({part.place})'
            yield Fault("block-excluded", message, "take the figure out, or draw it without that block")


def parts_of(drawn: Drawn, library: Library) -> tuple[Drawn, ...]:
    """The blocks that a figure is drawn from, as far as they exist; none for any other block."""
    names = drawn.block.of if isinstance(drawn.block, Figure) else ()
    return tuple(library.blocks[name] for name in names if name in library.blocks)


def _calls_for(drawn: Drawn, block_templates: Mapping[str, BlockTemplate], library: Library) -> str:
    """A hint that names the calls that can print `drawn`; calls for any kind of block come last."""
    kinds = {part.block.kind for part in parts_of(drawn, library)}
    able = [name for name, template in sorted(block_templates.items()) if template.accepts(drawn.block.kind)]
    able = [name for name in able if kinds <= {*block_templates[name].front.draws}]
    able.sort(key=lambda name: block_templates[name].front.prints == "any")
    return f"it can be printed by {', '.join(able)}" if able else ""
