"""The lists of a brief: one running list for all numbers, and a separate list for each bulleted one."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.render.reference.list_definitions import BULLETS, PARAGRAPHS
from briefs.word.numbering import NumberingPart


class RunningLists:
    """Gives out the numbers of lists (`w:num`), which are added to the numbering part when they are first needed.

    `definitions` has the numbers of the definitions that they follow, by their names.
    """

    def __init__(self, numbering: NumberingPart, definitions: Mapping[str, int]) -> None:
        self._numbering = numbering
        self._definitions = definitions
        self._running = 0
        self._reached: int | None = None

    def running(self, number: int) -> int:
        """The list in which Word's own count has reached `number`: the same list as long as numbers are consecutive."""
        if self._reached is None or number != self._reached + 1:
            self._running = self._numbering.add_list(self._definitions[PARAGRAPHS], number)
        self._reached = number
        return self._running

    def bullets(self) -> int:
        """A new bulleted list."""
        return self._numbering.add_list(self._definitions[BULLETS])
