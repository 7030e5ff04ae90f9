"""What a Word file says, read but not yet recognised: paragraphs and tables in reading order, changes accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefs.word.list_counting import Printed

NoteKind: TypeAlias = Literal["footnote", "endnote"]


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, as far as it says what they are, and their language (BCP 47) in each of the three kinds of script
    that Word knows. `size` is in half points."""

    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    is_capital: bool = False
    is_hidden: bool = False
    is_raised: bool = False
    size: int = 20
    latin: str = ""
    east_asian: str = ""
    complex: str = ""


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The call of a note, by the kind and the id of the note; `mark` is its own sign, if it is not counted."""

    kind: NoteKind
    id: str
    mark: str = ""


@dataclass(slots=True)
class WordRun:
    """Words of one look; or the call of a note, then without words. `is_counted`: they are the number of a page."""

    text: str
    look: Look
    call: NoteCall | None = None
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """That a paragraph is a heading: its level from 1 to 6, by what it was recognised, and how sure that is."""

    level: int
    evidence: str
    certainty: float


@dataclass(slots=True)
class WordParagraph:
    """A paragraph: its style (`style` the name in small letters, `style_name` as people see it), and what it holds.

    `level` is its outline level from 1 to 9, None if it is body text; `is_own_level` says that the paragraph itself
    sets this. `printed` is the number or bullet before it, of the list `list_number`. `left` is its indent in twips,
    `page` the index of the page on which its first words stand (once it `has_words`), `pictures` the alternative texts
    of its pictures, `boxes` the text boxes that hang on it. `heading` is what it was recognised as.
    """

    style: str = ""
    style_name: str = ""
    level: int | None = None
    is_own_level: bool = False
    left: int = 0
    is_centred: bool = False
    runs: list[WordRun] = field(default_factory=list)
    printed: Printed | None = None
    list_number: str = ""
    list_level: int = 0
    page: int = 0
    has_words: bool = False
    is_contents: bool = False
    pictures: list[str] = field(default_factory=list)
    boxes: list[list[Block]] = field(default_factory=list)
    heading: FoundHeading | None = None

    @property
    def words(self) -> str:
        """Its words alone, as they are written."""
        return "".join(run.text for run in self.runs)

    @property
    def is_blank(self) -> bool:
        """Whether it has no words and calls no note."""
        return not any(run.call or run.text.strip() for run in self.runs)

    @property
    def calls(self) -> list[NoteCall]:
        """The notes that it calls, in order."""
        return [run.call for run in self.runs if run.call is not None]


@dataclass(slots=True)
class WordCell:
    """A cell, and how many columns it takes."""

    blocks: list[Block]
    span: int = 1
    has_border: bool = False


@dataclass(slots=True)
class WordRow:
    """A row; `skipped` are the columns before its first cell. `is_head`: it is repeated on each page."""

    cells: list[WordCell]
    skipped: int = 0
    is_head: bool = False


@dataclass(slots=True)
class WordTable:
    """A table; `has_head_look`: its style sets its first row apart."""

    rows: list[WordRow]
    has_borders: bool = False
    has_head_look: bool = False


Block: TypeAlias = WordParagraph | WordTable
"""What stands in a body, a cell, a note or a text box."""


def paragraphs_of(blocks: Iterable[Block], *, with_boxes: bool = False) -> Iterator[WordParagraph]:
    """All paragraphs in blocks, in reading order, with those of tables, and of text boxes after what they hang on."""
    for block in blocks:
        if isinstance(block, WordTable):
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks, with_boxes=with_boxes)
            continue
        yield block
        for box in block.boxes if with_boxes else ():
            yield from paragraphs_of(box, with_boxes=True)
