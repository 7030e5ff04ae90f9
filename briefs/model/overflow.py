"""What does not lie where it should on a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overflow:
    """Content that is not within the text area of `page`, counted from 1: its `text`, empty for a picture.

    `unit` is the tag of the unit that it belongs to, if there is one. `beyond` says how far it stands out, in points.
    """

    page: int
    text: str
    unit: str
    beyond: float
