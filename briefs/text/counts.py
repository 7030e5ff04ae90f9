"""Numbers of things, as English messages tell them."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """A number of things called `noun`, which ends in s when there are several: `1 copy`, `3 copies`, `0 files`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
