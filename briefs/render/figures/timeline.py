"""Timelines: events on one line, or on several with the same columns; on narrow screens, time runs downwards.

Distances have no meaning, since reports give some dates by the year and others by the day. Where there are no dates,
the line is broken and dots are open.
"""

from __future__ import annotations

import math

from briefs.model.figure import Event, Timeline
from briefs.render.figure_look import FEWEST, NARROW, FigureLook
from briefs.render.figures.lettering import Lettering
from briefs.render.figures.shapes import Dot, Line, Shape, Sketch
from briefs.render.fonts.widths import TextMeasure

HEAD_LIFT, HEAD_ROOM = 4.5 / 9.5, 2.5 / 9.5
"""Ems of dates: from their last line down to the dots, and the free space at the bottom of a line."""
FOOT, WORD_ROOM = 2 / 9, 2.5 / 9
"""Ems of words: the free space below them, and at the bottom of a line."""


def draw_timeline(timeline: Timeline, width: float, look: FigureLook, measure: TextMeasure) -> Sketch:
    """`timeline`, drawn `width` points wide."""
    head, body = Lettering(measure, look.head, is_bold=True), Lettering(measure, look.type)
    return (_down if width < NARROW else _across)(timeline, width, look, head, body)


def _across(timeline: Timeline, width: float, look: FigureLook, head: Lettering, body: Lettering) -> Sketch:
    events, radius, reach = timeline.events, look.dot / 2, _reach(look)
    room = min(width / look.event, (width + look.gap) / (FEWEST * look.type + look.gap))
    rows = math.ceil(len(events) / max(1, int(room)))
    columns = math.ceil(len(events) / rows)
    # A date that is not repeated within a row is repeated at the beginning of the next.
    dates = [date or event.when if i % columns == 0 else date for i, (date, event) in enumerate(_dated(timeline))]
    widths = _column_widths(timeline, dates, columns, width, look, head, body)
    shapes: list[Shape] = []
    bottom = 0.0
    for start in range(0, len(events), columns):
        row = events[start : start + columns]
        above = [head.lines(date, column) for date, column in zip(dates[start:], widths[: len(row)], strict=False)]
        below = [body.lines(event.text, column) for event, column in zip(row, widths, strict=False)]
        axis = bottom + max(map(len, above)) * look.line + reach + HEAD_ROOM * look.head
        left = 0.0
        for event, after, column, heads, words in zip(row, (*row[1:], None), widths, above, below, strict=False):
            ends = after is None or (event.is_dated and not after.is_dated)
            right = left + column + (0 if ends else look.gap)
            if any(heads):
                lowest = axis - reach - HEAD_LIFT * look.head
                shapes += head.labels(heads, left, lowest - look.line * (len(heads) - 1), look.line)
            shapes.append(Line(left + look.dot - 0.5, axis, right, axis, look.rule, not event.is_dated))
            shapes.append(Dot(left + radius, axis, radius, min(look.rule, radius), not event.is_dated))
            shapes += body.labels(words, left, axis + reach + 0.5 + look.line, look.line)
            left += column + look.gap
        is_last = start + columns >= len(events)
        foot = FOOT * look.type
        bottom = axis + reach + 0.5 + foot + max(map(len, below)) * look.line + (foot if is_last else look.gap)
    return Sketch(tuple(shapes), bottom)


def _column_widths(
    timeline: Timeline,
    dates: list[str],
    columns: int,
    width: float,
    look: FigureLook,
    head: Lettering,
    body: Lettering,
) -> list[float]:
    """The widths of `columns` of events; no date in them is broken if there is room."""
    texts = [[event.text for event in timeline.events[column::columns]] for column in range(columns)]
    least = [max(map(head.width, dates[column::columns])) + 0.5 for column in range(columns)]
    return body.columns(texts, width - look.gap * (columns - 1), least)


def _down(timeline: Timeline, width: float, look: FigureLook, head: Lettering, body: Lettering) -> Sketch:
    radius, middle, left = look.dot / 2, _reach(look), 4 * _reach(look)
    shapes: list[Shape] = []
    top = 0.0
    followers = (*timeline.events[1:], None)
    for (date, event), after in zip(_dated(timeline), followers, strict=True):
        heads = head.lines(date, width - left) if date else []
        words = body.lines(event.text, width - left)
        end = top + look.line * (len(heads) + len(words)) + (5 if after else 2)
        if after:
            stop = end - 3 if event.is_dated and not after.is_dated else end + 2
            shapes.append(Line(middle, top + look.line / 2 + radius, middle, stop, look.rule, not event.is_dated))
        shapes.append(Dot(middle, top + look.line / 2, radius, min(look.rule, radius), not event.is_dated))
        shapes += head.labels(heads, left, top + look.line - HEAD_ROOM * look.head, look.line)
        shapes += body.labels(words, left, top + look.line * (len(heads) + 1) - WORD_ROOM * look.type, look.line)
        top = end
    return Sketch(tuple(shapes), top)


def _dated(timeline: Timeline) -> list[tuple[str, Event]]:
    """Events with their printed dates."""
    return list(zip(timeline.heads, timeline.events, strict=True))


def _reach(look: FigureLook) -> float:
    """How far dots and line reach from the middle of the line."""
    return max(look.dot, look.rule) / 2
