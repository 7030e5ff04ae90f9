"""What a draft has for those who clear it: notes on what they should know, and a table for them to sign.

The notes say where the report disagrees with itself and which of it is printed, by paragraph, and what was left out or
shortened for want of room (editorial guide C5).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefs.finish.labels import merged
from briefs.finish.numbering import numbered_units
from briefs.model.block import Conflict
from briefs.model.document import (
    Cell,
    Content,
    Document,
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
)
from briefs.model.edition import Gaps, House
from briefs.model.fit import Fate
from briefs.model.library import Drawn

GAP = " [to be completed]"


def clearance(
    document: Document, blocks: Mapping[str, Drawn], house: House, fates: Sequence[Fate]
) -> Iterator[Section]:
    """The sections that follow a draft: notes for the clearing officer, if there are any, and the offices that clear.

    `document` is numbered; `fates` tell what was left out or shortened.
    """
    notes = (*_listed(tuple(_remarks(document, blocks))), *_cut(fates))
    if notes:
        yield Section((Text("Notes for the clearing officer"),), notes, id="clearing-notes", style="end")
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


def gaps_section(gaps: Gaps) -> Section:
    """A box of lines to complete by those whom a draft goes to."""
    items = tuple(Item((Strong((Text(f"{line.rstrip(':')}:"),)), Text(GAP))) for line in gaps.lines)
    return Section((Text(gaps.heading),), (List(items, "plain"),), id="gaps", style="box")


def _listed(items: tuple[Item, ...]) -> tuple[Content, ...]:
    return (List(items, "plain"),) if items else ()


def _remarks(document: Document, blocks: Mapping[str, Drawn]) -> Iterator[Item]:
    """One item for each conflict of the report that a paragraph of the brief touches, with the places of both sides.

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
        remark = f" {block.point.rstrip('.')}. Printed: {block.printed.rstrip('.')}."
        places = merged(extract.label for extract in blocks[name].all_extracts())
        tag = (SourceTag(places),) if places else ()
        yield Item((Strong((Text(f"{_paragraphs(numbers)}:"),)), Text(remark), *tag))


def _paragraphs(numbers: Sequence[int]) -> str:
    """ "Para 2", "Paras 7, 13 and 15"."""
    *others, last = (str(number) for number in dict.fromkeys(numbers))
    return f"Paras\u00a0{', '.join(others)} and\u00a0{last}" if others else f"Para\u00a0{last}"


def _places(drawn: Drawn) -> set[str]:
    return {extract.address for extract in drawn.all_extracts()}


def _cut(fates: Sequence[Fate]) -> Iterator[Content]:
    """What was left out for want of room, and what is printed in its short form, by the sections where it stood.

    Each by its first words and its places; the ids of the blocks, for the editor, come last.
    """
    for fate, intro in (
        ("left out", "Left out to keep to the page budget, by section:"),
        ("shortened", "Printed in short form to keep to the page budget, by section:"),
    ):
        sections: dict[str, list[Fate]] = {}
        for one in fates:
            if one.fate == fate:
                sections.setdefault(one.section, []).append(one)
        if sections:
            yield Paragraph((Text(intro),), "intro")
            yield from _listed(tuple(_left(section, found) for section, found in sections.items()))


_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within a quotation."""


def _left(section: str, found: Sequence[Fate]) -> Item:
    children: list[Inline] = [Strong((Text(f"{section.rstrip(':')}:"),))]
    for one in found:
        after = ";" if len(children) > 1 else ""
        children.append(Text(f"{after} “{one.text.strip('“”').translate(_INNER)}”"))
        children += (SourceTag(merged(one.labels)),) if one.labels else ()
    blocks = dict.fromkeys(block for one in found for block in one.blocks)
    ids = [part for block in blocks for part in (Text(", "), Text(block, is_whole=True))]
    return Item((*children, Text(" ["), *ids[1:], Text("]")))
