"""What the first page of a redline has that no edition has."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.model.inline import Inline


@dataclass(frozen=True, slots=True)
class RedlineHead:
    """What a redline has under its masthead: `title` with its changes, if it has any, and a `key` to the marks."""

    title: tuple[Inline, ...] = ()
    key: str = ""


NO_HEAD = RedlineHead()
"""What an edition has of it."""
