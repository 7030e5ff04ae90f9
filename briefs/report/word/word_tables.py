"""Tables in a Word file: which are tables, and which only place text on the page; their rows, cells and head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefs.report.word.paragraph_text import Numbers, text_of
from briefs.report.word.word_blocks import Block, WordCell, WordParagraph, WordRow, WordTable, paragraphs_of

_LONG = 40
"""Words: two cells in one row of which each has more are columns of text."""


def flattened(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with the content of tables that only place text in their stead: boxes, and layouts without rules."""
    for block in blocks:
        if isinstance(block, WordTable) and places_text(block):
            for row in block.rows:
                for cell in row.cells:
                    yield from flattened(cell.blocks)
        else:
            yield block


def is_box(table: WordTable) -> bool:
    """Whether a table is a box around text: a single cell."""
    return [len(row.cells) for row in table.rows] == [1]


def places_text(table: WordTable) -> bool:
    """Whether a table is no table of what it holds: it has one cell, or one column, or no rules but long texts."""
    if all(len(row.cells) <= 1 for row in table.rows):
        return True
    has_rules = table.has_borders or any(cell.has_border for row in table.rows for cell in row.cells)
    if has_rules or any(row.is_head for row in table.rows):
        return False
    cells = [list(paragraphs_of(cell.blocks)) for row in table.rows for cell in row.cells]
    if any(one.level is not None for cell in cells for one in cell):
        return True
    lengths = [sum(len(one.words.split()) for one in cell) for cell in cells]
    return len(table.rows) == 1 and sum(length > _LONG for length in lengths) > 1


def cells_of(row: WordRow, numbers: Numbers) -> list[str]:
    """The texts of a row, one for each column that it spans: empty where a cell beside or above reaches."""
    texts = [""] * row.skipped
    for cell in row.cells:
        texts += [cell_text(cell, numbers), *[""] * (cell.span - 1)]
    return texts


def cell_text(cell: WordCell, numbers: Numbers) -> str:
    """The text of a cell: its paragraphs and items with a space between them, those of tables in it too."""
    return " ".join(filter(None, (_with_marker(one, numbers) for one in paragraphs_of(cell.blocks))))


def _with_marker(paragraph: WordParagraph, numbers: Numbers) -> str:
    text = text_of(paragraph, numbers)
    marker = "" if paragraph.printed is None else paragraph.printed.marker
    return f"{marker} {text}" if marker and text else text


def head_rows(table: WordTable) -> int:
    """How many rows at the beginning of a table name its columns: those that Word repeats, or else a first row that is
    set apart by its style or by bold type, as no other row is."""
    marked = next((index for index, row in enumerate(table.rows) if not row.is_head), len(table.rows))
    if marked or len(table.rows) < 2:
        return marked if marked < len(table.rows) else 0
    first, *others = table.rows
    if not _is_full(first):
        return 0
    if table.has_head_look or (_is_bold(first) and not any(map(_is_bold, others))):
        return 1
    return 0


def column_names(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names of columns in the rows of a head; those of several rows are put together. Empty without a head."""
    width = max(map(len, rows), default=0)
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    return tuple(" ".join(filter(None, (row[column] for row in padded))) for column in range(width))


def _is_full(row: WordRow) -> bool:
    filled = [any(not one.is_blank for one in paragraphs_of(cell.blocks)) for cell in row.cells]
    return len(filled) > 1 and sum(filled) >= len(filled) - 1


def _is_bold(row: WordRow) -> bool:
    runs = [run for cell in row.cells for one in paragraphs_of(cell.blocks) for run in one.runs if run.text.strip()]
    return bool(runs) and all(run.look.is_bold for run in runs)


def has_words(paragraphs: Iterable[WordParagraph]) -> bool:
    """Whether any of the paragraphs says something."""
    return any(not one.is_blank for one in paragraphs)
