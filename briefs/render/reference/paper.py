"""Other paper and larger type: what a reference document was made for, adapted to what is ordered.

The measure is the same on all paper, so that lines break alike; the height follows the PDF's margins. In large print
margins at the sides give way to a wider measure; type grows in styles, in lists, and where headers and footers are
formatted by hand; with it grow lines of exact height and the room between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefs.model.sheet import Paper
from briefs.render.docx.columns import widen_columns
from briefs.render.reference.page_setup import twips
from briefs.word.elements import Element, qn

SIZES: dict[Paper, tuple[int, int]] = {"A4": (11906, 16838), "letter": (12240, 15840)}
"""Width and height in twips."""
_TOLERANCE = 30
"""Twips by which programs round paper."""
_LOWER = {"top": 397, "bottom": 363, "header": 198, "footer": 231}
"""How much less Letter has than A4 above and below (7 and 6.4 mm), and of the room around headers. Large print has the
same room on all paper, since its running header may take two lines."""

_WIDER = 397
"""How much less room large print has at each side: 7 mm, which makes a measure of 156 mm one of 170."""
_LEAST = 850
"""What remains at the side: 15 mm."""
_HIGHER = 254
"""How much higher the header of large print begins: 4.5 mm, so that two lines of it stand 5 mm above the text."""
_TOP = 400
"""What remains above it: 7 mm."""

NORMAL = 22
"""Half points of running text: 11 pt."""
_SMALLEST = 0.86
"""The smallest type against running text, in large print: 12 pt where that is 14."""
_READ = 12
"""Half points below which type is for room, not for reading."""
_WORDS_OWN = 20
"""Half points of text where nothing says otherwise (ISO/IEC 29500-1, 17.3.2.38)."""

_LEFT = ("left", "start", "num")
"""Tabs at which text begins."""


def fit_paper(section: Element, paper: Paper, size: int = 11) -> None:
    """Make the page of `section` one of `paper` for running text of `size` points.

    One that is neither A4 nor Letter upright is left alone.
    """
    page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if page is None or margins is None:
        return
    given = next((name for name, lengths in SIZES.items() if _is_close(page, lengths)), None)
    if given is None:
        return
    is_large = size * 2 > NORMAL
    if given != paper:
        sign = -1 if paper == "letter" else 1
        wider = SIZES[paper][0] - SIZES[given][0]
        page.set(qn("w:w"), str(SIZES[paper][0]))
        page.set(qn("w:h"), str(SIZES[paper][1]))
        page.attrib.pop(qn("w:code"), "")
        for side in ("left", "right"):
            _add(margins, side, wider // 2)
        for side, length in _LOWER.items() if not is_large else ():
            _add(margins, side, sign * length)
    if is_large:
        for side, less, least in (("left", _WIDER, _LEAST), ("right", _WIDER, _LEAST), ("header", _HIGHER, _TOP)):
            _add(margins, side, -min(less, max(0, twips(margins, side) - least)))


def move_tabs(roots: Iterable[Element], given: int, wanted: int) -> None:
    """Move the tabs of `roots` at the right end and in the middle of a measure (twips) to those of another."""
    for root in roots if given != wanted else ():
        for tab in root.iter(qn("w:tab")):
            for place in (1.0, 0.5):
                if abs(twips(tab, "pos") - given * place) <= _TOLERANCE and tab.get(qn("w:val")) not in _LEFT:
                    tab.set(qn("w:pos"), str(round(wanted * place)))
                    break


def _is_close(size: Element, lengths: tuple[int, int]) -> bool:
    pairs = zip(("w", "h"), lengths, strict=True)
    return all(abs(twips(size, name) - length) <= _TOLERANCE for name, length in pairs)


def _add(margins: Element, side: str, length: int) -> None:
    """A longer or shorter margin; a negative one, which text may not push away, stays so."""
    given = twips(margins, side)
    margins.set(qn(f"w:{side}"), str(given - length if given < 0 else max(0, given + length)))


def enlarge(styles: Element, others: Iterable[Element], size: int) -> None:
    """Make running text `size` points: in `styles`, and in `others` (lists, headers, text) where it is set by hand."""
    wanted = size * 2
    if wanted == NORMAL:
        return
    sizes = {style.get(qn("w:styleId"), ""): found for style, found in _style_sizes(styles)}
    for paragraph, found in _paragraphs(styles, sizes):
        for spacing in paragraph.iter(qn("w:spacing")):
            _stretch(spacing, wanted, found)
    texts = tuple(others)
    for text in texts:
        widen_columns(text, size)
    for root in (styles, *texts):
        for name in ("sz", "szCs"):
            for element in root.iter(qn(f"w:{name}")):
                element.set(qn("w:val"), str(_larger(_half_points(element), wanted)))


def _style_sizes(styles: Element) -> Iterator[tuple[Element, int]]:
    """The size of each style: its own, or that of what it is based on, or the document's."""
    by_id = {style.get(qn("w:styleId"), ""): style for style in styles.iterfind(qn("w:style"))}
    for style in by_id.values():
        seen: list[Element] = []
        current: Element | None = style
        while current is not None and current not in seen and _own_size(current) is None:
            seen.append(current)
            parent = current.find(qn("w:basedOn"))
            current = None if parent is None else by_id.get(parent.get(qn("w:val"), ""))
        own = None if current is None else _own_size(current)
        yield style, _default_size(styles) if own is None else own


def _paragraphs(styles: Element, sizes: dict[str, int]) -> Iterator[tuple[Element, int]]:
    """The paragraph properties of the document and of each style, with the size of their type."""
    for style in styles.iterfind(qn("w:style")):
        for properties in style.iterfind(qn("w:pPr")):
            yield properties, sizes[style.get(qn("w:styleId"), "")]
    for properties in styles.iterfind(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}"):
        yield properties, _default_size(styles)


def _own_size(style: Element) -> int | None:
    found = style.find(f"{qn('w:rPr')}/{qn('w:sz')}")
    return None if found is None else _half_points(found)


def _default_size(styles: Element) -> int:
    found = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:sz')}")
    return _WORDS_OWN if found is None else _half_points(found)


def _larger(given: int, wanted: int) -> int:
    """A size in half points as it is where running text is `wanted`."""
    return given if given < _READ else max(round(given * wanted / NORMAL), int(wanted * _SMALLEST))


def _stretch(spacing: Element, wanted: int, size: int) -> None:
    """Lines of a fixed height as the type of `size` in them grows, and the room between paragraphs as running text."""
    if size < _READ:
        return
    if spacing.get(qn("w:lineRule")) in ("exact", "atLeast"):
        _multiply(spacing, "line", _larger(size, wanted) / size)
    for side in ("before", "after"):
        _multiply(spacing, side, wanted / NORMAL)


def _multiply(element: Element, name: str, factor: float) -> None:
    if element.get(qn(f"w:{name}")) is not None:
        element.set(qn(f"w:{name}"), str(round(twips(element, name) * factor)))


def _half_points(element: Element) -> int:
    """A size of type: a number of half points, or a length with its unit."""
    number = twips(element, "val")
    return number if element.get(qn("w:val"), "0")[-1:].isdecimal() else number // 10
