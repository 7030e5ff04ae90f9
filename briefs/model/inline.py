"""Inline elements: what the text of headings, paragraphs, items, captions and cells is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from briefs.model.mark import UNKNOWN, Mark


@dataclass(frozen=True, slots=True)
class Text:
    """Characters, as printed; if `is_whole`, no line breaks within them."""

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
    """A link to an address outside: http, https or mailto; or tel, a link only where a reader's device can dial it."""

    target: str
    text: str

    @property
    def is_telephone(self) -> bool:
        """Whether it leads to a telephone number, which PDF and Word files print without a link."""
        return self.target.startswith("tel:")


_HELD_TOGETHER = 4
"""How many marks of notes in one place stand in one line; between more of them, a line may end."""


def between_calls(number: int) -> str:
    """What stands behind the mark that is the `number`th of several in one place: "1, 2" is not the mark of note 12."""
    return ", " if number % _HELD_TOGETHER == 0 else ",\u00a0"


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The mark of a note; `number` is given when notes are collected (0 until then)."""

    note: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class CitedNumber:
    """A `number` of the brief itself where it is cited, as in the list of sources: in Word, it follows what it cites.

    `unit` is the name of the unit that has the number; of a table that has one for all its rows, that of its first row.
    """

    unit: str
    number: int

    @property
    def text(self) -> str:
        """The number as printed."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Checkbox:
    """A box to tick; `label` says what a tick means."""

    label: str


@dataclass(frozen=True, slots=True)
class TextArea:
    """Room to write in, as high as so many `rows` of handwriting; `label` says what is written there.

    It stands below the words of a paragraph or item and nothing follows it there, or it is all that is in a cell.
    """

    label: str
    rows: int


@dataclass(frozen=True, slots=True)
class SourceTag:
    """The short labels of the places a unit rests on ("IV Framework ¶3; ES 7"). In drafts only."""

    text: str

    @property
    def printed(self) -> str:
        """The tag between its marks; two labels of one place at its end stay together, so "¶4›" is never alone."""
        before, comma, last = self.text.rpartition(", ")
        return f"‹{before},\u00a0{last}›" if comma and ";" not in last else f"‹{self.text}›"


@dataclass(frozen=True, slots=True)
class Inserted:
    """What is new in a redline, and by whom. Only redlines have it."""

    children: tuple[Inline, ...]
    mark: Mark = UNKNOWN


@dataclass(frozen=True, slots=True)
class Deleted:
    """What is gone in a redline, and by whom; somebody else may have inserted it. Only redlines have it."""

    children: tuple[Inline, ...]
    mark: Mark = UNKNOWN


Inline: TypeAlias = (
    Text
    | Strong
    | Emphasis
    | Foreign
    | Link
    | NoteCall
    | CitedNumber
    | Checkbox
    | TextArea
    | SourceTag
    | Inserted
    | Deleted
)


def inline_text(children: tuple[Inline, ...]) -> str:
    """The characters of inline elements, as a reader sees them; note marks, boxes and room to write in left out."""
    parts = []
    for child in children:
        match child:
            case Text() | SourceTag() | Link() | CitedNumber():
                parts.append(child.text)
            case Strong() | Emphasis() | Foreign() | Inserted() | Deleted():
                parts.append(inline_text(child.children))
            case NoteCall() | Checkbox() | TextArea():
                pass
    return "".join(parts)


def prints_anything(children: tuple[Inline, ...]) -> bool:
    """Whether a reader sees anything of inline elements: words, a note mark, a box, or room to write in."""
    return any(
        prints_anything(child.children)
        if isinstance(child, Strong | Emphasis | Foreign | Inserted | Deleted)
        else isinstance(child, NoteCall | Checkbox | TextArea) or not inline_text((child,)).isspace()
        for child in children
    )


def text_area(children: tuple[Inline, ...]) -> TextArea | None:
    """The room to write in at the end of inline elements, if there is any."""
    return children[-1] if children and isinstance(children[-1], TextArea) else None


def without_text_area(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inline elements without the room to write in at their end."""
    return children if text_area(children) is None else children[:-1]


def appended(children: tuple[Inline, ...], more: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inline elements with `more` after their words, above the room to write in at their end."""
    text = without_text_area(children)
    return (*text, *more, *children[len(text) :])
