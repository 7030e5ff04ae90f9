"""Which paragraphs of a Word file are headings: those with an outline level, or else those that look like one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from briefs.report.heading_levels import SeenHeading, heading_levels
from briefs.report.heading_numbers import heading_number, numbers_in_order
from briefs.report.word.word_blocks import FoundHeading, WordParagraph
from briefs.text.heading_words.heading_word_files import heading_words

Look: TypeAlias = tuple[int, bool, bool, bool]
"""How a heading looks, the most conspicuous last when sorted: its size in half points, whether it is in capitals, in
bold type, centred."""
DEEPEST = 6
"""Reports have six levels of headings; deeper ones count as of the sixth."""
_SENTENCE = 25
"""Words: a longer paragraph is text, and no line of a cover."""
_LONG, _LONGEST = 30, 60
"""Words: a heading that ends like a sentence has fewer than the first, any heading fewer than the second."""
_SHORT, _SHORTER = 20, 12
"""Words: a heading that is guessed has at most the first; where others have a style, at most the second."""
_ENDS = (".", ";", ":", ",", "…", "؛", "،", "。", "；", "：")
_FEWEST_REPEATED = 3
"""Headings in a row that a contents list repeats."""
_MOST = 0.45
"""The share of paragraphs that headings can be."""
_FEWEST = 2
"""With fewer headings by style, a file is taken to have none, and they are guessed."""


def find_headings(paragraphs: Sequence[WordParagraph]) -> None:
    """Note in the `paragraphs` of a body, which stand in no table, which of them are headings.

    What the file says counts. If it says nothing, headings are guessed, with what speaks for them as evidence; where it
    says something, only those are added that nobody can take for text.
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
    else:
        _add_conspicuous(shown, found)


def _shown_name(name: str) -> str:
    """The name of a style as Word shows it: it writes built-in names in small letters."""
    return name[:1].upper() + name[1:]


def _running_styles(styled: Iterable[WordParagraph]) -> set[str]:
    """Styles with an outline level of which most paragraphs are sentences or parts of one: numbered paragraphs and
    clauses, no headings."""
    by_style: dict[str, list[bool]] = defaultdict(list)
    for one in styled:
        words = one.words.split()
        is_sentence = len(words) > _LONG or (len(words) > 12 and words[-1].endswith(_ENDS))
        by_style[one.style_name].append(is_sentence or (len(words) > 1 and words[0][0].islower()))
    return {name for name, long in by_style.items() if len(long) > 1 and 2 * sum(long) > len(long)}


def _is_too_long(paragraph: WordParagraph) -> bool:
    words = paragraph.words.split()
    return len(words) > _LONGEST or (len(words) > _LONG and words[-1].endswith(_ENDS))


# Guesses


def _guess(paragraphs: list[WordParagraph]) -> None:
    body = _body_size(paragraphs)
    looks = _without_items(
        paragraphs, {id(one): look for one in paragraphs if (look := _candidate_look(one, body)) is not None}
    )
    candidates = _without_contents([one for one in paragraphs if id(one) in looks])
    if len(candidates) > max(3, len(paragraphs) * _MOST):
        return  # what so many look like says nothing
    others = [one for one in paragraphs if not one.is_contents]
    for one in _title_block(others, looks) or _cover_lines(others, looks):
        one.style = "title"
    candidates = [one for one in candidates if one.style != "title"]
    _note_levels(candidates, looks, body)


def _cover_lines(paragraphs: list[WordParagraph], looks: dict[int, Look]) -> list[WordParagraph]:
    """What looks like a heading, but stands before the first of the most conspicuous ones, and before any text."""
    highest = max((looks[id(one)] for one in paragraphs if id(one) in looks), default=None)
    found = []
    for one in paragraphs:
        if len(one.words.split()) > _SENTENCE or looks.get(id(one)) == highest:
            break
        if id(one) in looks:
            found.append(one)
    return found


def _without_contents(candidates: list[WordParagraph]) -> list[WordParagraph]:
    """The candidates without those of a contents list, which name several later ones in a row; they are marked."""
    texts = [" ".join(_numbered_text(one).split()).casefold() for one in candidates]
    last = {text: index for index, text in enumerate(texts)}
    kept: list[WordParagraph] = []
    first = 0
    while first < len(candidates):
        end = first
        while end < len(candidates) and last[texts[end]] > end:
            end += 1
        if len(set(texts[first:end])) >= _FEWEST_REPEATED:
            before = [one for one in kept[-1:] if heading_words().is_contents_title(one.words)]
            for one in (*before, *candidates[first:end]):
                one.is_contents = True
            del kept[len(kept) - len(before) :]
        else:
            end = first + 1
            kept.append(candidates[first])
        first = end
    return kept


def _add_conspicuous(paragraphs: list[WordParagraph], found: list[WordParagraph]) -> None:
    """Add headings that somebody has set by hand, although others have a style: short lines in bold type that also are
    larger than the text, numbered, in capitals, or centred as headings that were `found`."""
    body = _body_size(paragraphs)
    known = {look for one in found if (look := _look(one, body)) is not None}
    looks: dict[int, Look] = {}
    for one in _before(paragraphs, found[0]):
        if one.level is None and _candidate_look(one, body) is not None:
            one.style = "title"
    for one in paragraphs:
        look = None if one.heading else _candidate_look(one, body)
        if look is None or not look[2] or len(one.words.split()) > _SHORTER:
            continue
        if look[0] > body or look[1] or heading_number(_numbered_text(one)) or (look in known and look[3]):
            looks[id(one)] = look
    looks = _without_items(paragraphs, looks)
    _note_levels([one for one in paragraphs if one.heading is not None or id(one) in looks], looks, body)


