"""How redlines mark changes in HTML: words in `ins` and `del`, and classes on the elements that hold them.

HTML allows no `ins` around a row or an item, so what was inserted or deleted as a whole has the mark inside: around all
its words, in a row cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape

from briefs.model.document import Content, Figure, List, Paragraph, Section, Table, Unit
from briefs.model.inline import Checkbox, Deleted, Emphasis, Foreign, Inline, Inserted, Strong, Text, TextArea, appended
from briefs.model.mark import Change, Mark
from briefs.model.redline_phrases import RedlinePhrases
from briefs.render.html.unit_attributes import traced

CHANGED, SAID = "changed", "said"
"""The classes of elements with a bar in the margin, and of what is said aloud but not seen."""

END = "¶"
"""What stands for the end of a paragraph that was parted from the next one, or joined with it."""

_SPACE = "\u00a0"
_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?")


def in_change(children: tuple[Inline, ...], change: Change | None) -> tuple[Inline, ...]:
    """The words of an element with the mark of its own `change`, unless each of them has one."""
    if change is None or not children or all(isinstance(child, Inserted | Deleted) for child in children):
        return children
    return (Inserted(children, change.mark) if change.kind == "inserted" else Deleted(children, change.mark),)


def with_end(children: tuple[Inline, ...], end: Change | None) -> tuple[Inline, ...]:
    """The words of a paragraph or item with the mark of its end, if that was inserted or deleted."""
    return children if end is None else appended(children, in_change((Text(END),), end))


def changed(change: Change | None, *runs: tuple[Inline, ...], end: Change | None = None) -> str:
    """The classes of an element with its own `change` or that of its `end`, or with changes in its `runs`; empty for
    one without."""
    if change is not None:
        return f"{CHANGED} {change.kind}"
    return CHANGED if end is not None or any(map(_has_changes, runs)) else ""


def _has_changes(children: Iterable[Inline]) -> bool:
    return any(
        isinstance(child, Inserted | Deleted)
        or (isinstance(child, Strong | Emphasis | Foreign) and _has_changes(child.children))
        for child in children
    )


def in_section(section: Section) -> tuple[Content, ...]:
    """The block elements of a section; those of one that was inserted or deleted as a whole have its change."""
    change = section.change
    return section.content if change is None else tuple(_with_change(content, change) for content in section.content)


def _with_change(content: Content, change: Change) -> Content:
    match content:
        case List():
            items = tuple(replace(item, change=item.change or change) for item in content.items)
            return replace(content, items=items)
        case Paragraph():
            return replace(content, change=content.change or change)
        case Table():
            return replace(content, change=content.change or change)
        case Figure():
            return replace(content, change=content.change or change)


def without_deletions(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inline elements as they are in the new edition."""
    kept: list[Inline] = []
    for child in children:
        match child:
            case Deleted():
                continue
            case Inserted():
                kept += without_deletions(child.children)
            case Strong() | Emphasis() | Foreign():
                kept.append(replace(child, children=without_deletions(child.children)))
            case _:
                kept.append(child)
    return tuple(kept)


def without_fields(children: tuple[Inline, ...], box: str) -> tuple[Inline, ...]:
    """Inline elements that are gone: what could be ticked is the sign `box`, and there is no room to write in."""
    made: list[Inline] = []
    for child in children:
        match child:
            case Checkbox():
                made.append(Text(box))
            case TextArea():
                continue
            case Strong() | Emphasis() | Foreign() | Inserted() | Deleted():
                made.append(replace(child, children=without_fields(child.children, box)))
            case _:
                made.append(child)
    return tuple(made)


def traced_unless_gone(unit: Unit | None, change: Change | None) -> str:
    """The attributes of an element that prints a unit; none for one that is gone: its id may be that of another."""
    return "" if change is not None and change.kind == "deleted" else traced(unit)


def number_of(unit: Unit | None, change: Change | None) -> int | None:
    """The running number of an element; None if it has none, or is gone: numbers are those of the new edition."""
    return None if unit is None or (change is not None and change.kind == "deleted") else unit.number


def marked_html(html: str, change: Inserted | Deleted, phrases: RedlinePhrases, house: str, is_printed: bool) -> str:
    """`html` as inserted or deleted, with words that say so aloud; a mark of anybody but the `house` has its author.

    On pages (`is_printed`) these words are alternatives of spaces (ISO 32000-1, 14.9.3): text without colour or size
    would be in the way of whoever copies or searches.
    """
    tag, mark = ("ins", change.mark) if isinstance(change, Inserted) else ("del", change.mark)
    is_other = mark.author not in ("", house)
    if isinstance(change, Inserted):
        begin = phrases.begin_insertion_by if is_other else phrases.begin_insertion
        end = phrases.end_insertion
    else:
        begin, end = phrases.begin_deletion_by if is_other else phrases.begin_deletion, phrases.end_deletion
    first, last = escape(begin.format(author=mark.author)), escape(end)
    if is_printed:
        before, after = (f'<span class="{SAID}" aria-label="{words}">{_SPACE}</span>' for words in (first, last))
    else:
        before, after = f'<span class="{SAID}">[{first}] </span>', f'<span class="{SAID}"> [{last}]</span>'
    return f"<{tag}{_attributes(mark, is_other)}>{before}{html}{after}</{tag}>"


def _attributes(mark: Mark, is_other: bool) -> str:
    """Date and, of a mark of somebody else, author; `title` shows the latter to whoever points at it."""
    date = f' datetime="{mark.date}"' if _DATE.fullmatch(mark.date) else ""
    return date + (f' class="other" title="{escape(mark.author)}"' if is_other else "")
