"""The end matter of every brief: the sources of each paragraph, the citation of the report, and the contact."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from briefs.finish.cited_numbers import with_numbers
from briefs.finish.contact_line import contact_line
from briefs.finish.label_key import label_key
from briefs.finish.labels import merged_labels
from briefs.finish.running_numbers import numbered
from briefs.model.document import Document, Paragraph, Section
from briefs.model.document_text import unit_texts
from briefs.model.edition import House
from briefs.model.inline import CitedNumber, Inline, Strong, Text
from briefs.model.phrases import phrases_for
from briefs.model.section_ids import SOURCES

_INFERRED = re.compile(r"\[[^\[\]]*\d[^\[\]]*\]")


def sources_section(
    document: Document,
    house: House,
    citation: tuple[Inline, ...],
    headings: Mapping[str, str] = MappingProxyType({}),
    expansions: Mapping[str, str] = MappingProxyType({}),
) -> Section:
    """The end matter of `document`, which must be numbered: sources, `citation` of the report, lines of the house.

    `headings` are those of the report, by label, and `expansions` what acronyms stand for: the key to the sources
    gives them.
    """
    phrases = phrases_for(document.properties.language)
    lines = [line for line in (_sources(document), _key(document, headings, expansions)) if line]
    lines.append(citation)
    said = (phrases.inferred if _has_inferred_dates(document) else "", house.attribution)
    if any(said):
        lines.append((Text(" ".join(filter(None, said))),))
    if house.contact is not None:
        lines.append(contact_line(house.contact, phrases))
    content = tuple(Paragraph(line, "small") for line in lines)
    return Section((Text(phrases.sources),), content, id=SOURCES, style="end")


def _key(document: Document, headings: Mapping[str, str], expansions: Mapping[str, str]) -> tuple[Inline, ...]:
    """How to read the sources; nothing if their labels need no explanation."""
    labels = [label for one in numbered(document) for label in one.labels]
    labels += [label for note in document.notes for label in note.unit.labels]
    key = label_key(labels, headings, phrases_for(document.properties.language), expansions)
    return (Text(key),) if key else ()


def _has_inferred_dates(document: Document) -> bool:
    """Whether the brief prints a number in square brackets, as dates are that the report only implies."""
    return any(_INFERRED.search(text) for _, text in unit_texts(document))


def _sources(document: Document) -> tuple[Inline, ...]:
    """All numbers with the places of the report that they rest on, in one paragraph to save room."""
    phrases = phrases_for(document.properties.language)
    sources: list[tuple[tuple[Inline, ...], tuple[str, ...]]] = [
        ((one.cited,), one.labels) for one in numbered(document)
    ]
    for note in document.notes:
        cited = CitedNumber(note.unit.name, note.number)
        sources.append((with_numbers(phrases.note, "number", (cited,)), note.unit.labels))
    runs: list[Inline] = []
    for index, (name, labels) in enumerate(sources, 1):
        end = "." if index == len(sources) else "\u00a0· "
        runs += (Strong(name), Text(f"\u00a0{merged_labels(labels, phrases)}{end}"))
    return tuple(runs)
