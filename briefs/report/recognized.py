"""What a reader recognises in a report by itself, before `report.yaml` has its say.

Readers of formats with structure or layout (Word, PDF, HTML, Markdown) make this, and so does the reader that infers
the headings of a plain text for `briefs init`. `briefs.report.hinted_pieces` applies the hints to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from briefs.model.diagnostics import Checked
from briefs.model.report import LeftAside, Page
from briefs.report.pieces import Piece


@dataclass(frozen=True, slots=True)
class Recognized:
    """The pieces of a report in reading order. Each non-blank line of `text` is in exactly one of them.

    `text` are the lines with newlines between them, numbered from 1: those of the file if `is_file_text`, otherwise one
    for each paragraph, row or line that the reader found. What pages repeat and lists of contents are pieces too, with
    their roles (`MatterPiece`), where they stand or at the end. `pages` and `languages` are as in `Report`. `title`,
    `author`, `date` and `language` (BCP 47) are what the file itself declares (properties, front matter), if anything.
    `left_aside` is what the file has that is in no line: comments, hidden text, addresses of links.

    The hints of headings that were recognised have level and text; their `label` may be anything: labels are made
    later, when all headings are known.
    """

    pieces: tuple[Piece, ...]
    text: str
    is_file_text: bool = False
    pages: tuple[Page, ...] = ()
    language: str = ""
    languages: Mapping[int, str] = field(default_factory=dict)
    title: str = ""
    author: str = ""
    date: str = ""
    left_aside: tuple[LeftAside, ...] = ()


Recognizer: TypeAlias = Callable[[bytes, str], Checked[Recognized]]
"""A function that recognises a report in its bytes; the text is its path, for diagnostics. Raises DocumentError if it
cannot be read at all."""
