"""Properties of a reference document's section, mended: what is missing is added, what briefs cannot have goes.

A section without a page size or margins is valid, and each program then takes a page of its own (17.6).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.model.diagnostics import Fault
from briefs.model.sheet import Sheet
from briefs.render.reference.paper import fit_paper, paper_of
from briefs.word.elements import Element, insert_before, local_name, qn, remove, value_of, w
from briefs.word.measures import twips

_MOST = 31680
"""The longest length that Word allows, in twips: 22 inches."""
_MAY_BE_NEGATIVE = ("top", "bottom")
"""Margins which a header or footer may reach into: their amount is what counts (17.6.11)."""
_MAY_BE_NOTHING = ("header", "footer", "gutter")
_SIDES = ("top", "right", "bottom", "left", "header", "footer", "gutter")
_AFTER_SIZE = (
    *("pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote"),
    *("titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange"),
)
"""What follows the page size in a section (A.1, CT_SectPr)."""
_REPORTED = {
    "lnNumType": "numbers of lines",
    "vAlign": "text that is not at the top of the page",
    "textDirection": "text that runs up or down the page",
    "docGrid": "a grid for characters and lines",
}
_UNREPORTED = ("paperSrc", "pgNumType", "formProt", "noEndnote", "footnotePr", "endnotePr")
"""A tray of somebody's printer, other page numbers than the PDF's, protection of forms, other marks of notes."""
_PLAIN = {"docGrid": ("", "default"), "vAlign": ("", "top"), "textDirection": ("", "lrTb", "lr", "tb")}
"""Values that change nothing."""
_HINT = "to choose another page, set its size and margins in Word, under Layout"


def mend_section(section: Element, house: Element) -> list[Fault]:
    """Mend `section` (`w:sectPr`) in place after `house`, the section of the PDF; returns what was changed.

    The house's section is adapted to the paper on the way.
    Raises ValueError if a length is not a number.
    """
    _make_missing(section)
    wrong = [*_page_size(section, house)]
    paper = paper_of(section)
    if paper is not None:
        fit_paper(house, Sheet(paper, 11))
    wrong += dict.fromkeys(_margins(section, house))
    faults = (
        [Fault("reference-section", f"the page has {' and '.join(wrong)}: the PDF's are used", _HINT)] if wrong else []
    )
    if removed := list(_remove(section)):
        words = f"the page set-up has {' and '.join(removed)}, which briefs do not have: it is left out"
        faults.append(Fault("reference-section", words, "turn it off in Word, under Layout, Page Setup"))
    return faults


def _make_missing(section: Element) -> None:
    """Make the elements that a section lacks, empty."""
    for name, later in (("pgMar", _AFTER_SIZE[1:]), ("pgSz", _AFTER_SIZE)):
        if section.find(qn(f"w:{name}")) is None:
            insert_before(section, w(name), later)


def _page_size(section: Element, house: Element) -> Iterator[str]:
    size, ours = (each.find(qn("w:pgSz")) for each in (section, house))
    assert size is not None
    assert ours is not None
    given = [size.get(qn(f"w:{side}")) for side in ("w", "h")]
    if None not in given and all(twips(size, side) <= _MOST for side in ("w", "h")):
        if twips(size, "w") <= twips(size, "h"):
            size.attrib.pop(qn("w:orient"), "")
        return
    yield "no size" if None in given else "a size that no paper has"
    size.attrib.clear()
    size.attrib.update(ours.attrib)


def _margins(section: Element, house: Element) -> Iterator[str]:
    margins, ours = (each.find(qn("w:pgMar")) for each in (section, house))
    assert margins is not None
    assert ours is not None
    for side in _SIDES:
        length = twips(margins, side)
        is_missing = margins.get(qn(f"w:{side}")) is None
        if not is_missing and (length > 0 or (side in _MAY_BE_NEGATIVE if length else side in _MAY_BE_NOTHING)):
            continue
        margins.set(qn(f"w:{side}"), ours.get(qn(f"w:{side}"), "0"))
        if side not in _MAY_BE_NOTHING:
            yield "no margins" if is_missing else "margins of nothing or less"


def _remove(section: Element) -> Iterator[str]:
    """Remove what briefs do not have; yields what readers would have seen."""
    for child in list(section):
        name = local_name(child)
        if name in _REPORTED and not _is_plain(child):
            yield _REPORTED[name]
            remove(child)
        elif name in _UNREPORTED:
            remove(child)
        elif name == "pgBorders":
            for border in [border for border in child if any("relationships}" in str(key) for key in border.attrib)]:
                remove(border)  # a picture, which is not taken


def _is_plain(child: Element) -> bool:
    name = local_name(child)
    return value_of(child, "type" if name == "docGrid" else "val") in _PLAIN.get(name, ())
