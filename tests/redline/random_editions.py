"""Briefs in an invented language, and random next editions of them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from briefs.finish.running_numbers import number_units
from briefs.model.document import (
    Cell,
    Content,
    Document,
    Figure,
    Item,
    List,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
    Unit,
)
from briefs.model.document_walk import map_inlines, note_calls
from briefs.model.figure import Event, Timeline
from briefs.model.inline import (
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
)
from briefs.model.mark import Mark
from briefs.redline.word_merging import merged_words
from tests.render.docx.samples import FURNITURE, PROPERTIES

_SYLLABLES = ("ba", "do", "ki", "lu", "me", "ra", "so", "ti", "vo", "zan")
_SMALL = ("the", "of", "and", "in", "a", "to")


class Editions:
    """Makes random briefs and random changes of them; the same `seed` makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.count = 0

    def word(self) -> str:
        """A word: one of few small ones, or one of many others."""
        if self.chance.random() < 0.35:
            return self.chance.choice(_SMALL)
        return "".join(self.chance.choice(_SYLLABLES) for _ in range(self.chance.randint(2, 3)))

    def sentence(self, least: int = 4, most: int = 24) -> str:
        """A sentence with commas here and there."""
        words = [self.word() for _ in range(self.chance.randint(least, most))]
        said = " ".join(f"{word}," if self.chance.random() < 0.08 else word for word in words)
        return f"{said[0].upper()}{said[1:].rstrip(',')}."

    def inlines(self, notes: tuple[str, ...] = ()) -> tuple[Inline, ...]:
        """A few sentences, some of their words in bold, in italics, in another language, linked, or with a note."""
        made: list[Inline] = [Text(self.sentence())]
        for _ in range(self.chance.randint(0, 3)):
            kind = self.chance.randrange(6)
            words = (Text(f" {self.sentence(1, 5)}"),)
            if kind == 0:
                made.append(Strong(words))
            elif kind == 1:
                made.append(Emphasis(words))
            elif kind == 2:
                made.append(Foreign("fr", words))
            elif kind == 3:
                made.append(Link(f"https://example.org/{self.word()}", f"see {self.word()}"))
            elif kind == 4 and notes:
                made.append(NoteCall(self.chance.choice(notes)))
            else:
                made.extend(words)
        return tuple(made)

    def unit(self, section: str) -> Unit:
        """A new unit."""
        self.count += 1
        return Unit(f"u{self.count}", f"{section}/block.{self.count}", (f"block.{self.count}",))

    def content(self, section: str, notes: tuple[str, ...], is_draft: bool) -> Iterator[Content]:
        """The content of a section."""
        for _ in range(self.chance.randint(1, 4)):
            match self.chance.randrange(5):
                case 0 | 1:
                    yield self.paragraph(section, notes, is_draft)
                case 2:
                    yield List(tuple(self.item(section, notes, is_draft) for _ in range(self.chance.randint(1, 4))))
                case 3:
                    rows = tuple(self.row(section, notes) for _ in range(self.chance.randint(1, 4)))
                    columns = ((Text("Who"),), (Text(self.word()),))
                    yield Table((Text(self.sentence(2, 5)),), columns, rows)
                case _:
                    yield Figure(
                        Timeline((Event("2010", self.word()),)), (Text(self.sentence(2, 5)),), self.unit(section)
                    )

    def paragraph(self, section: str, notes: tuple[str, ...], is_draft: bool) -> Paragraph:
        if self.chance.random() < 0.2:
            return Paragraph(self.inlines(), "intro")
        tag = (SourceTag(f"IV ¶{self.chance.randint(1, 9)}"),) if is_draft else ()
        return Paragraph((*self.inlines(notes), *tag), unit=self.unit(section))

    def item(self, section: str, notes: tuple[str, ...], is_draft: bool) -> Item:
        tag = (SourceTag(f"IV ¶{self.chance.randint(1, 9)}"),) if is_draft else ()
        return Item((*self.inlines(notes), *tag), self.unit(section))

    def row(self, section: str, notes: tuple[str, ...]) -> Row:
        return Row((Cell((Text(self.word()),), header=True), Cell(self.inlines(notes))), self.unit(section))

    def brief(self, *, is_draft: bool = True) -> Document:
        """A brief of a few sections with notes."""
        ids = tuple(f"note.{number}" for number in range(self.chance.randint(0, 4)))
        notes = tuple(Note(id, Unit(f"n{id[5:]}", f"notes/{id}", (id,)), (Text(self.sentence()),)) for id in ids)
        sections = tuple(self.section(f"s{at}", ids, is_draft) for at in range(self.chance.randint(2, 4)))
        properties = replace(PROPERTIES, status="draft" if is_draft else "cleared")
        document = Document("ministers", self.sentence(3, 8), FURNITURE, properties, sections, notes)
        return finished(replace(document, sections=(*sections, self.sources(document))))

    def section(self, id: str, notes: tuple[str, ...], is_draft: bool) -> Section:
        level = 3 if self.chance.random() < 0.2 else 2
        heading = (Text(self.sentence(1, 5).rstrip(".")),)
        style = self.chance.choice(("", "", "box", "end"))
        content = tuple(self.content(id, notes, is_draft))
        return Section(heading, content, id, level, style)  # type: ignore[arg-type]

    def sources(self, document: Document) -> Section:
        """A list of the numbers of all paragraphs."""
        units = [unit for section in document.sections for content in section.content for unit in _units(content)]
        cited = [
            part
            for unit in units
            for part in (Strong((CitedNumber(unit.name, 0),)), Text(f" of {unit.tag[1:] * 2} · "))
        ]
        return Section((Text("Sources"),), (Paragraph(tuple(cited), "small"),), "sources", 2, "end")

    def next_edition(self, document: Document, share: float) -> Document:
        """`document` with about so many of its parts changed."""
        notes = tuple(note.id for note in document.notes)
        sections = [self.next_section(one, notes, share) for one in document.sections[:-1]]
        if self.chance.random() < share / 2:
            sections.insert(self.chance.randint(0, len(sections)), self.section("added", notes, True))
        if self.chance.random() < share / 2 and len(sections) > 1:
            sections.pop(self.chance.randrange(len(sections)))
        if self.chance.random() < share / 2:
            sections.insert(0, sections.pop())
        new_notes = tuple(
            replace(note, children=self.reworded(note.children)) if self.chance.random() < share else note
            for note in document.notes
        )
        title = document.title if self.chance.random() > share else inline_words(self.reworded((Text(document.title),)))
        made = replace(document, title=title, sections=tuple(sections), notes=new_notes)
        return finished(replace(made, sections=(*sections, self.sources(made))))

    def with_other_words(self, document: Document, mark: Mark | None = None) -> Document:
        """`document` with about half of its texts reworded, and nothing else changed; with a `mark`, it is marked."""

        def reworded(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
            if self.chance.random() < 0.5:
                return children
            made = self.reworded(children, is_whole=True)
            return made if mark is None else merged_words(children, made, mark).children

        return replace(
            map_inlines(document, reworded),
            notes=tuple(replace(note, children=reworded(note.children)) for note in document.notes),
        )

    def next_section(self, section: Section, notes: tuple[str, ...], share: float) -> Section:
        content: list[Content] = []
        for one in section.content:
            chance = self.chance.random()
            if chance < share / 4:
                continue
            content += self.parted(self.next_content(one, notes, section.id, share), section.id, share)
            if chance > 1 - share / 4:
                content.extend(self.content(section.id, notes, True))
        if self.chance.random() < share / 3:
            self.chance.shuffle(content)
        heading = self.reworded(section.heading) if self.chance.random() < share / 3 else section.heading
        return replace(section, heading=heading, content=tuple(content) or section.content)

    def parted(self, content: Content, section: str, share: float) -> list[Content]:
        """A paragraph, or a list with an item, in two, sometimes; or two items in one."""
        chance = self.chance.random()
        match content:
            case Paragraph((Text(text), *rest), unit=Unit()) if chance < share / 4 and len(text.split()) > 8:
                first, second = self.halves(text)
                return [
                    replace(content, children=(first,)),
                    replace(content, children=(second, *rest), unit=self.unit(section)),
                ]
            case List((*before, Item((Text(text), *rest)) as item)) if chance < share / 4 and len(text.split()) > 8:
                first, second = self.halves(text)
                halves = (
                    replace(item, children=(first,)),
                    replace(item, children=(second, *rest), unit=self.unit(section)),
                )
                return [replace(content, items=(*before, *halves))]
            case List((Item(one), Item(other) as last, *others)) if chance < share / 2:
                made = replace(last, children=(*(part for part in one if not isinstance(part, SourceTag)), *other))
                return [replace(content, items=(made, *others))]
            case _:
                return [content]

    def halves(self, text: str) -> tuple[Text, Text]:
        """Both halves of a text."""
        words = text.split(" ")
        at = self.chance.randint(3, len(words) - 3)
        return Text(" ".join(words[:at])), Text(" ".join(words[at:]))

    def next_content(self, content: Content, notes: tuple[str, ...], section: str, share: float) -> Content:
        match content:
            case Paragraph():
                return replace(content, children=self.perhaps(content.children, share, notes))
            case Figure():
                return replace(content, caption=self.perhaps(content.caption, share))
            case List():
                items = [
                    replace(item, children=self.perhaps(item.children, share, notes))
                    for item in content.items
                    if self.chance.random() > share / 3
                ]
                if self.chance.random() < share / 2:
                    items.insert(self.chance.randint(0, len(items)), self.item(section, notes, True))
                return replace(content, items=tuple(items) or content.items)
            case Table():
                rows = [
                    replace(
                        row,
                        cells=(row.cells[0], Cell(self.perhaps(row.cells[1].children, share, notes)), *row.cells[2:]),
                    )
                    for row in content.rows
                    if self.chance.random() > share / 3
                ]
                if self.chance.random() < share / 2:
                    rows.insert(self.chance.randint(0, len(rows)), self.row(section, notes))
                if self.chance.random() < share / 8:
                    rows = [replace(row, cells=(*row.cells, Cell((Text(self.word()),)))) for row in rows]
                    columns = (*content.columns, (Text("More"),))
                    return replace(content, rows=tuple(rows) or content.rows, columns=columns) if rows else content
                caption = self.perhaps(content.caption, share)
                return replace(content, caption=caption, rows=tuple(rows) or content.rows)

    def perhaps(self, children: tuple[Inline, ...], share: float, notes: tuple[str, ...] = ()) -> tuple[Inline, ...]:
        return self.reworded(children, notes) if self.chance.random() < share else children

    def reworded(
        self, children: tuple[Inline, ...], notes: tuple[str, ...] = (), *, is_whole: bool = False
    ) -> tuple[Inline, ...]:
        """Inline content with words replaced, added and left out; unless it `is_whole`, also notes, links and tags."""
        rate = self.chance.choice((0.05, 0.2, 0.6))
        made: list[Inline] = []
        for child in children:
            match child:
                case Text():
                    made.append(Text(" ".join(self.next_words(child.text.split(" "), rate))))
                case Strong() | Emphasis() | Foreign():
                    inner = self.reworded(child.children, is_whole=is_whole)
                    made += [replace(child, children=inner)] if self.chance.random() > 0.1 else inner
                case NoteCall() | Link() if not is_whole:
                    made += [child] if self.chance.random() > rate else []
                case SourceTag() if not is_whole:
                    made.append(child if self.chance.random() > 0.3 else SourceTag("V"))
                case _:
                    made.append(child)
        if notes and self.chance.random() < rate / 2:
            made.insert(1, NoteCall(self.chance.choice(notes)))
        return tuple(made)

    def next_words(self, words: list[str], rate: float) -> Iterator[str]:
        for word in words:
            chance = self.chance.random()
            if chance > rate:
                yield word
            elif chance < rate / 3:
                yield f"{self.word()} {word}"
            elif chance < 2 * rate / 3:
                yield self.word()


def finished(document: Document) -> Document:
    """`document` with numbers, and with those of its notes that are called."""
    called = note_calls(document.sections)
    notes = tuple(note for note in document.notes if note.id in called)
    numbered = number_units(replace(document, notes=notes))
    numbers = {unit.name: unit.number for unit in numbered.units() if unit.number is not None}
    last = numbered.sections[-1]
    (paragraph,) = last.content
    assert isinstance(paragraph, Paragraph)
    children = tuple(_with_number(child, numbers) for child in paragraph.children)
    sections = (*numbered.sections[:-1], replace(last, content=(replace(paragraph, children=children),)))
    return replace(numbered, sections=sections)


def _with_number(child: Inline, numbers: dict[str, int]) -> Inline:
    match child:
        case Strong((CitedNumber(unit=unit),)):
            return Strong((CitedNumber(unit, numbers.get(unit, 0)),))
        case _:
            return child


def _units(content: Content) -> Iterator[Unit]:
    yield from (owner.unit for owner in content.owners if owner.unit is not None and owner.unit.name[0] == "s")


def inline_words(children: tuple[Inline, ...]) -> str:
    """What inline content says, with what is marked in it: numbers as what they cite, notes by their ids."""
    made = []
    for child in children:
        match child:
            case Text() | Link():
                made.append(child.text)
            case Strong() | Emphasis() | Foreign() | Inserted() | Deleted():
                made.append(inline_words(child.children))
            case NoteCall():
                made.append(f"[{child.note.removesuffix(' (deleted)')}]")
            case CitedNumber():
                made.append("#")
            case SourceTag():
                made.append(child.printed)
            case _:
                made.append("□")
    return "".join(made)


def paragraphs(document: Document) -> list[str]:
    """The title and all paragraphs of a brief, cell by cell, in reading order; at last its notes."""
    made = [document.title, inline_words(document.furniture.about)]
    for section in document.sections:
        made.append(inline_words(section.heading))
        for content in section.content:
            match content:
                case Paragraph():
                    text = inline_words(content.children)
                    made.append(re.sub(r"\d+ of", "# of", text) if section.id == "sources" else text)
                case List():
                    made += [inline_words(item.children) for item in content.items]
                case Figure():
                    made.append(f"{inline_words(content.caption)} {content.graphic}")
                case Table():
                    runs = [content.caption, *content.columns]
                    made += map(inline_words, [*runs, *(cell.children for row in content.rows for cell in row.cells)])
    made += sorted(inline_words(note.children) for note in document.notes)
    return made
