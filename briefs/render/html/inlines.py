"""Inline elements and notes in HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import Literal, TypeAlias, assert_never

from briefs.model.document import Note, Section
from briefs.model.inline import (
    Checkbox,
    CitedNumber,
    Deleted,
    Emphasis,
    Foreign,
    Inline,
    Inserted,
    Link,
    NoteCall,
    SourceTag,
    Strong,
    Text,
    TextArea,
    between_calls,
)
from briefs.model.phrases import Phrases
from briefs.model.provenance import Context
from briefs.model.redline_phrases import ENGLISH, RedlinePhrases
from briefs.model.typesetting import BREAK, parted_at_whole_words, with_line_breaks
from briefs.render.figures.figure_drawing import DrawFigure, no_drawings
from briefs.render.html.changed_elements import changed, in_change, marked_html, without_fields
from briefs.render.html.columns import Columns, declared_columns
from briefs.render.html.unit_attributes import class_attribute, traced

Placement: TypeAlias = Literal["foot", "end"]
"""Where notes are: at their call, so that a style sheet can move them to the foot of the page, or listed at the end."""

Contexts: TypeAlias = Mapping[str, Sequence[Context]]
"""Passages of the report, by the name of the unit that rests on them."""

NO_BREAK = "\u00a0"
UNCHECKED = "\u2610"
BOX, ROOM = "checkbox", "room"
"""The classes of what can be ticked and filled in on paper. In the PDF each becomes a field."""

_ADDRESS = re.compile(r"(https?://[^\s/]|mailto:[^\s@]+@)[^\s]*|tel:[+0-9]+", re.IGNORECASE)


@dataclass(slots=True)
class Inlines:
    """The writer of the inline elements of one brief.

    `notes` are the notes of the brief by id, `placement` is where they are printed, and `calls` counts the calls of
    each so far; `phrases` are the phrases of the brief's language, `contexts` the passages that can be opened. `draw`
    draws figures, `columns` gives the widths of columns; `section` is the one being written. In a redline,
    `redline_phrases` say what is marked, and by whom unless it was the `house`.
    """

    notes: Mapping[str, Note]
    placement: Placement
    phrases: Phrases
    contexts: Contexts
    calls: dict[str, int] = field(default_factory=dict)
    draw: DrawFigure = no_drawings
    columns: Columns = declared_columns
    section: Section | None = None
    redline_phrases: RedlinePhrases = ENGLISH
    house: str = ""

    def html(self, children: Iterable[Inline]) -> str:
        """The HTML of `children`. Raises ValueError for a link that leads to none of web, mail and telephone."""
        parts: list[str] = []
        calls = 0
        for child in children:
            calls = calls + 1 if isinstance(child, NoteCall) else 0
            if calls > 1:
                parts.append(f'<sup class="call parting">{between_calls(calls - 1)}</sup>')
            parts.append(self._inline(child))
        return "".join(parts)

    def _call(self, call: NoteCall) -> str:
        note = self.notes.get(call.note)
        assert note is not None, f"a call names the note {call.note!r}, which the brief does not have"
        count = self.calls[note.id] = self.calls.get(note.id, 0) + 1
        named = f' id="{call_id(note)}"' if count == 1 else ""
        leads = f'{named} href="#{escape(note_id(note))}"{label(self.phrases.note, note.number)}'
        mark = f'<sup class="call"><a{leads}>{note.number}</a></sup>'
        if self.placement == "end" or count > 1:
            return mark
        text = self.html(in_change(note.children, note.change))
        back = f'<a class="number" href="#{call_id(note)}"{label(self.phrases.back_to_text, note.number)}>'
        styles = class_attribute("note", changed(note.change, note.children))
        return f"{mark}<span{styles}{traced_note(note)}>{back}{note.number}</a> {text}</span>"

    def _box(self, box: Checkbox) -> str:
        label = escape(box.label)
        if self.placement == "end":
            return f'<input type="checkbox" aria-label="{label}">'
        return f'<span class="{BOX}" aria-label="{label}">{UNCHECKED}</span>'

    def _room(self, area: TextArea) -> str:
        label = escape(area.label)
        if self.placement == "end":
            return f'<textarea rows="{area.rows}" aria-label="{label}"></textarea>'
        return f'<span class="{ROOM}" style="--rows: {area.rows}" aria-label="{label}">\u00a0</span>'

    def _inline(self, child: Inline) -> str:
        match child:
            case Text():
                words = characters_html(child.text)
                return f'<span class="unparted">{words}</span>' if child.is_whole else words
            case Strong():
                return f"<strong>{self.html(child.children)}</strong>"
            case Emphasis():
                return f"<em>{self.html(child.children)}</em>"
            case Foreign():
                return f'<i lang="{escape(child.language)}">{self.html(child.children)}</i>'
            case Inserted() | Deleted():
                is_printed = self.placement == "foot"
                is_live = is_printed or isinstance(child, Inserted)
                html = self.html(child.children if is_live else without_fields(child.children, UNCHECKED))
                return marked_html(html, child, self.redline_phrases, self.house, is_printed)
            case Link():
                return _link(child, is_printed=self.placement == "foot")
            case NoteCall():
                return self._call(child)
            case CitedNumber():
                return child.text
            case Checkbox():
                return self._box(child)
            case TextArea():
                return self._room(child)
            case SourceTag():
                # The space is inside: if it were before, WeasyPrint might break the line after the first word.
                return f'<span class="tag"> {characters_html(child.printed)}</span>'
            case _:
                assert_never(child)


def characters_html(text: str) -> str:
    """`text` as HTML; hyphenated names and codes stay in one line, and long addresses may be broken.

    Both are done by markup, so that they are copied as they are.
    """
    return "".join(
        _unbroken(piece) if whole else escape(piece, quote=False)
        for piece, whole in parted_at_whole_words(with_line_breaks(text))
    ).replace(BREAK, "<wbr>")


def _unbroken(text: str) -> str:
    return f'<span class="unbroken">{escape(text, quote=False)}</span>'


def call_id(note: Note) -> str:
    """The id of the mark that calls `note` first, to which the note leads back."""
    return f"{escape(note_id(note))}-call"


def note_id(note: Note) -> str:
    """The id of a note; in a redline, one that is gone has another than those that are there."""
    is_gone = note.change is not None and note.change.kind == "deleted"
    return f"old-{note.unit.tag}" if is_gone else note.unit.tag


def traced_note(note: Note) -> str:
    """The attributes of the element with the text of a note: its id, and from which blocks it was made."""
    return traced(replace(note.unit, tag=note_id(note)))


def label(phrase: str, number: int) -> str:
    """The attribute that says in words what a link with no words of its own leads to; `number` is in the phrase."""
    return f' aria-label="{escape(phrase.format(number=number)).replace(NO_BREAK, " ")}"'


def _link(link: Link, is_printed: bool) -> str:
    if not _ADDRESS.fullmatch(link.target):
        raise ValueError(f"a link leads to {link.target!r}, which is not an http, https, mailto or tel address")
    text = characters_html(link.text)
    return text if is_printed and link.is_telephone else f'<a href="{escape(link.target)}">{text}</a>'
