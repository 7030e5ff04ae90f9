"""The Document: what a brief says, in order, before anyone asks how it looks.

A small closed set of elements, all frozen. Composing makes it, fitting cuts it, numbering and collecting complete it,
and three renderers translate it. What cannot be said with it is an error, never a silent loss.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefs.model.figure import Graphic

# Inline elements


@dataclass(frozen=True, slots=True)
class Text:
    """Characters, as printed; no line ends within them if they stay whole (`is_whole`), as ids do."""

    text: str
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold: conclusions, asks, run-in headings."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italic: titles of publications, foreign words."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language (BCP 47 tag)."""

    language: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address outside (http, https, mailto)."""

    target: str
    text: str


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The mark of a note; `number` is given when notes are collected (0 until then)."""

    note: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Checkbox:
    """A box to tick; `label` says what ticking it means."""

    label: str


@dataclass(frozen=True, slots=True)
class SourceTag:
    """The short labels of the places a unit rests on ("IV Framework ¶3; ES 7"). In drafts only."""

    text: str

    @property
    def printed(self) -> str:
        """The tag between its signs; two labels of one place at its end stay together, so that "¶4›" is never alone."""
        before, comma, last = self.text.rpartition(", ")
        return f"‹{before},\u00a0{last}›" if comma and ";" not in last else f"‹{self.text}›"


Inline: TypeAlias = Text | Strong | Emphasis | Foreign | Link | NoteCall | Checkbox | SourceTag

# Units

Weight: TypeAlias = Literal["must", "should", "could"]
"""How much a brief needs a unit: what could be there is left out first, what must be there never."""


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

    `name` is its identity (see `briefs.model.unit_names`): it lasts when other units come, go, move or are cut. `tag`
    is the short mark of it in one edition, printed in files: `u1`, `u2` … in reading order, as composed.
    `blocks` are ids; empty only for furniture. `number` is the running number printed (None: has none of its own,
    as a table row, whose table carries it). `sources` are addresses in the report, `labels` their printed forms.
    `forms` are the forms that it prints. `verbatim` says that it prints the report's own words.
    `weight` says what is left out first when the brief is too long. `parts` are the blocks that a figure among its
    blocks is drawn from: traced with it, while messages name the figure. `line` is that of the template.
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
        """All blocks of which something is printed."""
        return (*self.blocks, *self.parts)


# Block elements

