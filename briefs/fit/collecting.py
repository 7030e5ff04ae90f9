"""What is collected after the cut: sources by paragraph, source tags, clearance table, notes for the clearing officer.

Status decides what is added: a draft carries tags, clearance table and notes; a cleared edition none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefs.model.block import Conflict
from briefs.model.document import (
    Cell,
    Content,
    Document,
    Figure,
    Inline,
    Item,
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
from briefs.model.drawn import Drawn
from briefs.model.edition import House
from briefs.model.fit import Fate


@dataclass(frozen=True, slots=True)
class Numbered:
    """What carries a running number, and the units it stands for (a table stands for its rows)."""

    number: int
    units: tuple[Unit, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(label for unit in self.units for label in unit.labels))

    @property
    def blocks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(block for unit in self.units for block in unit.printed))


def collect(
    document: Document,
    blocks: Mapping[str, Drawn],
    house: House,
    citation: tuple[Inline, ...],
    fates: Sequence[Fate] = (),
) -> Document:
    """`document`, numbered, with its end matter: sources, attribution, contact; in a draft what clearance needs.

    `fates` tell what was left out or shortened for want of room.
    """
    sections = [*document.sections, _sources(document, house, citation)]
    if document.properties.status == "draft":
        tagged = [
            replace(section, content=tuple(one for content in section.content for one in _tagged(content)))
            for section in document.sections
        ]
        sections = [*tagged, sections[-1], *_clearance(document, blocks, house, fates)]
    return replace(document, sections=tuple(sections))


def numbered_units(document: Document) -> Iterator[Numbered]:
    """Everything with a running number, in order."""
    for section in document.sections:
        for content in section.content:
            match content:
                case Table(number=int(number)):
                    yield Numbered(number, tuple(row.unit for row in content.rows if row.unit is not None))
                case List():
                    for item in content.items:
                        yield from _own(item.unit)
                case Table():
                    pass
                case _:
                    yield from _own(content.unit)


def _own(unit: Unit | None) -> Iterator[Numbered]:
    if unit is not None and unit.number is not None:
        yield Numbered(unit.number, (unit,))


def _sources(document: Document, house: House, citation: tuple[Inline, ...]) -> Section:
    """The source list: each number with the places of the report it rests on, run in to save room."""
    numbered = [(str(found.number), found.labels) for found in numbered_units(document)]
    numbered += [(f"Note\u00a0{note.number}", note.unit.labels) for note in document.notes]
    runs: list[Inline] = []
    for index, (name, labels) in enumerate(numbered, 1):
        end = "." if index == len(numbered) else " · "
        runs += (Strong((Text(name),)), Text(f"\u00a0{merged(labels)}{end}"))
    content: list[Content] = [Paragraph(tuple(runs), "small")] if runs else []
    content.append(Paragraph(citation, "small"))
    if house.chatham_house:
        content.append(Paragraph((Text(house.chatham_house),), "small"))
    content.append(Paragraph((Text(f"Contact: {house.contact}"),), "small"))
    return Section((Text("Sources by paragraph"),), tuple(content), id="sources", style="end")


def merged(labels: tuple[str, ...], breaks: bool = True) -> str:
    """Labels as printed: what several begin with once, where it first stands ("IV Framework items 1, 2; ES 7").

    Lines break behind a semicolon and, if it `breaks`, within a label.
    """
    places: dict[str, list[str]] = {}
    for label in labels:
        start, _, last = label.rpartition(" ")
        places.setdefault(start, []).append(last)
    found = [_merged(start, lasts) for start, lasts in places.items()]
    return "; ".join(found if breaks else (label.replace(" ", "\u00a0") for label in found))


def _merged(start: str, lasts: list[str]) -> str:
    several = "s" if len(lasts) > 1 and start.endswith(" item") else ""
    ordered = ", ".join(sorted(lasts, key=_natural))
    return f"{start}{several} {ordered}".lstrip()


def _natural(text: str) -> list[tuple[int, str]]:
    """A key by which "¶10" comes after "¶9"."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", text)]


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
        case Table():
            yield content
            units = (row.unit for row in content.rows if row.unit is not None)
            if labels := tuple(dict.fromkeys(label for unit in units for label in unit.labels)):
                yield Paragraph((SourceTag(merged(labels, breaks=False)),), "tag")
        case Figure():
            yield replace(content, caption=_with_tag(content.caption, content.unit))


def _with_tag(children: tuple[Inline, ...], unit: Unit | None) -> tuple[Inline, ...]:
    return (*children, SourceTag(merged(unit.labels, breaks=False))) if unit is not None and unit.labels else children


def _clearance(
    document: Document, blocks: Mapping[str, Drawn], house: House, fates: Sequence[Fate]
) -> Iterator[Section]:
    if remarks := (*_remarks(document, blocks), *_cut(fates)):
        yield Section(
            (Text("Notes for the clearing officer"),),
            (List(tuple(Item((Text(remark),)) for remark in remarks), "plain"),),
            id="clearing-notes",
            style="end",
        )
    if house.offices:
        columns = ("Office", "Name", "Cleared / cleared with comments / not cleared", "Date")
        table = Table(
            (Text("Offices that clear this draft"),),
            tuple((Text(column),) for column in columns),
            tuple(Row((Cell((Text(office),), header=True), Cell(()), Cell(()), Cell(()))) for office in house.offices),
            widths=(26, 26, 32, 16),
            style="clearance",
        )
        yield Section((Text("Clearance"),), (table,), id="clearance", style="end")


def _remarks(document: Document, blocks: Mapping[str, Drawn]) -> Iterator[str]:
    """One line for each conflict of the report that a paragraph of the brief touches (editorial guide C5).

    A block names its conflicts; a paragraph that prints of the block only what rests on other passages touches none.
    """
    touched: dict[str, list[int]] = {}
    for found in numbered_units(document):
        rests_on = {address for unit in found.units for address in unit.sources}
        for block_id in found.blocks:
            for conflict in blocks[block_id].block.conflict:
                passages = _places(blocks[conflict])
                if passages & rests_on or not passages & _places(blocks[block_id]):
                    touched.setdefault(conflict, []).append(found.number)
    for name, numbers in touched.items():
        block = blocks[name].block
        assert isinstance(block, Conflict)
        paragraphs = ", ".join(str(number) for number in dict.fromkeys(numbers))
        places = "; ".join(extract.label for extract in blocks[name].all_extracts())
        yield f"Para {paragraphs}: {block.point.rstrip('.')} ({places}). Printed: {block.printed.rstrip('.')}."


def _places(drawn: Drawn) -> set[str]:
    return {extract.address for extract in drawn.all_extracts()}


def _cut(fates: Sequence[Fate]) -> Iterator[str]:
    """What was left out for want of room, section by section, and what is printed in its short form."""
    for fate, what in (("left out", "Left out to keep to the page budget"), ("shortened", "Printed in short form")):
        sections: dict[str, list[str]] = {}
        for one in fates:
            if one.fate == fate:
                sections.setdefault(one.section, []).append(f"{', '.join(one.blocks)} ({merged(one.labels)})")
        for section, units in sections.items():
            yield f"{what}, from “{section}”: {'; '.join(units)}."
