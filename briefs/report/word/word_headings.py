"""Which paragraphs of a Word file are headings: those with an outline level, or else those that look like one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefs.report.word.word_blocks import FoundHeading, WordParagraph

DEEPEST = 6
"""Reports have six levels of headings; deeper ones count as of the sixth."""
_LONG, _LONGEST = 30, 60
"""Words: a heading that ends like a sentence has fewer than the first, any heading fewer than the second."""
_SHORT = 20
_ENDS = (".", ";", ":", ",", "…", "؛", "،", "。", "；", "：")
_NUMBERED = re.compile(r"(?:(\d{1,2}(?:\.\d{1,2}){0,4})\.?|([IVXLC]{1,7})[.)]|([A-Z])[.)])\s+\S")
_FEWEST = 2
"""With fewer headings by style, a file is taken to have none, and they are guessed."""


def find_headings(paragraphs: Sequence[WordParagraph]) -> None:
    """Note in the `paragraphs` of a body, which stand in no table, which of them are headings.

    What the file says counts. Only if it says nothing are headings guessed, with what speaks for them as evidence.
    """
    shown = [one for one in paragraphs if one.words.strip() and not one.is_contents]
    styled = [one for one in shown if one.level is not None]
    running = _running_styles(styled)
    found = [one for one in styled if one.style_name not in running and not _is_too_long(one)]
    for one in found:
        evidence = f"outline level {one.level}" if one.is_own_level else f"style {_shown_name(one.style_name)}"
        one.heading = FoundHeading(min(one.level or 1, DEEPEST), evidence, 1.0)
    if len(found) < _FEWEST:
        _guess([one for one in shown if one.heading is None])


def _shown_name(name: str) -> str:
    """The name of a style as Word shows it: it writes built-in names in small letters."""
    return name[:1].upper() + name[1:]


def _running_styles(styled: Iterable[WordParagraph]) -> set[str]:
    """Styles with an outline level of which most paragraphs are whole sentences: numbered paragraphs, no headings."""
    by_style: dict[str, list[bool]] = defaultdict(list)
    for one in styled:
        words = one.words.split()
        by_style[one.style_name].append(len(words) > _LONG or (len(words) > 12 and words[-1].endswith(_ENDS)))
    return {name for name, long in by_style.items() if len(long) > 1 and 2 * sum(long) > len(long)}


def _is_too_long(paragraph: WordParagraph) -> bool:
    words = paragraph.words.split()
    return len(words) > _LONGEST or (len(words) > _LONG and words[-1].endswith(_ENDS))


# Guesses


@dataclass(frozen=True, slots=True, order=True)
class _Sort:
    """What headings of one level have in common, the most conspicuous first when sorted."""

    size: int  # negative, in half points
    depth: int  # of its number; 0 if it has none
    is_not_capital: bool
    is_not_bold: bool
    is_not_centred: bool


def _guess(paragraphs: list[WordParagraph]) -> None:
    sizes: Counter[int] = Counter()
    for one in paragraphs:
        for run in one.runs:
            sizes[run.look.size] += len(run.text)
    body = sizes.most_common(1)[0][0] if sizes else 0
    sorts = {id(one): sort for one in paragraphs if (sort := _sort(one, body)) is not None}
    candidates = [one for one in paragraphs if id(one) in sorts]
    if len(candidates) > max(3, len(paragraphs) * 0.45):
        return  # what so many look like says nothing
    for one in _title_block(paragraphs, sorts):
        one.style = "title"
    candidates = [one for one in candidates if one.style != "title"]
    has_depths = all(sorts[id(one)].depth for one in candidates)
    levels = {sort: level for level, sort in enumerate(sorted({sorts[id(one)] for one in candidates}), 1)}
    for one in candidates:
        sort = sorts[id(one)]
        level = sort.depth if has_depths else levels[sort]
        evidence, certainty = _evidence(one, sort, body)
        one.heading = FoundHeading(min(level, DEEPEST), evidence, certainty)


def _sort(paragraph: WordParagraph, body: int) -> _Sort | None:
    """What speaks for a paragraph as a heading; None if nothing does."""
    text = paragraph.words.strip()
    words = text.split()
    runs = [run for run in paragraph.runs if any(map(str.isalnum, run.text))]
    if not runs or len(words) > _SHORT or paragraph.style in ("caption", "quote", "title", "subtitle"):
        return None
    if paragraph.printed is not None and paragraph.printed.is_bullet:
        return None
    number = _NUMBERED.match(f"{paragraph.printed.marker} {text}" if paragraph.printed is not None else text)
    is_bold = all(run.look.is_bold or run.look.is_underlined for run in runs)
    is_capital = text.upper() == text != text.lower() or all(run.look.is_capital for run in runs)
    size = min(run.look.size for run in runs)
    if text.endswith(_ENDS) and not (is_bold and size > body):
        return None
    if not (size > body or is_bold or (is_capital and len(words) > 1)):
        return None
    depth = number[1].count(".") + 1 if number and number[1] else 0
    return _Sort(-max(size, body), depth, not is_capital, not is_bold, not paragraph.is_centred)


def _title_block(paragraphs: list[WordParagraph], sorts: dict[int, _Sort]) -> list[WordParagraph]:
    """The paragraphs before the first text that look like headings but, unlike the last of them, as none after it does:
    the title of the report."""
    front: list[WordParagraph] = []
    for one in paragraphs:
        if id(one) not in sorts:
            break
        front.append(one)
    later = {sorts[id(one)] for one in paragraphs[len(front) :] if id(one) in sorts} | {
        sorts[id(one)] for one in front[-1:]
    }
    return [one for one in front[:-1] if sorts[id(one)] not in later and not sorts[id(one)].depth]


def _evidence(paragraph: WordParagraph, sort: _Sort, body: int) -> tuple[str, float]:
    """In plain words what speaks for a heading, and how sure that makes it."""
    signs = []
    if -sort.size > body:
        signs.append(f"{-sort.size / 2:g} pt, larger than the text")
    if not sort.is_not_bold:
        is_bold = any(run.look.is_bold for run in paragraph.runs)
        signs.append("bold" if is_bold else "underlined")
    if not sort.is_not_capital:
        signs.append("in capitals")
    if not sort.is_not_centred:
        signs.append("centred")
    if sort.depth or _NUMBERED.match(paragraph.words.strip()):
        signs.append("numbered")
    return ", ".join(signs), min(0.4 + 0.15 * len(signs), 0.85)
