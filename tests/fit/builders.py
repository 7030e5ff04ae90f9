"""Briefs of made-up units, and a layout that counts lines: nothing is drawn, so hundreds of briefs can be fitted."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from briefs.finish.running_numbers import number_units
from briefs.fit.composed_brief import ComposedBrief, composed_brief
from briefs.fit.copyfitting import Fitted, fit
from briefs.fit.extents import LayOut
from briefs.fit.heights import LINE
from briefs.fit.selection import Selection
from briefs.model.block import Acronym, Block, Definition, Statement
from briefs.model.diagnostics import Checked, Place
from briefs.model.document import (
    Cell,
    Content,
    Document,
    FormRef,
    Item,
    List,
    Note,
    Paragraph,
    ParagraphRole,
    Row,
    Section,
    Table,
    Unit,
    Weight,
)
from briefs.model.edition import FrontMatter, Template
from briefs.model.inline import NoteCall, Text, inline_text
from briefs.model.library import Drawn
from briefs.model.page_furniture import Furniture, Properties
from tests.builders import forms

WIDTH = 80
"""Characters of a line."""


@dataclass(frozen=True, slots=True)
class Extent:
    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Laid:
    """Pages of so many lines; units are never split."""

    pages: int
    fill: float
    height: float
    units: Mapping[str, tuple[Extent, ...]]


def lines_layout(lines: int) -> LayOut[Laid]:
    """A layout on pages of `lines` lines: a heading takes two, a table a line for its caption and one for its head."""

    def lay_out(document: Document) -> Laid:
        page, used = 1, 3
        units: dict[str, tuple[Extent, ...]] = {}

        def place(count: int, unit: Unit | None = None) -> None:
            nonlocal page, used
            if used + count > lines and used:
                page, used = page + 1, 0
            if unit is not None:
                units[unit.name] = (Extent(page, used * LINE, (used + count) * LINE),)
            used += count

        for section in document.sections:
            place(2)
            for content in section.content:
                match content:
                    case Paragraph():
                        place(_lines(inline_text(content.children)), content.unit)
                    case List():
                        for item in content.items:
                            place(_lines(inline_text(item.children)), item.unit)
                    case Table():
                        place(2)
                        for row in content.rows:
                            place(max(_lines(inline_text(cell.children), 40) for cell in row.cells), row.unit)
                    case _:
                        raise AssertionError("no figures here")
        for note in document.notes:
            place(_lines(inline_text(note.children)), note.unit)
        return Laid(page, used / lines, lines * LINE, units)

    return lay_out


def _lines(text: str, width: int = WIDTH) -> int:
    return max(1, math.ceil(len(text) / width))


def words(lines: int, name: str, width: int = WIDTH) -> str:
    """Text of `lines` lines that begins with `name`."""
    return f"{name} {'word ' * 40 * lines}"[: lines * width - 1].rstrip().ljust(lines * width - 1, "x")


@dataclass
class Brief:
    """A brief in the making: units get their ids, blocks and short forms as they are asked for."""

    blocks: dict[str, Drawn] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)
    count: int = 0
    notes: list[Note] = field(default_factory=list)

    def unit(self, weight: Weight = "could", block: str = "", pair: str | None = None, short: str = "") -> Unit:
        self.count += 1
        name = block or f"st.b{self.count}"
        fields = {"id": name, "kind": "statement", "anchor": "a b c", "short": short or None, "with": pair}
        self.add(Statement.model_validate(fields))
        if short:
            self.short[f"u{self.count}"] = short
        return Unit(
            f"u{self.count}",
            f"u{self.count}",
            (name,),
            forms=forms(f"{name}/verbatim"),
            verbatim=True,
            weight=weight,
        )

    def explain(self, term: str, acronym: bool = True) -> Unit:
        self.count += 1
        name = f"acr.b{self.count}"
        fields = {"id": name, "anchor": "a b c"}
        if acronym:
            more = {"kind": "acronym", "acronym": term, "expansion": term, "introduced": True}
            self.add(Acronym.model_validate(fields | more))
        else:
            self.add(Definition.model_validate(fields | {"kind": "definition", "term": term}))
        return Unit(f"u{self.count}", f"u{self.count}", (name,), forms=forms(f"{name}/short"))

    def add(self, block: Block) -> None:
        self.blocks.setdefault(block.id, Drawn(block, Place("blocks.yaml", 1), {}))

    def note(self, text: str) -> NoteCall:
        unit = self.unit()
        self.notes.append(Note(unit.name, unit, (Text(text),)))
        return NoteCall(unit.name)

    def composed(self, *sections: Section) -> ComposedBrief:
        full = document(*sections, notes=tuple(self.notes))
        return composed_brief(full, document(*map(self._short, sections), notes=tuple(self.notes)), self.blocks)

    def _short(self, section: Section) -> Section:
        return replace(section, content=tuple(self._short_content(content) for content in section.content))

    def _short_content(self, content: Content) -> Content:
        match content:
            case Paragraph(unit=Unit(name=name) as unit) if name in self.short:
                return replace(content, children=(Text(self.short[name]),), unit=_in_short(unit))
            case List():
                return replace(content, items=tuple(self._short_item(item) for item in content.items))
            case _:
                return content

    def _short_item(self, item: Item) -> Item:
        if item.unit is None or item.unit.name not in self.short:
            return item
        return Item((Text(self.short[item.unit.name]),), _in_short(item.unit))


def _in_short(unit: Unit) -> Unit:
    return replace(unit, forms=tuple(FormRef(form.block, "short") for form in unit.forms), verbatim=False)


def paragraph(text: str, unit: Unit | None = None, role: ParagraphRole = "body") -> Paragraph:
    return Paragraph((Text(text),), role, unit)


def intro(text: str = "Three points:") -> Paragraph:
    return paragraph(text, role="intro")


def items(*units: Unit, lines: int = 1) -> List:
    return List(tuple(Item((Text(words(lines, unit.name)),), unit) for unit in units))


def table(*units: Unit, style: str = "", texts: Mapping[str, str] | None = None) -> Table:
    rows = tuple(
        Row((Cell((Text(unit.name),), header=True), Cell((Text((texts or {}).get(unit.name, "word")),))), unit)
        for unit in units
    )
    return Table((Text("Caption"),), ((Text("Head"),), (Text("Other"),)), rows, style=style)


def section(
    *content: Content, heading: str = "Heading", level: int = 2, cut: int | None = None, keep: int = 0
) -> Section:
    return Section((Text(heading),), content, id=heading.lower(), level=3 if level == 3 else 2, cut=cut, keep=keep)


def document(*sections: Section, notes: tuple[Note, ...] = ()) -> Document:
    return Document(
        audience="captains",
        title="Title",
        furniture=Furniture(*("furniture",) * 8, (Text("furniture"),), ("furniture",), "furniture"),
        properties=Properties("Title", "", "", (), "en-GB", "2010-05-04", "0.1", "cleared", "X"),
        sections=sections,
        notes=notes,
    )


def template(pages: int = 1, words: int | None = None, first_page: tuple[str, ...] = ()) -> Template:
    front = FrontMatter(
        audience="captains",
        reader="Captains",
        series="Brief",
        title="Title",
        code="CAP",
        short_title="Title",
        subject="Harbours",
        pages=pages,
        words=words,
        first_page=first_page,
    )
    return Template("templates/captains.md", front, "", 1)


PAPERS: Mapping[str, Callable[[Document], Laid]] = {"short": lines_layout(20), "tall": lines_layout(22)}


def checked_fit(
    brief: ComposedBrief,
    asked: Template,
    remembered: Selection | None = None,
    papers: Mapping[str, LayOut[Laid]] = PAPERS,
) -> Checked[Fitted[Laid]]:
    """`brief` as fitted, with what is wrong."""
    return fit(brief, asked, number_units, papers, remembered)


def fitted(
    brief: ComposedBrief,
    asked: Template,
    remembered: Selection | None = None,
    papers: Mapping[str, LayOut[Laid]] = PAPERS,
) -> Fitted[Laid]:
    """`brief` as fitted, with which nothing is wrong."""
    checked = checked_fit(brief, asked, remembered, papers)
    assert checked.problems == ()
    return checked.value


def problems(brief: ComposedBrief, asked: Template) -> list[str]:
    """Everything that is wrong with `brief` after fitting."""
    return [str(problem) for problem in checked_fit(brief, asked).problems]


def headings(document: Document) -> list[str]:
    return [inline_text(section.heading) for section in document.sections]


def printed(document: Document) -> list[str]:
    notes = {note.unit.name for note in document.notes}
    return [unit.name for unit in document.units() if unit.name not in notes]
