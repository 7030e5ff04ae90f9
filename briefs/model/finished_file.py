"""A finished file as it is read back before it is written: what readers see in it, and everything else that it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefs.model.formats import Format


class Said(NamedTuple):
    """A text in a file, and where it stands there, as messages name it: `page 2`, `word/header1.xml`."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class FinishedFile:
    """The texts in a file with this `name`.

    `body` is what it says in reading order: paragraph by paragraph, or page by page, with notes and furniture, where
    it is paged. `notes` and `running` are the notes, and the lines at the head and foot of pages, where they are kept
    apart. `other` is everything else that can be found in its bytes: properties, alternative texts, names, attachments.
    """

    format: Format
    name: str
    body: tuple[Said, ...]
    notes: tuple[Said, ...] = ()
    running: tuple[Said, ...] = ()
    other: tuple[Said, ...] = ()

    def texts(self) -> Iterator[Said]:
        """All of its texts, and its name."""
        yield Said("its name", self.name)
        yield from self.body
        yield from self.notes
        yield from self.running
        yield from self.other
