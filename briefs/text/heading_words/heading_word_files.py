"""Reading the words of headings. All languages are read together: a heading does not say what language it is in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import Field

from briefs.model.block_fields import Model

FOLDER = Path(__file__).parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TOO_LONG = 200
"""More characters than any of the phrases has: nothing after them is compared."""


class LanguageHeadings(Model):
    """The words of one language, in lower case and without accents of position; their order says what holds what.

    `divisions` are what a work is divided into, outermost first, each with its other forms. `annexes` are parts that
    are added at the end. `named` are other things that headings number ("Recommendation 3"). `numerals` are numbers and
    ordinals in words, `enumerators` ordinals that number a heading by themselves ("Firstly:"). `captions` begin the
    captions of figures and tables, `table_captions` those of tables among them. `contents` are titles of the list of
    contents, and `titles` those of headings that most reports have. `notes` are titles of lists of notes. `page` stands
    before the number of a page, `of_all` between it and the number of all pages.
    """

    language: str
    divisions: tuple[tuple[str, ...], ...]
    annexes: tuple[str, ...]
    named: tuple[str, ...] = ()
    numerals: dict[str, int] = Field(default_factory=dict)
    enumerators: dict[str, int] = Field(default_factory=dict)
    captions: tuple[str, ...]
    table_captions: tuple[str, ...]
    contents: tuple[str, ...]
    titles: tuple[str, ...]
    notes: tuple[str, ...]
    page: tuple[str, ...]
    of_all: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """The words of all languages, folded (`folded`). `divisions` have their rank, 0 for the outermost."""

    divisions: Mapping[str, int]
    annexes: frozenset[str]
    named: frozenset[str]
    numerals: Mapping[str, int]
    enumerators: Mapping[str, int]
    captions: frozenset[str]
    table_captions: frozenset[str]
    contents: frozenset[str]
    titles: frozenset[str]
    notes: frozenset[str]
    page: frozenset[str]
    of_all: frozenset[str]

    def is_contents_title(self, text: str) -> bool:
        """Whether `text` is the title of a list of contents."""
        return bare(text) in self.contents

    def is_usual_title(self, text: str) -> bool:
        """Whether `text`, without a number, is a heading that most reports have, such as "Introduction"."""
        return bare(text) in self.titles

    def is_notes_title(self, text: str) -> bool:
        """Whether `text`, without a number, is the title of a list of notes."""
        return bare(text) in self.notes

    def is_caption(self, text: str) -> bool:
        """Whether `text` begins as the caption of a figure or table does: "Table 3", "Figure A: …"."""
        words = text[:_TOO_LONG].split(maxsplit=2)
        if len(words) < 2 or folded(words[0]).strip(".:") not in self.captions:
            return False
        number = words[1].rstrip(".:)–—-")
        return number[:1].isdigit() or number in ("№", "n°", "nº", "no") or (number.isupper() and len(number) <= 4)

    def is_table_caption(self, text: str) -> bool:
        """Whether `text` begins as the caption of a table does: "Table 3"."""
        return self.is_caption(text) and folded(text.split(maxsplit=1)[0]).strip(".:") in self.table_captions


def folded(text: str) -> str:
    """`text` as words are compared: without case, and without accents and signs for vowels."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parted if not unicodedata.combining(character))


def bare(text: str) -> str:
    """`text` folded, without marks of emphasis and punctuation around it, with single spaces."""
    return " ".join(folded(text[:_TOO_LONG]).strip(" \t*_.:–—-").split())


@cache
def heading_words() -> HeadingWords:
    """The words of all languages that there are files for."""
    files = [_read(path) for path in sorted(FOLDER.glob("*.yaml"))]
    divisions: dict[str, int] = {}
    for file in files:
        for rank, forms in enumerate(file.divisions):
            for form in forms:
                divisions.setdefault(folded(form), rank)
    return HeadingWords(
        divisions=divisions,
        annexes=frozenset(_folded(word for file in files for word in file.annexes)),
        named=frozenset(_folded(word for file in files for word in file.named)),
        numerals={folded(word): value for file in files for word, value in file.numerals.items()},
        enumerators={folded(word): value for file in files for word, value in file.enumerators.items()},
        captions=frozenset(_folded(word for file in files for word in file.captions)),
        table_captions=frozenset(_folded(word for file in files for word in file.table_captions)),
        contents=frozenset(_folded(word for file in files for word in file.contents)),
        titles=frozenset(_folded(word for file in files for word in file.titles)),
        notes=frozenset(_folded(word for file in files for word in file.notes)),
        page=frozenset(_folded(word for file in files for word in file.page)),
        of_all=frozenset(_folded(word for file in files for word in file.of_all)),
    )


def _folded(words: Iterator[str]) -> Iterator[str]:
    return (folded(word) for word in words)


def _read(path: Path) -> LanguageHeadings:
    return LanguageHeadings.model_validate(yaml.load(path.read_text(encoding="utf-8"), _LOADER))
