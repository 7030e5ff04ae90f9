"""What is read in a file of whatever format: which edition it says it is, its words, its properties."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_WORDS = 400_000
"""The most words of a file that are compared: a hundred times what a brief has."""

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0002\ufffe"))
"""Characters that only say where lines may break."""


@dataclass(frozen=True, slots=True)
class FileContents:
    """What a file says. Everything is empty that it does not have, or that cannot be read.

    `edition` are the fields of its record, or `identifier` alone where it has none. `units` are the hashes of the
    record by name of unit, `unit_words` the words that the file has there now. `words` are all its words in order;
    `entries` what was ticked or filled in. `properties` are what a file says of itself, by English name. `saved_by` is
    the program that wrote the file. `trouble` says why it could not be read.
    """

    edition: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    unit_words: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    entries: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)
    saved_by: str = ""
    is_signed: bool = False
    trouble: str = ""

    @property
    def identifier(self) -> str:
        """The identifier of the edition, as in `ICMC/CGGM/MIN 1.0 cleared`."""
        return self.edition.get("identifier", "")


def words_in(text: str) -> tuple[str, ...]:
    """The words of `text` as it is read: what only serves the breaking of lines makes no difference."""
    return tuple(unicodedata.normalize("NFKC", text.translate(_UNSEEN)).split()[:MOST_WORDS])
