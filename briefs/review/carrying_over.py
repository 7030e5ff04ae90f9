"""Carrying edits of printed words over to the text that somebody wrote, which printing has changed.

Written text has straight quotes, `*emphasis*`, ordinary spaces, and acronyms that printing may have written out. Only
the words that were edited change in it; all other characters stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefs.model.typesetting import clean, typeset
from briefs.review.word_edits import Edit, word_edits
from briefs.review.word_tokens import Token, opcodes, tokens

_LEAST_FOUND = 0.6
"""The least share of the written words that the printed text must have: with fewer, it is no printing of them."""
_LONGEST_ACRONYM = 3
"""The most tokens between the brackets behind an expansion."""
_DASHES = str.maketrans({"–": "-", "—": "-"})
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u202f": " "})
_CURLY = frozenset("“”‘’")
_BREAKS = str.maketrans("\n\t\u2028", "   ")

_Zone: TypeAlias = tuple[int, int]
"""Tokens of the printed text that printing has added, with the acronym among them."""


@dataclass(frozen=True, slots=True)
class _Replaced:
    """Written tokens `start`–`end` (none: words come in before `start`) that become `text`."""

    start: int
    end: int
    text: str


def carried_over(written: str, printed_before: str, printed_after: str) -> str | None:
    """`written` with the edits that turn `printed_before`, its printed form, into `printed_after`.

    None if that cannot be done surely: the edit is in words that only printing has added, such as the expansion of an
    acronym, its words cannot be written there, or the two texts have too little in common.
    """
    edits = word_edits(printed_before, printed_after)
    if not edits:
        return written
    printed, source = tokens(printed_before), tokens(written)
    partners = _partners(printed, source)
    found = sum(source[place].is_word for place in partners.values())
    if found < _LEAST_FOUND * sum(token.is_word for token in source):
        return None
    zones = _zones(printed, partners)
    marks = _emphasis(source, partners)
    replaced = []
    for edit in edits:
        one = _replaced(edit, printed, source, partners, zones, marks)
        if one is None or clean(one.text.replace("*", "\\")) != clean(one.text) or "*" in one.text:
            return None
        replaced.append(one)
    return _with_plain_marks(written, source, replaced, marks)


def _partners(printed: Sequence[Token], source: Sequence[Token]) -> Mapping[int, int]:
    """For each printed token that was written, the index of the written one."""
    keys = ([token.key.translate(_DASHES).casefold() for token in one] for one in (printed, source))
    return {
        start + offset: first + offset
        for kind, start, end, first, _ in opcodes(*keys)
        if kind == "equal"
        for offset in range(end - start)
    }


def _zones(printed: Sequence[Token], partners: Mapping[int, int]) -> list[_Zone]:
    """The stretches of words that printing added; an expansion with the acronym in brackets behind it is one."""
    zones = []
    start = 0
    while start < len(printed):
        end = start
        while end < len(printed) and end not in partners:
            end += 1
        if any(token.is_word for token in printed[start:end]):
            if printed[end - 1].key == "(":
                closing = (n for n in range(end, min(end + _LONGEST_ACRONYM + 1, len(printed))) if n not in partners)
                end = next((n + 1 for n in closing if printed[n].key == ")"), end)
            zones.append((start, end))
        start = max(end, start + 1)
    return zones


def _emphasis(source: Sequence[Token], partners: Mapping[int, int]) -> list[tuple[range, range]]:
    """The marks of emphasis in the written text, in pairs: the tokens that open, and those that close."""
    printed = set(partners.values())
    runs: list[range] = []
    for number, token in enumerate(source):
        if token.key == "*" and number not in printed:
            if runs and runs[-1].stop == number:
                runs[-1] = range(runs[-1].start, number + 1)
            else:
                runs.append(range(number, number + 1))
    return list(zip(runs[::2], runs[1::2], strict=False))


def _replaced(
    edit: Edit,
    printed: Sequence[Token],
    source: Sequence[Token],
    partners: Mapping[int, int],
    zones: Sequence[_Zone],
    marks: Sequence[tuple[range, range]],
) -> _Replaced | None:
    """What `edit` replaces in the written text; None if that is not sure."""
    start = sum(token.start < edit.start for token in printed)
    end = sum(token.start < edit.end for token in printed)
    if any(low < end and start < high and not (start <= low and high <= end) for low, high in zones):
        return None  # within words that printing added
    text = edit.after.translate(_BREAKS)
    if start == end:
        place = _insertion(start, printed, partners, zones, marks)
        return None if place is None else _Replaced(place, place, text)
    places = [partners[number] for number in range(start, end) if number in partners]
    if not places:
        return None
    inside = range(places[0], places[-1] + 1)
    emphasis = {number for pair in marks for run in pair for number in run}
    if any(source[number].is_word for number in set(inside) - set(places) - emphasis):
        return None  # words that were written there are not printed
    if _was_capitalized(printed[start], source[places[0]]) and text:
        text = text[0].lower() + text[1:]
    return _Replaced(inside.start, inside.stop, text)


def _was_capitalized(printed: Token, written: Token) -> bool:
    return printed.key != written.key and printed.key[:1].lower() + printed.key[1:] == written.key


def _insertion(
    at: int,
    printed: Sequence[Token],
    partners: Mapping[int, int],
    zones: Sequence[_Zone],
    marks: Sequence[tuple[range, range]],
) -> int | None:
    """Before which written token words come in that were typed before the printed token `at`: outside of emphasis."""
    before = max((number for number in partners if number < at), default=None)
    behind = min((number for number in partners if number >= at), default=None)
    if behind is not None and (behind == at or before is None):
        place = partners[behind]
        if before is not None and partners[before] == place - 1:
            return place
        skipped = _added_signs(range(at, behind), printed, zones)
        opening = {run.stop: run.start for run, _ in marks}
        return None if skipped else opening.get(place, place)
    if before is None or _added_signs(range(before + 1, at), printed, zones):
        return None
    place = partners[before] + 1
    return next((run.stop for _, run in marks if run.start == place), place)


def _added_signs(between: range, printed: Sequence[Token], zones: Sequence[_Zone]) -> bool:
    """Whether printing added a sign there, such as a full stop: words beside it have no sure place."""
    return any(
        not printed[number].is_space and not any(low <= number < high for low, high in zones) for number in between
    )


def _with_plain_marks(
    written: str, source: Sequence[Token], replaced: Sequence[_Replaced], marks: Sequence[tuple[range, range]]
) -> str:
    """The written text with its edits, in straight quotes and ordinary spaces where printing makes the same of them."""
    as_typed = _written(written, source, replaced, marks)
    if _CURLY.intersection(written):
        return as_typed
    straight = [_Replaced(one.start, one.end, one.text.translate(_STRAIGHT)) for one in replaced]
    plain = _written(written, source, straight, marks)
    return plain if typeset(plain) == typeset(as_typed) else as_typed


def _written(
    written: str, source: Sequence[Token], replaced: Sequence[_Replaced], marks: Sequence[tuple[range, range]]
) -> str:
    """`written` with its tokens replaced. Marks of emphasis whose words are gone go with them; a mark among replaced
    words stays if its other half does: it then closes before the new words, or opens behind them."""
    gone = {number for one in replaced for number in range(one.start, one.end)}
    kept: set[int] = set()
    for opening, closing in marks:
        words = any(number not in gone and not source[number].is_space for number in range(opening.stop, closing.start))
        new = any(opening.start < one.start and one.end <= closing.start and one.text.strip() for one in replaced)
        if words or new:
            kept.update(opening, closing)
        else:
            gone.update(opening, closing)
    closes = {number for _, closing in marks for number in closing}
    parts: list[str] = []
    opens = ""
    last = 0
    for one in [*sorted(replaced, key=lambda found: found.start), _Replaced(len(source), len(source), "")]:
        for number in range(last, one.start):
            if number in gone and number not in kept:
                continue
            if opens and not source[number].is_space:
                parts, opens = [*parts, opens], ""
            parts.append(written[source[number].start : source[number].end])
        inner = [number for number in range(one.start, one.end) if number in kept]
        if ends := "*" * sum(number in closes for number in inner):
            body = "".join(parts)
            parts = [body.rstrip(), ends, body[len(body.rstrip()) :]]
        parts.append(one.text)
        opens += "*" * sum(number not in closes for number in inner)
        last = one.end
    return "".join(parts)
