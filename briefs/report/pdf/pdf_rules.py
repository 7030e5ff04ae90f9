"""The level and upright lines drawn on a page: rules of tables, and those above footnotes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_THIN = 2.5
"""How thick a rule is, at most, in points."""
_SHORTEST = 8.0
_MOST_OBJECTS = 30_000
_MOST_RULES = 4_000
"""On one page: one with more is a drawing or a map."""
_DEEPEST = 3
_Matrix = tuple[float, float, float, float, float, float]
_PLAIN: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class PageRules:
    """Rules in points from the left and bottom edge of what the page shows: level ones as left end, right end and
    height, upright ones as lower end, upper end and place from the left. `boxes`: rectangles, drawn or filled, as left,
    lower, right and upper edge."""

    level: list[tuple[float, float, float]] = field(default_factory=list)
    upright: list[tuple[float, float, float]] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)


def page_rules(raw: Any, page: Any, left: float, bottom: float) -> PageRules:
    """The rules on a page whose shown part begins at `left` and `bottom`. Pages that are turned have none."""
    found = PageRules()
    if raw.FPDFPage_GetRotation(page):
        return found
    for count, (x0, y0, x1, y1) in enumerate(_boxes(raw, page, 0, _PLAIN), 1):
        _note(found, x0 - left, y0 - bottom, x1 - left, y1 - bottom)
        if len(found.level) + len(found.upright) > _MOST_RULES or count > _MOST_OBJECTS:
            return PageRules()
    return found


def _note(found: PageRules, x0: float, y0: float, x1: float, y1: float) -> None:
    wide, high = x1 - x0, y1 - y0
    if high <= _THIN and wide >= _SHORTEST:
        found.level.append((x0, x1, (y0 + y1) / 2))
    elif wide <= _THIN and high >= _SHORTEST:
        found.upright.append((y0, y1, (x0 + x1) / 2))
    elif wide >= _SHORTEST and high >= _SHORTEST:  # the edges of a box, of a cell or of what is behind one
        found.boxes.append((x0, y0, x1, y1))
        found.level += [(x0, x1, y0), (x0, x1, y1)]
        found.upright += [(y0, y1, x0), (y0, y1, x1)]


def _boxes(raw: Any, holder: Any, depth: int, around: _Matrix) -> Iterator[tuple[float, float, float, float]]:
    """What the level and upright paths of a page or of a form in it cover."""
    is_page = depth == 0
    count = raw.FPDFPage_CountObjects(holder) if is_page else raw.FPDFFormObj_CountObjects(holder)
    sides = [ctypes.c_float() for _ in range(4)]
    for index in range(min(count, _MOST_OBJECTS)):
        one = (raw.FPDFPage_GetObject if is_page else raw.FPDFFormObj_GetObject)(holder, index)
        kind = raw.FPDFPageObj_GetType(one)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            matrix = raw.FS_MATRIX()
            if raw.FPDFPageObj_GetMatrix(one, ctypes.byref(matrix)):
                own = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
                yield from _boxes(raw, one, depth + 1, _times(own, around))
        elif kind == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPath_CountSegments(one) <= 6:
            if not raw.FPDFPageObj_GetBounds(one, *map(ctypes.byref, sides)):
                continue
            x0, y0, x1, y1 = (side.value for side in sides)
            if min(x1 - x0, y1 - y0) > _THIN and _has_curve(raw, one):
                continue
            if x1 - x0 <= 3000 and y1 - y0 <= 3000:
                yield _placed(around, x0, y0, x1, y1)


def _has_curve(raw: Any, path: Any) -> bool:
    segments = (raw.FPDFPath_GetPathSegment(path, index) for index in range(raw.FPDFPath_CountSegments(path)))
    return any(raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_BEZIERTO for segment in segments)


def _times(own: _Matrix, around: _Matrix) -> _Matrix:
    a, b, c, d, e, f = own
    p, q, r, s, t, u = around
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _placed(around: _Matrix, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
    p, q, r, s, t, u = around
    xs = (x0 * p + y0 * r + t, x1 * p + y1 * r + t)
    ys = (x0 * q + y0 * s + u, x1 * q + y1 * s + u)
    return min(xs), min(ys), max(xs), max(ys)
