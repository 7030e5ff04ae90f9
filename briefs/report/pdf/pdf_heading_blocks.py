"""Lines of a PDF that look like one heading: neighbours in one style that stand out from the body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from briefs.report.heading_numbers import HeadingNumber, heading_number
from briefs.report.pdf.pdf_line_styles import (
    BodyStyle,
    LineStyle,
    begins_run_in,
    is_tabular,
    line_size,
    style_of,
)
from briefs.report.pdf.pdf_lines import PdfLine
from briefs.text.heading_words.heading_word_files import heading_words

MOST_LINES = 5
_LONGEST = 260
_JOINING = 1.5
"""Baselines of one heading are at most so many times its size apart."""
_LARGER = 1.06
_SMALLEST = 0.88
_FEWEST_REPEATS, _AT_EDGE = 3, 3
_LABEL_LENGTH = 16
_SAME_HEIGHT = 4.0
_BULLET = re.compile(r"[•▪◦●○■□▶►➢✓✔·o–—\ue000-\uf8ff-]\s")
_STOP = re.compile(r"[.!?…;,:]['\"”’»)\]]*\d*$")
_SENTENCE = re.compile(r"[^\W\d_]{2,}[.;,]['\"”’»)\]*]*$")
_INNER_STOP = re.compile(r"[^\W\d_]{3,}[.!?] +[^\W\d_]|\b\d{4}[a-z]?[.)] +[^\W\d_]")
"""The end of a sentence within a text, or the year in a reference to a book."""
_MANY_WORDS = 7
_LABEL = re.compile(
    r"(?P<word>\w+) (?:(?:#|№|[Nn]°|[Nn]o\.) ?\d+[:.–—-]?\s|(?:\w{1,12}[-–])?[\dIVX]+(?:\.\d+)*[A-Z]?\s*[:.–—-]\s)"
)
"""What numbers a heading with a word of the report's own: "Measure Flood-3: …", "Policy 2 – …"."""
_QUOTATION = re.compile(r"\*?[\"“«„‘][^\"”»“]+(?:[\"”»“’][.\s*]*)?$")
_ATTRIBUTION = re.compile(r"[-–—―]{1,2}\s*[^\W\d_][^.?!:;]{2,60}$")
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class HeadingBlock:
    """Lines that may be one heading. `gap` is how far it is below the text before it, in lines of the body; infinite at
    the top of a column. `is_apart`: what precedes has ended. `has_text_below`: more stands under it in its column.

    `is_over_label`: the caption of a figure or another label follows, as if this were part of a drawing. `levels` is
    what sources say of its level, `evidence` why it is a heading.
    """

    lines: list[int]
    text: str
    style: LineStyle
    page: int
    number: HeadingNumber | None
    gap: float
    is_apart: bool
    has_text_below: bool
    is_tabular: bool = False
    is_run_in: bool = False
    has_attribution: bool = False
    is_over_label: bool = False
    levels: dict[str, int] = field(default_factory=dict)
    evidence: list[str] = field(default_factory=list)

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence or a part of one does."""
        words = len(self.text.split())
        if words > _MANY_WORDS and (self.text[-1:] == "!" or _INNER_STOP.search(self.text)):
            return True
        return bool(_SENTENCE.search(self.text)) and not (self.number and words < _MANY_WORDS)

    @property
    def label(self) -> str:
        """The word that numbers it with others ("Measure"); empty if there is none."""
        match = _LABEL.match(self.text)
        return match["word"] if match else ""

    @property
    def is_quotation(self) -> bool:
        """Whether all of it is in quotation marks, or somebody is named under it, as with a display quotation."""
        return len(self.text.split()) > 6 and (self.has_attribution or bool(_QUOTATION.match(self.text)))


def stands_out(style: LineStyle, body: BodyStyle) -> bool:
    """Whether a style is larger or heavier than that of the body, or another font, italics or capitals."""
    size = body.beside(style.size)
    if style.size < _SMALLEST * size:
        return False
    if style.size >= _LARGER * size + 0.2:
        return True
    if style.size < 0.97 * size and not style.is_bold:
        return False
    heavier = style.is_bold and not body.is_bold
    return heavier or style.is_capitals or style.is_other_font or style.is_italic


def repeated_lines(lines: Sequence[PdfLine]) -> set[int]:
    """The indices of lines that recur at one height of several pages: running heads, if they are still among them."""
    places: dict[str, list[int]] = defaultdict(list)
    by_page: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        by_page[line.page].append(index)
    edges = {
        at
        for page in by_page.values()
        for ordered in (sorted(page, key=lambda at: lines[at].baseline),)
        for at in (*ordered[:_AT_EDGE], *ordered[-_AT_EDGE:])
    }
    for index in sorted(edges):
        line = lines[index]
        key = _DIGITS.sub("#", "".join(line.text.split()).casefold())
        if len(key) < 120:
            places[key].append(index)
    repeated: set[int] = set()
    for where in places.values():
        if len({lines[index].page for index in where}) < _FEWEST_REPEATS:
            continue
        for index in where:
            level = [at for at in where if abs(lines[at].baseline - lines[index].baseline) < _SAME_HEIGHT]
            if len({lines[at].page for at in level}) >= _FEWEST_REPEATS:
                repeated.update(level)
    return repeated


def heading_blocks(
    lines: Sequence[PdfLine], body: BodyStyle, left_out: Collection[int], named: Collection[int]
) -> list[HeadingBlock]:
    """The blocks of lines that stand out, or that are `named` by the outline, by tags or by the list of contents.

    Lines `left_out` are none: contents, running heads.
    """
    kept = [index for index in range(len(lines)) if index not in left_out and lines[index].text.strip()]
    styles = {index: style_of(lines[index], body) for index in kept}
    blocks: list[HeadingBlock] = []
    last_at = -2
    for at, index in enumerate(kept):
        style, line = styles[index], lines[index]
        is_named = index in named
        if not (stands_out(style, body) or is_named) or _is_item(line.text) or heading_words().is_caption(line.text):
            continue
        if blocks and last_at == at - 1 and _goes_on(lines, styles, body, blocks[-1], index):
            block = blocks[-1]
            block.lines.append(index)
            block.text = f"{block.text} {line.text.strip()}"
            block.is_tabular |= is_tabular(line)
            block.number = block.number or heading_number(block.text)
        else:
            before = kept[at - 1] if at else None
            blocks.append(_begun(lines, body, styles, index, before))
        last_at = at
        after = kept[at + 1] if at + 1 < len(kept) and index + 1 not in left_out else None
        _look_below(lines, body, styles, blocks[-1], after)
    return [block for block in _with_labels(blocks) if _is_possible(block)]


def _begun(
    lines: Sequence[PdfLine], body: BodyStyle, styles: dict[int, LineStyle], index: int, before: int | None
) -> HeadingBlock:
    line = lines[index]
    gap, is_apart = float("inf"), True
    if before is not None and _is_above(lines[before], line):
        above = lines[before]
        gap = (above.baseline - line.baseline) / max(body.leading, 1.0)
        right = max((one.x1 for one in lines[max(0, before - 12) : before + 1] if _is_beside(one, above)), default=0.0)
        is_short = above.x1 < right - 3 * body.size
        is_apart = gap > 1.25 or is_short or bool(_STOP.search(above.text)) or styles[before].size > styles[index].size
    return HeadingBlock(
        [index],
        line.text.strip(),
        styles[index],
        line.page,
        heading_number(line.text),
        gap,
        is_apart,
        False,
        is_tabular(line),
    )


def _look_below(
    lines: Sequence[PdfLine], body: BodyStyle, styles: dict[int, LineStyle], block: HeadingBlock, after: int | None
) -> None:
    """Note whether text follows in the column, and whether the block is the beginning of a paragraph that goes on."""
    last = lines[block.lines[-1]]
    block.has_text_below = after is not None and _is_above(last, lines[after])
    block.is_run_in = False
    text = lines[after].text.strip() if after is not None else ""
    is_label = len(text) < _LABEL_LENGTH and not _is_item(text) and not heading_number(text)
    block.is_over_label = bool(text) and not stands_out(styles[after or 0], body) and is_label
    block.is_over_label |= heading_words().is_caption(text)
    block.has_attribution = after is not None and bool(_ATTRIBUTION.match(lines[after].text))
    if after is None or not block.has_text_below:
        return
    gap = last.baseline - lines[after].baseline
    is_near = gap < 1.12 * body.leading
    same_size = abs(line_size(lines[after]) - block.style.size) < 0.6
    if is_near and same_size and begins_run_in(lines[after]) and not _STOP.search(block.text):
        block.is_run_in = True
    is_full = last.x1 > lines[after].x1 - 2 * body.size and len(last.text) > 40
    if is_near and same_size and lines[after].text[:1].islower() and is_full:
        block.is_run_in = True


def _goes_on(
    lines: Sequence[PdfLine], styles: dict[int, LineStyle], body: BodyStyle, block: HeadingBlock, index: int
) -> bool:
    """Whether a line is the next one of a heading."""
    last, line, style = lines[block.lines[-1]], lines[index], styles[index]
    if len(block.lines) >= MOST_LINES or not _is_above(last, line):
        return False
    gap = last.baseline - line.baseline
    same = abs(style.size - block.style.size) < 0.6 and style.is_bold == block.style.is_bold
    same = same and (style.is_capitals == block.style.is_capitals or _is_short(line.text) or _is_short(last.text))
    spacing = max(_JOINING, 1.06 * body.leading / max(body.size, 1.0))
    if not same or gap > spacing * max(style.size, block.style.size):
        return False
    if last.tags and line.tags and last.tags != line.tags:
        return False
    number = heading_number(line.text)
    return not (number and not number.is_bare and (block.number or number.path[-1:] == (1,)) and number.kind != "named")


def _with_labels(blocks: Sequence[HeadingBlock]) -> list[HeadingBlock]:
    """The blocks, with those that are only a number ("Chapter 3") or only digits joined to the title under them."""
    joined: list[HeadingBlock] = []
    for block in blocks:
        label = joined[-1] if joined else None
        if label and label.page == block.page and block.lines[0] - label.lines[-1] <= 2 and _is_label(label):
            is_larger = block.style.size > 0.7 * label.style.size or label.text.strip(" .").isdigit()
            if is_larger and (block.number is None or block.number.is_bare):
                text = f"{label.text} {block.text}"
                label.lines += block.lines
                label.text, label.number, label.has_text_below = text, heading_number(text), block.has_text_below
                label.style = max(
                    label.style, block.style, key=lambda style: len(block.text) if style is block.style else 0
                )
                continue
        joined.append(block)
    return joined


def _is_label(block: HeadingBlock) -> bool:
    bare = block.text.strip(" .:")
    return (bare.isdigit() and len(bare) <= 2) or (
        block.number is not None and not block.number.rest and block.number.kind in ("division", "annex", "roman")
    )


def _is_possible(block: HeadingBlock) -> bool:
    letters = sum(map(str.isalpha, block.text))
    is_caption = heading_words().is_caption(block.text)
    return (
        letters > 1
        and len(block.text) <= _LONGEST
        and not is_caption
        and letters > 0.4 * len(block.text.replace(" ", ""))
    )


def _is_item(text: str) -> bool:
    return bool(_BULLET.match(text.lstrip()))


def _is_short(text: str) -> bool:
    return sum(map(str.isalpha, text)) < 4


def _is_above(above: PdfLine, line: PdfLine) -> bool:
    is_beside = above.column == line.column or (above.x0 < line.x1 and line.x0 < above.x1)
    return above.page == line.page and is_beside and above.baseline > line.baseline + 1.0


def _is_beside(one: PdfLine, other: PdfLine) -> bool:
    return (one.page, one.column) == (other.page, other.column) and one.x0 < other.x1 and other.x0 < one.x1
