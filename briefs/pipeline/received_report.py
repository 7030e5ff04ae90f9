"""A new report as it is received: what its reader recognises, in the words of those who guess about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import cast

from briefs.intake.received import Part, Received, Role
from briefs.model.report import Report
from briefs.model.typesetting import clean
from briefs.report.heading_labels import labelled
from briefs.report.hints import STAND_INS, ReportHints
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
)
from briefs.report.prepared_pieces import prepared
from briefs.report.recognized import Recognized
from briefs.report.title_page import with_title_page

_ROLES: dict[str, Role] = {"note": "remark", "markup": "left aside"}
"""What the roles of matter are called where they are called otherwise."""


def received_report(recognized: Recognized, stem: str, is_plain: bool, is_dated: bool = True) -> Received:
    """What was `recognized` in a file whose name without its ending is `stem`; `is_plain` and `is_dated` as in
    `Received`."""
    return Received(
        parts=tuple(_parts(recognized, is_plain)),
        stem=stem,
        is_plain=is_plain,
        title=recognized.title,
        author=recognized.author,
        date=recognized.date,
        language=recognized.language,
        is_dated=is_dated,
    )


def _told_titles(recognized: Recognized) -> list[Piece]:
    """The pieces, in which no line of a cover is a heading. Its paragraphs stay paragraphs: what the format calls no
    title may be anybody's name."""
    pieces = prepared(recognized.pieces)
    pairs = zip(pieces, with_title_page(pieces, recognized), strict=True)
    return [piece if isinstance(piece, ParagraphPiece) else other for piece, other in pairs]


def _parts(recognized: Recognized, is_plain: bool) -> Iterator[Part]:
    pieces: Sequence[Piece] = recognized.pieces if is_plain else _told_titles(recognized)
    written = recognized.text.split("\n") if is_plain else []
    notes = frozenset(piece.number for piece in pieces if isinstance(piece, FootnotePiece))
    paged = Report("", "", "", 0, (), pages=recognized.pages)
    tables: dict[object, int] = {}
    numbers = count(1)
    for piece in labelled(pieces, ReportHints.model_validate(STAND_INS)):
        lines, page = piece.lines, paged.page_of(piece.lines)
        first = clean(written[lines[0] - 1].strip(), notes) if is_plain and len(lines) > 1 else ""
        match piece:
            case HeadingPiece():
                yield Part(
                    "heading",
                    clean(piece.text, notes),
                    lines,
                    page,
                    level=piece.hint.level,
                    label=piece.hint.label,
                    evidence=piece.evidence,
                    certainty=piece.certainty,
                )
            case ItemPiece():
                yield Part("item", clean(piece.text, notes), lines, page, marker=piece.marker)
            case QuotationPiece():
                yield Part(
                    "quotation",
                    clean(piece.text, notes),
                    lines,
                    page,
                    quoted_as=piece.role,
                    attribution=clean(piece.attribution, notes),
                    first_line=first,
                )
            case RowPiece():
                if piece.table not in tables:
                    tables[piece.table] = next(numbers)
                cells = tuple(clean(cell, notes) for cell in piece.cells)
                text = written[lines[0] - 1].rstrip("\r") if is_plain else "\t".join(cells)
                number, columns = tables[piece.table], tuple(piece.table.columns)
                yield Part("row", text, lines, page, cells=cells, table=number, columns=columns, is_head=piece.is_head)
            case FootnotePiece():
                yield Part("note", clean(piece.text, notes), lines, page)
            case PicturePiece():
                yield Part("picture", clean(piece.text or piece.alternative, notes), lines, page)
            case MatterPiece():
                role = _ROLES.get(piece.role) or cast("Role", piece.role)
                yield Part(role, clean(piece.text, notes), lines, page, first_line=first)
            case ParagraphPiece():
                text = "\t".join(clean(part, notes) for part in piece.text.split("\t"))
                yield Part("paragraph", text, lines, page)
