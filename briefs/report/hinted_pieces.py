"""Applying `report.yaml` to what a reader recognised: the hints have the last word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefs.model.diagnostics import Checked, Diagnostic, Fault
from briefs.model.typesetting import plain
from briefs.report.hints import HeadingHint, HintsFile, QuotationHint, TableHint
from briefs.report.pieces import (
    FootnotePiece,
    HeadingPiece,
    ItemPiece,
    MatterPiece,
    ParagraphPiece,
    PicturePiece,
    Piece,
    QuotationPiece,
    RowPiece,
    joined_lines,
)
from briefs.report.plain_text.hint_matching import match_signatures, match_tables
from briefs.report.plain_text.hinted_headings import match_headings
from briefs.report.plain_text.table_rows import split_row
from briefs.report.plain_text.text_lines import TextLines, quoted

_MOST_PARTS = 4
"""Into so many pieces a reader may have parted a quotation."""
_NEVER_HEADINGS = (FootnotePiece, RowPiece, PicturePiece)


def hinted_pieces(pieces: Sequence[Piece], line_count: int, file: HintsFile) -> Checked[list[Piece]]:
    """The `pieces` of a report of `line_count` lines, changed as the hints say.

    What `outline` names is a heading, with the level and the label given there; what `not_headings` names is none.
    Other headings stay as they were recognised. What `quotations` and `signatures` name is one, and the rows under a
    heading that `tables` names have its columns. Code: `hint-not-found`.
    """
    lines = _lines(pieces, line_count, file)
    changed = dict(_recognized(pieces, line_count))
    problems: list[Diagnostic] = []
    recognized = {number for number, piece in changed.items() if isinstance(piece, HeadingPiece)}
    headings = match_headings(lines, file, recognized)
    for number, hint in headings.value.items():
        changed[number] = _as_heading(changed[number], hint)
    problems += headings.problems
    problems += _demote(changed, lines, file)
    taken = set(headings.value)
    problems += _match_quotations(changed, lines, file, taken)
    signatures = match_signatures(lines, file, taken)
    for number in signatures.value:
        piece = changed[number]
        changed[number] = MatterPiece(piece.lines, _text(piece), "signature")
    found = {piece.text for piece in changed.values() if isinstance(piece, HeadingPiece)}
    tables = match_tables(lines, file, found)
    problems += [*signatures.problems, *tables.problems]
    return Checked(list(_with_tables(changed.values(), tables.value)), tuple(problems))


def _recognized(pieces: Sequence[Piece], line_count: int) -> Iterator[tuple[int, Piece]]:
    """The pieces by their first lines, in reading order. One that begins on the line of another, as a note within a
    sentence of Markdown does, has a number that no line has."""
    taken: set[int] = set()
    further = line_count
    for piece in pieces:
        number = piece.lines[0]
        if number in taken:
            further += 1
            number = further
        taken.add(number)
        yield number, piece


def _text(piece: Piece) -> str:
    """The text of a piece as its line shows it: with the marker of an item, and tabs between cells."""
    match piece:
        case ItemPiece():
            return f"{piece.marker} {piece.text}".strip()
        case RowPiece():
            return "\t".join(piece.cells)
        case _:
            return piece.text


def _lines(pieces: Sequence[Piece], line_count: int, file: HintsFile) -> TextLines:
    """The text of each piece on its first line, for comparing; nothing where a hint never is."""
    texts = [""] * line_count
    for number, piece in _recognized(pieces, line_count):
        if number > line_count:
            continue
        if not isinstance(piece, _NEVER_HEADINGS) and not (isinstance(piece, MatterPiece) and piece.role != "title"):
            texts[number - 1] = _text(piece)
    notes = frozenset(piece.number for piece in pieces if isinstance(piece, FootnotePiece))
    return TextLines.comparable_with(file.hints, texts, notes)


def _as_heading(piece: Piece, hint: HeadingHint) -> HeadingPiece:
    return HeadingPiece(piece.lines, _text(piece), hint)


def _demote(changed: dict[int, Piece], lines: TextLines, file: HintsFile) -> Iterator[Diagnostic]:
    """Make paragraphs of the headings that the hints say are none."""
    for index, text in enumerate(file.hints.not_headings):
        words = plain(text, lines.notes)
        at = [number for number in lines.equal_to(words) if isinstance(changed[number], HeadingPiece)]
        for number in at:
            piece = changed[number]
            changed[number] = ParagraphPiece(piece.lines, _text(piece), is_whole=True)
        if not at:
            fault = Fault("hint-not-found", f"no heading is {quoted(text)}", lines.nearest(words))
            yield fault.at(file.place("not_headings", index))


def _match_quotations(
    changed: dict[int, Piece], lines: TextLines, file: HintsFile, taken: set[int]
) -> Iterator[Diagnostic]:
    """Make quotations of what the hints say are some, each with the attribution that follows it."""
    order = list(changed)
    for index, hint in enumerate(file.hints.quotations):
        words = plain(hint.text, lines.notes)
        number = lines.first_beginning(words, taken)
        if number is None:
            fault = Fault("hint-not-found", f"no text begins with {quoted(hint.text)}", lines.nearest(words))
            yield fault.at(file.place("quotations", index, "text"))
            continue
        piece = _up_to_attribution(changed, order, number, hint)
        after = next(iter(order[order.index(number) + 1 :]), None)
        changed[number] = _quotation(piece, None if after is None else changed.get(after), hint)
        taken.add(number)
        if after is not None and changed[number].lines[-1] == changed[after].lines[-1]:
            del changed[after]
            order.remove(after)
        elif hint.attribution and not _attribution(changed[number]):
            message = f'what follows the quotation is not "{hint.attribution}"'
            fault = Fault("hint-not-found", message, lines.nearest(plain(hint.attribution)))
            yield fault.at(file.place("quotations", index, "attribution"))


def _up_to_attribution(changed: dict[int, Piece], order: list[int], number: int, hint: QuotationHint) -> Piece:
    """The piece on the line `number`, joined with those after it, up to its attribution: a reader may have parted a
    quotation after each of its sentences. What is joined to it is taken out of `changed` and `order`."""
    at = order.index(number)
    wanted = plain(hint.attribution or "")
    parts = [changed[number]]
    for following in order[at + 1 : at + 1 + _MOST_PARTS] if wanted and not _attribution(parts[0]) else ():
        piece = changed[following]
        if _is_attribution(piece, wanted):
            return _joined(changed, order, parts) if len(parts) > 1 else parts[0]
        if not isinstance(piece, ParagraphPiece | QuotationPiece):
            break
        parts.append(piece)
        if isinstance(piece, QuotationPiece) and plain(piece.attribution) == wanted:
            return replace(_joined(changed, order, parts), attribution=piece.attribution)
    return changed[number]


def _joined(changed: dict[int, Piece], order: list[int], parts: Sequence[Piece]) -> QuotationPiece:
    """One quotation made of `parts`, of which only the first stays in `changed` and `order`."""
    for part in parts[1:]:
        number = next(one for one in order if changed[one] is part)
        order.remove(number)
        del changed[number]
    lines = tuple(line for part in parts for line in part.lines)
    return QuotationPiece(lines, joined_lines([_text(part) for part in parts]), "block", "")


def _is_attribution(piece: Piece, wanted: str) -> bool:
    return plain(_text(piece)).lstrip("-–— ") == wanted


def _attribution(piece: Piece) -> str:
    return piece.attribution if isinstance(piece, QuotationPiece) else ""


def _quotation(piece: Piece, after: Piece | None, hint: QuotationHint) -> QuotationPiece:
    """`piece` as a quotation, with the piece `after` it if that is its attribution."""
    wanted = plain(hint.attribution or "")
    if wanted and after is not None and _is_attribution(after, wanted):
        return QuotationPiece((*piece.lines, *after.lines), _text(piece), hint.role, hint.attribution or "")
    return QuotationPiece(piece.lines, _text(piece), hint.role, _attribution(piece))


def _with_tables(pieces: Iterable[Piece], tables: dict[str, TableHint]) -> Iterator[Piece]:
    """The pieces, in which rows under the headings of `tables` belong to these, also rows that only have tabs."""
    table: TableHint | None = None
    for piece in pieces:
        if isinstance(piece, HeadingPiece):
            table = tables.get(piece.hint.text)
        if table is not None and isinstance(piece, RowPiece) and len(piece.cells) == len(table.columns):
            piece = replace(piece, table=table)
        elif table is not None and isinstance(piece, ParagraphPiece) and "\t" in piece.text:
            piece = RowPiece(piece.lines, split_row(piece.text, table), table)
        yield piece
