"""Larger type: styles, lists, headers and footers of a reference document enlarged in the same proportion.

Lines of exact height, the space around paragraphs and cells, and indents grow with the type. Raised marks, which Word
would set in two thirds of the size, keep the size of small type.
"""

from __future__ import annotations

from briefs.model.sheet import USUAL, TypeSize
from briefs.word.elements import Element, insert_before, qn, remove, value_of, w
from briefs.word.measures import half_points, multiply
from briefs.word.styles import StyleSheet, style_id

_NORMAL = USUAL.size * 2
"""Half points of running text in a reference document: 11 pt."""
_SMALLEST = 8 / 9
"""The smallest type relative to running text in large print: 16 pt to 18 pt."""
_READ = 12
"""Type smaller than this, in half points, is for spacing, not for reading."""
_RAISED = 1 / 3
"""How far a raised mark is above the line, in ems of running text."""
_FARTHEST = 31
"""The most points that a rule may be from its text (ISO/IEC 29500-1, 17.3.4)."""
_SIDES = ("left", "start", "right", "end", "hanging", "firstLine")
_AFTER_SIZE = ("highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign")
"""What stands between the size and the vertical alignment of a run (ISO/IEC 29500-1, A.1, EG_RPrBase)."""


def enlarge_styles(sheet: StyleSheet, size: TypeSize) -> None:
    """Make running text `size` points, and enlarge the type of all styles, their exact lines and the space around."""
    if size == USUAL.size:
        return
    sizes = {style_id(style): sheet.size(style_id(style)) for style in sheet}
    for style in sheet:
        for properties in style.iterfind(qn("w:pPr")):
            _stretch(properties, size * 2, sizes[style_id(style)])
        _stretch_cells(style, size)
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
    for element in list(root.iter(qn("w:vertAlign"))):
        _keep_size(element, size * 2)


def enlarge_indents(root: Element, size: TypeSize) -> None:
    """Enlarge the indents within `root` in the same proportion, so that the numbers in them have room.

    So is the room between a text and the rules around it, which stand as far outside the indents.
    """
    for indent in root.iter(qn("w:ind")):
        for side in _SIDES:
            multiply(indent, side, size * 2 / _NORMAL)
    if size == USUAL.size:
        return
    for borders in root.iter(qn("w:pBdr")):
        for rule in borders:
            space = rule.get(qn("w:space"), "")
            if space.isdecimal():
                rule.set(qn("w:space"), str(min(round(int(space) * size * 2 / _NORMAL), _FARTHEST)))


def _enlarged(given: int, wanted: int) -> int:
    """A size, in half points, enlarged for running text of `wanted` half points."""
    return given if given < _READ else max(round(given * wanted / _NORMAL), round(wanted * _SMALLEST))


def _stretch(properties: Element, wanted: int, size: int) -> None:
    """Stretch lines of fixed height in proportion to their type of `size` half points, and space like running text."""
    for spacing in properties.iter(qn("w:spacing")) if size >= _READ else ():
        if spacing.get(qn("w:lineRule")) in ("exact", "atLeast"):
            # not in proportion to the size in whole half points: a table would be millimetres higher than in the PDF
            multiply(spacing, "line", max(wanted / _NORMAL, wanted * _SMALLEST / size))
        for side in ("before", "after"):
            multiply(spacing, side, wanted / _NORMAL)


def _stretch_cells(style: Element, size: TypeSize) -> None:
    """Enlarge the room that a table style leaves between cells and their text."""
    for margins in style.iter(qn("w:tblCellMar")):
        for side in margins:
            multiply(side, "w", size * 2 / _NORMAL)


def _keep_size(alignment: Element, wanted: int) -> None:
    """Replace a superscript or subscript by type of the least size that is raised or lowered."""
    direction = {"superscript": 1, "subscript": -1}.get(value_of(alignment))
    properties = alignment.getparent()
    if direction is None or properties is None:
        return
    least, raised = round(wanted * _SMALLEST), round(wanted * _RAISED) * direction
    for name in ("position", "sz", "szCs"):
        for said in properties.findall(qn(f"w:{name}")):
            remove(said)
    for made in (w("position", val=raised), w("sz", val=least), w("szCs", val=least)):
        insert_before(properties, made, _AFTER_SIZE)
    remove(alignment)
