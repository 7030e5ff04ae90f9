"""The passages of the report behind a paragraph, for a reader on a screen to open: in drafts, which alone have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TypeAlias

from briefs.model.document import Context, Document, Row, Table, Unit, inline_text

Contexts: TypeAlias = Mapping[str, Sequence[Context]]
"""Passages by the id of the unit that rests on them."""


def contexts_of(document: Document) -> Contexts:
    """The passages that `document` carries."""
    found: dict[str, list[Context]] = {}
    for context in document.contexts:
        found.setdefault(context.unit, []).append(context)
    return found


def passages_html(unit: Unit | None, contexts: Contexts) -> str:
    """What opens the passages of one unit; nothing where there are none."""
    found = contexts.get(unit.id, ()) if unit is not None else ()
    labels = "; ".join(context.label for context in found)
    return _details(f"Source passage{'s' if len(found) > 1 else ''}: {labels}", ((context, "") for context in found))


def table_passages_html(table: Table, contexts: Contexts) -> str:
    """What opens the passages of the rows of a table; nothing where there are none."""
    found = [
        (context, _row_name(row))
        for row in table.rows
        if row.unit is not None
        for context in contexts.get(row.unit.id, ())
    ]
    name = f"Source passages of table {table.number}" if table.number is not None else "Source passages of the table"
    return _details(name, found)


def _row_name(row: Row) -> str:
    """How a row is called: by its number or its heading, else by its first words."""
    if row.unit is not None and row.unit.number is not None:
        return f"Paragraph {row.unit.number}"
    named = sorted(row.cells, key=lambda cell: not cell.header)
    return next((text for cell in named if (text := inline_text(cell.children).strip())), "")


def _details(summary: str, found: Iterable[tuple[Context, str]]) -> str:
    passages = [_passage(context, name) for context, name in found]
    if not passages:
        return ""
    return "\n".join(['<details class="passage">', f"<summary>{escape(summary)}</summary>", *passages, "</details>"])


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
