"""Headers and footers of a reference document, mended before a brief takes them."""

from __future__ import annotations

from collections.abc import Iterator

from docx.opc.part import XmlPart

from briefs.model.diagnostics import Fault
from briefs.render.reference.art_position import Sheet
from briefs.render.reference.header_art import mend_art, take_empty_boxes
from briefs.render.reference.header_story import atoms, stories, take_out
from briefs.render.reference.header_words import take_leftovers
from briefs.render.reference.page_setup import PagePlace, PageSetup
from briefs.word.cleaning import clean
from briefs.word.elements import Element, qn

_PIECES = 3
_PLACES = {"default": "", "first": " of the first page", "even": " of even pages"}


def mend_headers(setup: PageSetup) -> list[Fault]:
    """Mend headers and footers in place; returns what was left out, once for each part.

    Raises ValueError if a length of the page is not a number.
    """
    faults: list[Fault] = []
    places: dict[XmlPart, PagePlace] = {part: place for place, part in sorted(setup.furniture.items(), reverse=True)}
    for part, place in sorted(places.items(), key=lambda item: item[1]):
        _unlink(part.element)
        words = take_leftovers(part.element)
        if words:
            take_empty_boxes(part.element)
        art = mend_art(part, Sheet(setup.section, place[0], place != ("header", "first")))
        clean(part.element)
        faults += _faults(place_name(place), words, art)
    return faults


def place_name(place: PagePlace) -> str:
    """A header or footer in words, such as "the footer of the first page"."""
    kind, page = place
    return f"the {kind}{_PLACES[page]}"


def listed(pieces: list[str]) -> str:
    """Pieces of a header in a message, as many as it can show."""
    more = f" and {len(pieces) - _PIECES} more" if len(pieces) > _PIECES else ""
    return f"{', '.join(pieces[:_PIECES])}{more}"


def _faults(where: str, words: list[str], art: list[str]) -> Iterator[Fault]:
    if words:
        yield Fault(
            "reference-leftover",
            f"{where} has words or fields left to be filled in ({listed(words)}): they are left out",
            "take them out in Word, or type what is to stand there; briefs add their own date, title and page numbers",
        )
    for each in art:
        yield Fault(
            "reference-art",
            f"{where} has {each}: it is left out",
            "take it out in Word, or make it a picture in the file that stays in the margin",
        )


def _unlink(root: Element) -> None:
    """Make links to plain words: the file must not lead to where the template led."""
    for story in stories(root):
        links = [atom for atom in atoms(story) if atom.field is not None and atom.field.name == "HYPERLINK"]
        for simple in {s for atom in links for s in atom.element.iterancestors(qn("w:fldSimple"))}:
            _unwrap(simple)
        marks = (qn("w:fldChar"), qn("w:instrText"))
        take_out(story, [atom for atom in links if atom.element.tag in marks])
    for link in list(root.iter(qn("w:hyperlink"))):
        _unwrap(link)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)
