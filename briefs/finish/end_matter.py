"""The end matter of every brief: the sources of each paragraph, the citation of the report, and the contact."""

from __future__ import annotations

import re

from briefs.finish.contact_line import contact_line
from briefs.finish.labels import merged_labels
from briefs.finish.running_numbers import numbered
from briefs.model.document import Document, Paragraph, Section
from briefs.model.document_text import unit_texts
from briefs.model.edition import House
from briefs.model.inline import Inline, Strong, Text
from briefs.model.phrases import phrases_for
from briefs.model.section_ids import SOURCES

_INFERRED = re.compile(r"\[[^\[\]]*\d[^\[\]]*\]")


def sources_section(document: Document, house: House, citation: tuple[Inline, ...]) -> Section:
    """The end matter of `document`, which must be numbered: sources, `citation` of the report, lines of the house."""
    phrases = phrases_for(document.properties.language)
    sources = _sources(document)
    lines = [sources, citation] if sources else [citation]
    said = (phrases.inferred if _has_inferred_dates(document) else "", house.chatham_house)
    if any(said):
        lines.append((Text(" ".join(filter(None, said))),))
    lines.append(contact_line(house.contact, phrases))
    content = tuple(Paragraph(line, "small") for line in lines)
    return Section((Text(phrases.sources),), content, id=SOURCES, style="end")


def _has_inferred_dates(document: Document) -> bool:
    """Whether the brief prints a number in square brackets, as dates are that the report only implies."""
    return any(_INFERRED.search(text) for _, text in unit_texts(document))


def _sources(document: Document) -> tuple[Inline, ...]:
    """All numbers with the places of the report that they rest on, in one paragraph to save room."""
    phrases = phrases_for(document.properties.language)
    sources = [(str(one.number), one.labels) for one in numbered(document)]
    sources += [(phrases.note.format(number=note.number), note.unit.labels) for note in document.notes]
    runs: list[Inline] = []
    for index, (name, labels) in enumerate(sources, 1):
        end = "." if index == len(sources) else "\u00a0· "
        runs += (Strong((Text(name),)), Text(f"\u00a0{merged_labels(labels, phrases)}{end}"))
    return tuple(runs)
