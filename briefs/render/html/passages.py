"""The passages of the report behind a paragraph, which its source tag opens on a screen; drafts alone have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TypeAlias

from briefs.model.document import Context, Document, Inline, Row, SourceTag, Table, Unit, inline_text

Contexts: TypeAlias = Mapping[str, Sequence[Context]]
"""Passages by the name of the unit that rests on them."""


def contexts_of(document: Document) -> Contexts:
    """The passages that `document` carries."""
    found: dict[str, list[Context]] = {}
    for context in document.contexts:
        found.setdefault(context.unit, []).append(context)
    return found


def parted(children: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], SourceTag | None]:
    """`children` without the source tag at their end, and that tag, if they have one."""
    match children:
        case (*others, SourceTag() as tag):
            return tuple(others), tag
    return children, None


def passages_html(unit: Unit | None, contexts: Contexts, tag: SourceTag | None) -> str:
    """What opens the passages of one unit, its `tag` if it has one; nothing where there are none."""
    found = contexts.get(unit.name, ()) if unit is not None else ()
    return _details(tag, [(context, "") for context in found])


def table_passages_html(table: Table, contexts: Contexts, tag: SourceTag | None) -> str:
    """What opens the passages of the rows of a table, its `tag` if it has one; nothing where there are none."""
    units = ((row, row.unit.name) for row in table.rows if row.unit is not None)
    return _details(tag, [(context, _row_name(row)) for row, unit in units for context in contexts.get(unit, ())])


def _row_name(row: Row) -> str:
    """How a row is called: by its heading, else by its first words."""
    named = sorted(row.cells, key=lambda cell: not cell.header)
    return next((text for cell in named if (text := inline_text(cell.children).strip())), "")


def _details(tag: SourceTag | None, found: Sequence[tuple[Context, str]]) -> str:
    """Passages to open: by their tag, which those who hear it know by what it opens; a note has none, but says that."""
    if not found:
        return ""
    labels = tag.text if tag is not None else "; ".join(context.label for context, _ in found)
    name = escape(f"Source passage{'s' if len(found) > 1 else ''}: {labels}")
    summary = f"<summary>{name}</summary>"
    if tag is not None:
        summary = f'<summary class="tag" aria-label="{name}">‹{escape(tag.text, quote=False)}›</summary>'
    passages = (_passage(context, row) for context, row in found)
    return "\n".join(['<details class="passage">', summary, *passages, "</details>"])


def _passage(context: Context, name: str) -> str:
    heading = ", ".join(part for part in (name, context.label) if part)
    return f"<p><strong>{escape(heading)}</strong> {_marked(context)}</p>"


def _marked(context: Context) -> str:
    """The text of a passage with the words of its anchors marked."""
    parts, last = [], 0
    for start, end in context.marks:
        parts += [escape(context.text[last:start]), f"<mark>{escape(context.text[start:end])}</mark>"]
        last = end
    return "".join([*parts, escape(context.text[last:])])
