"""What is told of a brief: how long and how readable its sections are, strength used, conflicts touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefs.audit.audit import (
    BlockRow,
    BriefAudit,
    FittedBrief,
    PrintedConflict,
    SectionReading,
    UsedStrength,
    WiderForm,
)
from briefs.audit.readability import reading_ease, seconds_to_read
from briefs.model.block import Conflict
from briefs.model.document import Document, Section
from briefs.model.document_text import heading_words, section_texts, section_words
from briefs.model.document_walk import chapters
from briefs.model.library import Library

Level = Callable[[str], int | None]
"""Gives the level of words that say how many held a view; None for others."""


def brief_audit(brief: FittedBrief, library: Library, level: Level) -> BriefAudit:
    """What is told of `brief`."""
    sections = tuple(_sections(brief.document))
    language = brief.document.properties.language
    texts = [text for section in _counted(brief.document) for text in section_texts(section)]
    count = sum(one.words for one in sections)
    whole = SectionReading("", count, seconds_to_read(count), reading_ease(texts, language))
    printed = list(dict.fromkeys(block for unit in brief.document.units() for block in unit.printed))
    return BriefAudit(
        brief.key,
        brief.pages,
        brief.budget,
        whole,
        sections,
        tuple(_strengths(printed, library, level)),
        tuple(_conflicts(printed, library)),
    )


def wider_forms(library: Library, rows: tuple[BlockRow, ...]) -> tuple[WiderForm, ...]:
    """The blocks whose wording says more than its passage, with the reason that a person gave."""
    reaches = {row.block: row.reaches for row in rows}
    return tuple(
        WiderForm(drawn.id, str(drawn.place_of("says_more")), reason, reaches.get(drawn.id, ()))
        for drawn in library.blocks.values()
        if (reason := getattr(drawn.block, "says_more", None))
    )


def _counted(document: Document) -> list[Section]:
    return [section for section in document.sections if section.style != "end"]


def _sections(document: Document) -> Iterator[SectionReading]:
    """The sections with their subsections, without end matter."""
    language = document.properties.language
    for chapter in chapters(_counted(document)):
        count = sum(words for section in chapter.sections for _, words in section_words(section))
        texts = [text for section in chapter.sections for text in list(section_texts(section))[1:]]
        heading = heading_words(chapter.head.heading)
        yield SectionReading(heading, count, seconds_to_read(count), reading_ease(texts, language))


def _strengths(printed: list[str], library: Library, level: Level) -> Iterator[UsedStrength]:
    """The strength of the blocks that are printed, the strongest first."""
    used: dict[str, list[str]] = {}
    for block in printed:
        words = getattr(library.blocks[block].block, "strength", None)
        if words:
            used.setdefault(words, []).append(block)
    found = [UsedStrength(words, level(words), tuple(blocks)) for words, blocks in used.items()]
    yield from sorted(found, key=lambda one: (-(one.level or 0), one.words.casefold()))


def _conflicts(printed: list[str], library: Library) -> Iterator[PrintedConflict]:
    """The conflicts in the report that the blocks which are printed touch."""
    touched: dict[str, list[str]] = {}
    for block in printed:
        for conflict in getattr(library.blocks[block].block, "conflict", ()):
            touched.setdefault(conflict, []).append(block)
    for name, blocks in touched.items():
        drawn = library.blocks.get(name)
        if drawn is not None and isinstance(drawn.block, Conflict):
            yield PrintedConflict(name, drawn.block.point, drawn.block.printed, tuple(blocks))
