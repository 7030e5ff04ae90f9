"""Joining runs of text in inline content that was read piece by piece."""

from __future__ import annotations

from collections.abc import Iterable

from briefs.model.inline import Inline, Text


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """`inlines` with neighbouring texts joined into one."""
    out: list[Inline] = []
    for inline in inlines:
        previous = out[-1] if out else None
        if isinstance(inline, Text) and isinstance(previous, Text):
            out[-1] = Text(previous.text + inline.text)
        else:
            out.append(inline)
    return tuple(out)
