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
        date=edition.printed_date,
        version=edition.version,
        language_name=house.language_name,
        status=status,
        distribution=f"Distribution: {distribution}",
        source=source,
        as_at=house.as_at,
        running_header=f"{front.short_title} · {front.series} · {running}",
        footer=f"{reference} · Distribution: {distribution}",
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
        text.replace("{code}", front.code).replace("{version}", edition.version).replace("{date}", edition.printed_date)
    )
