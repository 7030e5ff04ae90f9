"""Whether an edition may be published: what its masthead says about who may have it."""

from __future__ import annotations

from briefs.model.document import Document
from briefs.model.phrases import phrases_for
from briefs.model.published_phrases import published_phrases_for


def why_not_published(document: Document) -> str:
    """Why an edition may not be published, as the end of a sentence about it; empty if everybody may have it.

    What counts is the line that the cleared edition prints: it must say, in the words of its language, that
    distribution is general. Nothing else does, in whatever words.
    """
    language, furniture = document.properties.language, document.furniture
    if document.properties.status != "cleared":
        return "is a draft"
    if furniture.is_personal:
        return "has personal copies"
    general = phrases_for(language).distribution.format(distribution=published_phrases_for(language).general)
    if _folded(furniture.distribution) != _folded(general):
        return f'says "{_plain(furniture.distribution)}"'
    return ""


def _plain(text: str) -> str:
    return " ".join(text.split())


def _folded(text: str) -> str:
    return _plain(text).casefold().rstrip(".")
