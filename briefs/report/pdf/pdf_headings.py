"""Which lines of a PDF are headings, of which levels, and by what evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from briefs.report.contents_list import ContentsList, find_contents, title_key
from briefs.report.heading_levels import SeenHeading, heading_levels
from briefs.report.heading_numbers import numbers_in_order
from briefs.report.pdf.pdf_heading_blocks import HeadingBlock, heading_blocks, repeated_lines
from briefs.report.pdf.pdf_heading_sources import ListedTitles, outlined_levels, tagged_levels
from briefs.report.pdf.pdf_items_in_bold import items_in_bold
from briefs.report.pdf.pdf_line_styles import BodyStyle, LineStyle, body_style, line_size
from briefs.report.pdf.pdf_lines import HeadingFound, OutlineEntry, PdfLine
from briefs.text.heading_words.heading_word_files import heading_words

_LEAST = 0.5
"""The least certainty with which a line counts as a heading."""
_SHORT = 25
"""A line with fewer characters may be a label, and is no running text."""
_COVER = 350
"""A first page with fewer characters of running text than this is a cover."""
_LISTED = "in the contents list"
_TOO_MANY_WORDS = 15
_MOST_WORDS = 30
_FEWEST_ALIKE = 3
_FEW = 100
"""A text with fewer lines may be headings for the most part."""
_LEAST_PLAUSIBLE = 0.35
"""The least share of blocks of one look that may be headings, for any to be."""
_MOST_ON_DRAWING, _LEAST_TEXT = 3, 2
"""More headings than so many on one page have so many lines of text each, at least, or the page is a drawing."""
_FAR = 50.0
"""A gap that is wider is the top of a column."""
_NOT_HEADINGS = frozenset(("TD", "TH", "Caption", "LI", "LBody", "Lbl", "TOCI", "TOC", "Note", "Artifact", "Index"))


def find_headings(lines: Sequence[PdfLine], outline: Sequence[OutlineEntry], pages: int) -> list[HeadingFound]:
    """The headings among `lines`, which are in reading order, in a file of so many `pages` with this `outline`.

    Evidence is looked for in this order: tags, bookmarks, looks against the body, numbers, the list of contents. Each
    adds to the certainty of a heading, and corrects its level.
    """
    if not lines:
        return []
    body = body_style(lines)
    contents = find_contents([line.text for line in lines], [line.x0 for line in lines])
    left_out = repeated_lines(lines) | _contents_lines(contents)
    tags = {index: level for index, level in tagged_levels(lines).items() if index not in left_out}
    marks = {index: one for index, one in outlined_levels(lines, outline).items() if index not in left_out}
    listed = ListedTitles(contents)
    named = set(tags) | {index + more for index, (_, count) in marks.items() for more in range(count)}
    named |= {index for index, line in enumerate(lines) if listed and listed.level(line.text)}
    blocks = heading_blocks(lines, body, left_out, named)
    for block, number in zip(blocks, numbers_in_order([block.text for block in blocks]), strict=True):
        block.number = number
        _name_sources(block, tags, marks, listed)
    _list_once(blocks)
    items = items_in_bold(blocks, lines, body)
    blocks = [block for block in blocks if id(block) not in items]
    blocks = _without_announced(blocks, lines)
    blocks = _without_title(blocks, lines, body, pages)
    certain = _certainties(blocks, lines, body, bool(tags), bool(marks))
    kept = [(block, certainty) for block, certainty in zip(blocks, certain, strict=True) if certainty >= _LEAST]
    kept = _without_labels(kept, lines)
    levels = heading_levels([SeenHeading(_rank(block.style), block.number, block.levels) for block, _ in kept])
    return [
        HeadingFound(tuple(block.lines), level, "; ".join(block.evidence), round(certainty, 2))
        for (block, certainty), level in zip(kept, levels, strict=True)
    ]


def _rank(style: LineStyle) -> tuple[float, ...]:
    return (style.size, float(style.is_bold), float(style.is_capitals), -float(style.is_italic))


def _name_sources(
    block: HeadingBlock, tags: dict[int, int], marks: dict[int, tuple[int, int]], listed: ListedTitles
) -> None:
    """Note what tags, bookmarks and the list of contents say of a block."""
    tagged = [tags[index] for index in block.lines if index in tags]
    if len(tagged) * 2 > len(block.lines):
        block.levels["tags"] = tagged[0]
        block.evidence.append(f"tagged H{tagged[0]}")
    marked = [marks[index][0] for index in block.lines if index in marks]
    if marked:
        block.levels["outline"] = marked[0]
        block.evidence.append("bookmark")
    block.evidence.append(block.style.described)
    if block.number:
        block.evidence.append(f"numbered {block.number.printed.rstrip('.:–—- ')}")
    if level := listed.level(block.text):
        block.levels["contents"] = level
        block.evidence.append(_LISTED)


def _contents_lines(contents: ContentsList | None) -> frozenset[int]:
    """The lines of the list of contents, with what stands between its entries and right below them."""
    if not contents:
        return frozenset()
    entries = [index for entry in contents.entries for index in entry.lines]
    return contents.lines | frozenset(range(min(entries), max(entries) + 1))


def _without_announced(blocks: list[HeadingBlock], lines: Sequence[PdfLine]) -> list[HeadingBlock]:
    """The blocks without those under a title such as "Contents" that stand again further on, and without that
    title: they are a list without page numbers."""
    titles = {line.page: index for index, line in enumerate(lines) if heading_words().is_contents_title(line.text)}
    last = {title_key(block.text): block.page for block in blocks}
    announced: set[int] = set()
    for block in blocks:
        title = titles.get(block.page, len(lines))
        if block.lines[0] > title and last[title_key(block.text)] > block.page:
            announced |= {title, block.lines[0]}
    return [block for block in blocks if block.lines[0] not in announced]


def _list_once(blocks: Sequence[HeadingBlock]) -> None:
    """Of blocks with one title, let only those that stand out most be the ones in the list of contents: others repeat
    it, as where a text says what its parts are."""
    best: dict[str, tuple[float, ...]] = {}
    listed = [block for block in blocks if "contents" in block.levels]
    for block in listed:
        key = title_key(block.text)
        best[key] = max(best.get(key, _rank(block.style)), _rank(block.style))
    for block in listed:
        if _rank(block.style) < best[title_key(block.text)]:
            del block.levels["contents"]
            block.evidence.remove(_LISTED)


def _without_title(
    blocks: list[HeadingBlock], lines: Sequence[PdfLine], body: BodyStyle, pages: int
) -> list[HeadingBlock]:
    """The blocks without those of the title page: what precedes the first running text, if it recurs nowhere."""
    running = [
        index
        for index, line in enumerate(lines)
        if line.page == 0 and len(line.text) > _SHORT and 0.85 * body.size < line_size(line) < 1.1 * body.size
    ]
    is_cover = sum(len(lines[index].text) for index in running) < _COVER
    first_text = next((one for one, after in zip(running, running[2:], strict=False) if after == one + 2), len(lines))
    later = Counter(block.style for block in blocks if block.page > 0)
    kept = []
    for block in blocks:
        if block.page == 0 and "tags" not in block.levels and "outline" not in block.levels:
            is_known = block.number is not None or heading_words().is_usual_title(block.text)
            before_text = is_cover or block.lines[0] < first_text
            if before_text and not is_known and (later[block.style] < 2 or is_cover):
                continue
        kept.append(block)
    return kept


def _certainties(
    blocks: Sequence[HeadingBlock], lines: Sequence[PdfLine], body: BodyStyle, has_tags: bool, has_marks: bool
) -> list[float]:
    """How sure it is that each block is a heading."""
    groups: dict[LineStyle, list[HeadingBlock]] = defaultdict(list)
    for block in blocks:
        groups[block.style].append(block)
    repeated = Counter(block.text for block in blocks if block.text[:1].isdigit())
    labels = Counter(block.label for block in blocks if block.label)
    alike = Counter(_look(block) for block in blocks if not block.is_sentence)
    certain = []
    doubtful = {style for style, group in groups.items() if _is_running_text(group, labels, len(lines))}
    named = {style: sum(bool(block.levels) for block in group) / len(group) for style, group in groups.items()}
    for block in blocks:
        inner = {tag for index in block.lines for tag in lines[index].tags}
        if "tags" in block.levels or "outline" in block.levels:
            certain.append(0.97 if len(block.levels) > 1 else 0.93)
        elif (
            repeated[block.text] > _FEWEST_ALIKE
            or _is_ruled_out(block, labels, block.style in doubtful)
            or (inner & _NOT_HEADINGS and not block.levels)
        ):
            certain.append(0.0)
        else:
            sure = _certainty(block, body, alike[_look(block)], labels[block.label] >= _FEWEST_ALIKE)
            if has_tags or has_marks:
                share = named[block.style]
                sure += 0.1 if share >= 0.6 else -0.25 if has_tags and share < 0.2 else 0.0
            certain.append(max(0.0, min(sure, 0.95)))
    return certain


def _look(block: HeadingBlock) -> tuple[LineStyle, str]:
    return block.style, block.number.form if block.number else ""


def _is_running_text(group: Sequence[HeadingBlock], labels: Mapping[str, int], count: int) -> bool:
    """Whether blocks of one style are on the whole sentences, parts of paragraphs, or too many to be headings."""
    plausible = sum(
        labels[block.label] >= _FEWEST_ALIKE
        if block.label
        else len(block.text.split()) <= _TOO_MANY_WORDS and not block.is_sentence and not block.is_run_in
        for block in group
    )
    return plausible < _LEAST_PLAUSIBLE * len(group) or (
        count > _FEW and sum(len(block.lines) for block in group) > 0.25 * count
    )


def _without_labels(
    kept: Sequence[tuple[HeadingBlock, float]], lines: Sequence[PdfLine]
) -> list[tuple[HeadingBlock, float]]:
    """The headings without those on pages that hardly have text under so many, as slides and drawings: there, only the
    largest is one, with those that have numbers or that tags, bookmarks or the list of contents name."""
    pages: dict[int, list[HeadingBlock]] = defaultdict(list)
    for block, _ in kept:
        pages[block.page].append(block)
    headings = {index for block, _ in kept for index in block.lines}
    text = Counter(line.page for index, line in enumerate(lines) if index not in headings and len(line.text) > _SHORT)
    drawn = {
        page: max(block.style.size for block in found)
        for page, found in pages.items()
        if len(found) > _MOST_ON_DRAWING and text[page] < _LEAST_TEXT * len(found)
    }
    return [
        (block, certainty)
        for block, certainty in kept
        if block.page not in drawn
        or block.levels
        or block.number
        or block.label
        or block.style.size >= drawn[block.page]
    ]


def _is_ruled_out(block: HeadingBlock, labels: Mapping[str, int], is_doubtful: bool) -> bool:
    """Whether a block that neither tags nor bookmarks name cannot be a heading, whatever its look."""
    is_listed = "contents" in block.levels
    is_last = not block.has_text_below and block.gap < _FAR
    is_cells = block.is_tabular and not is_listed
    is_long = len(block.text.split()) > _MOST_WORDS and labels[block.label] < _FEWEST_ALIKE
    return block.is_run_in or is_last or is_cells or is_long or block.is_quotation or (is_doubtful and not is_listed)


def _certainty(block: HeadingBlock, body: BodyStyle, alike: int, is_labelled: bool) -> float:
    """How sure it is by looks, words and number that a block is a heading; `alike` is how many look like it."""
    style = block.style
    ratio = style.size / body.beside(style.size)
    has_company = alike >= _FEWEST_ALIKE
    if ratio >= 1.15:
        sure = 0.8
    elif ratio >= 1.06:
        sure = 0.7 if style.is_bold or style.is_capitals or style.is_other_font else 0.6
    elif style.is_bold and not body.is_bold:
        sure = 0.62
    elif style.is_capitals:
        sure = 0.55 if len(block.text.split()) > 1 else 0.44
    elif style.is_other_font or style.is_italic:
        sure = 0.42 if has_company else 0.3
    else:
        sure = 0.3
    if ratio < 1.15:
        sure += -0.3 if not block.is_apart else 0.05 if block.gap >= 1.3 else 0.0
    if (block.is_sentence and not is_labelled) or block.text[:1].islower():
        sure -= 0.3
    if block.number and not block.number.is_bare:
        sure += 0.1
    elif block.is_over_label:
        sure -= 0.25
    if heading_words().is_usual_title(block.text):
        sure += 0.15
    return max(sure + 0.2, 0.75) if "contents" in block.levels else sure
