"""Which lines of a plain text without markup are headings, of which levels, and by what evidence."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from briefs.report.contents_list import ContentsList, aligned, entry_levels, indent_of
from briefs.report.heading_levels import SeenHeading, heading_levels
from briefs.report.heading_numbers import heading_number
from briefs.report.inference.text_candidates import LIST, LONG, STOP, TextHeading, candidates_of, keys_of
from briefs.report.inference.text_look import TextBlock, TextLook
from briefs.text.heading_words.heading_word_files import heading_words

_LEAST = 0.55
"""The least certainty with which a line counts as a heading."""
_MOST_WORDS, _FEWEST_ALIKE = 16, 3
_HARD_STOP = re.compile(r"[.;,。；，][\"'”’»)\]*_⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_ITEM_FORMS = re.compile(r"\(?[a-z1i]\)|[a-zi]\.?$|\[|[a-z]:")
"""Forms of numbers that lists have, unless a list of contents says otherwise."""
_SENTENCE, _SHORT, _MANY_SHORT = 40, 60, 4
"""The size of a sentence at least, of a short line at most; so many short lines in a row are a table or verses."""
_COVERAGE = 0.5
"""The share of a list of contents that must be found again, if it is to decide on levels."""
_MOSTLY = 0.6
"""The share of paragraphs that end with a stop, if its absence is to mean anything."""
_SAID = 6
"""A numbered line of so many words that ends with a stop is a sentence: a point of a list."""


def infer_headings(
    lines: Sequence[str], blocks: Sequence[TextBlock], look: TextLook, contents: ContentsList | None
) -> list[TextHeading]:
    """The headings in the order of the text, with level, certainty and evidence.

    Evidence is: numbers that go on from one another, the list of contents, lines that underline, capitals, usual
    titles, blank lines around, no stop at the end, and a paragraph below.
    """
    after = max((index + 1 for entry in contents.entries for index in entry.lines), default=0) if contents else 0
    candidates = [one for one in candidates_of(lines, blocks, look, keys_of(contents)) if one.numbers[0] > after]
    entries = contents.entries if contents else ()
    for index, entry in aligned([one.title for one in entries], [one.text for one in candidates]).items():
        candidates[index].entry = entry
    listed = sum(one.entry is not None for one in candidates)
    is_covered = bool(entries) and listed >= _COVERAGE * len(entries)
    _check_numbers(candidates, lines, blocks)
    shorts = _short_runs(lines, blocks)
    marked = {one.block for one in candidates if one.is_alone and _is_marked(one)}
    long = [one for one in blocks if _size(lines, one) > LONG]
    ended = sum(bool(STOP.search(lines[one.numbers[-1] - 1].strip())) for one in long)
    has_stops = ended > _MOSTLY * len(long)
    for candidate in candidates:
        candidate.certainty = max(
            0.0, min(0.98, _certainty(candidate, lines, blocks, look, is_covered, shorts, has_stops, marked))
        )
    kept = [one for one in candidates if one.certainty >= _LEAST]
    levels = entry_levels(entries, 1.0)
    underlines = list(dict.fromkeys(one.underlined for one in kept if one.underlined))
    seen = [
        SeenHeading(_rank(one, look, is_covered, underlines), one.number, _sources(one, levels, is_covered))
        for one in kept
    ]
    for candidate, level in zip(kept, heading_levels(seen), strict=True):
        candidate.level = level
    return _without_title(kept, lines, blocks) if not contents else kept


def _check_numbers(candidates: Sequence[TextHeading], lines: Sequence[str], blocks: Sequence[TextBlock]) -> None:
    """Take away numbers that are those of list items: they begin again, or most lines with them are sentences."""
    forms: dict[str, list[TextHeading]] = defaultdict(list)
    for one in candidates:
        if one.number:
            forms[one.number.form].append(one)
    everywhere: dict[str, int] = defaultdict(int)
    for block in blocks:
        for line in block.numbers:
            if (found := heading_number(lines[line - 1])) and found.form in forms:
                everywhere[found.form] += 1
    has_deeper = any(one.number and len(one.number.path) > 1 and one.number.kind == "decimal" for one in candidates)
    for form, group in forms.items():
        number = group[0].number
        if number is None or number.kind in ("division", "annex", "enumerator"):
            continue
        firsts = [one.number.path[-1] for one in group if one.number and one.number.path]
        restarts = sum(after <= before for before, after in itertools.pairwise(firsts))
        is_deep = len(number.path) > 1
        is_sparse = len(group) < 0.5 * everywhere[form]
        said = sum(bool(_HARD_STOP.search(one.text.rstrip())) and len(one.text.split()) > _SAID for one in group)
        is_broken = not is_deep and (firsts[0] > 1 or (restarts and number.kind == "decimal" and not has_deeper))
        is_item = bool(_ITEM_FORMS.match(form)) or is_sparse or is_broken or (number.is_bare and restarts)
        is_item = is_item or 2 * said >= len(group)
        if is_item or (number.kind == "named" and len(group) < 2) or (len(group) < 2 and not is_deep):
            for one in group:
                if one.entry is None:
                    one.number = None if number.is_bare else one.number
                    one.evidence.append("item") if not number.is_bare else None


def _certainty(
    one: TextHeading,
    lines: Sequence[str],
    blocks: Sequence[TextBlock],
    look: TextLook,
    is_covered: bool,
    shorts: Sequence[int],
    has_stops: bool,
    marked: Collection[int],
) -> float:
    """How sure it is that a candidate is a heading; `marked` are blocks that have a mark of headings."""
    block = blocks[one.block]
    above = blocks[one.block - 1] if one.block else None
    below = blocks[one.block + 1] if one.is_alone and one.block + 1 < len(blocks) else None
    words, text = one.text.split(), one.text.rstrip()
    evidence = []
    sure = 0.3
    if one.entry is not None:
        sure += 0.4
        evidence.append("in the contents list")
    if "item" in one.evidence:
        sure -= 0.5
    elif one.number:
        sure += 0.3 if not one.number.is_bare else 0.2
        evidence.append(f"numbered {one.number.printed.rstrip('.:–—- ')}")
    for has, more, name in (
        (bool(one.underlined), 0.45, "underlined"),
        (one.is_capitals, 0.25, "capitals"),
        (bool(one.emphasized), 0.1, "emphasis"),
        (heading_words().is_usual_title(one.number.rest if one.number else text), 0.3, "usual title"),
        (one.is_alone and (not above or block.above > 0), 0.2, "blank lines around"),
        (look.is_wrapped and indent_of(one.line) < look.indent, 0.15, "not indented"),
        (
            look.is_wrapped and not one.is_alone and not one.underlined and one.numbers[0] == block.first,
            0.25,
            "short line",
        ),
        (block.above > 1 and block.above > block.below, 0.05, "more space above"),
    ):
        if has:
            sure += more
            evidence.append(name)
    one.evidence = evidence
    is_marked = _is_marked(one)
    last = lines[above.numbers[-1] - 1].strip() if above else ""
    is_under = one.block - 1 in marked
    follows_end = above is None or not has_stops or is_under or bool(STOP.search(last) or LIST.match(last))
    if below and (follows_end or look.is_wrapped):
        sure += _worth_below(one, lines, below)
    if above and not follows_end and _size(lines, above) > 2 * LONG and not is_marked:
        sure -= 0.2
    if not is_marked and (shorts[one.block] >= _MANY_SHORT or (below and _begins_small(lines, below))):
        sure -= 0.2
    if _HARD_STOP.search(text) and not (one.number and one.number.kind in ("division", "annex") and len(words) < 8):
        sure -= 0.4 if not (one.number or one.is_capitals) else 0.2
    elif text.endswith((":", "：")):
        sure -= 0.15
    elif text.endswith(("?", "？", "؟")) and not is_marked:
        sure -= 0.1
    if len(words) > _MOST_WORDS:
        sure -= 0.3
    if (
        look.is_wrapped
        and not is_marked
        and (len(one.line.rstrip()) > 0.8 * look.width or indent_of(one.line) > look.indent + 2)
    ):
        sure -= 0.25
    if is_covered and one.entry is None:
        sure -= 0.05
    return sure


def _is_marked(one: TextHeading) -> bool:
    """Whether more than its place says that a line is a heading."""
    return bool(one.number or one.underlined or one.entry is not None or one.is_capitals)


def _worth_below(one: TextHeading, lines: Sequence[str], below: TextBlock) -> float:
    """What the block under a candidate adds: much if it is a paragraph or a list, little if it is short."""
    first = lines[below.first - 1]
    size = _size(lines, below)
    if size > max(LONG, 1.5 * len(one.text)):
        return 0.15
    is_sentence = size > _SENTENCE and bool(STOP.search(lines[below.numbers[-1] - 1].strip()))
    return 0.1 if LIST.match(first) or is_sentence else 0.05


def _begins_small(lines: Sequence[str], block: TextBlock) -> bool:
    return lines[block.first - 1].strip()[:1].islower()


def _short_runs(lines: Sequence[str], blocks: Sequence[TextBlock]) -> list[int]:
    """For each block, how many short ones without a stop at their end follow on each other where it is."""
    shorts = [_size(lines, one) < _SHORT and not STOP.search(lines[one.numbers[-1] - 1].strip()) for one in blocks]
    runs = [0] * len(blocks)
    start = 0
    for at in range(len(blocks) + 1):
        if at == len(blocks) or not shorts[at] or LIST.match(lines[blocks[at].first - 1]):
            runs[start:at] = [at - start] * (at - start)
            start = at + 1
    return runs


def _size(lines: Sequence[str], block: TextBlock) -> int:
    return sum(len(lines[number - 1].strip()) for number in block.numbers)


def _rank(one: TextHeading, look: TextLook, is_covered: bool, underlines: Sequence[str]) -> tuple[float, ...]:
    mark = float(len(underlines) - underlines.index(one.underlined)) if one.underlined else 0.0
    is_usual = "usual title" in one.evidence and not is_covered
    is_marked = one.underlined or one.number or one.entry is not None or one.is_capitals or is_usual
    is_flush = not look.is_wrapped or indent_of(one.line) <= look.indent
    return (mark, float(bool(is_marked)), float(one.is_capitals and not one.underlined), float(is_flush))


def _sources(one: TextHeading, levels: Sequence[int], is_covered: bool) -> dict[str, int]:
    return {"outline": levels[one.entry]} if is_covered and one.entry is not None else {}


def _without_title(found: list[TextHeading], lines: Sequence[str], blocks: Sequence[TextBlock]) -> list[TextHeading]:
    """The headings without those that are the title of the report: what precedes the first paragraph, if it is not
    numbered, no usual title, and of no look that recurs; and always what stands first of all."""
    paragraph = next((at for at, block in enumerate(blocks) if _size(lines, block) > LONG), 0)
    looks = [(one.underlined, one.is_capitals) for one in found]
    counted = Counter(looks)
    kept = []
    for one, look in zip(found, looks, strict=True):
        alike = counted[look]
        is_usual = "usual title" in one.evidence or one.number is not None
        is_first = one.block == 0 and not (one.underlined and alike >= _FEWEST_ALIKE)
        is_early = one.block < paragraph and (one.block + 1 < paragraph or alike < _FEWEST_ALIKE)
        if is_usual or not (is_first or is_early):
            kept.append(one)
    return kept
