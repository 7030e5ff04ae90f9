"""What stands apart from running text in a plain text: display quotations with attributions, and signatures."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from briefs.report.inference.text_look import TextBlock, emphasis
from briefs.report.pieces import QuotationPiece
from briefs.text.heading_words.heading_word_files import folded, heading_words

_ATTRIBUTION = re.compile(r"\s*(?:[-–—―]{1,3}|\*[-–—])\s*(?=[^\W\d_])[^.?!:;]{2,80}$")
_QUOTED = re.compile(r"\s*\*{0,3}[\"“«„‘']")
_STOP = re.compile(r"[.!?…:;,][\"'”’»)\]*]*$")
_CAPITALIZED = re.compile(r"[^\W\d_a-z]")
_NUMBERED = re.compile(r"\(?[\da-zA-Z]{1,3}[.)\]]\s")
_MOSTLY = 0.65
"""The share of letters among the characters of running text, at least."""
_NO_NAME = re.compile(r"[\t=<>{}|]|\w\(")
_WORD = re.compile(r"\w+")
_NEAR = 20
"""How many blocks a pull quote is from the paragraph that it repeats, at most; half as many if nothing marks it."""
_SHINGLE, _MOST_WORDS = 6, 70
"""So many words in a row, found elsewhere, show that a block repeats the text."""
_MOST_LINES, _LONGEST = 8, 500
_SIGNATURE_LINES, _SIGNATURE_WIDTH = 4, 80
_NAME_WORDS = range(2, 8)


def infer_quotations(
    lines: Sequence[str], blocks: Sequence[TextBlock], headings: Collection[int]
) -> dict[int, QuotationPiece]:
    """The display quotations, by the line on which each begins.

    An epigraph has a line of attribution under it; a pull quote repeats words of another paragraph. `headings` are
    the lines of headings, which none can hold.
    """
    found: dict[int, QuotationPiece] = {}
    for at, block in enumerate(blocks):
        if block.first in headings or len(block.numbers) > _MOST_LINES:
            continue
        own = block.numbers
        attributed: tuple[int, ...] = ()
        if len(own) > 1 and _ATTRIBUTION.match(lines[own[-1] - 1]) and not _is_list(lines, own):
            own, attributed = own[:-1], own[-1:]
        elif at + 1 < len(blocks) and _is_attribution(lines, blocks, at + 1):
            attributed = blocks[at + 1].numbers
        text = " ".join(lines[number - 1].strip() for number in own)
        if not attributed or len(text) > _LONGEST or _ATTRIBUTION.match(lines[own[0] - 1]):
            continue
        words = lines[attributed[0] - 1].strip().lstrip("*-–—― ")
        found[own[0]] = QuotationPiece((*own, *attributed), text, "epigraph", words)
    found.update(
        _pull_quotes(lines, blocks, {number for piece in found.values() for number in piece.lines} | set(headings))
    )
    return found


def _is_attribution(lines: Sequence[str], blocks: Sequence[TextBlock], at: int) -> bool:
    block = blocks[at]
    return (
        len(block.numbers) == 1
        and bool(_ATTRIBUTION.match(lines[block.first - 1]))
        and not (at + 1 < len(blocks) and lines[blocks[at + 1].first - 1].lstrip()[:1] in "-–—•")
    )


def _is_list(lines: Sequence[str], numbers: Sequence[int]) -> bool:
    return sum(lines[number - 1].lstrip()[:2] in ("- ", "– ", "• ", "* ") for number in numbers) > 1


def _pull_quotes(
    lines: Sequence[str], blocks: Sequence[TextBlock], taken: Collection[int]
) -> dict[int, QuotationPiece]:
    """Short blocks whose words, or most of them, are also in another paragraph."""
    words = [_WORD.findall(folded(" ".join(lines[number - 1] for number in block.numbers))) for block in blocks]
    places: dict[tuple[str, ...], list[int]] = {}
    for own in words:
        if _SHINGLE < len(own) <= _MOST_WORDS:
            places.update((shingle, []) for shingle in _shingles(own))
    for at, own in enumerate(words):
        for shingle in _shingles(own):
            if (where := places.get(shingle)) is not None and (not where or where[-1] != at):
                where.append(at)
    found: dict[int, QuotationPiece] = {}
    for at, block in enumerate(blocks):
        own = words[at]
        text = " ".join(lines[number - 1].strip() for number in block.numbers)
        if (
            block.first in taken
            or not _SHINGLE < len(own) <= _MOST_WORDS
            or lines[block.first - 1].lstrip()[:1] in "-•⁰¹²³⁴⁵⁶⁷⁸⁹"
        ):
            continue
        letters = sum(map(str.isalpha, text))
        if _NUMBERED.match(text) or heading_words().is_caption(text) or letters < _MOSTLY * len(text):
            continue
        shared = [places[one] for one in _shingles(own)]
        repeated = sum(len(where) > 1 for where in shared) / len(shared)
        is_display = bool(_QUOTED.match(text) or emphasis(text))
        reach = _NEAR if is_display else _NEAR // 2
        near = {other for where in shared for other in _between(where, at - reach, at + reach)}
        longer = any(len(words[other]) > 1.5 * len(own) for other in near)
        if longer and repeated >= (0.35 if is_display else 0.6):
            found[block.first] = QuotationPiece(block.numbers, text, "pull", "")
    return found


def _between(places: list[int], low: int, high: int) -> list[int]:
    """Of `places`, which are in order, those from `low` to `high`."""
    return places[bisect_left(places, low) : bisect_right(places, high)]


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)]


def infer_signatures(
    lines: Sequence[str], blocks: Sequence[TextBlock], start: int, taken: Collection[int]
) -> list[int]:
    """The lines on which signatures begin, after the line `start`: a name with a function under it, after text that has
    ended; none of the lines in `taken`."""
    found: list[int] = []
    others = frozenset(taken)
    for at, block in enumerate(blocks):
        if (
            block.first <= start
            or not at
            or not 2 <= len(block.numbers) <= _SIGNATURE_LINES
            or not others.isdisjoint(block.numbers)
        ):
            continue
        own = [lines[number - 1].strip() for number in block.numbers]
        if any(len(line) > _SIGNATURE_WIDTH or _STOP.search(line) or _NO_NAME.search(line) for line in own):
            continue
        name = own[0].split()
        capitalized = sum(bool(_CAPITALIZED.match(word)) for word in name)
        before = blocks[at - 1]
        ends = bool(_STOP.search(lines[before.numbers[-1] - 1].strip())) or before.first in found
        if (
            len(name) in _NAME_WORDS
            and capitalized >= len(name) - 1
            and not any(map(str.isdigit, own[0]))
            and ends
            and not own[0].startswith(("-", "•", "*"))
        ):
            found.append(block.first)
    return found
