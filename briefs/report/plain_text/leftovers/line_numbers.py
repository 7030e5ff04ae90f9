"""The numbers of lines, in the words of messages."""

from __future__ import annotations

from collections.abc import Sequence

_SHOWN = 4


def listed(numbers: Sequence[int]) -> str:
    """ "line 3"; "lines 3, 9 and 12"; "lines 3, 9, 12, 15 and 20 more"."""
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    first, rest = list(map(str, numbers[:_SHOWN])), len(numbers) - _SHOWN
    if rest > 0:
        return f"lines {', '.join(first)} and {rest} more"
    return f"lines {', '.join(first[:-1])} and {first[-1]}"
