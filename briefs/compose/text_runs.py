"""Runs of text in inline content that readers put together piece by piece."""

from __future__ import annotations

from collections.abc import Iterable

from briefs.model.inline import Inline, Text


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """`inlines` with texts that follow each other as one."""
    out: list[Inline] = []
    for inline in inlines:
        previous = out[-1] if out else None
        if isinstance(inline, Text) and isinstance(previous, Text):
            out[-1] = Text(previous.text + inline.text)
        else:
            out.append(inline)
    return tuple(out)
