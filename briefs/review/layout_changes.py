"""What programs change in a file when they save it, which nobody proposed: white space, and numbers counted anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from briefs.model.marked_file import Span
from briefs.model.sent_text import SentParagraph, SentPiece
from briefs.review.matched_lines import LINE_BREAK
from briefs.review.matches import PARAGRAPH_END

_COUNTED = re.compile(r"\d+")


def as_sent(sent: Sequence[SentParagraph], spans: Sequence[Span]) -> tuple[Span, ...]:
    """`spans` with the white space and the counted numbers of what was `sent`, if nothing else in their base differs.

    Large print has line ends where others have tabs, programs make spaces of no-break spaces, and count paragraphs in
    their own way.
    """
    pieces = [*_pieces(sent)]
    kept = "".join(piece.text for piece in pieces)
    spans = _with_numbers_as_sent(pieces, spans)
    if "\t" in kept:
        spans = [replace(span, text=span.text.replace(LINE_BREAK, "\t")) for span in spans]
    base = "".join(span.text for span in spans if span.is_in_base)
    if base == kept or not sent:
        return tuple(spans)
    found = re.fullmatch(r"(\s*)" + "".join(map(_pattern, pieces)) + r"(\s*)", base)
    if found is None:
        return tuple(spans)
    texts = dict.fromkeys((*range(found.end(1)), *range(found.start(found.lastindex or 0), len(base))), "")
    for number, piece in enumerate(pieces, start=2):
        if piece.is_counted:
            texts |= dict.fromkeys(range(*found.span(number)), "") | {found.start(number): piece.text}
        else:
            texts |= dict(zip(range(*found.span(number)), piece.text, strict=True))
    return tuple(_rewritten(spans, texts))


def _with_numbers_as_sent(pieces: Sequence[SentPiece], spans: Sequence[Span]) -> Sequence[Span]:
    """`spans` with the numbers that a program computes as they were sent, if all of these are still there.

    What they cite may be gone: then the program shows an error there, in its own language.
    """
    sent = [piece.text for piece in pieces if piece.is_counted and _COUNTED.fullmatch(piece.text)]
    runs = [list(run) for is_cited, run in groupby(spans, lambda span: span.is_cited and span.is_in_base) if is_cited]
    if len(runs) != len(sent):
        return spans
    numbers = {id(span): "" for run in runs for span in run} | {
        id(run[0]): text for run, text in zip(runs, sent, strict=True)
    }
    return [replace(span, text=numbers.get(id(span), span.text)) for span in spans]


def _pieces(sent: Sequence[SentParagraph]) -> Iterator[SentPiece]:
    for number, paragraph in enumerate(sent):
        if number:
            yield SentPiece(PARAGRAPH_END)
        yield from paragraph.pieces


def _pattern(piece: SentPiece) -> str:
    """Matches a piece whatever the white space in it, or whatever number stands for it."""
    if piece.is_counted and _COUNTED.fullmatch(piece.text):
        return r"(\d+|\w+\s?[:!]\D+?)"  # LibreOffice says that it did not find the source, in its language
    return (
        "("
        + "".join(r"[^\S\n]" if one.isspace() and one != PARAGRAPH_END else re.escape(one) for one in piece.text)
        + ")"
    )


def _rewritten(spans: Sequence[Span], texts: dict[int, str]) -> Iterator[Span]:
    at = 0
    for span in spans:
        if span.is_in_base:
            text = "".join(texts[place] for place in range(at, at + len(span.text)))
            at += len(span.text)
            if text:
                yield replace(span, text=text)
        else:
            yield span
