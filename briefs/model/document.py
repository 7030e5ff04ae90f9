"""The Document: what a brief says, in order, independent of how it looks.

It is a small closed set of elements, all immutable. Composing makes it, fitting cuts it, finishing completes it, and
three renderers translate it. Whatever it cannot express is an error, never a silent loss.

In a redline, which is a Document too, elements say by their `change` that they were inserted or deleted as a whole,
with everything in them; a paragraph or item says by its `end` that only its end was: it was parted from the next one,
or joined with it. In all other Documents both are None.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefs.model.brief_key import BRIEF, BriefKey
from briefs.model.cleared_by import ClearedBy
from briefs.model.figure import Graphic
from briefs.model.inline import Inline, Text
from briefs.model.mark import Change
from briefs.model.page_furniture import Furniture, Properties
from briefs.model.provenance import Context, FormSource, FormSpan, Origin, SourceFile

# Units

Weight: TypeAlias = Literal["must", "should", "could"]
"""How much a brief needs a unit: "could" is left out first, "must" never."""


@dataclass(frozen=True, slots=True, order=True)
class FormRef:
    """A form of a block: `field` is `short`, `ask`, `verbatim`, or a field or passage (`basis`, `basis.short`)."""

    block: str
    field: str

    def __str__(self) -> str:
        return f"{self.block}/{self.field}"

    @classmethod
    def parse(cls, text: str) -> FormRef:
        """The form that `text` (`ben.states/basis.short`) names."""
        block, _, field = text.partition("/")
        return cls(block, field)

    @property
    def is_verbatim(self) -> bool:
        """Whether it is the block's passage in the report's own words."""
        return self.field == "verbatim"


@dataclass(frozen=True, slots=True)
class Unit:
    """One use of one or more blocks: what is numbered, cut, traced and wrapped in a Word control.

    `name` is its identity (see `briefs.model.unit_names`), which stays the same when other units come, go, move or are
    cut. `tag` is its short mark in one edition, printed in files: `u1`, `u2` … in reading order, as composed. `blocks`
    are ids; empty only for furniture. `number` is the printed running number (None if it has none of its own: a table
    row has that of its table). `sources` are addresses in the report, `labels` their printed forms. `forms` are the
    forms that it prints. `verbatim` says that it prints the report's own words. `weight` decides what is left out first
    when the brief is too long. `parts` are the blocks that a figure among its blocks is drawn from; they are traced
    with it, but messages name the figure. `line` is its line in the template.
    """

    tag: str
    name: str
    blocks: tuple[str, ...] = ()
    number: int | None = None
    sources: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    forms: tuple[FormRef, ...] = ()
    verbatim: bool = False
    weight: Weight = "could"
    parts: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def printed(self) -> tuple[str, ...]:
        """All blocks that it prints something of."""
        return (*self.blocks, *self.parts)


# Block elements

ParagraphRole: TypeAlias = Literal[
    "body",  # a paragraph of the brief; numbered when it is a unit
    "intro",  # introduces the list or table after it; not a unit
    "quote",  # a display quotation
    "attribution",  # who said it
    "tag",  # the source tags of the table before it (draft)
    "small",  # end matter: limits, contact
]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `unit` is None for furniture and introductions."""

    children: tuple[Inline, ...]
    role: ParagraphRole = "body"
    unit: Unit | None = None
    change: Change | None = None
    end: Change | None = None

    @property
    def owners(self) -> tuple[Paragraph, ...]:
        """What in it can print a unit: it alone."""
        return (self,)


@dataclass(frozen=True, slots=True)
class Item:
    """A list item; its unit's running number stands in place of a bullet."""

    children: tuple[Inline, ...]
    unit: Unit | None = None
    change: Change | None = None
    end: Change | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list. `numbered`: items carry the brief's running numbers; `plain`: bullets (furniture, boxes)."""

    items: tuple[Item, ...]
    style: Literal["numbered", "plain"] = "numbered"

    @property
    def owners(self) -> tuple[Item, ...]:
        """The elements in it that can print a unit: its items."""
        return self.items


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `header` marks a row heading."""

    children: tuple[Inline, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, never split across pages."""

    cells: tuple[Cell, ...]
    unit: Unit | None = None
    change: Change | None = None


