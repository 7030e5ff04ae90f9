"""The lists of a brief: one running list through it, and a list of its own for each bulleted list."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.render.reference.list_definitions import BULLETS, PARAGRAPHS
from briefs.word.numbering import NumberingPart


class RunningLists:
    """Hands out the numbers of lists (`w:num`), which are added to the numbering part as they are asked for.

    `definitions` has the numbers of the definitions that they follow, by their names.
    """

    def __init__(self, numbering: NumberingPart, definitions: Mapping[str, int]) -> None:
        self._numbering = numbering
        self._definitions = definitions
        self._running = 0
        self._reached: int | None = None

    def running(self, number: int) -> int:
        """The list in which Word's own count has come to `number` here: one list while numbers are consecutive."""
        if self._reached is None or number != self._reached + 1:
            self._running = self._numbering.add_list(self._definitions[PARAGRAPHS], number)
        self._reached = number
        return self._running

    def bullets(self) -> int:
        """A new bulleted list."""
        return self._numbering.add_list(self._definitions[BULLETS])
