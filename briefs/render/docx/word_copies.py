"""Personal copies of a Word file: the edition written once, with the words of each copy put in.

A copy that is put together is the same as one that is written anew: all its parts are equal, byte by byte. What could
not be the same is written anew: a name that needs more than a line, or runs and fonts of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from html import escape

from briefs.model.addressing import addressed, line_for
from briefs.model.copy import Copy
from briefs.model.document import Document
from briefs.render.docx.copy_room import CopyRoom
from briefs.render.docx.render import WordFile
from briefs.render.fonts.subsets import NAMES
from briefs.word.prepared_package import PreparedPackage, part_names

_PLACEHOLDER = Copy("[[copy]]", 987_654_321, 987_654_322)
"""Words and numbers that nothing in a brief has."""
_RECORD = "customXml/item1.xml"


class WordCopies:
    """Makes copies of `document`, an edition with personal copies; `write` writes it as a Word file."""

    def __init__(self, document: Document, write: Callable[[Document], WordFile]) -> None:
        self._document = document
        self._write = write

    def is_put_together(self, copy: Copy) -> bool:
        """Whether the file of `copy` is put together, in microseconds, and not written anew."""
        line = self._line(copy)
        return NAMES.issuperset(line) and self._prepared[1].holds(line)

    def pieces(self, copy: Copy) -> list[bytes]:
        """The file of `copy` in pieces that together are its bytes; always the same for the same copy."""
        line = self._line(copy)
        package, room = self._prepared
        if not NAMES.issuperset(line) or not room.holds(line):
            return [self.written(copy)]
        return package.pieces((_escaped(line), b"%d" % copy.number, b"%d" % copy.total))

    def make(self, copy: Copy) -> bytes:
        """The file of `copy`; see `pieces`."""
        return b"".join(self.pieces(copy))

    def written(self, copy: Copy) -> bytes:
        """The file of `copy`, written anew."""
        return self._write(addressed(self._document, copy)).content

    @cached_property
    def _prepared(self) -> tuple[PreparedPackage, CopyRoom]:
        """The package with slots for the line and for the numbers in the record, and the room of the line."""
        document = addressed(self._document, _PLACEHOLDER)
        file = self._write(document)
        assert file.copy_room is not None, "a copy has a line that says which it is"
        numbers = (b"%d" % _PLACEHOLDER.number, b"%d" % _PLACEHOLDER.total)
        stories = ("word/document.xml", "word/header", "word/footer")
        parts = [name for name in part_names(file.content) if name.startswith(stories) or name == _RECORD]
        return PreparedPackage(file.content, parts, (_escaped(self._line(_PLACEHOLDER)), *numbers)), file.copy_room

    def _line(self, copy: Copy) -> str:
        return line_for(copy, self._document.properties.language)


def _escaped(text: str) -> bytes:
    """Text as it stands in an element."""
    return escape(text, quote=False).encode()
