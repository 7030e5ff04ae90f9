"""What of a brief has changed since an office cleared an edition of it: what was cleared is what is sent.

Only what readers get counts: not the lines of the masthead that say which edition it is, not source tags, and not what
a draft has for those who clear it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefs.model.document import Document
from briefs.model.section_ids import CLEARANCE, CLEARING_NOTES, GAPS, NOTES, SOURCES
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.publication.edition_changes import edition_changes

_OWN = frozenset((NOTES, SOURCES, GAPS, CLEARING_NOTES, CLEARANCE))
"""The program's own sections. Only drafts have some of them; the sources follow from the rest."""
_OF_EDITION = frozenset(("masthead identity", "masthead copy", "masthead status", "masthead title"))
"""Lines of the masthead that say which edition it is, and the title, which is compared with the units."""
_KINDS = {"heading": "heading", "caption": "caption", "column": "column"}
_SHOWN = 60
"""The most characters of words that are quoted."""


def changes_since(seen: Document, now: Document) -> tuple[str, ...]:
    """The places of `now` that are not as they were in the edition `seen`, each in a few words, in reading order."""
    changed = dict.fromkeys((*_units(seen, now), *_order(seen, now), *_furniture(seen, now)))
    return tuple(changed) or tuple(_end_matter(seen, now))


def _units(seen: Document, now: Document) -> Iterator[str]:
    for change in edition_changes(seen, now):
        match change.kind:
            case "new_title":
                yield f"the title, now {change.label}"
            case "added":
                yield f"{change.label} (new)"
            case "removed":
                yield f"{change.label} (gone)"
            case "reworded":
                yield change.label


def _order(seen: Document, now: Document) -> Iterator[str]:
    """That what both print is in another order."""
    before, after = ([unit.name for unit in one.units()] for one in (seen, now))
    common = set(before) & set(after)
    if [one for one in before if one in common] != [one for one in after if one in common]:
        yield "the order of paragraphs"


def _furniture(seen: Document, now: Document) -> Iterator[str]:
    """Headings, captions and other words that belong to no unit. Headings of columns count if they are new: drafts have
    some for answers."""
    before, after = list(_printed(seen)), list(_printed(now))
    for kind, text in Counter(after) - Counter(before):
        if kind != "column" or (kind, text) not in before:
            yield f"the {kind} “{_short(text)}” (new)"
    for kind, text in Counter(before) - Counter(after):
        if kind != "column":
            yield f"the {kind} “{_short(text)}” (gone)"


def _printed(document: Document) -> Iterator[tuple[str, str]]:
    """What the brief prints besides units, each with what it is."""
    for one in sent_paragraphs(document):
        is_said_elsewhere = one.key in _OF_EDITION or (one.unit and one.role != "attribution")
        if one.section not in _OWN and not is_said_elsewhere and one.role != "tag" and one.text.strip():
            yield _KINDS.get(one.role, "line"), " ".join(one.text.split())


def _end_matter(seen: Document, now: Document) -> Iterator[str]:
    """The lines below the sources, where nothing else has changed: these change with every paragraph."""
    before, after = (
        [" ".join(one.text.split()) for one in sent_paragraphs(document) if one.section == SOURCES]
        for document in (seen, now)
    )
    yield from (f"the line “{_short(text)}” (new)" for text in after if text not in before)
    yield from (f"the line “{_short(text)}” (gone)" for text in before if text not in after)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
