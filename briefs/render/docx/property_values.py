"""The values of a brief's document properties, by the names under which Word shows them."""

from __future__ import annotations

from briefs.model.document import Document
from briefs.model.phrases import phrases_for


def custom_values(document: Document) -> dict[str, str]:
    """The edition's custom properties, by the names that readers see."""
    phrases = phrases_for(document.properties.language)
    values = {
        "audience": document.audience,
        **({} if document.key.is_brief else {"product": document.product}),
        "date": document.properties.date,
        "reference": document.furniture.reference,
        "status": phrases.statuses[document.properties.status],
        "version": document.properties.version,
    }
    return {phrases.document_properties[key]: value for key, value in values.items() if value}


def values_in_fields(document: Document) -> dict[str, str]:
    """What fields and controls that name a property show, by its name in small letters."""
    properties = document.properties
    return {
        **{name.lower(): value for name, value in custom_values(document).items()},
        "title": properties.title,
        "subject": properties.subject,
        "author": properties.author,
        "keywords": ", ".join(properties.keywords),
        "category": document.furniture.series,
    }
