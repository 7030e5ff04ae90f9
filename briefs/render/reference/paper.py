"""Other paper: the page of a reference document, adapted to the sheet that is needed.

The measure is the same on all paper, so that lines break alike; the height follows the margins of the PDF. In large
print the margins at the sides give way to a wider measure.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefs.model.sheet import Paper, Sheet
from briefs.word.elements import Element, qn
from briefs.word.measures import twips

SIZES: dict[Paper, tuple[int, int]] = {"A4": (11906, 16838), "letter": (12240, 15840)}
"""Width and height in twips."""
_TOLERANCE = 30
"""The error, in twips, with which programs round sizes of paper."""
_LOWER = {"top": 397, "bottom": 363, "header": 198, "footer": 231}
"""How much less Letter has than A4 above and below (7 and 6.4 mm), and around headers, in twips. Large print has the
same margins on all paper, since its running header may take two lines."""
_ROOM = 170
"""How much wider the margins above and below are in large print, in twips: 3 mm, for the same reason."""

_WIDER = 397
"""By how much large print reduces each side margin, in twips: 7 mm, which widens a measure of 156 mm to 170."""
_LEAST = 850
"""The smallest side margin, in twips: 15 mm."""
_HIGHER = 254
"""How much higher the header of large print begins, in twips: 4.5 mm, so that its two lines stand 5 mm above text."""
_TOP = 400
"""The least that remains above it, in twips: 7 mm."""

_LEFT = ("left", "start", "num")
"""Tabs at which text begins."""
_RIGHT = ("right", "end")
"""Tabs at which text ends."""


def fit_paper(section: Element, sheet: Sheet) -> None:
    """Adapt the page of `section` (`w:sectPr`) to `sheet`; do nothing if it is neither A4 nor Letter upright."""
    page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if page is None or margins is None:
        return
    given = paper_of(section)
    if given is None:
        return
    if given != sheet.paper:
        _change_paper(page, margins, given, sheet)
    if sheet.is_large_print:
        for side, less, least in (("left", _WIDER, _LEAST), ("right", _WIDER, _LEAST), ("header", _HIGHER, _TOP)):
            _add(margins, side, -min(less, max(0, twips(margins, side) - least)))
        for side in ("top", "bottom"):
            _add(margins, side, _ROOM)


def paper_of(section: Element) -> Paper | None:
    """The paper of `section`, if it is upright and one that briefs are printed on."""
    page = section.find(qn("w:pgSz"))
    return next((name for name, lengths in SIZES.items() if page is not None and _is_close(page, lengths)), None)


def _change_paper(page: Element, margins: Element, given: Paper, sheet: Sheet) -> None:
    wider = SIZES[sheet.paper][0] - SIZES[given][0]
    for name, length in zip(("w", "h"), SIZES[sheet.paper], strict=True):
        page.set(qn(f"w:{name}"), str(length))
    page.attrib.pop(qn("w:code"), "")
    for side in ("left", "right"):
        _add(margins, side, wider // 2)
    sign = -1 if sheet.paper == "letter" else 1
    for side, length in _LOWER.items() if not sheet.is_large_print else ():
        _add(margins, side, sign * length)


def move_tabs(roots: Iterable[Element], given: int, wanted: int) -> None:
    """Move tab stops within `roots` at the right end or in the middle of one measure to those of another.

    Both measures are in twips. Tabs at which text begins stay.
    """
    for root in roots if given != wanted else ():
        for tab in root.iter(qn("w:tab")):
            for place in (1.0, 0.5):
                if abs(twips(tab, "pos") - given * place) <= _TOLERANCE and tab.get(qn("w:val")) not in _LEFT:
                    tab.set(qn("w:pos"), str(round(wanted * place)))
                    break


def pull_in_tabs(root: Element, width: int) -> None:
    """Move tab stops at the right within `root` that stand beyond a measure of `width` twips to its end.

    Whoever makes the text of a document narrower in Word does not move the stops with it.
    """
    for tab in root.iter(qn("w:tab")):
        if tab.get(qn("w:val")) in _RIGHT and twips(tab, "pos") > width + _TOLERANCE:
            tab.set(qn("w:pos"), str(width))


def _is_close(size: Element, lengths: tuple[int, int]) -> bool:
    pairs = zip(("w", "h"), lengths, strict=True)
    return all(abs(twips(size, name) - length) <= _TOLERANCE for name, length in pairs)


def _add(margins: Element, side: str, length: int) -> None:
    """Change a margin by `length` twips; a negative margin, which text must not push away, stays negative."""
    given = twips(margins, side)
    margins.set(qn(f"w:{side}"), str(given - length if given < 0 else max(0, given + length)))
