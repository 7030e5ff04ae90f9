"""Lines of a plain text that may be headings: apart, underlined, numbered, or titles in the list of contents."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from briefs.report.contents_list import ContentsList, full_key, indent_of, title_key
from briefs.report.heading_numbers import HeadingNumber, heading_number
from briefs.report.inference.text_look import TextBlock, TextLook, emphasis
from briefs.report.plain_text.heading_spans import underline
from briefs.text.heading_words.heading_word_files import heading_words

LONG = 110
"""A paragraph of one line has at least so many characters, or else it may be a heading too."""
STOP = re.compile(r"[.!?…:;,。！？：；、，؟][\"'”’»)\]*_]*$")
"""A mark that ends a sentence, or a part of one."""
LIST = re.compile(r"\s*(?:[-–—•*·▪○●◦]|\(?(?:\d{1,3}|[a-z]{1,4})[.)\]])\s")
"""The beginning of a list item."""
_LONGEST, _MOST_LINES = 160, 3
_NO_HEADING = re.compile(
    r"\s*(?:[-–—•*·▪○●◦>|+]\s|[⁰¹²³⁴⁵⁶⁷⁸⁹]|https?://|www\.|\S+@\S+$)|.*\t\S|.*\s\|\s|\s*[\W\d_]+$|\s*(?:\.\.|[.,;:!?)/\\<>=+~^&%$@])"
)
_LISTED_NUMBER = re.compile(r"\d{1,3}[.)\]]\s")
_SHORTEST = 3
_CLEARLY, _NEARLY = 0.7, 0.8
"""A line of wrapped text that is shorter than this part of the width ends something."""


@dataclass(slots=True)
class TextHeading:
    """Lines that may be a heading: their numbers, its words, its look, and what speaks for it."""

    numbers: tuple[int, ...]
    text: str
    block: int
    number: HeadingNumber | None
    line: str
    underlined: str = ""
    emphasized: str = ""
    is_alone: bool = True
    entry: int | None = None
    level: int = 1
    certainty: float = 0.0
    evidence: list[str] = field(default_factory=list)

    @property
    def is_capitals(self) -> bool:
        """Whether it is in capitals, and more than an acronym."""
        letters = [character for character in self.text if character.isalpha()]
        return len(letters) > 4 and self.text.upper() == self.text and self.text.lower() != self.text


def keys_of(contents: ContentsList | None) -> frozenset[str]:
    """The words of the entries of the list of contents, with their numbers and without."""
    titles = [entry.title for entry in contents.entries] if contents else []
    return frozenset(key for title in titles for key in (full_key(title), title_key(title)) if len(key) > _SHORTEST)


def candidates_of(
    lines: Sequence[str], blocks: Sequence[TextBlock], look: TextLook, listed: Collection[str]
) -> list[TextHeading]:
    """Candidates, in order; `listed` are the words of titles in the list of contents (`keys_of`)."""
    found: list[TextHeading] = []
    for at, block in enumerate(blocks):
        if at + 1 == len(blocks) and len(block.numbers) < 2:
            break  # nothing follows
        numbers, underlined = _heading_lines(lines, block, look)
        if numbers and (candidate := _candidate(lines, at, block, numbers, underlined)):
            found.append(candidate)
        if look.is_wrapped and len(block.numbers) > 1:
            inside = _lines_inside(lines, block, look, listed)
            if found and inside and found[-1].numbers[0] == inside[0][0]:
                found.pop()
            found += [one for part in inside if (one := _candidate(lines, at, block, part, ""))]
    return found


def _lines_inside(
    lines: Sequence[str], block: TextBlock, look: TextLook, listed: Collection[str]
) -> list[tuple[int, ...]]:
    """Lines within a block of wrapped text that are titles in the list of contents, or numbered as headings are."""
    found: list[tuple[int, ...]] = []
    numbers = block.numbers
    skip = 0
    for at, number in enumerate(numbers[:-1]):
        text = lines[number - 1].strip()
        if skip:
            skip -= 1
            continue
        before = lines[numbers[at - 1] - 1].strip() if at else ""
        is_open = bool(before) and not STOP.search(before) and len(before) > _NEARLY * look.width
        if is_open or len(text) > 1.2 * look.width:
            continue
        for count in range(1, _MOST_LINES + 1):
            part = numbers[at : at + count]
            if full_key(" ".join(lines[one - 1] for one in part)) in listed:
                found.append(part)
                skip = count - 1
                break
        else:
            own = heading_number(text)
            is_deep = own is not None and len(own.path) > 1 and own.kind == "decimal"
            if is_deep and not STOP.search(text) and len(text) < _NEARLY * look.width:
                found.append((number,))
    return found


def _candidate(
    lines: Sequence[str], at: int, block: TextBlock, numbers: tuple[int, ...], underlined: str
) -> TextHeading | None:
    """The candidate that lines of a block are; None if they cannot be a heading."""
    line = lines[numbers[0] - 1]
    text = " ".join(lines[number - 1].strip() for number in numbers).replace("\f", "")
    if len(text) > _LONGEST or _NO_HEADING.match(line) or heading_words().is_caption(text):
        return None
    number = heading_number(text)
    rest = number.rest if number else text
    begins_small = text.strip("*_\"“'‘«([¿¡ ")[:1].islower()
    if number is None and (begins_small or sum(map(str.isalpha, text)) < 2 or _LISTED_NUMBER.match(text)):
        return None
    if sum(map(str.isdigit, rest)) > 0.4 * len(rest) + 2:
        return None
    is_alone = numbers[0] == block.first and numbers[-1] + bool(underlined) == block.numbers[-1]
    whole = (*numbers, numbers[-1] + 1) if underlined else numbers
    return TextHeading(whole, text, at, number, line, underlined, emphasis(line), is_alone)


def _heading_lines(lines: Sequence[str], block: TextBlock, look: TextLook) -> tuple[tuple[int, ...], str]:
    """The numbers of the first lines of a block that may be a heading, and the character that underlines them."""
    numbers = block.numbers
    if len(numbers) >= 2 and (mark := underline(lines[numbers[1] - 1])):
        is_wide = len(lines[numbers[1] - 1].strip()) >= 0.5 * len(lines[numbers[0] - 1].strip())
        return ((numbers[0],), mark) if is_wide and not underline(lines[numbers[0] - 1]) else ((), "")
    first = lines[numbers[0] - 1]
    if underline(first):
        return (), ""
    if len(numbers) == 1:
        return numbers, ""
    second = lines[numbers[1] - 1]
    number = heading_number(first)
    if look.is_wrapped:
        is_deeper = indent_of(second) > indent_of(first) + 1 and indent_of(first) < look.indent
        if is_deeper and (number is None or indent_of(second) != indent_of(first) + len(number.printed) + 1):
            return (numbers[0],), ""
        is_over = (
            len(numbers) > _MOST_LINES - 1
            and len(first.strip()) < _CLEARLY * look.width
            and len(second.strip()) > _NEARLY * look.width
            and not STOP.search(first.strip())
            and second.strip()[:1].isalpha()
            and not second.strip()[:1].islower()
        )
        if is_over and not LIST.match(first):
            return (numbers[0],), ""
        is_marked = number is not None or first.strip().isupper()
        is_one = len(numbers) <= _MOST_LINES and is_marked and not STOP.search(lines[numbers[-1] - 1].strip())
        return (numbers, "") if is_one else ((), "")
    is_above = len(first) < LONG <= len(second) and not STOP.search(first.strip())
    return ((numbers[0],), "") if is_above else ((), "")
