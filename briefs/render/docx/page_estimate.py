"""How many pages Word will have for a brief, estimated: its paragraphs and rows, broken into lines and put on pages.

Word itself decides; nothing here changes the file. Words are as wide as in the font of the PDF, times what is known of
the font that a style names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefs.render.docx.line_breaks import lines_of
from briefs.render.docx.page_filling import Block, height_of, pages_of
from briefs.render.docx.type_setting import TypeSetting
from briefs.render.fonts.widths import TextMeasure
from briefs.render.reference.look import Look
from briefs.render.reference.page_setup import PagePlace, column_count, starter_section
from briefs.word.elements import Element, is_on, local_name, qn, value_of
from briefs.word.measures import twips, whole_number

_CELL_SIDE = 5.4
"""Room at a side of a cell, in points, if no style says otherwise (ISO/IEC 29500-1, 17.4.42)."""
_RULE = 0.5
"""The height of the rule between two rows, in points."""
_LEAST_ROOM = 72.0
"""An inch in points: however high headers are, text has as much room."""


class PageEstimate:
    """Estimates the pages of a brief in `look`, with `lists` (`w:numbering`) and `letters` as in the PDF."""

    def __init__(self, look: Look, lists: Element, letters: TextMeasure) -> None:
        self._look = look
        self._letters = letters
        self._setting = TypeSetting(look, lists)

    def pages(
        self,
        body: Iterable[Element],
        notes: Element | None,
        furniture: Mapping[PagePlace, Element],
        slack: float = 0.0,
    ) -> float:
        """The pages of `body`, of which the last may be full in part: 1.5 is a page and a half.

        `notes` is the root of the part of footnotes; `furniture` are the roots of headers and footers. Of each page,
        the share `slack` is left free.
        """
        heights = {} if notes is None else {value_of(note, "id"): self._height(note) for note in notes}
        first, others = (room * (1 - slack) for room in self.rooms(furniture))
        columns = pages_of(list(self._blocks(body, self._look.width / 20, heights)), (first, others))
        return columns / column_count(self._look.section)

    def rooms(self, furniture: Mapping[PagePlace, Element]) -> tuple[float, float]:
        """The heights, in points, of the text areas of the first page and of the others.

        High headers and footers take of it.
        """
        section = self._look.section
        if section.find(qn("w:pgSz")) is None or section.find(qn("w:pgMar")) is None:
            section = starter_section()
        first = "first" if is_on(section, "titlePg") else "default"
        return self._room(section, furniture, first), self._room(section, furniture, "default")

    def _room(self, section: Element, furniture: Mapping[PagePlace, Element], page: str) -> float:
        size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        assert size is not None
        assert margins is not None
        room = twips(size, "h") / 20
        for kind, side in (("header", "top"), ("footer", "bottom")):
            margin = twips(margins, side) / 20
            part = furniture.get((kind, page))
            taken = 0.0 if part is None else twips(margins, kind) / 20 + self._height(part)
            room -= max(margin, taken) if margin >= 0 else -margin
        return max(room, _LEAST_ROOM)

    def _height(self, story: Element) -> float:
        """The height of a header, a footer or a note, in points."""
        return height_of(list(self._blocks(story, self._look.width / 20, {})))

    def _blocks(self, elements: Iterable[Element], width: float, notes: Mapping[str, float]) -> Iterator[Block]:
        """The paragraphs and rows of a story, in a column `width` points wide; `notes` has the heights of notes."""
        for element in elements:
            match local_name(element):
                case "p":
                    yield self._paragraph(element, width, notes)
                case "tbl":
                    yield from self._table(element, notes)
                case "sdt":
                    yield from self._blocks(element.iterfind(f"{qn('w:sdtContent')}/*"), width, notes)

    def _paragraph(self, paragraph: Element, width: float, notes: Mapping[str, float]) -> Block:
        setting = self._setting.setting(paragraph)
        lines = lines_of(paragraph, width, self._setting, self._letters)
        calls = (value_of(call, "id") for call in paragraph.iter(qn("w:footnoteReference")))
        return Block(
            lines=lines.number,
            height=setting.line_height(lines.tallest),
            before=setting.before,
            after=setting.after,
            keeps_next=setting.keeps_next,
            keeps_lines=setting.keeps_lines,
            begins_page=setting.begins_page,
            style=value_of(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")),
            is_contextual=setting.is_contextual,
            notes=sum(notes.get(call, 0.0) for call in calls),
            borders=setting.borders,
            frame=setting.frame,
        )

    def _table(self, table: Element, notes: Mapping[str, float]) -> Iterator[Block]:
        columns = [twips(column, "w") / 20 for column in table.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")]
        sides = self._sides(value_of(table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")))
        for row in table.iter(qn("w:tr")):
            yield self._row(row, columns, sides, notes)

    def _row(self, row: Element, columns: Sequence[float], sides: float, notes: Mapping[str, float]) -> Block:
        """A row; `sides` is the room at both sides of the text of its cells."""
        least = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
        height = 0.0 if least is None else twips(least, "val") / 20
        called, keeps_next, at = 0.0, False, 0
        for cell in row.iter(qn("w:tc")):
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            following = at + (1 if span is None else max(1, whole_number(span, "val")))
            blocks = list(self._blocks(cell, sum(columns[at:following]) - sides, notes))
            at = following
            height = max(height, height_of(blocks))
            called += sum(block.notes for block in blocks)
            keeps_next = keeps_next or any(block.keeps_next for block in blocks)
        return Block(1, height + _RULE, keeps_next=keeps_next, notes=called)

    def _sides(self, style: str) -> float:
        """The room at both sides of the text of cells in a style of tables."""
        made = 0.0
        for sides in (("left", "start"), ("right", "end")):
            margins = (
                properties.find(f"{qn('w:tblCellMar')}/{qn(f'w:{side}')}")
                for properties in self._setting.sheet.properties(style, "tblPr")
                for side in sides
            )
            found = next((margin for margin in margins if margin is not None), None)
            made += _CELL_SIDE if found is None else twips(found, "w") / 20
        return made
