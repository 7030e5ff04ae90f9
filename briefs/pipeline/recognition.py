"""Which edition a file is of, when nobody knows its bytes: by its record or identifier, or else by its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefs.files.bounded_reading import read_file
from briefs.model.archive import read_edition
from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.document_text import heading_words
from briefs.model.document_walk import placed_units
from briefs.model.record import words_of_units
from briefs.verification.file_contents import FileContents
from briefs.verification.known_files import KnownEdition, kept_editions
from briefs.verification.word_changes import likeness

LEAST = 0.6
"""The share of the words of an edition that a file must have to be recognized by these."""


@dataclass(slots=True)
class Library:
    """The kept editions of a build, the present ones first; Documents are read when they are needed."""

    build: Path
    editions: Sequence[tuple[KnownEdition, str]]
    _read: dict[str, Document | None] = field(default_factory=dict)

    @classmethod
    def of(cls, build: Path, manifest: Mapping[str, Any]) -> Library:
        """The editions that the manifest of `build` lists."""
        return cls(build, kept_editions(manifest))

    def document(self, edition: KnownEdition) -> Document | None:
        """The Document of an edition; None if it is not kept, or cannot be read."""
        path = next((path for one, path in self.editions if one.sha256 == edition.sha256), "")
        if path and path not in self._read:
            try:
                self._read[path] = read_edition(read_file(self.build / path)).document
            except (BriefsError, OSError):
                self._read[path] = None
        return self._read.get(path)

    def all(self) -> Iterator[tuple[KnownEdition, Document]]:
        """All editions whose Documents can be read."""
        for edition, _ in self.editions:
            if (document := self.document(edition)) is not None:
                yield edition, document


def recognized(contents: FileContents, library: Library) -> tuple[KnownEdition | None, float]:
    """The edition of which a file is, and by what share of its words: 1 if it says itself which it is.

    None if it says nothing and too few of its words are those of any edition.
    """
    if contents.identifier:
        named = [edition for edition, _ in library.editions if edition.identifier == contents.identifier]
        if len(named) > 1:
            named.sort(key=lambda edition: -_likeness(edition, contents, library))
        return (named[0] if named else None), 1.0
    if not contents.words:
        return None, 0.0
    best: tuple[float, float, KnownEdition | None] = (0.0, 0.0, None)
    for edition, document in library.all():
        share = likeness(words_of_units(document), contents.words)
        if share >= best[0] and share > 0:
            lines = likeness(_lines_of_edition(document), contents.words)
            best = max(best, (share, lines, edition), key=lambda one: one[:2])
    return (best[2], best[0]) if best[0] >= LEAST else (None, 0.0)


def _lines_of_edition(document: Document) -> dict[str, str]:
    """The lines of a masthead that tell apart editions of one brief with the same words."""
    furniture = document.furniture
    lines = (furniture.version, furniture.date, furniture.status, furniture.distribution)
    return {str(number): line for number, line in enumerate(lines)}


def _likeness(edition: KnownEdition, contents: FileContents, library: Library) -> float:
    document = library.document(edition)
    return likeness(words_of_units(document), contents.words) if document and contents.words else 0.0


def unit_labels(document: Document) -> dict[str, str]:
    """How readers find each unit, by its name: by the number of its paragraph, table or note, or its section."""
    labels = {}
    for unit, _, content, section in placed_units(document.sections):
        number = unit.number or getattr(content, "number", None)
        labels[unit.name] = f"paragraph {number}" if number else f"in the section “{heading_words(section.heading)}”"
    return labels | {note.unit.name: f"note {note.number}" for note in document.notes}
