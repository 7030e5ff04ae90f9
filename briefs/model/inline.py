"""Inline elements: what the text of headings, paragraphs, items, captions and cells is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


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
    """A box to tick; `label` says what a tick means."""

    label: str


@dataclass(frozen=True, slots=True)
class SourceTag:
    """The short labels of the places a unit rests on ("IV Framework ¶3; ES 7"). In drafts only."""

    text: str

    @property
    def printed(self) -> str:
        """The tag between its marks; two labels of one place at its end stay together, so "¶4›" is never alone."""
        before, comma, last = self.text.rpartition(", ")
        return f"‹{before},\u00a0{last}›" if comma and ";" not in last else f"‹{self.text}›"


Inline: TypeAlias = Text | Strong | Emphasis | Foreign | Link | NoteCall | Checkbox | SourceTag


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
