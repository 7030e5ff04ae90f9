"""What pages repeat in a plain text that was made from pages: running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from briefs.model.language_words import one_of
from briefs.text.heading_words.heading_word_files import heading_words

_ROMAN = re.compile(r"\s*[\[(–-]*\s*([ivxl]{1,6})\s*[\])–-]*\s*$")
_DIGITS = re.compile(r"\d+")
_FEWEST = 3
_LONGEST_HEAD = 100
_MOST_MISSING = 4
_MOST_BETWEEN = 2
"""How many pages later a running head recurs, at most."""
_MOSTLY = 0.7
_NEAR = 2
"""How many lines from the end of a page a running head is, at most."""


@cache
def _number_alone() -> re.Pattern[str]:
    """A line with nothing but the number of a page: "Page 3 of 20"."""
    return re.compile(
        r"[\s\f\[\](–—|-]*(?:(?P<word>[^\W\d_]{1,8})\.?\s*)?(?P<number>\d{1,4})"
        rf"(?:\s*(?:/|{one_of(heading_words().of_all)})\s*\d{{1,4}})?[\s\])–—|.-]*$"
    )


def page_number_lines(lines: Sequence[str], page_words: frozenset[str]) -> dict[int, str]:
    """The lines (from 1) that hold only the number of a page, with it: at least three that rise through the text."""
    candidates: list[tuple[int, int]] = []
    for number, line in enumerate(lines, 1):
        match = _number_alone().match(line) if len(line) < _LONGEST_HEAD else None
        if match and (not match["word"] or match["word"].casefold() in page_words):
            candidates.append((number, int(match["number"])))
    chain = _longest_chain(candidates)
    return {line: str(page) for line, page in chain} if len(chain) >= _FEWEST else {}


def _longest_chain(candidates: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of candidates, in order, in which each number is the last one plus one, or a little more, with
    lines between."""
    best: list[tuple[int, int]] = []
    chains: list[list[tuple[int, int]]] = []
    for line, page in candidates:
        for chain in reversed(chains[-20:]):
            last_line, last_page = chain[-1]
            if 0 < page - last_page <= _MOST_MISSING and line - last_line > 2 * _NEAR:
                chain.append((line, page))
                break
        else:
            chains.append([(line, page)])
    best = max(chains, key=len, default=best)
    spaced = [after[0] - before[0] for before, after in pairwise(best)]
    return best if spaced and sum(spaced) / len(spaced) > _NEAR * 6 else []


def running_head_lines(lines: Sequence[str], numbers: dict[int, str]) -> set[int]:
    """The lines that recur beside page numbers or form feeds, on at least three pages one after the other, with the
    same words, and hardly anywhere else."""
    feeds = [number for number, line in enumerate(lines, 1) if "\f" in line]
    edges = feeds if len(feeds) >= len(numbers) else sorted(numbers)
    if len(edges) < _FEWEST:
        return set()
    near: dict[str, dict[int, int]] = defaultdict(dict)  # the page of each line, by words
    for page, edge in enumerate(edges):
        for step in (-1, 1):
            seen = 0
            number = edge if step == 1 and "\f" in lines[edge - 1] else edge + step
            while 1 <= number <= len(lines) and seen < _NEAR:
                text = lines[number - 1].strip()
                seen += bool(text) and number not in numbers
                if text and number not in numbers and len(text) < _LONGEST_HEAD:
                    near[_key(text)].setdefault(number, page)
                number += step
    everywhere = Counter(_key(line.strip()) for line in lines if line.strip() and len(line) < 2 * _LONGEST_HEAD)
    heads: set[int] = set()
    for key, places in near.items():
        pages = sorted(set(places.values()))
        run = longest = 1
        for before, after in pairwise(pages):
            run = run + 1 if after - before <= _MOST_BETWEEN else 1
            longest = max(longest, run)
        if longest >= _FEWEST and len(places) >= _MOSTLY * everywhere[key]:
            heads.update(places)
    return heads


def repeated_line_ends(lines: Sequence[str]) -> set[int]:
    """Lines that recur with a page number at one of their ends, as in "Smith  Wells  [Page 12]", wherever they are."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, line in enumerate(lines, 1):
        text = line.strip()
        digits = _DIGITS.findall(text) if len(text) < _LONGEST_HEAD else []
        if digits and len(text.split()) > 1 and re.search(r"\[?(?:\w+ )?\d+\]?$|^\d+\s{2,}", text):
            at = -1 if text[-1].isdigit() or text[-1] == "]" else 0
            found[_key(text)].append((number, int(digits[at][:6])))
    repeated: set[int] = set()
    for where in found.values():
        chain = _longest_chain(where)
        if len(chain) >= _FEWEST and len(chain) >= 0.8 * len(where):
            repeated.update(line for line, _ in chain)
    return repeated


def _key(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.casefold().split()))
