"""Headers and footers of a reference document, mended before a brief takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from docx.opc.part import XmlPart

from briefs.model.diagnostics import Fault
from briefs.render.reference.art_position import HeaderPage
from briefs.render.reference.header_art import mend_art, take_empty_boxes
from briefs.render.reference.header_story import atoms, stories, take_out
from briefs.render.reference.header_words import take_leftovers
from briefs.render.reference.known_fields import keep_known_fields
from briefs.render.reference.page_setup import PagePlace, PageSetup
from briefs.word.cleaning import clean
from briefs.word.elements import Element, local_name, qn, unwrap
from briefs.word.known_elements import drop_surplus, keep_known

_PIECES = 3
_NAMED = 2
"""How many headers and footers a message names."""
_PLACES = {"default": "", "first": " of the first page", "even": " of even pages"}


def mend_headers(setup: PageSetup) -> list[Fault]:
    """Mend headers and footers in place; returns what was left out: words in one fault, art in another, and in a third
    what briefs never have, such as fields that load something.

    Raises ValueError if a length of the page is not a number.
    """
    words: dict[PagePlace, list[str]] = {}
    art: dict[PagePlace, list[str]] = {}
    foreign: dict[PagePlace, list[str]] = {}
    places: dict[XmlPart, PagePlace] = {part: place for place, part in sorted(setup.furniture.items(), reverse=True)}
    for part, place in sorted(places.items(), key=lambda item: item[1]):
        surplus = drop_surplus(part.element)
        _unlink(part.element)
        if taken := take_leftovers(part.element):
            words[place] = taken
            take_empty_boxes(part.element)
        if taken := mend_art(part, HeaderPage(setup.section, place[0], place != ("header", "first"))):
            art[place] = taken
        clean(part.element)
        if taken := [*surplus, *_keep_known(part.element)]:
            foreign[place] = taken
    return [*_faults(words, art, foreign)]


def _keep_known(root: Element) -> list[str]:
    for around in list(root.iter(qn("w:smartTag"), qn("w:customXml"))):
        for properties in around.findall(qn(f"w:{local_name(around)}Pr")):
            around.remove(properties)
        unwrap(around)
    taken = keep_known(root, "header")
    return [*taken, *(f"a field that is not for briefs ({name})" for name in keep_known_fields(root))]


def places_have(places: Iterable[PagePlace]) -> str:
    """Headers and footers as the subject of a message: "the header of the first page has", "the footers have"."""
    found = list(places)
    names = [f"the {kind}{_PLACES[page]}" for kind, page in found]
    if len(names) == 1:
        return f"{names[0]} has"
    if len(names) == _NAMED:
        return f"{' and '.join(names)} have"
    kinds = dict.fromkeys(f"{kind}s" for kind, _ in sorted(found, reverse=True))
    return f"the {' and '.join(kinds)} have"


def listed(pieces: Iterable[str]) -> str:
    """Pieces of headers in a message, each once, and as many as it can show."""
    found = list(dict.fromkeys(pieces))
    more = f" and {len(found) - _PIECES} more" if len(found) > _PIECES else ""
    return f"{', '.join(found[:_PIECES])}{more}"


def _faults(
    words: Mapping[PagePlace, list[str]], art: Mapping[PagePlace, list[str]], foreign: Mapping[PagePlace, list[str]]
) -> Iterator[Fault]:
    if words:
        yield Fault(
            "reference-leftover",
            f"{places_have(words)} words or fields left to be filled in ({listed(chain(*words.values()))}): they are "
            "left out",
            "take them out in Word, or type what is to stand there; briefs add their own date, title and page numbers",
        )
    if art:
        what = "; ".join(f"{places_have([place])} {' and '.join(taken)}" for place, taken in art.items())
        is_one = sum(map(len, art.values())) == 1
        yield Fault(
            "reference-art",
            f"{what}: {'it is' if is_one else 'they are'} left out",
            f"take {'it' if is_one else 'them'} out in Word, or use pictures in the file that stay in the margin",
        )
    if foreign:
        yield foreign_fault([f"{places_have([place])} {listed(taken)}" for place, taken in foreign.items()])


def foreign_fault(holders: Iterable[str]) -> Fault:
    """The fault for what briefs never take: `holders` say what has it, such as "the header has a control that runs"."""
    return Fault(
        "reference-foreign",
        f"{'; '.join(holders)}: briefs leave this out",
        "nothing needs to be done; to be rid of this warning, take it out in Word. If you did not expect it, ask where "
        "the file comes from",
    )


def _unlink(root: Element) -> None:
    """Make links to plain words: the file must not lead to where the template led."""
    for story in stories(root):
        links = [atom for atom in atoms(story) if atom.field is not None and atom.field.name == "HYPERLINK"]
        for simple in {s for atom in links for s in atom.element.iterancestors(qn("w:fldSimple"))}:
            unwrap(simple)
        marks = (qn("w:fldChar"), qn("w:instrText"))
        take_out(story, [atom for atom in links if atom.element.tag in marks])
    for link in list(root.iter(qn("w:hyperlink"))):
        unwrap(link)
