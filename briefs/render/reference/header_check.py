"""What headers and footers of a reference document have that the PDF does not have, and what they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from docx.opc.part import XmlPart

from briefs.model.diagnostics import Fault
from briefs.render.reference.header_mending import listed, places_have
from briefs.render.reference.header_words import own_words, shortened
from briefs.render.reference.page_setup import PagePlace
from briefs.render.reference.placeholders import FOOTER, has_placeholder, missing_fields
from briefs.render.reference.reference_document import ReferenceDocument
from briefs.word.elements import is_on, qn

_PICTURES = ("w:drawing", "w:pict", "w:object")


def check_headers(source: ReferenceDocument, letterhead: bool) -> Iterator[Fault]:
    """Faults of all headers and footers together; with `letterhead`, words of their own are none."""
    printed = dict(_printed(source))
    if not letterhead:
        yield from _own_words(printed)
    yield from _page_numbers(printed, letterhead)
    yield from _pictures(printed)


def _printed(source: ReferenceDocument) -> Iterator[tuple[PagePlace, XmlPart]]:
    """The headers and footers that a brief has, in the order of their names."""
    has_even = is_on(source.settings, "evenAndOddHeaders")
    for place, part in sorted(source.setup.furniture.items(), key=lambda item: item[0]):
        if has_even or place[1] != "even":
            yield place, part


def _own_words(printed: dict[PagePlace, XmlPart]) -> Iterator[Fault]:
    found = {place: words for place, part in printed.items() if (words := own_words(part.element))}
    if found:
        yield Fault(
            "reference-words",
            f"{places_have(found)} words that the PDF does not have "
            f"({listed(map(shortened, chain(*found.values())))}): they are left out",
            "what all formats are to say belongs in templates/house.yaml; to print these words in Word files "
            "all the same, write `letterhead: true` there",
        )


def _pictures(printed: dict[PagePlace, XmlPart]) -> Iterator[Fault]:
    places = [
        place for place, part in printed.items() if next(part.element.iter(*map(qn, _PICTURES)), None) is not None
    ]
    if places:
        yield Fault(
            "reference-picture",
            f"{places_have(places)} a picture that the PDF does not have",
            "take it out, and name it as `logo` in templates/house.yaml: then all formats have it",
        )


def _page_numbers(printed: dict[PagePlace, XmlPart], letterhead: bool) -> Iterator[Fault]:
    """Footers with which pages of a brief will not say their number, or not that of all pages."""
    lacking: dict[tuple[str, ...], list[PagePlace]] = {}
    for place, part in printed.items():
        header = printed.get(("header", place[1]))
        if place[0] == "footer" and (missing := _missing(part, header, letterhead)):
            lacking.setdefault(missing, []).append(place)
    for missing, places in lacking.items():
        yield Fault(
            "reference-page-number",
            f"{places_have(places)} no field{_plural(missing)} {' and '.join(missing)}",
            'insert "Page X of Y" from Word\'s gallery of page numbers; numbers that are typed do not count',
        )


def _missing(footer: XmlPart, header: XmlPart | None, letterhead: bool) -> tuple[str, ...]:
    """The fields that a page lacks with this footer, after a brief has added what it adds.

    It adds page numbers where it must add a line of its own; and it gives those of footers words of its own, with the
    number of pages, where it does not keep those of a letterhead.
    """
    missing = missing_fields(footer.element)
    if not letterhead:
        is_numbered = "PAGE" not in missing
        return () if is_numbered or not has_placeholder(footer.element, FOOTER) else missing
    above = () if header is None else missing_fields(header.element)
    if header is not None:
        missing = tuple(name for name in missing if name in above)
    return () if "PAGE" in missing and not has_placeholder(footer.element, FOOTER) else missing


def _plural(names: Iterable[str]) -> str:
    return "s" if len(list(names)) > 1 else ""
