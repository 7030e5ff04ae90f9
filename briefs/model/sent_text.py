"""What a Document says, paragraph by paragraph as a Word file prints it, with who wrote each piece: a form of a block,
the template, or the program.

It travels in the record of a Word file, and is the base with which a returned file is compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

SentRole: TypeAlias = Literal[
    "masthead",
    "heading",
    "text",  # a paragraph, or an item of a list
    "intro",
    "attribution",
    "caption",  # of a table or figure
    "column",  # a cell of the header row
    "cell",
    "note",
    "tag",  # the source tags below a table
]


@dataclass(frozen=True, slots=True)
class SentPiece:
    """A piece of a paragraph. `form` is the form that says it (`ben.states/short`); without one, a template does.

    If it `is_counted`, it is a number of the brief itself where that is cited, which programs count anew.
    """

    text: str
    form: str = ""
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class SentParagraph:
    """A paragraph as sent. `pieces` in order are its `text`, without source tags, note marks and boxes.

    `tags` are the source tags that a draft prints in it, between their marks (`‹ES 7›`); a paragraph that is nothing
    but a tag has it as its text.

    `key` is the same for the same place of the brief in every edition: name of the unit, with the column (from 1) of a
    cell behind `#`; or `heading <section>`, `caption <section>/<table>`, `masthead title` …. `unit` and `tag` are those
    of its unit, empty for furniture; `number` is what is printed before it. `section` is the id of its section; `line`
    the line of the template that calls or says it (0: the program or the front matter).
    """

    key: str
    role: SentRole
    pieces: tuple[SentPiece, ...]
    unit: str = ""
    tag: str = ""
    number: int | None = None
    section: str = ""
    line: int = 0
    column: int | None = None
    is_verbatim: bool = False
    tags: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What is printed."""
        return "".join(piece.text for piece in self.pieces)