ParagraphRole: TypeAlias = Literal[
    "body",  # a paragraph of the brief; numbered when it is a unit
    "intro",  # introduces the list or table after it; not a unit of its own
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

    @property
    def owners(self) -> tuple[Paragraph, ...]:
        """What in it can print a unit: it alone."""
        return (self,)


@dataclass(frozen=True, slots=True)
class Item:
    """A list item; its unit's running number stands in place of a bullet."""

    children: tuple[Inline, ...]
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list. `numbered`: items carry the brief's running numbers; `plain`: bullets (furniture, boxes)."""

    items: tuple[Item, ...]
    style: Literal["numbered", "plain"] = "numbered"

    @property
    def owners(self) -> tuple[Item, ...]:
        """What in it can print a unit: its items."""
        return self.items


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `header` marks a row heading."""

    children: tuple[Inline, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, never split over pages."""

    cells: tuple[Cell, ...]
    unit: Unit | None = None


SHORT_TABLE = 4
"""Rows of a table that fits on any page, and looks torn when it is divided."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `caption` with the running number `number`, one header row (repeated), rows that are units.

    `widths` are shares of the text width in per cent, one per column, or empty for automatic; `style` is a word
    that style sheets may use ("checklist", "sources", "clearance", "calendar", …). A table that `is_list` is a list
    with columns: its rows carry the running numbers, as items do, and it needs no caption.
    """

    caption: tuple[Inline, ...]
    columns: tuple[tuple[Inline, ...], ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()
    number: int | None = None
    style: str = ""
    is_list: bool = False

    @property
    def owners(self) -> tuple[Row, ...]:
        """What in it can print a unit: its rows."""
        return self.rows

    @property
    def stays_whole(self) -> bool:
        """Whether the table is so short that it is not divided over pages, or is one to sign."""
        return len(self.rows) <= SHORT_TABLE or self.style == "clearance"


@dataclass(frozen=True, slots=True)
class Figure:
    """A graphic with its text alternative and its caption, which stands above it; renderers draw it."""

    graphic: Graphic
    alternative: str
    caption: tuple[Inline, ...]
    unit: Unit | None = None

    @property
    def owners(self) -> tuple[Figure, ...]:
        """What in it can print a unit: it alone."""
        return (self,)


Content: TypeAlias = Paragraph | List | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (level 2 or 3; the title is level 1) and what follows it. Sections are the only containers.

    `style`: "decision" and "box" are boxed, "end" is end matter in small type, "" is plain.
    `cut`: what goes first (1) and later; None: after all sections that have one, and a subsection with the section
    it stands in. `keep`: units that stay when it is cut, those of its subsections counted. `line`: of the template.
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


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote with the blocks it was made from; `id`: the block that calls name, `number` given when collected."""

    id: str
    unit: Unit
    children: tuple[Inline, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """A place that a unit rests on, without its words: `start`–`end` in the clean text at `address`, and their hash.

    `unit` is the name of the unit.
    """

    unit: str
    address: str
    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Context:
    """A paragraph of the report that a unit rests on, typeset; `marks` are where in it the words of its anchors are.

    `unit` is the name of the unit.
    """

    unit: str
    label: str
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Page furniture (editorial guide A3): all lines as printed, in every format; titles in `source` are emphasized.

    `date`, `version` and `distribution` are as printed, with their words ("Version 0.3"), and never broken.
    `running_header` is what is printed in two lines in large print (what and for whom; status), and else in one.
    """

    issuer: str
    series: str
    reference: str
    date: str
    version: str
    language_name: str
    status: str
    distribution: str
    source: tuple[Inline, ...]
    as_at: str
    running_header: tuple[str, ...]
    footer: str

    @property
    def identity(self) -> tuple[str, ...]:
        """The identity line under the series: reference, date, version, language."""
        return (self.reference, self.date, self.version, self.language_name)

    @property
    def running_line(self) -> str:
        """The running header in one line; where it breaks all the same, the dot stands at the end of the first."""
        return "\u00a0· ".join(self.running_header)

    @property
    def running_lines(self) -> str:
        """The running header in lines by design, without a dot between them."""
        return "\n".join(self.running_header)


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties, the same in all formats. `date` is ISO 8601 (YYYY-MM-DD), the edition's, not the clock's."""

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    language: str
    date: str
    version: str
    status: Literal["draft", "cleared"]
    identifier: str


@dataclass(frozen=True, slots=True)
class Document:
    """One brief, whole. `audience` is its name ("ministers"); `title` is its first heading.

    `origins` say what its units rest on, for the record; `contexts` show it to those who clear a draft, and are empty
    in a cleared edition, which holds no words of the report beyond its own.
    """

    audience: str
    title: str
    furniture: Furniture
    properties: Properties
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    origins: tuple[Origin, ...] = ()
    contexts: tuple[Context, ...] = ()

    def units(self) -> Iterator[Unit]:
        """Every unit of the brief, in reading order; those of notes last."""
        for section in self.sections:
            for content in section.content:
                yield from (owner.unit for owner in content.owners if owner.unit is not None)
        yield from (note.unit for note in self.notes)


def inline_text(children: tuple[Inline, ...]) -> str:
    """The characters of inline elements, as a reader sees them; note marks and boxes left out."""
    parts = []
    for child in children:
        match child:
            case Text() | SourceTag() | Link():
                parts.append(child.text)
            case Strong() | Emphasis() | Foreign():
                parts.append(inline_text(child.children))
            case NoteCall() | Checkbox():
                pass
    return "".join(parts)
