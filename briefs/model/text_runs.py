"""Joining runs of text in inline content that was read, or taken apart, piece by piece."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

from briefs.model.inline import Inline, Text


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """`inlines` with neighbouring texts joined into one, but for those that no line may divide."""
    out: list[Inline] = []
    for inline in inlines:
        previous = out[-1] if out else None
        if _can_be_joined(inline) and _can_be_joined(previous):
            out[-1] = Text(previous.text + inline.text)
        else:
            out.append(inline)
    return tuple(out)


def _can_be_joined(inline: Inline | None) -> TypeGuard[Text]:
    return isinstance(inline, Text) and not inline.is_whole
