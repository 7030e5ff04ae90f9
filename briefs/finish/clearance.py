"""What a draft offers those who clear it: notes on what they should know, and a table for them to sign.

The notes say, by paragraph, where the report disagrees with itself and which version is printed, where the brief speaks
of a date that has passed as to come, where it says more than its passage and why, and what was left out or shortened
for lack of room (editorial guide C5).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefs.finish.cited_numbers import cited_paragraphs
from briefs.finish.running_numbers import numbered
from briefs.finish.source_tags import source_tag
from briefs.model.block import Conflict
from briefs.model.document import Cell, Content, Document, Item, List, Paragraph, Row, Section, Table
from briefs.model.edition import House
from briefs.model.fit import Fate
from briefs.model.inline import CitedNumber, Inline, Strong, Text
from briefs.model.library import Drawn
from briefs.model.phrases import Phrases, phrases_for
from briefs.model.section_ids import CLEARANCE, CLEARING_NOTES
from briefs.model.typesetting import typeset
from briefs.text.passed_dates import passed_dates_in
from briefs.text.quotations import INNER_QUOTES

_COLUMN_WIDTHS = (26, 26, 32, 16)
"""Shares of the text width in per cent."""


def clearance_sections(
    document: Document, blocks: Mapping[str, Drawn], house: House, fates: Sequence[Fate]
) -> Iterator[Section]:
    """The sections at the end of a draft: notes for the clearing officer, if there are any, and the offices that clear.

    `document` must be numbered; `fates` say what was left out or shortened.
    """
    phrases = phrases_for(document.properties.language)
    remarks = (
        *_conflict_notes(document, blocks, phrases),
        *_date_notes(document, phrases),
        *_allowance_notes(document, blocks, phrases),
    )
    listed = (List(remarks, "plain"),) if remarks else ()
    if notes := (*listed, *_cut_notes(fates, phrases)):
        yield Section((Text(phrases.clearing_notes),), notes, id=CLEARING_NOTES, style="end")
    if house.offices:
        table = _table_to_sign(house.offices, phrases)
        yield Section((Text(phrases.clearance),), (table,), id=CLEARANCE, style="end")


def _table_to_sign(offices: Sequence[str], phrases: Phrases) -> Table:
    """A row for each office, with room for name, decision and date."""
    return Table(
        (Text(phrases.clearance_caption),),
        tuple((Text(column),) for column in phrases.clearance_columns),
        tuple(Row((Cell((Text(office),), header=True), Cell(()), Cell(()), Cell(()))) for office in offices),
        widths=_COLUMN_WIDTHS,
        style="clearance",
    )


def _conflict_notes(document: Document, blocks: Mapping[str, Drawn], phrases: Phrases) -> Iterator[Item]:
    """The points where the report disagrees with itself, each with the places of both sides."""
    for name, numbers in _touched_conflicts(document, blocks).items():
        block = blocks[name].block
        assert isinstance(block, Conflict)
        printed = phrases.printed.format(text=block.printed.rstrip("."))
        labels = tuple(extract.label for extract in blocks[name].all_extracts())
        paragraphs = Strong((*cited_paragraphs(numbers, phrases), Text(":")))
        yield Item((paragraphs, Text(f" {block.point.rstrip('.')}. {printed}"), *source_tag(labels, phrases)))


def _date_notes(document: Document, phrases: Phrases) -> Iterator[Item]:
    """The dates before the edition's of which the brief speaks as to come. Notes on the text have no numbers."""
    numbers = {unit.name: paragraph.cited for paragraph in numbered(document) for unit in paragraph.units}
    found: dict[str, list[CitedNumber]] = {}
    for unit, passed in passed_dates_in(document):
        said = phrases.date_passed.format(date=passed.date, words=passed.words)
        found.setdefault(said, []).extend([numbers[unit.name]] if unit.name in numbers else [])
    yield from _said_of_paragraphs(found, phrases)


def _allowance_notes(document: Document, blocks: Mapping[str, Drawn], phrases: Phrases) -> Iterator[Item]:
    """The reasons for which wording that is printed says more than its passage."""
    numbers = {unit.name: paragraph.cited for paragraph in numbered(document) for unit in paragraph.units}
    found: dict[str, list[CitedNumber]] = {}
    for unit in document.units():
        edited = dict.fromkeys(form.block for form in unit.forms if not form.is_verbatim)
        for reason in filter(None, (blocks[name].block.says_more for name in edited if name in blocks)):
            paragraphs = found.setdefault(phrases.says_more.format(text=phrases.closed(typeset(reason))), [])
            if unit.name in numbers and numbers[unit.name] not in paragraphs:
                paragraphs.append(numbers[unit.name])
    yield from _said_of_paragraphs(found, phrases)


def _said_of_paragraphs(found: Mapping[str, Sequence[CitedNumber]], phrases: Phrases) -> Iterator[Item]:
    """An item for each text in `found`, with the paragraphs that it is said of before it, if they have numbers."""
    for said, paragraphs in found.items():
        where = (Strong((*cited_paragraphs(paragraphs, phrases), Text(":"))), Text(" ")) if paragraphs else ()
        yield Item((*where, Text(said)))


def _touched_conflicts(document: Document, blocks: Mapping[str, Drawn]) -> dict[str, list[CitedNumber]]:
    """The conflicts that the brief touches, by block id, with the numbers of the paragraphs that touch them.

    A block names its conflicts. A paragraph does not touch them if the words of the block that it prints all rest on
    other passages.
    """
    touched: dict[str, list[CitedNumber]] = {}
    for paragraph in numbered(document):
        rests_on = {address for unit in paragraph.units for address in unit.sources}
        for block in paragraph.blocks:
            for conflict in blocks[block].block.conflict:
                passages = _addresses(blocks[conflict])
                if passages & rests_on or not passages & _addresses(blocks[block]):
                    touched.setdefault(conflict, []).append(paragraph.cited)
    return touched


def _addresses(drawn: Drawn) -> set[str]:
    return {extract.address for extract in drawn.all_extracts()}


def _cut_notes(fates: Sequence[Fate], phrases: Phrases) -> Iterator[Content]:
    """Lists of what was left out and what is printed in its short form, by section."""
    for outcome, introduction in (("left out", phrases.left_out), ("shortened", phrases.shortened)):
        sections: dict[str, list[Fate]] = {}
        for fate in fates:
            if fate.fate == outcome:
                sections.setdefault(fate.section, []).append(fate)
        if sections:
            yield Paragraph((Text(introduction),), "intro")
            yield List(tuple(_cut_item(section, found, phrases) for section, found in sections.items()), "plain")


def _cut_item(section: str, fates: Sequence[Fate], phrases: Phrases) -> Item:
    """What was cut in one section: how each unit begins, its places and, for the editor, the ids of its blocks."""
    children: list[Inline] = [Strong((Text(f"{section.rstrip(':')}:"),))]
    for index, fate in enumerate(fates):
        separator = ";" if index else ""
        children.append(Text(f"{separator} “{fate.text.strip('“”').translate(INNER_QUOTES)}”"))
        children += source_tag(fate.labels, phrases)
    blocks = dict.fromkeys(block for fate in fates for block in fate.blocks)
    ids = [part for block in blocks for part in (Text(", "), Text(block, is_whole=True))]
    return Item((*children, Text(" ["), *ids[1:], Text("]")))