SHORT_TABLE = 4
"""The most rows of a table that fits on any page and should not be divided."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `caption` with the running number `number`, one header row (repeated), rows that are units.

    `widths` are shares of the text width in per cent, one per column, or empty for automatic; `style` is a word that
    style sheets may use ("checklist", "sources", "clearance", "calendar", …). If it `is_list`, it is a list with
    columns: its rows have the running numbers, as items do, and it needs no caption.
    """

    caption: tuple[Inline, ...]
    columns: tuple[tuple[Inline, ...], ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()
    number: int | None = None
    style: str = ""
    is_list: bool = False
    change: Change | None = None

    @property
    def owners(self) -> tuple[Row, ...]:
        """The elements in it that can print a unit: its rows."""
        return self.rows

    @property
    def stays_whole(self) -> bool:
        """Whether the table must not be divided across pages: it is short, or is to be signed."""
        return len(self.rows) <= SHORT_TABLE or self.style == "clearance"


@dataclass(frozen=True, slots=True)
class Figure:
    """A graphic with its caption, which is printed above it; renderers draw it, and print its `alternative_text`."""

    graphic: Graphic
    caption: tuple[Inline, ...]
    unit: Unit | None = None
    change: Change | None = None

    @property
    def owners(self) -> tuple[Figure, ...]:
        """What in it can print a unit: it alone."""
        return (self,)


Content: TypeAlias = Paragraph | List | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (level 2 or 3; the title is level 1) and what follows it. Sections are the only containers.

    `style`: "decision" and "box" are boxed, "end" is end matter in small type, "" is plain. `cut`: its turn when units
    are left out, from 1; None: after all sections that have a turn; a subsection without one has that of its section.
    `keep`: how many of its units stay in any case, including those of its subsections. `line`: its line in the
    template.
    """

    heading: tuple[Inline, ...]
    content: tuple[Content, ...]
    id: str = ""
    level: Literal[2, 3] = 2
    style: Literal["", "decision", "box", "end"] = ""
    cut: int | None = None
    keep: int = 0
    page_break: bool = False
    line: int = field(default=0, compare=False)
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote with the blocks it was made from; `id` is the block that calls name, `number` is set by numbering."""

    id: str
    unit: Unit
    children: tuple[Inline, ...]
    number: int = 0
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One brief, whole. `audience` says whom it is for ("ministers"), `product` what it is ("brief", "checklist");
    `title` is its first heading.

    `origins` say what its units rest on, for the record; `form_sources` say it form by form, with places in the
    report's file, `source`. `form_spans` say which of its words are those of which form. `contexts` show the passages
    to those who clear a draft; they are empty in a cleared edition, which holds only those words of the report that it
    prints. `clearances` say which offices have cleared it. `marked_title` is the title with its changes, in a redline
    in which it changed.
    """

    audience: str
    title: str
    furniture: Furniture
    properties: Properties
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    origins: tuple[Origin, ...] = ()
    contexts: tuple[Context, ...] = ()
    product: str = BRIEF
    source: SourceFile | None = None
    form_sources: tuple[FormSource, ...] = ()
    form_spans: tuple[FormSpan, ...] = ()
    clearances: tuple[ClearedBy, ...] = ()
    marked_title: tuple[Inline, ...] = ()

    @property
    def printed_title(self) -> tuple[Inline, ...]:
        """The title as its masthead prints it, in a redline with its changes."""
        return self.marked_title or (Text(self.title),)

    @property
    def key(self) -> BriefKey:
        """Which document it is."""
        return BriefKey(self.audience, self.product)

    def units(self) -> Iterator[Unit]:
        """Every unit of the brief, in reading order; those of notes last."""
        for section in self.sections:
            for content in section.content:
                yield from (owner.unit for owner in content.owners if owner.unit is not None)
        yield from (note.unit for note in self.notes)
