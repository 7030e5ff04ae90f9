"""Larger type: styles, lists, headers and footers of a reference document enlarged in the same proportion.

Lines of exact height and the space between paragraphs grow with the type.
"""

from __future__ import annotations

from briefs.model.sheet import USUAL, TypeSize
from briefs.word.elements import Element, qn
from briefs.word.measures import half_points, multiply
from briefs.word.styles import StyleSheet, style_id

_NORMAL = USUAL.size * 2
"""Half points of running text in a reference document: 11 pt."""
_SMALLEST = 0.86
"""The smallest type relative to running text in large print: 12 pt to 14 pt."""
_READ = 12
"""Type smaller than this, in half points, is for spacing, not for reading."""


def enlarge_styles(sheet: StyleSheet, size: TypeSize) -> None:
    """Make running text `size` points, and enlarge the type of all styles, their exact lines and the space around."""
    if size == USUAL.size:
        return
    sizes = {style_id(style): sheet.size(style_id(style)) for style in sheet}
    for style in sheet:
        for properties in style.iterfind(qn("w:pPr")):
            _stretch(properties, size * 2, sizes[style_id(style)])
    defaults = sheet.defaults("pPr")
    if defaults is not None:
        _stretch(defaults, size * 2, sheet.size(""))
    enlarge_text(sheet.root, size)


def enlarge_text(root: Element, size: TypeSize) -> None:
    """Enlarge all sizes of type within `root` in the proportion in which running text is enlarged to `size` points."""
    if size == USUAL.size:
        return
    for element in root.iter(qn("w:sz"), qn("w:szCs")):
        element.set(qn("w:val"), str(_enlarged(half_points(element), size * 2)))


def _enlarged(given: int, wanted: int) -> int:
    """A size, in half points, enlarged for running text of `wanted` half points."""
    return given if given < _READ else max(round(given * wanted / _NORMAL), int(wanted * _SMALLEST))


def _stretch(properties: Element, wanted: int, size: int) -> None:
    """Stretch lines of fixed height in proportion to their type of `size` half points, and space like running text."""
    for spacing in properties.iter(qn("w:spacing")) if size >= _READ else ():
        if spacing.get(qn("w:lineRule")) in ("exact", "atLeast"):
            multiply(spacing, "line", _enlarged(size, wanted) / size)
        for side in ("before", "after"):
            multiply(spacing, side, wanted / _NORMAL)
