"""What is different between two editions of a brief: the marked Document, and a list of its changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefs.model.document import Document

ChangedPlace: TypeAlias = Literal[
    "furniture",  # a line of the masthead or of every page, which a redline lists but does not mark
    "title",
    "about",
    "heading",
    "paragraph",  # a paragraph, or an item of a list
    "caption",
    "column",  # a cell of the header row
    "row",
    "table",  # a whole table
    "figure",
    "note",
    "tag",  # the source tag below a table or figure
]
Alteration: TypeAlias = Literal["reworded", "inserted", "deleted", "moved", "parted", "joined"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different: what it is, and its text in either edition, empty where it is not.

    `section` is the text of the heading above it, and `section_id` the id of what stands below that; both are empty in
    the masthead and of notes. `unit` is the name of its unit in the new
    edition, or else in the old one. `number` is what is printed before it in the new edition, `old_number` in the old
    one: the running number of a paragraph, item, table or figure, or the number of a note. Of something that was moved,
    `old_section` is the heading above which it stood under before. Cells of a row that say
    anything are joined with " | ".
    """

    place: ChangedPlace
    kind: Alteration
    old: str = ""
    new: str = ""
    section: str = ""
    unit: str = ""
    number: int | None = None
    old_number: int | None = None
    old_section: str = ""
    section_id: str = ""


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How many words a redline marks. `common` is the least that the compared pieces have in common, one by one: the
    length of their longest common subsequences; `old` and `new` are all words of these pieces."""

    inserted: int = 0
    deleted: int = 0
    common: int = 0
    old: int = 0
    new: int = 0

    def __add__(self, other: WordCounts) -> WordCounts:
        return WordCounts(
            self.inserted + other.inserted,
            self.deleted + other.deleted,
            self.common + other.common,
            self.old + other.old,
            self.new + other.new,
        )

    @property
    def marked(self) -> int:
        """All words that are marked."""
        return self.inserted + self.deleted

    @property
    def least(self) -> int:
        """The fewest words that can be marked if each piece is compared with the same one."""
        return self.old + self.new - 2 * self.common


@dataclass(frozen=True, slots=True)
class Redline:
    """The new edition with everything marked that is different from the old one, and what that is, in reading order.

    `old` is the old edition as compared: of a draft that was cleared since, without what only drafts have.
    """

    document: Document
    old: Document
    new: Document
    changes: tuple[Difference, ...] = ()
    words: WordCounts = WordCounts()

    @property
    def is_unchanged(self) -> bool:
        """Whether the two editions say the same."""
        return not self.changes
