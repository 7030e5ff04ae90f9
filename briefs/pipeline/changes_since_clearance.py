"""What of a brief has changed since an office cleared an edition of it: what was cleared is what is sent.

Only what readers get counts: not the lines of the masthead that say which edition it is, not source tags, and not what
a draft has for those who clear it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefs.model.document import Document, Paragraph, Section, Table
from briefs.model.inline import Inline, inline_text
from briefs.model.section_ids import CLEARANCE, CLEARING_NOTES, GAPS, NOTES, SOURCES
from briefs.publication.edition_changes import edition_changes

_OWN = frozenset((NOTES, SOURCES, GAPS, CLEARING_NOTES, CLEARANCE))
"""The program's own sections. Only drafts have some of them; the sources follow from the rest."""
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
    before, after = Counter(_printed(seen)), Counter(_printed(now))
    columns_before, columns_after = set(_columns(seen)), set(_columns(now))
    for kind, text in after - before:
        yield f"{kind} “{_short(text)}” (new)"
    for kind, text in before - after:
        yield f"{kind} “{_short(text)}” (gone)"
    for text in _columns(now):
        if text in columns_after - columns_before:
            yield f"the column “{_short(text)}” (new)"


def _end_matter(seen: Document, now: Document) -> Iterator[str]:
    """The lines below the sources, where nothing else has changed: these change with every paragraph."""
    before, after = ([_text(line.children) for line in _end_lines(one)] for one in (seen, now))
    yield from (f"the line “{_short(text)}” (new)" for text in after if text not in before)
    yield from (f"the line “{_short(text)}” (gone)" for text in before if text not in after)


def _end_lines(document: Document) -> Iterator[Paragraph]:
    for section in document.sections:
        if section.id == SOURCES:
            yield from (content for content in section.content if isinstance(content, Paragraph))


def _printed(document: Document) -> Iterator[tuple[str, str]]:
    yield "the line", document.furniture.series
    yield "the line", _text(document.furniture.about)
    for section in _sections(document):
        yield "the heading", _text(section.heading)
        for content in section.content:
            if isinstance(content, Table) and content.caption:
                yield "the caption", _text(content.caption)
            elif isinstance(content, Paragraph) and content.unit is None and content.role != "tag":
                yield "the line", _text(content.children)


def _columns(document: Document) -> Iterator[str]:
    for section in _sections(document):
        for content in section.content:
            if isinstance(content, Table):
                yield from map(_text, content.columns)


def _sections(document: Document) -> Iterator[Section]:
    return (section for section in document.sections if section.id not in _OWN)


def _text(inlines: tuple[Inline, ...]) -> str:
    return " ".join(inline_text(inlines).split())


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
