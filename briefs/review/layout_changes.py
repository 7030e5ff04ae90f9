"""What programs change in a file when they save it, which nobody proposed: white space, and numbers counted anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby

from briefs.model.marked_file import Span
from briefs.model.sent_text import SentParagraph, SentPiece
from briefs.review.matched_lines import LINE_BREAK
from briefs.review.matches import PARAGRAPH_END

_TOKEN = re.compile(r"\w+|\W")


def as_sent(sent: Sequence[SentParagraph], spans: Sequence[Span]) -> tuple[Span, ...]:
    """`spans` with the numbers that programs count as they were `sent` and, if nothing else in their base differs, with
    its white space.

    Large print has line ends where others have tabs; programs make spaces of no-break spaces, count paragraphs in their
    own way, and put an error in the place of a number whose paragraph is gone.
    """
    pieces = [*_pieces(sent)]
    kept = "".join(piece.text for piece in pieces)
    spans = _with_numbers_as_sent(pieces, spans)
    if "\t" in kept:
        spans = [replace(span, text=span.text.replace(LINE_BREAK, "\t")) for span in spans]
    base = "".join(span.text for span in spans if span.is_in_base)
    if base == kept or not sent:
        return tuple(spans)
    texts = _with_white_space(pieces, base) or _with_numbers(pieces, base)
    return tuple(_rewritten(spans, texts)) if texts else tuple(spans)


def _with_white_space(pieces: Sequence[SentPiece], base: str) -> dict[int, str]:
    """What each character of `base` becomes, if it is what was sent but for white space and numbers; else nothing."""
    found = re.fullmatch(r"(\s*)" + "".join(map(_pattern, pieces)) + r"(\s*)", base)
    if found is None:
        return {}
    texts = dict.fromkeys(range(len(base)), "")
    for number, piece in enumerate(pieces, start=2):
        if piece.is_counted:
            texts[found.start(number)] = piece.text
        else:
            texts |= dict(zip(range(*found.span(number)), piece.text, strict=True))
    return texts


def _with_numbers(pieces: Sequence[SentPiece], base: str) -> dict[int, str]:
    """What each character of `base` becomes if what stands in the place of counted numbers is these again."""
    if not any(piece.is_counted for piece in pieces):
        return {}
    kept = [
        (token, piece.is_counted)
        for piece in pieces
        for token in ([piece.text] if piece.is_counted else _TOKEN.findall(piece.text))
    ]
    tokens = list(_TOKEN.finditer(base))
    matcher = SequenceMatcher(None, [token for token, _ in kept], [token[0] for token in tokens], autojunk=False)
    texts = dict(enumerate(base))
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "replace" and all(is_counted for _, is_counted in kept[start:end]):
            place = tokens[first].start()
            texts |= dict.fromkeys(range(place, tokens[last - 1].end()), "")
            texts[place] = "".join(token for token, _ in kept[start:end])
    return texts


def _with_numbers_as_sent(pieces: Sequence[SentPiece], spans: Sequence[Span]) -> Sequence[Span]:
    """`spans` with the numbers that a program computes as they were sent, if all of these are still there.

    What they cite may be gone: then the program shows an error there, in its own language.
    """
    sent = [piece.text for piece in pieces if piece.is_counted]
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
    if piece.is_counted:
        return r"(\d+)"
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
