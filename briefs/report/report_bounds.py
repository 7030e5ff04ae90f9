"""What a report may hold, whatever its format: far more than reports of real houses do, and no more than what looks
through it can take in seconds (CWE-400, CWE-1333)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from briefs.model.diagnostics import Checked, DocumentError, Fault, Place
from briefs.model.limits import (
    LARGEST_ADDRESSES,
    LONGEST_HEADING,
    LONGEST_PASSAGE,
    LONGEST_WORD,
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_MARKS,
    MOST_PIECES,
)
from briefs.model.unwieldy_text import heaped_marks, long_word
from briefs.report.pieces import HeadingPiece, Piece, RowPiece

if TYPE_CHECKING:
    from briefs.report.recognized import Recognized, Recognizer

_SHOWN = 60
_DIVIDE = "divide it, or take out what is no text of the report"
_TAKE_OUT = "take it out, or write it as the report shows it"


def bounded(recognizer: Recognizer) -> Recognizer:
    """A recognizer that refuses what it recognises if a report cannot hold so much."""

    def recognize(content: bytes, path: str) -> Checked[Recognized]:
        found = recognizer(content, path)
        refuse_pieces(found.value.pieces, path, found.value.is_file_text)
        refuse_marks(found.value.text, path, found.value.is_file_text)
        return found

    return recognize


def refuse_pieces(pieces: Sequence[Piece], path: str, has_lines: bool) -> None:
    """Refuse the `pieces` of the report at `path` if they are too many or too long; `has_lines`: theirs are those of
    the file. Raises DocumentError: `report-too-large`."""

    def place(piece: Piece) -> Place:
        return Place(path, piece.lines[0]) if has_lines else Place(path)

    if len(pieces) > MOST_PIECES:
        raise _refusal(f"the report has more than {MOST_PIECES:,} paragraphs, items and the like", _DIVIDE, Place(path))
    characters = cells = addresses = 0
    above: list[tuple[int, int]] = []
    for piece in pieces:
        texts: tuple[str, ...] = piece.cells if isinstance(piece, RowPiece) else (piece.text,)
        refuse_texts(texts, lambda piece=piece: place(piece))  # type: ignore[misc]  # called at once
        characters += sum(map(len, texts))
        cells += len(texts) if isinstance(piece, RowPiece) else 0
        if isinstance(piece, HeadingPiece):
            if len(piece.text) > LONGEST_HEADING:
                message = f"a heading has more than {LONGEST_HEADING:,} characters: “{piece.text[:_SHOWN]}…”"
                raise _refusal(message, "make a paragraph of it, or shorten it", place(piece))
            above = [one for one in above if one[0] < piece.hint.level]
            above.append((piece.hint.level, len(piece.text)))
        addresses += sum(length for _, length in above[1:])
        if characters > MOST_CHARACTERS:
            raise _refusal(f"the report has more than {MOST_CHARACTERS:,} characters", _DIVIDE, place(piece))
        if cells > MOST_CELLS:
            raise _refusal(f"the tables of the report have more than {MOST_CELLS:,} cells", _DIVIDE, place(piece))
        if addresses > LARGEST_ADDRESSES:
            message = "the headings of the report are too long for all that stands under them"
            raise _refusal(message, "shorten the longest ones, or make paragraphs of them", place(piece))


def refuse_lines(lines: Sequence[str], path: str) -> None:
    """Refuse the `lines` of a text, each of which may be a paragraph. Raises DocumentError: `report-too-large`."""
    if sum(1 for line in lines if line.strip()) > MOST_PIECES:
        raise _refusal(f"the report has more than {MOST_PIECES:,} lines with text", _DIVIDE, Place(path))
    if sum(map(len, lines)) > MOST_CHARACTERS:
        raise _refusal(f"the report has more than {MOST_CHARACTERS:,} characters", _DIVIDE, Place(path))
    refuse_marks("\n".join(lines), path)
    for number, line in enumerate(lines, 1):
        refuse_texts((line,), lambda number=number: Place(path, number))  # type: ignore[misc]  # called at once


def refuse_marks(text: str, path: str, has_lines: bool = True) -> None:
    """Refuse a text with so many marks on one letter that to normalise it would take minutes.

    Raises DocumentError: `report-too-large`.
    """
    if (at := heaped_marks(text)) is not None:
        message = f"more than {MOST_MARKS} marks stand on one letter, which no writing has"
        hint = "take them out: they may be left from a font, or put there to spoil what reads the text"
        raise _refusal(message, hint, Place(path, text.count("\n", 0, at) + 1) if has_lines else Place(path))


def refuse_texts(texts: Iterable[str], place: Callable[[], Place]) -> None:
    """Refuse texts of a report that are too long, or have words or marks that are. Raises DocumentError."""
    for text in texts:
        if len(text) > LONGEST_PASSAGE:
            message = f"a paragraph has more than {LONGEST_PASSAGE:,} characters: “{text[:_SHOWN].strip()}…”"
            raise _refusal(message, "divide it into the paragraphs that it has", place())
        if (word := long_word(text)) is not None:
            message = f"a word has more than {LONGEST_WORD:,} characters: “{word[:_SHOWN]}…”"
            raise _refusal(message, _TAKE_OUT, place())


def _refusal(message: str, hint: str, place: Place) -> DocumentError:
    return DocumentError([Fault("report-too-large", message, hint).at(place)])
