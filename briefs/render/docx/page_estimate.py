"""How many pages Word will have for a brief, estimated: its paragraphs and rows, broken into lines and put on pages.

Word itself decides; nothing here changes the file. Words are as wide as in the font of the PDF, times what is known of
the font that a style names. Headings stay with what follows, rows are whole, and notes stand on the page of their call.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefs.render.docx.type_setting import Setting, TypeSetting
from briefs.render.fonts.widths import TextMeasure
from briefs.render.reference.look import Look
from briefs.render.reference.page_setup import PagePlace
from briefs.word.elements import Element, qn, value_of
from briefs.word.measures import twips

_EMU = 12700
"""English metric units in a point."""
_SEPARATOR = 12.0
"""The height of the rule above notes."""
_TAB = 22.7
_MARGINS = {"left": 5.4, "right": 5.4}
"""Room at the sides of cells, in points, if no style says otherwise (ISO/IEC 29500-1, 17.4.42)."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph or a row of a table on its way to a page: its lines are equally high, and a row is one line."""

    lines: int
    height: float
    before: float
    after: float
    keeps_next: bool = False
    keeps_lines: bool = False
    begins_page: bool = False
    style: str = ""
    is_contextual: bool = False
    notes: float = 0.0
    borders: tuple[float, float] = (0.0, 0.0)
    frame: str = ""

    @property
    def whole(self) -> float:
        """The height without the space around it."""
        return self.lines * self.height + sum(self.borders)


@dataclass(slots=True)
class _Pages:
    """Pages as they fill: `rooms` are the heights of the first and of all other text areas."""

    rooms: tuple[float, float]
    number: int = 1
    used: float = 0.0
    notes: float = 0.0

    @property
    def room(self) -> float:
        return self.rooms[min(self.number, 2) - 1] - self.used - self.notes

    def turn(self) -> None:
        self.number, self.used, self.notes = self.number + 1, 0.0, 0.0

    @property
    def total(self) -> float:
        height = self.rooms[min(self.number, 2) - 1]
        return self.number - 1 + (self.used + self.notes) / height


