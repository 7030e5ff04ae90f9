"""Columns of tables with room for their longest words, alike in the PDF and in Word.

A column that is narrower than its longest word makes Word break the word, and makes the PDF widen the column, so that
lines end differently. So columns get this room beforehand, and no more than that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefs.model.document import Table
from briefs.model.inline import (
    Checkbox,
    CitedNumber,
    Deleted,
    Emphasis,
    Foreign,
    Inline,
    Inserted,
    Link,
    NoteCall,
    SourceTag,
    Strong,
    Text,
    TextArea,
)
from briefs.model.typesetting import parted_at_whole_words, with_line_breaks
from briefs.render.fonts.widths import TextMeasure

_ESTIMATE = 0.55
"""The width of a letter in ems, a little more than the average in bold type."""
_SPACES = frozenset(" \t\n\r\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b")
"""Spaces at which a line may end."""
_BREAKS = frozenset("-\u2010\u2013\u2014\u00ad")
"""Signs after which a line may end: hyphens, unless a digit follows, and dashes."""
_CALL = 0.7
"""The size of the mark of a note against the type around it."""
_SLACK = 0.5
"""Points by which programs may differ in adding up the widths of letters."""


class _Piece(NamedTuple):
    """Characters of a cell, in a size relative to its type; if `is_whole`, no line ends within them."""

    text: str
    is_bold: bool
    size: float = 1.0
    is_whole: bool = False


def estimated(text: str, bold: bool) -> float:
    """The width of a text in ems, estimated for where its font is not known."""
    return _ESTIMATE * len(text)


def least_widths(table: Table, letters: TextMeasure, size: float, rooms: Sequence[float], indent: float) -> list[float]:
    """The least widths of the columns of `table`, in points, so that no word is broken.

    `letters` measures, `size` is that of its type in points, `rooms` is what each column has beside its text, `indent`
    is where the text of a first cell with a running number begins.
    """
    least = [size * _longest(head, letters, is_bold=True) for head in table.columns]
    for row in table.rows:
        for at, cell in enumerate(row.cells):
            is_bold = cell.header and not table.is_list
            width = size * _longest(cell.children, letters, is_bold)
            if at == 0 and row.unit is not None and row.unit.number is not None:
                width += indent
            least[at] = max(least[at], width)
    return [width + room + _SLACK if width else room for width, room in zip(least, rooms, strict=True)]


def widened(widths: Sequence[float], least: Sequence[float]) -> list[float]:
    """`widths`, none narrower than in `least`; what some columns gain the others lose, in proportion to their room.

    If they cannot lose as much, those that gain share what there is.
    """
    lacking = [max(0.0, needed - width) for width, needed in zip(widths, least, strict=True)]
    spare = [max(0.0, width - needed) for width, needed in zip(widths, least, strict=True)]
    given = min(sum(lacking), sum(spare))
    if not given:
        return list(widths)
    return [
        width + gain * given / sum(lacking) - loss * given / sum(spare)
        for width, gain, loss in zip(widths, lacking, spare, strict=True)
    ]


def _longest(children: tuple[Inline, ...], letters: TextMeasure, is_bold: bool) -> float:
    """The width, in ems, of the longest piece of a cell within which no line may end."""
    longest = word = 0.0
    last = ""
    for text, bold, size, is_whole in _pieces(children, is_bold):
        for character in text:
            if not is_whole and character in _SPACES:
                word, last = 0.0, ""
                continue
            if last in _BREAKS and not (last == "-" and character.isdigit()):
                word = 0.0
            word += size * letters(character, bold)
            longest = max(longest, word)
            last = "" if is_whole else character
    return longest


def _pieces(children: tuple[Inline, ...], is_bold: bool) -> Iterator[_Piece]:
    for child in children:
        match child:
            case Text():
                for text, is_word in parted_at_whole_words(with_line_breaks(child.text)):
                    yield _Piece(text, is_bold, is_whole=child.is_whole or is_word)
            case Link():
                yield _Piece(with_line_breaks(child.text), is_bold)
            case Strong():
                yield from _pieces(child.children, True)
            case Emphasis() | Foreign() | Inserted() | Deleted():
                yield from _pieces(child.children, is_bold)
            case CitedNumber():
                yield _Piece(child.text, is_bold)
            case SourceTag():
                yield _Piece(f" {child.printed}", False)
            case Checkbox():
                yield _Piece("☐", is_bold)
            case NoteCall():
                yield _Piece(str(child.number or ""), is_bold, _CALL)
            case TextArea():
                pass
