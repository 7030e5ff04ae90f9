"""Inline elements as runs, links, note marks, boxes to tick and room to write in."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

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
from briefs.model.mark import Change, ChangeKind
from briefs.render.docx.number_fields import cited_number
from briefs.render.fonts.table_columns import estimated
from briefs.render.fonts.widths import TextMeasure
from briefs.render.reference.look import Look
from briefs.word.controls import Ids, checkbox, text_area
from briefs.word.elements import Element, element, field, run, w
from briefs.word.revision_marks import marked_runs

_RIGHT_TO_LEFT = {"ar", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"}
_EAST_ASIAN = {"ja", "ko", "zh"}


@dataclass(frozen=True, slots=True)
class Story:
    """What inline elements need from the part that they belong to.

    `relate` returns the relationship id of an external address, `call` returns the mark of a note; `letters` gives the
    widths of words; `numbers` are the instructions of the fields that repeat the numbers of units, by their names.
    """

    look: Look
    relate: Callable[[str], str]
    call: Callable[[NoteCall], list[Element]]
    ids: Ids
    letters: TextMeasure = estimated
    numbers: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Format:
    bold: bool = False
    italic: bool = False
    language: str = ""
    is_deleted: bool = False

    def properties(self, look: Look, style: str = "") -> Element | None:
        """Properties of a run in a style of the starter.

        Bold and italic are also set directly, since a style would turn them off within a bold or italic paragraph.
        """
        style = style or ("Strong" if self.bold else "Emphasis" if self.italic else "")
        primary = self.language.split("-")[0].lower()
        rtl = primary in _RIGHT_TO_LEFT
        kind = "bidi" if rtl else "eastAsia" if primary in _EAST_ASIAN else "val"
        children = [
            w("rStyle", val=look.style(style)) if style else None,
            w("b") if self.bold else None,
            w("bCs") if self.bold else None,
            w("i") if self.italic else None,
            w("iCs") if self.italic else None,
            w("rtl") if rtl else None,
            w("lang", **{kind: self.language}) if self.language else None,
        ]
        return w("rPr", *children) if any(child is not None for child in children) else None


def _tag_properties(look: Look) -> Element:
    """Properties of a tag. Bold is turned off directly, since a style could not do that within a bold caption."""
    return w("rPr", w("rStyle", val=look.style("SourceTagChar")), w("b", val=0), w("bCs", val=0))


def inlines(children: tuple[Inline, ...], story: Story, change: Change | None = None) -> list[Element]:
    """Runs, links, note marks and boxes for the content of one paragraph, to which a `change` happened as a whole."""
    if change is not None:
        marked = Inserted if change.kind == "inserted" else Deleted
        children = (marked(children, change.mark),)
    return _inlines(children, story, _Format(), at_start=True)


def _inlines(children: tuple[Inline, ...], story: Story, form: _Format, at_start: bool) -> list[Element]:
    made: list[Element] = []
    calls = 0
    begun: set[ChangeKind] = set() if at_start else {"inserted", "deleted"}
    for child in children:
        kind, before = _kind(child), len(made)
        first = (kind or "inserted") not in begun
        calls = calls + 1 if isinstance(child, NoteCall) else 0
        match child:
            case Text():
                if child.text:
                    made.append(run(child.text, form.properties(story.look)))
            case Strong():
                made.extend(_inlines(child.children, story, replace(form, bold=True), first))
            case Emphasis():
                made.extend(_inlines(child.children, story, replace(form, italic=True), first))
            case Foreign():
                made.extend(_inlines(child.children, story, replace(form, language=child.language), first))
            case Inserted():
                made += marked_runs("inserted", child.mark, _inlines(child.children, story, form, first), story.ids)
            case Deleted():
                gone = _inlines(child.children, story, replace(form, is_deleted=True), first)
                made += marked_runs("deleted", child.mark, gone, story.ids)
            case Link() if child.is_telephone:
                made.append(run(child.text, form.properties(story.look)))
            case Link() if form.is_deleted:
                made += _link_field(child, form.properties(story.look, "Hyperlink"))
            case Link():
                content = run(child.text, form.properties(story.look, "Hyperlink"))
                made.append(element("w:hyperlink", {"r:id": story.relate(child.target)}, content))
            case NoteCall():
                if calls > 1:
                    style = w("rStyle", val=story.look.style("FootnoteReference"))
                    made.append(run(between_calls(calls - 1), w("rPr", style)))
                made.extend(story.call(child))
            case CitedNumber():
                made.extend(cited_number(child, story.numbers, form.properties(story.look)))
            case Checkbox():
                made.append(checkbox(child.label, story.ids))
            case TextArea():
                made.append(text_area(child.label, 1, story.ids))  # a cell, whose row is as high as the room
            case SourceTag():
                made.append(run(child.printed if first else f" {child.printed}", _tag_properties(story.look)))
            case _:
                assert_never(child)
        if len(made) > before:
            begun |= {"inserted", "deleted"} if kind is None else {kind}
    return made


def _link_field(link: Link, properties: Element | None) -> list[Element]:
    """A link as a field (17.16.5.25), all runs of which can be deleted; an element around runs would be left empty."""
    address = link.target.replace("\\", "%5C").replace('"', "%22")
    return field(f'HYPERLINK "{address}"', link.text, properties)


def _kind(child: Inline) -> ChangeKind | None:
    """The change that an inline element is, if it is one: what stands before it counts only in its own edition."""
    match child:
        case Inserted():
            return "inserted"
        case Deleted():
            return "deleted"
        case _:
            return None
