"""The passages of the report behind a paragraph, which open from its source tag on a screen. Only drafts have them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from briefs.model.document import Document, Row, Table, Unit
from briefs.model.document_walk import owners_of
from briefs.model.inline import Inline, SourceTag, inline_text, text_area, without_text_area
from briefs.model.phrases import Phrases
from briefs.model.provenance import Context
from briefs.render.html.inlines import Contexts, Inlines, characters_html


def contexts_of(document: Document) -> Contexts:
    """The passages in `document`, by the names of the units that rest on them."""
    found: dict[str, list[Context]] = {}
    for context in document.contexts:
        found.setdefault(context.unit, []).append(context)
    return found


def opening(children: tuple[Inline, ...], unit: Unit | None, write: Inlines) -> tuple[str, str]:
    """The text of a unit, and the element that opens its passages, empty if there are none.

    The source tag at the end of the text moves into that element.
    """
    text, tag = parted(children)
    found = write.contexts.get(unit.name, ()) if unit is not None else ()
    passages = _details(tag, [(context, "") for context in found], write.phrases)
    return write.html(text if passages else children), passages


def text_html(children: tuple[Inline, ...], unit: Unit | None, write: Inlines) -> str:
    """The text of a unit, followed by the element that opens its passages, for an element that may hold both."""
    return with_passages(*opening(children, unit, write))


def with_passages(element: str, passages: str) -> str:
    """`element`, followed by the element that opens its passages, on a line of its own."""
    return f"{element}\n{passages}" if passages else element


def parted(children: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], SourceTag | None]:
    """`children` without the source tag at the end of their words, and that tag, if there is one."""
    match without_text_area(children):
        case (*others, SourceTag() as tag):
            area = text_area(children)
            return (*others, *((area,) if area else ())), tag
    return children, None


def table_passages_html(table: Table, children: tuple[Inline, ...], write: Inlines) -> str:
    """The element that opens the passages of the rows of `table`, in place of the paragraph with its tag (`children`).

    Empty if there are none.
    """
    units = [(row, unit) for unit, row in owners_of(table) if isinstance(row, Row)]
    found = [(context, _row_name(row)) for row, unit in units for context in write.contexts.get(unit.name, ())]
    return _details(parted(children)[1], found, write.phrases)


def _row_name(row: Row) -> str:
    """The name of a row: its heading, or else its first words."""
    named = sorted(row.cells, key=lambda cell: not cell.header)
    return next((text for cell in named if (text := inline_text(cell.children).strip())), "")


def _details(tag: SourceTag | None, found: Sequence[tuple[Context, str]], phrases: Phrases) -> str:
    """Passages to open, each with the name of its row.

    The tag opens them, and a screen reader says what it opens. A note has no tag: words take its place.
    """
    if not found:
        return ""
    labels = tag.text if tag is not None else "; ".join(phrases.printed_label(context.label) for context, _ in found)
    phrase = phrases.source_passages if len(found) > 1 else phrases.source_passage
    name = escape(phrase.format(labels=labels))
    summary = f"<summary>{name}</summary>"
    if tag is not None:
        summary = f'<summary class="tag" aria-label="{name}">‹{characters_html(tag.text)}›</summary>'
    passages = (_passage(context, row, phrases) for context, row in found)
    return "\n".join(['<details class="passage">', summary, *passages, "</details>"])


def _passage(context: Context, name: str, phrases: Phrases) -> str:
    heading = ", ".join(part for part in (name, phrases.printed_label(context.label)) if part)
    return f"<p><strong>{escape(heading)}</strong> {_marked(context)}</p>"


def _marked(context: Context) -> str:
    """The text of a passage with the words of its anchors marked."""
    parts, last = [], 0
    for start, end in context.marks:
        parts += [escape(context.text[last:start]), f"<mark>{escape(context.text[start:end])}</mark>"]
        last = end
    return "".join([*parts, escape(context.text[last:])])
