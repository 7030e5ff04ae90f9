"""The numbering part: definitions of lists, and the lists that follow them (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

from collections.abc import Collection

from briefs.word.elements import Element, insert_before, qn, remove, value_of, w
from briefs.word.measures import whole_number

NO_LIST = 0
"""The number of a list that says that a paragraph is in none, whatever its style says (17.9.18)."""


class NumberingPart:
    """The definitions and lists in `root` (`w:numbering`); new ones are added there."""

    def __init__(self, root: Element) -> None:
        self.root = root

    def definition(self, name: str) -> int | None:
        """The number of the definition (`w:abstractNum`) with this name; None if there is none.

        Raises ValueError if its number is not one.
        """
        for found in self.root.iterfind(qn("w:abstractNum")):
            if value_of(found.find(qn("w:name"))) == name:
                return whole_number(found, "abstractNumId")
        return None

    def add_definition(self, definition: Element) -> int:
        """Add a definition with the next number, and return it. Raises ValueError if a number there cannot be read."""
        number = self._next("abstractNum", "abstractNumId")
        definition.set(qn("w:abstractNumId"), str(number))
        insert_before(self.root, definition, ("num", "numIdMacAtCleanup"))
        return number

    def add_list(self, definition: int, start: int = 1) -> int:
        """Add a list (`w:num`) that counts from `start`, and return its number.

        Without an override of its own, it would continue counting where the last list of its definition ended. Raises
        ValueError if the number of a list there cannot be read.
        """
        number = self._next("num", "numId")
        override = w("lvlOverride", w("startOverride", val=start), ilvl=0)
        added = w("num", w("abstractNumId", val=definition), override, numId=number)
        insert_before(self.root, added, ("numIdMacAtCleanup",))
        return number

    def remove_picture_bullets(self) -> None:
        """Remove pictures used as bullets, since they are separate parts, which are not copied."""
        for name in ("numPicBullet", "lvlPicBulletId"):
            for found in list(self.root.iter(qn(f"w:{name}"))):
                remove(found)

    def keep_links(self, styles: Collection[str]) -> None:
        """Remove the links of levels to all styles but `styles`, by their ids.

        A style that a level is linked to has its number in some programs, even if the style itself names no list.
        """
        for found in list(self.root.iterfind(f"{qn('w:abstractNum')}/{qn('w:lvl')}/{qn('w:pStyle')}")):
            if value_of(found) not in styles:
                remove(found)

    def _next(self, name: str, attribute: str) -> int:
        used = (whole_number(each, attribute) for each in self.root.iterfind(qn(f"w:{name}")))
        return max(used, default=0) + 1
