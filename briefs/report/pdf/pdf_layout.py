"""The lines of a whole PDF in reading order, and what its pages show about them: furniture, tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefs.report.pdf.pdf_aligned_tables import aligned_tables
from briefs.report.pdf.pdf_boxes import boxed_texts
from briefs.report.pdf.pdf_chunks import Chunk
from briefs.report.pdf.pdf_columns import reading_order
from briefs.report.pdf.pdf_file import PdfFile, PdfPage
from briefs.report.pdf.pdf_furniture import Furniture, find_furniture
from briefs.report.pdf.pdf_glyphs import Around
from briefs.report.pdf.pdf_line_setting import SetLine, by_elements, set_lines
from briefs.report.pdf.pdf_lines import PdfLine
from briefs.report.pdf.pdf_ruled_tables import RuledTable, ruled_tables
from briefs.report.pdf.pdf_spaced_tables import spaced_tables
from briefs.report.pdf.pdf_split_rows import TableRow, join_split_rows
from briefs.report.pdf.pdf_tagged_tables import tagged_tables


@dataclass(slots=True)
class Layout:
    """The lines of a PDF in reading order. `roles`: which of them are running heads or page numbers. `tables`: the rows
    of each. `starts`: the index of the first line of each page. `numbers`: printed page numbers, by index of the page.
    `body_size`: the size of most of the text. `rules`: the level ones of each page. `alternatives`: what pictures show,
    each as a line of its own after the text of its page, by the index of that line."""

    lines: list[SetLine] = field(default_factory=list)
    roles: dict[int, str] = field(default_factory=dict)
    tables: list[list[TableRow]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    numbers: dict[int, str] = field(default_factory=dict)
    body_size: float = 0.0
    rules: list[list[tuple[float, float, float]]] = field(default_factory=list)
    alternatives: dict[int, str] = field(default_factory=dict)


def lay_out(file: PdfFile) -> Layout:
    """The lines of the file; each character of its pages is in exactly one, but for those drawn twice in one place."""
    layout = Layout(body_size=_body_size(file))
    furniture = find_furniture(file.pages, layout.body_size)
    layout.numbers = furniture.numbers
    for index, page in enumerate(file.pages):
        layout.starts.append(len(layout.lines))
        layout.rules.append(page.rules.level)
        _lay_out_page(layout, page, index, furniture)
        page.chunks = []  # they are in the lines now
    layout.tables = join_split_rows(layout.tables, layout.lines, layout.roles)
    return layout


def _body_size(file: PdfFile) -> float:
    sizes: Counter[float] = Counter()
    for page in file.pages:
        for chunk in page.chunks[0] if page.chunks else ():
            sizes[round(chunk.size * 2) / 2] += len(chunk.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _lay_out_page(layout: Layout, page: PdfPage, index: int, furniture: Furniture) -> None:
    if not page.chunks:
        _add_alternatives(layout, page, index, 0)
        return
    standing: dict[str, list[Chunk]] = {"running head": [], "page number": []}
    content: list[Chunk] = []
    for chunk in page.chunks[0]:
        role = furniture.roles.get(id(chunk))
        (content if role is None else standing[role]).append(chunk)
    outside = [(line, role) for role, chunks in standing.items() for line in set_lines(chunks, index, 0)]
    for line, role in sorted(outside, key=lambda one: -one[0].line.baseline):
        if line.line.baseline >= page.height / 2:
            _add_furniture(layout, line, role)
    column = _add_content(layout, content, page, index)
    for turned in page.chunks[1:]:
        for line in set_lines(turned, index, column, is_turned=True):
            column += 1
            layout.lines.append(replace(line, line=replace(line.line, column=column)))
    _add_alternatives(layout, page, index, column + 1)
    for line, role in sorted(outside, key=lambda one: -one[0].line.baseline):
        if line.line.baseline < page.height / 2:
            _add_furniture(layout, line, role)


def _add_alternatives(layout: Layout, page: PdfPage, index: int, column: int) -> None:
    """Add what the pictures on a page show, but for what those on pages before showed too, such as a logo."""
    known = set(layout.alternatives.values())
    for text in dict.fromkeys(page.alternatives.values()):
        if text not in known:
            layout.alternatives[len(layout.lines)] = text
            layout.lines.append(SetLine(PdfLine(index, column, text, (), 0.0, 0.0, 0.0, 0.0), is_turned=True))


def _add_furniture(layout: Layout, line: SetLine, role: str) -> None:
    layout.roles[len(layout.lines)] = role
    layout.lines.append(line)


def _add_content(layout: Layout, content: list[Chunk], page: PdfPage, index: int) -> int:
    """Add the lines and tables of a page in reading order; how many parts it has."""
    tables = tagged_tables(content)
    tagged = {id(chunk) for table in tables for chunk in table.chunks}
    tables += ruled_tables(page.rules, [chunk for chunk in content if id(chunk) not in tagged])
    inside = {id(chunk) for table in tables for chunk in table.chunks}
    stands_for: dict[int, RuledTable] = {}
    chunks = [chunk for chunk in content if id(chunk) not in inside]
    for table in tables:
        stand_in = _stand_in(table, content[0])
        stands_for[id(stand_in)] = table
        chunks.append(stand_in)
    boxes = boxed_texts(chunks, page.rules.boxes)
    for box in boxes:
        boxed = set(map(id, box.chunks))
        chunks = [chunk for chunk in chunks if id(chunk) not in boxed]
        stand_in = _stand_in(box, content[0])
        stands_for[id(stand_in)] = box
        chunks.append(stand_in)
    if not stands_for and chunks:
        for table in spaced_tables(chunks, is_page=True):
            inside = {id(chunk) for chunk in table.chunks}
            parts = reading_order(chunks, page.rules.level)
            if sum(any(id(chunk) in inside for chunk in part) for part in parts) > 1:
                stand_in = _stand_in(table, content[0])
                stands_for[id(stand_in)] = table
                chunks = [*(chunk for chunk in chunks if id(chunk) not in inside), stand_in]
    return _add_parts(layout, chunks, stands_for, page, index, 0)


def _add_parts(
    layout: Layout,
    chunks: Sequence[Chunk],
    stands_for: Mapping[int, RuledTable],
    page: PdfPage,
    index: int,
    column: int,
) -> int:
    """Add the lines of the parts of a page, or of a box on it; the number of the next part."""
    for part in reading_order(chunks, page.rules.level):
        here = sorted(
            ((chunk, stands_for[id(chunk)]) for chunk in part if id(chunk) in stands_for), key=lambda one: -one[1].top
        )
        text = [chunk for chunk in part if id(chunk) not in stands_for]
        spaced = [] if here else spaced_tables(text)
        in_spaced = {id(chunk) for table in spaced for chunk in table.chunks}
        text = [chunk for chunk in text if id(chunk) not in in_spaced]
        for table in (*(table for _, table in here), *spaced):
            middle = (table.top + table.bottom) / 2
            above = [chunk for chunk in text if chunk.y > middle]
            column = _add_text(layout, above, index, column)
            if len(table.rows) == 1:  # a box
                column = _add_parts(layout, table.chunks, stands_for, page, index, column)
            else:
                column = _add_table(layout, table, index, column)
            text = [chunk for chunk in text if chunk.y <= middle]
        column = _add_text(layout, text, index, column)
    return column


def _stand_in(table: RuledTable, like: Chunk) -> Chunk:
    """A chunk as large as a table, so that columns are found around it."""
    size = (table.top - table.bottom) / 0.97
    style = replace(like.style, size=size, around=Around())
    return Chunk("m" * 400, table.x0, table.x1, table.bottom + 0.22 * size, style, 0, False)


def _add_text(layout: Layout, chunks: Sequence[Chunk], page: int, column: int) -> int:
    if not chunks:
        return column
    start = len(layout.lines)
    layout.lines += by_elements(set_lines(chunks, page, column))
    for rows in aligned_tables(layout.lines, start, len(layout.lines)):
        layout.tables.append([TableRow(row.lines, row.cells) for row in rows])
    return column + 1


def _add_table(layout: Layout, table: RuledTable, page: int, column: int) -> int:
    rows: list[TableRow] = []
    for row in table.rows:
        start = len(layout.lines)
        layout.lines += set_lines([chunk for cell in row for chunk in cell], page, column)
        cells = tuple("\n".join(line.line.text for line in set_lines(cell, page, column)) for cell in row)
        rows.append(TableRow(tuple(range(start, len(layout.lines))), cells))
    layout.tables.append(rows)
    return column + 1
