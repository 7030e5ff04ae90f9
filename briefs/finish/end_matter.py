"""What is collected after the cut: sources by paragraph, and in a draft source tags and what clearance needs.

Status decides what is added: a draft carries tags, clearance table and notes; a cleared edition none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefs.finish.clearance import clearance, gaps_section
from briefs.finish.labels import merged
from briefs.finish.numbering import numbered_units
from briefs.model.document import (
    Content,
    Document,
    Figure,
    Inline,
    List,
    Paragraph,
    Row,
    Section,
    SourceTag,
    Strong,
    Table,
    Text,
    Unit,
)
from briefs.model.edition import Gaps, House
from briefs.model.fit import Fate
from briefs.model.library import Drawn


def collect(
    document: Document,
    blocks: Mapping[str, Drawn],
    house: House,
    citation: tuple[Inline, ...],
    fates: Sequence[Fate] = (),
    gaps: Gaps | None = None,
) -> Document:
    """`document`, numbered, with its end matter: sources, attribution, contact; in a draft what clearance needs.

    `fates` tell what was left out or shortened for want of room, `gaps` what a draft leaves to others.
    """
    sources = _sources(document, house, citation)
    sections = [*document.sections, sources]
    if document.properties.status == "draft":
        tagged = [
            replace(section, content=tuple(one for content in section.content for one in _tagged(content)))
            for section in document.sections
        ]
        open_lines = [gaps_section(gaps)] if gaps is not None else []
        sections = [*tagged, *open_lines, sources, *clearance(document, blocks, house, fates)]
    return replace(document, sections=tuple(sections))


def _sources(document: Document, house: House, citation: tuple[Inline, ...]) -> Section:
    """The source list: each number with the places of the report it rests on, run in to save room."""
    numbered = [(str(found.number), found.labels) for found in numbered_units(document)]
    numbered += [(f"Note\u00a0{note.number}", note.unit.labels) for note in document.notes]
    runs: list[Inline] = []
    for index, (name, labels) in enumerate(numbered, 1):
        end = "." if index == len(numbered) else "\u00a0· "
        runs += (Strong((Text(name),)), Text(f"\u00a0{merged(labels)}{end}"))
    content: list[Content] = [Paragraph(tuple(runs), "small")] if runs else []
    content.append(Paragraph(citation, "small"))
    if house.chatham_house:
        content.append(Paragraph((Text(house.chatham_house),), "small"))
    content.append(Paragraph((Text(f"Contact: {house.contact}"),), "small"))
    return Section((Text("Sources by paragraph"),), tuple(content), id="sources", style="end")


def _tagged(content: Content) -> Iterator[Content]:
    """`content` with its source tags: behind the text of a unit, in a paragraph of their own behind a table."""
    match content:
        case Paragraph(role="attribution"):
            yield content
        case Paragraph():
            yield replace(content, children=_with_tag(content.children, content.unit))
        case List():
            items = tuple(replace(item, children=_with_tag(item.children, item.unit)) for item in content.items)
            yield replace(content, items=items)
        case Table(is_list=True):
            yield replace(content, rows=tuple(_with_row_tag(row) for row in content.rows))
        case Table():
            yield content
            units = (row.unit for row in content.rows if row.unit is not None)
            if labels := tuple(dict.fromkeys(label for unit in units for label in unit.labels)):
                yield Paragraph((SourceTag(merged(labels)),), "tag")
        case Figure():
            yield replace(content, caption=_with_tag(content.caption, content.unit))


def _with_row_tag(row: Row) -> Row:
    first, *others = row.cells
    return replace(row, cells=(replace(first, children=_with_tag(first.children, row.unit)), *others))


def _with_tag(children: tuple[Inline, ...], unit: Unit | None) -> tuple[Inline, ...]:
    return (*children, SourceTag(merged(unit.labels))) if unit is not None and unit.labels else children
