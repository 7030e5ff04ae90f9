"""Page furniture and document properties (editorial guide A3), from the house, the front matter and the edition."""

from __future__ import annotations

from briefs.compose.looks.emphasis import marked_inlines
from briefs.model.edition import FrontMatter, House
from briefs.model.inline import Text
from briefs.model.page_furniture import Furniture, Logo, Properties
from briefs.model.phrases import phrases_for
from briefs.model.versions import Edition


def furniture_of(front: FrontMatter, house: House, edition: Edition, about: str) -> Furniture:
    """All lines of the masthead, the running header and the footer, as printed.

    `about` is the sentence on what the brief summarizes, as written; the program adds what the brief does not cover.
    """
    phrases = phrases_for(house.language)
    reference = _reference(front, house, edition)
    whom = _filled(house.distribution.of(edition.status), front, house, edition)
    distribution = _unbroken(phrases.distribution.format(distribution=whom))
    running = _filled(house.running_status.of(edition.status), front, house, edition)
    return Furniture(
        issuer=house.issuer,
        series=front.series,
        reference=reference,
        date=_printed_date(house, edition),
        version=phrases.version.format(version=edition.version),
        language_name=house.language_name,
        status=_filled(house.status.of(edition.status), front, house, edition),
        distribution=distribution,
        about=(*marked_inlines(phrases.closed(about)), Text(f" {phrases.not_covered}")),
        running_header=(front.short_title, _line(_unbroken(front.series), _unbroken(running))),
        footer=_line(reference, distribution),
        logo=logo_of(house),
        is_personal=(front.copies or house.copies) == "personal",
    )


def logo_of(house: House) -> Logo | None:
    """The picture above the masthead, if the house has one."""
    logo = house.logo
    return None if logo is None else Logo(logo.file, logo.alt, logo.height)


def properties_of(front: FrontMatter, house: House, edition: Edition, report_title: str) -> Properties:
    """The document properties, the same in all formats.

    If there is no reference number, the title of the report stands for it in the identifier.
    """
    named = _reference(front, house, edition) or f"{report_title} {front.code}"
    return Properties(
        title=front.title,
        subject=front.subject,
        author=house.issuer,
        keywords=(front.audience, *(() if front.key.is_brief else (front.product,)), report_title, *front.keywords),
        language=house.language,
        date=edition.date.isoformat(),
        version=edition.version,
        status=edition.status,
        identifier=f"{named} {edition.version} {edition.status}",
    )


def _reference(front: FrontMatter, house: House, edition: Edition) -> str:
    """The reference number of a brief; empty if the house gives none."""
    return _filled(house.reference, front, house, edition) if house.reference else ""


def _filled(text: str, front: FrontMatter, house: House, edition: Edition) -> str:
    """`text` with the audience's code, and the edition's version and date, filled in."""
    return (
        text.replace("{code}", front.code)
        .replace("{version}", edition.version)
        .replace("{date}", _printed_date(house, edition))
    )


def _printed_date(house: House, edition: Edition) -> str:
    """The date of the edition in the language of the house; no line breaks within it."""
    return _unbroken(phrases_for(house.language).printed_date(edition.date))


def _line(*parts: str) -> str:
    """The parts joined by dots; where a line breaks, the dot stays at its end."""
    return "\u00a0· ".join(filter(None, parts))


def _unbroken(text: str) -> str:
    """`text` in such a form that no line breaks within it."""
    return text.replace(" ", "\u00a0")
