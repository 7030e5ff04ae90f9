"""A finding of the scales: words that say more than their passage."""

from __future__ import annotations

from typing import NamedTuple


class Raised(NamedTuple):
    """Words that say more than a passage, or that leave out what it says.

    `code` is that of the finding, `said` the words of the wording, `has` those of the passage in their place (either is
    empty if there are none of the kind), `sentence` the part of the passage that they are in.
    """

    code: str
    said: str
    has: str
    sentence: str

    @property
    def shown(self) -> str:
        """The part of the passage as messages show it: in quotation marks, cut to what stands around the words that
        count if it is long.
        """
        return f"“{_shortened(self)}”"


_LONG = 160


def differing(owner: str, one: Raised) -> str:
    """What is wrong, for a message: what `owner` says, what the passage says, and the passage."""
    said = f'{owner} says "{one.said}"' if one.said else f"{owner} leaves it out"
    has = f'but its passage says "{one.has}"' if one.has else "which its passage does not say"
    return f"{said}, {has}: {one.shown}"


def _shortened(one: Raised) -> str:
    if len(one.sentence) <= _LONG:
        return one.sentence
    at = max(one.sentence.find(one.has), 0)
    start = max(0, min(at - _LONG // 3, len(one.sentence) - _LONG))
    start = one.sentence.rfind(" ", 0, start) + 1
    end = one.sentence.find(" ", start + _LONG)
    end = len(one.sentence) if end < 0 else end
    return ("… " if start else "") + one.sentence[start:end] + ("" if end == len(one.sentence) else " …")