class PageEstimate:
    """Estimates the pages of a brief in `look`, with `lists` (`w:numbering`) and `letters` as in the PDF."""

    def __init__(self, look: Look, lists: Element, letters: TextMeasure) -> None:
        self._look = look
        self._letters = letters
        self._setting = TypeSetting(look, lists)

    def pages(self, body: Sequence[Element], notes: Element | None, furniture: Mapping[PagePlace, Element]) -> float:
        """The pages of `body`, of which the last may be full in part: 1.5 is a page and a half.

        `notes` is the root of the part of footnotes; `furniture` are the roots of headers and footers.
        """
        heights = {} if notes is None else self._notes(notes)
        blocks = _joined(list(self._blocks(body, self._look.width / 20, heights)))
        pages = _Pages(self.rooms(furniture))
        at = 0
        while at < len(blocks):
            end = at
            while end + 1 < len(blocks) and blocks[end].keeps_next:
                end += 1
            self._put(pages, blocks, at, end)
            at = end + 1
        return pages.total

    def _put(self, pages: _Pages, blocks: Sequence[_Block], first: int, last: int) -> None:
        """Put a chain of blocks, each kept with the next, on pages."""
        chain = blocks[first : last + 1]
        spaces = [_space(blocks[at - 1] if at else None, blocks[at]) for at in range(first, last + 1)]
        if chain[0].begins_page and pages.used:
            pages.turn()
        *before, end = chain
        ahead = sum(space + block.whole + block.notes for space, block in zip(spaces, before, strict=False))
        least = end.whole if end.keeps_lines or end.lines < 4 else 2 * end.height
        needed = ahead + spaces[-1] + least + end.notes
        if needed > pages.room and pages.used and needed <= max(pages.rooms):
            pages.turn()
        for space, block in zip(spaces, chain, strict=True):
            self._put_block(pages, block, space if pages.used else 0.0)

    def _put_block(self, pages: _Pages, block: _Block, space: float) -> None:
        pages.used += space
        pages.notes += block.notes + (_SEPARATOR if block.notes and not pages.notes else 0.0)
        left = block.lines
        if block.keeps_lines and block.whole > pages.room and pages.used:
            pages.turn()
        while left * block.height > pages.room + 0.5:
            fitting = max(0, int((pages.room + 0.5) // block.height)) if block.height else left
            if left - fitting < 2 and left > 1:
                fitting -= 1
            fitting = fitting if fitting >= 2 or not pages.used else 0
            if not fitting and not pages.used:
                break
            left -= fitting
            pages.turn()
        pages.used += left * block.height + sum(block.borders)

    def rooms(self, furniture: Mapping[PagePlace, Element]) -> tuple[float, float]:
        """The heights of the text areas of the first page and of the others, where headers may push text down."""
        section = self._look.section
        size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        if size is None or margins is None:
            return (711.0, 711.0)
        rooms = []
        for page in ("first", "default"):
            room = twips(size, "h") / 20
            for kind, side in (("header", "top"), ("footer", "bottom")):
                margin = twips(margins, side) / 20
                part = furniture.get((kind, page))
                if page == "first" and section.find(qn("w:titlePg")) is None:
                    part = furniture.get((kind, "default"))
                taken = 0.0 if part is None else twips(margins, kind) / 20 + self._height(part)
                room -= -margin if margin < 0 else max(margin, taken)
            rooms.append(max(room, 72.0))
        return rooms[0], rooms[1]

    def _height(self, part: Element) -> float:
        """The height of a header or footer."""
        blocks = list(self._blocks(list(part), self._look.width / 20, {}))
        return _stacked(blocks)

    def _notes(self, notes: Element) -> dict[str, float]:
        """The heights of footnotes, by their ids."""
        made = {}
        for note in notes:
            made[value_of(note, "id")] = _stacked(list(self._blocks(list(note), self._look.width / 20, {})))
        return made

    def _blocks(self, elements: Sequence[Element], width: float, notes: Mapping[str, float]) -> Iterator[_Block]:
        for element in elements:
            match element.tag.rpartition("}")[2]:
                case "p":
                    yield self._paragraph(element, width, notes)
                case "tbl":
                    yield from self._table(element, notes)
                case "sdt":
                    content = element.find(qn("w:sdtContent"))
                    if content is not None:
                        yield from self._blocks(list(content), width, notes)

    def _paragraph(self, paragraph: Element, width: float, notes: Mapping[str, float]) -> _Block:
        setting = self._setting.setting(paragraph)
        lines, tallest = self._lines(paragraph, setting, width)
        calls = (value_of(call, "id") for call in paragraph.iter(qn("w:footnoteReference")))
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return _Block(
            lines=lines,
            height=setting.line_height(tallest),
            before=setting.before,
            after=setting.after,
            keeps_next=setting.keeps_next,
            keeps_lines=setting.keeps_lines,
            begins_page=setting.begins_page,
            style=value_of(style),
            is_contextual=setting.is_contextual,
            notes=sum(notes.get(call, 0.0) for call in calls),
            borders=setting.borders,
            frame=setting.frame,
        )

    def _lines(self, paragraph: Element, setting: Setting, width: float) -> tuple[int, float]:
        """How many lines a paragraph has, and the height of the highest picture in it."""
        room = width - setting.indents.left - setting.indents.right
        used, word, lines, tallest = max(setting.indents.first, 0.0), 0.0, 1, 0.0
        for run in paragraph.iter(qn("w:r")):
            type = self._setting.type_of(run, setting)
            for child in run:
                name = child.tag.rpartition("}")[2]
                if name == "t":
                    for character in child.text or "":
                        wide = type.width_of(character, self._letters)
                        if character in " \u2009\u2002\u2003":
                            used, word = used + word + wide, 0.0
                            continue
                        word += wide
                        if used + word > room + 0.01 and used > 0:
                            used, lines = 0.0, lines + 1
                        if character in "-–—\u200b":
                            used, word = used + word, 0.0
                elif name == "noBreakHyphen":
                    word += type.width_of("-", self._letters)
                elif name == "tab":
                    used, word = used + word + (0.0 if setting.indents.first < 0 and used + word < 1 else _TAB), 0.0
                elif name == "br":
                    used, word, lines = 0.0, 0.0, lines + 1
                elif name == "drawing":
                    extents = [
                        int(e.get("cy", "0")) / _EMU
                        for e in child
                        if e.tag == qn("wp:inline")
                        for e in e.iter(qn("wp:extent"))
                    ]
                    tallest = max([tallest, *extents])
        return lines, tallest

    def _table(self, table: Element, notes: Mapping[str, float]) -> Iterator[_Block]:
        columns = [twips(column, "w") / 20 for column in table.iter(qn("w:gridCol"))]
        style = value_of(table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}"))
        sides = self._margins(style)
        for row in table.iter(qn("w:tr")):
            yield self._row(row, columns, sides, notes)

    def _row(
        self, row: Element, columns: Sequence[float], sides: tuple[float, float], notes: Mapping[str, float]
    ) -> _Block:
        height = called = 0.0
        keeps = False
        at = 0
        for cell in row.iterchildren(qn("w:tc"), qn("w:sdt")):
            cell = next(cell.iter(qn("w:tc")), cell)
            span = int(value_of(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")) or "1")
            width = sum(columns[at : at + span]) - sides[0] - sides[1]
            at += span
            blocks = list(self._blocks(list(cell), width, notes))
            height = max(height, _stacked(blocks))
            called += sum(block.notes for block in blocks)
            keeps = keeps or any(block.keeps_next for block in blocks[:1])
        least = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
        if least is not None:
            height = max(height, twips(least, "val") / 20)
        return _Block(1, height + 0.5, 0.0, 0.0, keeps_next=keeps, notes=called)

    def _margins(self, style: str) -> tuple[float, float]:
        made = []
        for side, other in (("left", "start"), ("right", "end")):
            found = None
            for each in self._setting.sheet.properties(style, "tblPr"):
                for name in (side, other):
                    margin = each.find(f"{qn('w:tblCellMar')}/{qn(f'w:{name}')}")
                    found = margin if found is None else found
            made.append(_MARGINS[side] if found is None else twips(found, "w") / 20)
        return made[0], made[1]


def _joined(blocks: Sequence[_Block]) -> list[_Block]:
    """`blocks` with one frame around those that follow each other in frames of one kind, as Word draws them."""
    made = []
    for former, block, following in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        above = former is None or former.frame != block.frame
        below = following is None or following.frame != block.frame
        made.append(replace(block, borders=(block.borders[0] * above, block.borders[1] * below)))
    return made


def _space(former: _Block | None, block: _Block) -> float:
    """The space between two blocks: the larger one of the two."""
    if former is None:
        return block.before
    if former.style and former.style == block.style and former.is_contextual and block.is_contextual:
        return 0.0
    return max(former.after, block.before)


def _stacked(blocks: Sequence[_Block]) -> float:
    """The height of blocks, one below the other, with the space around them."""
    pairs = zip([None, *blocks], blocks, strict=False)
    return sum(_space(former, block) + block.whole for former, block in pairs) + (blocks[-1].after if blocks else 0.0)