def _before(paragraphs: list[WordParagraph], heading: WordParagraph) -> list[WordParagraph]:
    """The paragraphs before the first heading, if they are lines of a cover: none is longer than a line."""
    front = paragraphs[: next(index for index, one in enumerate(paragraphs) if one is heading)]
    return [] if any(len(one.words.split()) > _SENTENCE for one in front) else front


def _without_items(paragraphs: Sequence[WordParagraph], looks: dict[int, Look]) -> dict[int, Look]:
    """The `looks` of candidates without those of items in lists of which most items do not look like headings."""
    lists: dict[tuple[str, int], list[bool]] = defaultdict(list)
    for one in paragraphs:
        if one.printed is not None:
            lists[one.list_number, one.list_level].append(id(one) in looks or one.heading is not None)
    running = {name for name, items in lists.items() if 2 * sum(items) < len(items)}
    items = {id(one) for one in paragraphs if one.printed and (one.list_number, one.list_level) in running}
    return {name: look for name, look in looks.items() if name not in items}


def _note_levels(headings: list[WordParagraph], looks: dict[int, Look], body: int) -> None:
    """Give levels to those of the `headings` in a file, in their order, that have none yet: by their `looks`, by how
    they are numbered, and by the levels of those that have some."""
    numbers = numbers_in_order([_numbered_text(one) for one in headings])
    seen = []
    for one, number in zip(headings, numbers, strict=True):
        known = {} if one.heading is None else {"outline": one.heading.level}
        seen.append(SeenHeading(looks.get(id(one)) or _look(one, body) or (body, False, False, False), number, known))
    for one, level in zip(headings, heading_levels(seen), strict=True):
        if one.heading is None:
            evidence, certainty = _evidence(one, looks[id(one)], body)
            one.heading = FoundHeading(min(level, DEEPEST), evidence, certainty)


def _body_size(paragraphs: Iterable[WordParagraph]) -> int:
    """The size of most of the text, in half points."""
    sizes: Counter[int] = Counter()
    for one in paragraphs:
        for run in one.runs:
            sizes[run.look.size] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _look(paragraph: WordParagraph, body: int) -> Look | None:
    """How a paragraph looks; None if it is neither larger than the text of size `body`, nor bold, nor in capitals."""
    text = paragraph.words.strip()
    runs = [run for run in paragraph.runs if any(map(str.isalnum, run.text))]
    if not runs:
        return None
    size = max(min(run.look.size for run in runs), body)
    is_bold = all(run.look.is_bold or run.look.is_underlined for run in runs)
    is_capital = text.upper() == text != text.lower() or all(run.look.is_capital for run in runs)
    is_set_apart = size > body or is_bold or (is_capital and len(text.split()) > 1)
    return (size, is_capital, is_bold, paragraph.is_centred) if is_set_apart else None


def _candidate_look(paragraph: WordParagraph, body: int) -> Look | None:
    """How a paragraph looks that may be a heading; None if it cannot be one."""
    if len(paragraph.words.split()) > _SHORT or paragraph.style in ("caption", "quote", "title", "subtitle"):
        return None
    if paragraph.is_own_level:
        return None  # it says itself that it is text
    if paragraph.printed is not None and paragraph.printed.is_bullet:
        return None
    look = _look(paragraph, body)
    is_sentence = paragraph.words.rstrip().endswith(_ENDS)
    return None if look is None or (is_sentence and not (look[2] and look[0] > body)) else look


def _numbered_text(paragraph: WordParagraph) -> str:
    """The words of a paragraph with the number that Word prints before them."""
    text = paragraph.words.strip()
    return text if paragraph.printed is None else f"{paragraph.printed.marker} {text}"


def _title_block(paragraphs: list[WordParagraph], looks: dict[int, Look]) -> list[WordParagraph]:
    """The paragraphs before the first text that look like headings but, unlike the last of them, as none after it does:
    the title of the report."""
    front: list[WordParagraph] = []
    for one in paragraphs:
        if id(one) not in looks:
            break
        front.append(one)
    later = {looks[id(one)] for one in paragraphs[max(len(front) - 1, 0) :] if id(one) in looks}
    return [one for one in front[:-1] if looks[id(one)] not in later and not heading_number(_numbered_text(one))]


def _evidence(paragraph: WordParagraph, look: Look, body: int) -> tuple[str, float]:
    """In plain words what speaks for a heading, and how sure that makes it."""
    signs = []
    if look[0] > body:
        signs.append(f"{look[0] / 2:g} pt, larger than the text")
    if look[2]:
        signs.append("bold" if any(run.look.is_bold for run in paragraph.runs) else "underlined")
    if look[1]:
        signs.append("in capitals")
    if look[3]:
        signs.append("centred")
    if heading_number(_numbered_text(paragraph)):
        signs.append("numbered")
    return ", ".join(signs), min(0.4 + 0.15 * len(signs), 0.85)
