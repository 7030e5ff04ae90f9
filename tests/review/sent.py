"""Small things that were sent, and returned files made of a few paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from briefs.model.mark import Mark
from briefs.model.marked_file import CellPlace, MarkedFile, MarkedParagraph, Span
from briefs.model.sent_text import SentParagraph, SentPiece, SentRole

ANNA = Mark("Anna", "2026-03-12T09:00:00Z")
BEN = Mark("Ben", "2026-03-13T09:00:00Z")

FERRIES = "Ferries that share a timetable could carry more bicycles in the winter months."
KEEPERS = "Some keepers asked whether the board should publish the tides and currents."
BOARD = "The board should count the bicycles on both quays before the summer of next year."
BOATS = "Small boats of the east quay need no timetable, one keeper thought."


def unit(tag: str, text: str, *, tags: Sequence[str] = (), role: SentRole = "text") -> SentParagraph:
    """A paragraph of a unit."""
    return SentParagraph(f"s/{tag}", role, (SentPiece(text, f"{tag}/short"),), f"s/{tag}", tag, tags=tuple(tags))


def own(key: str, text: str, role: SentRole = "heading") -> SentParagraph:
    """A paragraph that no unit says."""
    return SentParagraph(key, role, (SentPiece(text),) if text else ())


def row(tag: str, *texts: str) -> list[SentParagraph]:
    """The cells of a row."""
    return [
        replace(unit(tag, text, role="cell"), key=f"s/{tag}#{number}", column=number)
        for number, text in enumerate(texts, start=1)
    ]


def ins(text: str, mark: Mark = ANNA) -> Span:
    """Inserted words."""
    return Span(text, inserted=mark)


def gone(text: str, mark: Mark = ANNA) -> Span:
    """Deleted words."""
    return Span(text, deleted=mark)


def returned(*paragraphs: MarkedParagraph) -> MarkedFile:
    """A file of these paragraphs, in this order."""
    numbered = tuple(replace(one, index=index) for index, one in enumerate(paragraphs))
    return MarkedFile("returned.docx", "", paragraphs=numbered)


def line(*spans: Span | str, unit: str = "", control: str = "", **options: Any) -> MarkedParagraph:
    """A paragraph of a returned file; `unit` is the tag of the bookmark in it, `control` that of its control."""
    made = tuple(Span(one) if isinstance(one, str) else one for one in spans)
    marks = {"bookmarks": (unit,) if unit else (), "controls": (control,) if control else ()}
    return MarkedParagraph(0, options.pop("story", "body"), made, **{**marks, **options})


def cells(table: int, number: int, *texts: str, unit: str = "", **options: Any) -> list[MarkedParagraph]:
    """The cells of a row of a returned file, each of one paragraph."""
    return [
        line(
            *([text] if text else []),
            unit=unit if column == 0 else "",
            cell=CellPlace(table, number, column),
            **options,
        )
        for column, text in enumerate(texts)
    ]
