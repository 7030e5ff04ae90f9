"""Editions with a few units, to be published."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Document, Unit
from briefs.publication.published_edition import PublishedEdition, PublishedFile
from tests.render.builders import document, paragraph, section


def of_version(version: str, title: str = "Title", date: str = "2026-11-23", **units: str) -> Document:
    """The edition with this version and these units, each a numbered paragraph; cleared, and for everybody."""
    owned = [
        paragraph(words, Unit(f"u{number}", name, (name,), number))
        for number, (name, words) in enumerate(units.items(), start=1)
    ]
    made = document(section(*owned), title=title)
    properties = replace(made.properties, version=version, date=date, status="cleared")
    furniture = replace(made.furniture, distribution="Distribution:\u00a0General")
    return replace(made, properties=properties, furniture=furniture)


def edition(now: Document, *earlier: Document) -> PublishedEdition:
    """The edition `now` with a page, after those `earlier`."""
    page = PublishedFile("a.html", "html", "A4", False, None, 1000, "0" * 64)
    return PublishedEdition("report", now, (page,), earlier)
