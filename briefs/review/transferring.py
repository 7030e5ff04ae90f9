"""Transferring edits of a paragraph to the forms whose words they change.

A paragraph may print several forms, with words of a template between them. Each edit belongs to the piece whose words
it changes, and one across two of them to both. Words typed at a border belong to the piece before it, unless they begin
what the next piece says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from briefs.model.sent_text import SentPiece
from briefs.review.word_edits import Edit, applied
from briefs.review.word_tokens import tokens

_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]»]*\s*\Z")


@dataclass(frozen=True, slots=True)
class FormEdits:
    """What becomes of one form (`form`), or of words of a template between forms (`form` is empty), in a paragraph.

    `numbers` are those of its pieces. `edits` are in `before`, which is all that the paragraph prints of it; `places`
    are where its pieces stand in the new text of the paragraph.
    """

    form: str
    numbers: tuple[int, ...]
    before: str
    edits: tuple[Edit, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def after(self) -> str:
        """What is printed of it after all edits."""
        return applied(self.before, self.edits)


@dataclass(frozen=True, slots=True)
class _Part:
    """Characters of an edit in the piece `number`."""

    number: int
    edit: Edit


def form_edits(pieces: Sequence[SentPiece], edits: Iterable[Edit]) -> tuple[FormEdits, ...]:
    """What `edits` of the text of `pieces` make of each form, and of the words between forms, that they touch."""
    bounds = _bounds(pieces)
    text = "".join(piece.text for piece in pieces)
    parts = [part for edit in edits for part in _parts(_slid(edit, text, bounds), pieces, bounds)]
    groups: dict[tuple[str, int], list[int]] = {}
    first = 0
    for number, piece in enumerate(pieces):
        if piece.form or (number and pieces[number - 1].form):
            first = number
        groups.setdefault((piece.form, -1 if piece.form else first), []).append(number)
    places = _places(bounds, parts)
    found = []
    for (form, _), numbers in groups.items():
        own = []
        room = 0
        for number in numbers:
            shift = room - bounds[number][0]
            own += [
                replace(part.edit, start=part.edit.start + shift, end=part.edit.end + shift)
                for part in parts
                if part.number == number
            ]
            room += len(pieces[number].text)
        if own:
            before = "".join(pieces[number].text for number in numbers)
            places_of = tuple(places[number] for number in numbers)
            found.append(FormEdits(form, tuple(numbers), before, tuple(own), places_of))
    return tuple(sorted(found, key=lambda one: one.numbers))


def _bounds(pieces: Sequence[SentPiece]) -> list[tuple[int, int]]:
    return list(pairwise(accumulate((len(piece.text) for piece in pieces), initial=0)))


def _slid(edit: Edit, text: str, bounds: Sequence[tuple[int, int]]) -> Edit:
    """An edit that only adds or only removes words and begins with the space before a border, without that space: it
    may just as well end with the space behind."""
    start, end = edit.start, edit.end
    begins = edit.after or text[start:end]
    if not ((edit.after == "") ^ (start == end) and begins.startswith(" ") and text[end : end + 1] == " "):
        return edit
    if not any(start + 1 == border for border, _ in bounds):
        return edit
    after = f"{edit.after[1:]} " if edit.after else ""
    return replace(edit, start=start + 1, end=end + 1, after=after, place=edit.place + 1)


def _places(bounds: Sequence[tuple[int, int]], parts: Sequence[_Part]) -> list[tuple[int, int]]:
    """Where the pieces stand in the new text."""
    places = []
    shift = 0
    for number, (start, end) in enumerate(bounds):
        grown = sum(len(part.edit.after) - (part.edit.end - part.edit.start) for part in parts if part.number == number)
        places.append((start + shift, end + shift + grown))
        shift += grown
    return places


def _parts(edit: Edit, pieces: Sequence[SentPiece], bounds: Sequence[tuple[int, int]]) -> Iterator[_Part]:
    """An edit in parts, each in one piece with words."""
    solid = [number for number, piece in enumerate(pieces) if piece.text.strip()]
    if not solid:
        if pieces:
            yield _Part(0, edit)
        return
    touched = [number for number in solid if edit.start < bounds[number][1] and bounds[number][0] < edit.end]
    if not touched:
        yield _at_border(edit, pieces, bounds, solid)
        return
    left = edit.after
    place = edit.place
    for count, number in enumerate(touched):
        start, end = max(edit.start, bounds[number][0]), min(edit.end, bounds[number][1])
        old = pieces[number].text[start - bounds[number][0] : end - bounds[number][0]]
        if count == len(touched) - 1:
            own = left
        else:
            follows = touched[count + 1]
            rest = "".join(pieces[one].text for one in range(follows, touched[-1] + 1))
            rest = rest[: max(0, edit.end - bounds[follows][0])]
            own = left[: _cut(left, old, rest)]
        words = own
        if count:
            words = old[: len(old) - len(old.lstrip())] + words.lstrip()
        if count < len(touched) - 1:
            words = words.rstrip() + old[len(old.rstrip()) :]
        at = place + len(own) - len(own.lstrip()) if count else place
        part = replace(edit, start=start, end=end, after=words, place=at)
        yield _Part(number, _trimmed(part, pieces[number], bounds[number]))
        left, place = left[len(own) :], place + len(own)


def _trimmed(part: Edit, piece: SentPiece, bounds: tuple[int, int]) -> Edit:
    """A deletion at an end of a piece, with the space that would be left there."""
    if part.after:
        return part
    start, end, text = part.start - bounds[0], part.end - bounds[0], piece.text
    if end == len(text) and not text[-1:].isspace():
        start = len(text[:start].rstrip())
    if start == 0 and not text[:1].isspace():
        end += len(text[end:]) - len(text[end:].lstrip())
    return replace(part, start=start + bounds[0], end=end + bounds[0])


def _cut(text: str, first: str, second: str) -> int:
    """Where to cut `text`, so that it is likest to `first` before and to `second` behind; if possible at the end of a
    sentence."""

    def worth(cut: int) -> tuple[int, bool, int, float]:
        before, behind = text[:cut], text[cut:]
        share = len(first) / ((len(first) + len(second)) or 1)
        is_even = -abs(cut / (len(text) or 1) - share)
        is_alike = (_ends_in_word(first) == _ends_in_word(before)) + (
            _begins_with_word(second) == _begins_with_word(behind)
        )
        in_common = _common(first, before) + _common(second, behind)
        return in_common, bool(_SENTENCE_END.search(before)), is_alike, is_even

    cuts = [token.start for token in tokens(text) if not token.is_space]
    return max([*cuts, len(text)], key=worth)


def _ends_in_word(text: str) -> bool | None:
    """Whether the last of `text` is a word or a sign; None if there is neither."""
    return next((token.is_word for token in reversed(tokens(text)) if not token.is_space), None)


def _begins_with_word(text: str) -> bool | None:
    """Whether the first of `text` is a word or a sign; None if there is neither."""
    return next((token.is_word for token in tokens(text) if not token.is_space), None)


def _common(first: str, second: str) -> int:
    """How many words two texts have in common, in order."""
    old, new = ([token.key.casefold() for token in tokens(text) if token.is_word] for text in (first, second))
    return sum(block.size for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks())


def _at_border(
    edit: Edit, pieces: Sequence[SentPiece], bounds: Sequence[tuple[int, int]], solid: Sequence[int]
) -> _Part:
    """Words that came in at a border, or in place of nothing but space: part of the piece before or behind it."""
    before = max((number for number in solid if bounds[number][1] <= edit.start), default=None)
    behind = min((number for number in solid if bounds[number][0] >= edit.end), default=None)
    if before is None or (behind is not None and _begins_next(edit.after, pieces[before], pieces[behind])):
        number = solid[0] if behind is None else behind
        at = bounds[number][0]
        text = edit.after if edit.end == edit.start == at else f"{edit.after.strip()} "
    else:
        number = before
        at = bounds[number][1]
        text = edit.after if edit.end == edit.start == at else f" {edit.after.strip()}"
    return _Part(number, replace(edit, start=at, end=at, after=text if edit.after.strip() else ""))


def _begins_next(text: str, before: SentPiece, behind: SentPiece) -> bool:
    """Whether words typed between two pieces belong to the one behind them."""
    if bool(before.form) != bool(behind.form):
        return bool(behind.form)
    return bool(_SENTENCE_END.search(before.text)) and not _SENTENCE_END.search(text)
