"""The text of inline elements as a Word file prints it, in pieces by form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

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
    between_calls,
)
from briefs.model.provenance import FormSpan
from briefs.model.sent_text import SentPiece


@dataclass(frozen=True, slots=True)
class SentRun:
    """A run of text in `pieces` by form, and the source `tags` in it, as printed."""

    pieces: tuple[SentPiece, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a run: of its text, or else a source tag or what stands between marks of notes."""

    text: str
    is_text: bool = True
    is_tag: bool = False
    is_counted: bool = False


def sent_run(children: tuple[Inline, ...], spans: Sequence[FormSpan] = ()) -> SentRun:
    """What is printed of inline elements, with the forms of `spans`, which count its characters."""
    pieces: list[SentPiece] = []
    tags: list[str] = []
    at = 0
    for part in _parts(children):
        if part.is_tag:
            tags.append(part.text)
        elif not part.is_text:
            pieces.append(SentPiece(part.text))
        elif part.is_counted:
            pieces.append(SentPiece(part.text, is_counted=True))
            at += len(part.text)
        else:
            pieces += _by_form(part.text, at, spans)
            at += len(part.text)
    return SentRun(tuple(_joined(pieces)), tuple(tags))


def run_text(children: tuple[Inline, ...]) -> str:
    """The characters that a `FormSpan` counts: without source tags, note marks and boxes."""
    return "".join(part.text for part in _parts(children) if part.is_text)


def _parts(children: tuple[Inline, ...]) -> Iterator[_Part]:
    calls = 0
    for child in children:
        calls = calls + 1 if isinstance(child, NoteCall) else 0
        match child:
            case Text() | Link():
                yield _Part(child.text)
            case CitedNumber():
                yield _Part(child.text, is_counted=True)
            case Strong() | Emphasis() | Foreign() | Inserted():
                yield from _parts(child.children)
            case NoteCall():
                if calls > 1:
                    yield _Part(between_calls(calls - 1), is_text=False)
            case SourceTag():
                yield _Part(child.printed, is_text=False, is_tag=True)
            case Checkbox() | TextArea() | Deleted():
                pass


def _by_form(text: str, at: int, spans: Sequence[FormSpan]) -> Iterator[SentPiece]:
    """`text`, which begins at the character `at` of its run, cut where forms begin and end."""
    edges = {0, len(text)}
    for span in spans:
        edges |= {edge - at for edge in (span.start, span.end) if 0 < edge - at < len(text)}
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        form = next((span.form for span in spans if span.start <= at + start and at + end <= span.end), "")
        yield SentPiece(text[start:end], form)


def _joined(pieces: Iterable[SentPiece]) -> Iterator[SentPiece]:
    """Pieces in order; neighbours of one form are made one."""
    current: SentPiece | None = None
    for piece in pieces:
        if current is not None and (current.form, current.is_counted) == (piece.form, piece.is_counted):
            current = replace(piece, text=current.text + piece.text)
            continue
        if current is not None:
            yield current
        current = piece
    if current is not None and current.text:
        yield current
