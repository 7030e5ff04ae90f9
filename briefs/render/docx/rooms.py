"""Room to write in: a framed paragraph below the words of a paragraph or item; in a table, the height of a row."""

from __future__ import annotations

from briefs.model.document import Row
from briefs.model.inline import TextArea, text_area
from briefs.model.sheet import USUAL, Sheet
from briefs.render.docx.inlines import Story
from briefs.render.docx.position import Position
from briefs.render.reference.starter_boxes import ROOM_PADDING
from briefs.render.reference.starter_measures import ROOM_LINE
from briefs.word import controls
from briefs.word.elements import Element, paragraph, tab_character, w


def room(area: TextArea, story: Story, position: Position, left: int, keep_next: bool) -> Element:
    """A paragraph to write in, whose frame begins `left` twips from the margin, as the words above it do.

    In a box it has no frame, since Word would divide the box there.
    """
    control = controls.text_area(area.label, area.rows, story.ids)
    if position.box is None:
        indent = w("ind", left=left + ROOM_PADDING, right=ROOM_PADDING) if left else None
        return paragraph(story.look.style(controls.ROOM_STYLE), control, keep_next=keep_next, indent=indent)
    return paragraph(
        story.look.style(position.box),
        tab_character(),
        control,
        keep_next=keep_next,
        keep_lines=True,
        line=line_height(story.look.sheet),
        indent=story.look.box_indent(position.box, position.hangs_by_bullets),
    )


def row_height(row: Row, sheet: Sheet) -> int:
    """The height that a row needs for what is written into its cells, in twips; 0 if nothing is."""
    areas = (text_area(cell.children) for cell in row.cells)
    return max((area.rows * line_height(sheet) for area in areas if area is not None), default=0)


def line_height(sheet: Sheet) -> int:
    """The height of a line of notes, in twips."""
    return round(ROOM_LINE * 20 * sheet.size / USUAL.size)
