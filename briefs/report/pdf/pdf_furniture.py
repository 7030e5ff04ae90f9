"""Running heads and page numbers: what pages repeat in the same place, and what is counted from page to page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from briefs.model.language_words import one_of
from briefs.model.note_marks import SUPERSCRIPTS
from briefs.report.pdf.pdf_chunks import Chunk
from briefs.report.pdf.pdf_file import PdfPage
from briefs.report.pdf.pdf_gaps import bands_of
from briefs.text.heading_words.heading_word_files import heading_words
from briefs.text.roman_numbers import roman_value

_ZONE = 0.17
"""How much of the height of a page is its head, and its foot."""
_BANDS = 5
"""How many lines at the head and at the foot are looked at."""
_APART = 2.0
"""Parts of one line so many times the size of the type apart are looked at by themselves."""
_HEIGHT = 4.0
"""Within so many points, lines of several pages are at the same height."""
_FEWEST = 3
_DIGITS = re.compile(r"\d+")
_NUMBER_AT_EDGE = re.compile(r"^\d{1,4}(?=[\s|])|(?<=[\s|])\d{1,4}$")
_SECTION = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?\s+[^\W\d_]")
_LONGEST = 220
_MARK = re.compile(r"\d{1,4}|[*∗†‡§¶]{1,3}")
_HEADING_TAG = re.compile(r"H[1-6]?")
_SMALLER = 0.95
"""Below so many times the size of the text, type is smaller than it."""
_LARGE = 1.2
"""From how many times the size of the text on type is that of headings."""


@cache
def _number_alone() -> re.Pattern[str]:
    """A line with nothing but the number of a page: "Page 3 of 20", "3 | P a g e"."""
    return re.compile(
        r"[\W_]{0,4}(?:[^\W\d_]{1,9}\.?\s{1,3}|(?:[^\W\d_]\s){2,6}\s?)?(?P<number>\d{1,4}|[ivxl]{1,8}|[IVXL]{1,8})"
        rf"(?:\s?(?:/|{one_of(heading_words().of_all)})\s?\d{{1,4}}|\s?\|\s?(?:[^\W\d_]\s?){{2,9}})?[\W_]{{0,4}}"
    )


@dataclass(slots=True)
class _Part:
    """A part of a line at the head or foot of a page."""

    page: int
    is_head: bool
    text: str
    chunks: list[Chunk]
    y: float
    style: tuple[str, float]
    position: int = 0
    is_alone: bool = False

    @property
    def place(self) -> tuple[int, bool, int]:
        """The page, whether it is its head, and how many lines further out there are."""
        return self.page, self.is_head, self.position

    @property
    def key(self) -> tuple[bool, str]:
        """Where it is and what it says, whatever number is in it."""
        return self.is_head, _DIGITS.sub("#", self.text)


@dataclass(slots=True)
class Furniture:
    """What stands on pages and is no content: by `id` of the chunk, its role. `numbers`: the printed numbers of pages,
    by index."""

    roles: dict[int, str] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)


def find_furniture(pages: Sequence[PdfPage], body_size: float) -> Furniture:
    """The running heads and page numbers of a file whose text has type of this size, and the printed page numbers."""
    found = Furniture()
    parts = [part for index, page in enumerate(pages) for part in _parts(index, page)]
    numbered = _page_numbers(parts, len(pages))
    for part, number in numbered:
        found.numbers.setdefault(part.page, number)
        _mark(found, part, "page number")
    rest = [part for part in parts if id(part.chunks[0]) not in found.roles]
    repeated = _repeated(rest, len(pages), body_size)
    repeated += _named_after_headings(rest, pages, body_size)
    for part in _outermost(repeated, parts, [part for part, _ in numbered]):
        is_number = _number_alone().fullmatch(part.text) and any(one.isdigit() for one in part.text)
        _mark(found, part, "page number" if is_number else "running head")
    _note_numbers_within(found, [part for part in parts if found.roles.get(id(part.chunks[0])) == "running head"])
    return found


def _note_numbers_within(found: Furniture, heads: Sequence[_Part]) -> None:
    """Note the page numbers that running heads begin or end with: "Chapter 3: Wells   27"."""
    series: dict[tuple[bool, int], list[tuple[_Part, str]]] = defaultdict(list)
    for part in heads:
        for match in _NUMBER_AT_EDGE.finditer(part.text):
            series[bool(match.start()), int(match[0]) - part.page].append((part, match[0]))
    for one in series.values():
        if len({part.page for part, _ in one}) >= _FEWEST:
            for part, number in one:
                found.numbers.setdefault(part.page, number)


def _mark(found: Furniture, part: _Part, role: str) -> None:
    for chunk in part.chunks:
        found.roles[id(chunk)] = role


def _parts(index: int, page: PdfPage) -> Iterable[_Part]:
    """The parts of lines at the head and the foot of a page; all that the file says is no content."""
    chunks = [chunk for chunk in (page.chunks[0] if page.chunks else ()) if chunk.style.direction == 0]
    bands = bands_of(chunks)
    head = [band for band in bands if band.bottom > page.height * (1 - _ZONE)][:_BANDS]
    foot = [band for band in bands if band.top < page.height * _ZONE][-_BANDS:]
    for is_head, zone in ((True, head), (False, foot[::-1])):
        for position, band in enumerate(zone):
            divided = list(_divided(band.chunks))
            for part in divided:
                text = " ".join(chunk.text for chunk in part)
                if len(text) <= _LONGEST:
                    style = (part[0].style.font, part[0].style.size)
                    yield _Part(
                        index, is_head, " ".join(text.split()), part, part[0].y, style, position, len(divided) == 1
                    )


def _divided(chunks: Sequence[Chunk]) -> Iterable[list[Chunk]]:
    """The chunks of a band from left to right, divided where much white is between them."""
    run: list[Chunk] = []
    end = 0.0
    for chunk in sorted(chunks, key=lambda one: one.x0):
        if run and chunk.x0 - end > _APART * chunk.size:
            yield run
            run = []
        end = max(end, chunk.x1) if run else chunk.x1
        run.append(chunk)
    if run:
        yield run


def _page_numbers(parts: Sequence[_Part], pages: int) -> list[tuple[_Part, str]]:
    """The parts that are page numbers: they are counted up from page to page, in the same place."""
    series: dict[tuple[bool, bool, int], list[tuple[_Part, str]]] = defaultdict(list)
    for part in parts:
        match = _number_alone().fullmatch(part.text)
        if match:
            printed = match["number"]
            value = int(printed) if printed.isdigit() else roman_value(printed)
            if value is not None:
                series[part.is_head, printed.isdigit(), value - part.page].append((part, printed))
    found: list[tuple[_Part, str]] = []
    fewest = _FEWEST if pages > 4 else 2
    taken: set[int] = set()
    for one in sorted(series.values(), key=len, reverse=True):
        in_place = [pair for pair in _at_usual_heights(one) if pair[0].page not in taken]
        if len({part.page for part, _ in in_place}) >= fewest:
            found += in_place
            taken |= {part.page for part, _ in in_place}
    return found


def _at_usual_heights(series: Sequence[tuple[_Part, str]]) -> list[tuple[_Part, str]]:
    """The numbers of one series that are at a height at which others of it are."""
    return [
        (part, number)
        for part, number in series
        if part.position == 0
        or sum(1 for other, _ in series if abs(other.y - part.y) < _HEIGHT) >= min(_FEWEST, len(series))
    ]


def _repeated(parts: Sequence[_Part], pages: int, body_size: float) -> list[_Part]:
    """The parts that pages repeat: the same words at the same height, or titles of sections that change."""
    groups: dict[tuple[bool, str], list[_Part]] = defaultdict(list)
    for part in parts:
        letters = sum(one.isalpha() for one in part.text)
        if _is_note(part):
            continue
        if letters > 2 or (part.is_alone and letters):  # and no bullet, number of an item, or scale of a chart
            groups[part.key].append(part)
    fewest = _FEWEST if pages > 4 else 2
    found: dict[int, _Part] = {}
    for group in groups.values():
        if group[0].style[1] > _LARGE * body_size and len({part.text for part in group}) > len(group) / 2:
            continue  # "Recommendation 1", "Recommendation 2" … at the head of each page
        heights = Counter(round(part.y / _HEIGHT) for part in group)
        for part in group:
            at = round(part.y / _HEIGHT)
            alike = heights[at - 1] + heights[at] + heights[at + 1]
            is_usual = alike >= fewest and (alike >= 0.25 * len(group) or alike >= 6)
            if is_usual or all(chunk.style.is_artifact for chunk in part.chunks):
                found[id(part)] = part
    for part in _changing_titles(parts, groups, pages, body_size):
        found[id(part)] = part
    return list(found.values())


def _is_note(part: _Part) -> bool:
    """Whether a part begins with a raised mark, as notes do, which may say the same on many pages: "⁷ Ibid., p. 12"."""
    if part.text[0] in SUPERSCRIPTS:
        return True
    mark, after = part.chunks[0], part.chunks[min(1, len(part.chunks) - 1)]
    is_raised = mark.size < after.size and mark.y - after.y > 0.12 * after.size
    return is_raised and bool(_MARK.fullmatch(mark.text.strip()))


def _named_after_headings(parts: Sequence[_Part], pages: Sequence[PdfPage], body_size: float) -> list[_Part]:
    """The outermost parts in small type that say what a line in large type does: the title of their section.

    In the size of the text, only those that recur: others may be headings that chance has put at the top of a page.
    """
    titles: set[str] = set()
    for page in pages:
        large = [chunk for chunk in (page.chunks[0] if page.chunks else ()) if chunk.size > _LARGE * body_size]
        titles |= {_letters(" ".join(chunk.text for chunk in band.chunks)) for band in bands_of(large)}
    outermost = [part for part in parts if part.position == 0 and part.style[1] <= body_size]
    recurring = Counter(_letters(part.text) for part in outermost)
    return [
        part
        for part in outermost
        if len(key := _letters(part.text)) > 3
        and key in titles
        and (part.style[1] < _SMALLER * body_size or recurring[key] > 1)
        and not any(_HEADING_TAG.fullmatch(tag) for chunk in part.chunks for tag in chunk.style.around.tags)
    ]


def _letters(text: str) -> str:
    return "".join(one for one in text.lower() if one.isalpha())


def _outermost(found: Sequence[_Part], parts: Sequence[_Part], known: Sequence[_Part]) -> list[_Part]:
    """Those parts that were `found` which have no other text further out on their page."""
    inside = Counter(part.place for part in parts)
    inside.subtract(part.place for part in (*found, *known))
    return [
        part
        for part in found
        if all(inside[part.page, part.is_head, position] <= 0 for position in range(part.position))
    ]


def _changing_titles(
    parts: Sequence[_Part], groups: dict[tuple[bool, str], list[_Part]], pages: int, body_size: float
) -> Iterable[_Part]:
    """The outermost parts of one style at one height on many pages, if most of what they say is on several pages."""
    places: dict[tuple[bool, tuple[str, float], int], list[_Part]] = defaultdict(list)
    for part in parts:
        if part.position == 0:
            places[part.is_head, part.style, round(part.y / _HEIGHT)].append(part)
    for place in places.values():
        repeated = sum(1 for part in place if len(groups[part.key]) > 1)
        if len(place) >= max(4, 0.2 * pages) and repeated >= 0.6 * len(place):
            recurring = Counter(part.text for part in place)
            yield from (part for part in place if recurring[part.text] > 1 or not _is_like_heading(part, body_size))


def _is_like_heading(part: _Part, body_size: float) -> bool:
    """Whether a part is in large type, or has the number of a section in type that is not smaller than the text."""
    size = part.style[1]
    return size > _LARGE * body_size or (size >= _SMALLER * body_size and bool(_SECTION.match(part.text)))
