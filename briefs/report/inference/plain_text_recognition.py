"""Recognising a plain text without markup, so that `briefs init` can write its outline into `report.yaml`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from briefs.files.encoding import decode
from briefs.model.diagnostics import Checked
from briefs.model.report import Page
from briefs.report.contents_list import find_contents, indent_of
from briefs.report.hints import recognized_heading
from briefs.report.inference.text_candidates import TextHeading
from briefs.report.inference.text_displays import infer_quotations, infer_signatures
from briefs.report.inference.text_furniture import page_number_lines, repeated_line_ends, running_head_lines
from briefs.report.inference.text_headings import infer_headings
from briefs.report.inference.text_look import TextBlock, blocks_of, look_of
from briefs.report.inference.text_tables import infer_tables
from briefs.report.pieces import HeadingPiece, MatterPiece, Piece
from briefs.report.plain_text.hinted_lines import HintedLines
from briefs.report.plain_text.line_typing import type_lines
from briefs.report.plain_text.text_lines import split_lines
from briefs.report.recognized import Recognized
from briefs.report.rejoining import rejoin
from briefs.report.report_bounds import refuse_lines
from briefs.report.unpaged_contents import unpaged_contents
from briefs.text.heading_words.heading_word_files import heading_words

_NEAR = 3
"""How many lines an epigraph is from the first heading, at most."""


def recognize_plain_text(content: bytes, path: str) -> Checked[Recognized]:
    """The pieces of a plain text that has no marks for headings: what its lines are is inferred.

    Footnotes, list items and paragraphs are what they are to the reader of plain text; headings, display quotations,
    signatures, tables, lists of contents, running heads and page numbers are guesses, with evidence. Raises
    DocumentError: `report-encoding`, `report-too-large`.
    """
    text = decode(content, path, "report-encoding")
    lines = split_lines(text)
    refuse_lines(lines, path)
    numbers = page_number_lines(lines, heading_words().page)
    heads = (running_head_lines(lines, numbers) | repeated_line_ends(lines)) - set(numbers)
    furniture = set(numbers) | heads
    bare = ["" if number in furniture else line for number, line in enumerate(lines, 1)]
    contents = find_contents(bare, [float(indent_of(line)) for line in bare]) or unpaged_contents(bare)
    listed = {index + 1 for index in contents.lines} if contents else set()
    blocks, look = blocks_of(bare, listed), look_of(bare)
    headings = infer_headings(bare, blocks, look, contents)
    hinted = _hinted(bare, headings, blocks, listed)
    pieces = _with_headings(rejoin(type_lines(_typed(bare, headings, listed), hinted)), headings)
    pieces += [MatterPiece((number,), bare[number - 1].strip(), "contents") for number in sorted(listed)]
    pieces += [MatterPiece((number,), lines[number - 1].strip(), "page number") for number in numbers]
    pieces += [MatterPiece((number,), lines[number - 1].strip(), "running head") for number in sorted(heads)]
    pieces = sorted(pieces, key=lambda piece: piece.lines[0])
    plain = "\n".join(lines)
    return Checked(Recognized(tuple(pieces), plain, is_file_text=True, pages=_pages(lines, numbers)))


def _hinted(
    lines: Sequence[str], headings: Sequence[TextHeading], blocks: Sequence[TextBlock], listed: Collection[int]
) -> HintedLines:
    """What begins on which line, as a description of the report would say it."""
    taken = {number for heading in headings for number in heading.numbers} | set(listed)
    start = max(listed, default=0)
    body = [block for block in blocks if block.first > start]
    first = headings[0].numbers[0] if headings else 0
    signatures = infer_signatures(lines, body, first, taken)
    signed = {number for block in body if block.first in signatures for number in block.numbers}
    quotations = {
        line: one
        for line, one in infer_quotations(lines, body, taken | signed).items()
        if line > first or one.lines[-1] >= first - _NEAR
    }
    return HintedLines(
        {one.numbers[0]: recognized_heading(one.text, one.level, one.text) for one in headings},
        quotations,
        frozenset(signatures),
        infer_tables(lines, {one.numbers[0]: one.text for one in headings}),
    )


def _typed(lines: Sequence[str], headings: Sequence[TextHeading], listed: Collection[int]) -> list[str]:
    """The lines without those of lists of contents, and with the first one of each heading only."""
    hidden = set(listed) | {number for heading in headings for number in heading.numbers[1:]}
    return ["" if number in hidden else line for number, line in enumerate(lines, 1)]


def _with_headings(pieces: Sequence[Piece], headings: Sequence[TextHeading]) -> list[Piece]:
    """The pieces, whose headings have all their lines, their evidence and certainty."""
    by_line = {heading.numbers[0]: heading for heading in headings}
    whole: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, HeadingPiece):
            one = by_line[piece.lines[0]]
            evidence, certainty = "; ".join(one.evidence), round(one.certainty, 2)
            piece = HeadingPiece(one.numbers, one.text, piece.hint, evidence, certainty)
        whole.append(piece)
    return whole


def _pages(lines: Sequence[str], numbers: Mapping[int, str]) -> tuple[Page, ...]:
    """The pages: from one form feed to the next, or from one page number to the next if there are none."""
    feeds = [number for number, line in enumerate(lines, 1) if "\f" in line]
    if not feeds:
        starts = [1, *(line + 1 for line in numbers)]
        return tuple(Page(label, start) for label, start in zip(numbers.values(), starts, strict=False))
    pages = []
    numbered = sorted(numbers)
    starts = [1, *feeds] if feeds[0] > 1 else feeds
    for count, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines) + 1], strict=True), 1):
        at = bisect_left(numbered, start)
        label = numbers[numbered[at]] if at < len(numbered) and numbered[at] < end else str(count)
        pages.append(Page(label, start))
    return tuple(pages)
