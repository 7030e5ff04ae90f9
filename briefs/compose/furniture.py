"""Page furniture and document properties (editorial guide A3), from the house, the front matter and the edition."""

from __future__ import annotations

from briefs.model.document import Furniture, Inline, Properties
from briefs.model.edition import Edition, FrontMatter, House


def furniture_of(front: FrontMatter, house: House, edition: Edition, source: tuple[Inline, ...]) -> Furniture:
    """Every line of the masthead, the running header and the footer, as printed. `source` is the source line."""
    status = _filled(house.status.of(edition.status), front, edition)
    running = _filled(house.running_status.of(edition.status), front, edition)
    reference = _filled(house.reference, front, edition)
    distribution = house.distribution.of(edition.status)
    return Furniture(
        issuer=house.issuer,
        series=front.series,
        reference=reference,
        date=_unbroken(edition.printed_date),
        version=edition.version,
        language_name=house.language_name,
        status=status,
        distribution=_unbroken(f"Distribution: {distribution}"),
        source=source,
        as_at=house.as_at,
        running_header=(_line(front.short_title, _unbroken(front.series)), _unbroken(running)),
        footer=_line(reference, _unbroken(f"Distribution: {distribution}")),
    )


def properties_of(front: FrontMatter, house: House, edition: Edition, report_title: str) -> Properties:
    """The document properties, the same in all formats."""
    reference = _filled(house.reference, front, edition)
    return Properties(
        title=front.title,
        subject=front.subject,
        author=house.issuer,
        keywords=(front.audience, report_title, *front.keywords),
        language=house.language,
        date=edition.date.isoformat(),
        version=edition.version,
        status=edition.status,
        identifier=f"{reference} {edition.version} {edition.status}",
    )


def _filled(text: str, front: FrontMatter, edition: Edition) -> str:
    return (
        text.replace("{code}", front.code)
        .replace("{version}", edition.version)
        .replace("{date}", _unbroken(edition.printed_date))
    )


def _line(*parts: str) -> str:
    """Parts between dots; where a line breaks, the dot stands at its end."""
    return "\u00a0· ".join(parts)


def _unbroken(text: str) -> str:
    """`text` as one whole that no line breaks."""
    return text.replace(" ", "\u00a0")
