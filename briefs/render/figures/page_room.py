"""How much room a page has for a figure: less than for text, since heading and caption stay with it."""

from __future__ import annotations

from briefs.model.document import Figure
from briefs.model.inline import inline_text
from briefs.model.sheet import POINTS_PER_MM
from briefs.render.figure_look import figure_look
from briefs.render.figures.lettering import Lettering
from briefs.render.fonts.widths import text_measure
from briefs.render.layout import Layout
from briefs.render.page_geometry import measure, text_height

LINE = 1.382
"""From line to line of running text, in ems, as `print.css` sets it."""
AROUND = 6
"""Lines of running text: as much as two headings take, and what parts the figure from caption and neighbours."""
_NUMBER = 2.062
"""Ems of running text that the running number of a caption takes."""


def room_for(figure: Figure, layout: Layout) -> float:
    """How high the drawing of `figure` can be on a page of the layout's sheet, in points."""
    size = layout.sheet.size
    words = Lettering(text_measure(layout.fonts, figure_look(layout.print_css).font), size, is_bold=True)
    caption = words.lines(inline_text(figure.caption), measure(layout.sheet) * POINTS_PER_MM - _NUMBER * size)
    return text_height(layout.sheet) * POINTS_PER_MM - (len(caption) + AROUND) * LINE * size
