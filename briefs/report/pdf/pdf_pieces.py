"""From the layout of a PDF to the pieces of a report, in reading order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefs.model.report import MatterRole, QuotationRole
from briefs.report.hints import recognized_heading
from briefs.report.pdf.pdf_front_matter import contents_lines, title_lines
from briefs.report.pdf.pdf_headings import find_headings
from briefs.report.pdf.pdf_joining import join_split
from briefs.report.pdf.pdf_layout import Layout
from briefs.report.pdf.pdf_lines import HeadingFound, OutlineEntry
from briefs.report.pdf.pdf_lists import ListPlace, list_places
from briefs.report.pdf.pdf_notes import Note, Notes, find_notes, note_list, parts_of_pages
from briefs.report.pdf.pdf_paragraphs import Block, Measures, measure, paragraphs_of
from briefs.report.pdf.pdf_quotations import attribution_of, is_block_quotation, pull_quotes
from briefs.report.pdf.pdf_tables import table_pieces
from briefs.report.pdf.pdf_text import WordsOfReport, paragraph_text
from briefs.report.pieces import (
    FootnotePiece,
    HeadingPiece,
    ItemPiece,
    MatterPiece,
    ParagraphPiece,
    PicturePiece,
    Piece,
    QuotationPiece,
)
from briefs.text.heading_words.heading_word_files import heading_words


@dataclass(slots=True)
class _Making:
    """What all pieces are made with."""

    layout: Layout
    notes: Notes
    words: WordsOfReport
    labels: Mapping[int, str]

    def text(self, indices: Sequence[int], skip: int = 0) -> str:
        """The text of lines as one."""
        return paragraph_text(
            [self.layout.lines[index].line for index in indices], self.words, self.notes.number_of, skip
        )


def pieces_of(layout: Layout, outline: Sequence[OutlineEntry], labels: Sequence[str]) -> list[Piece]:
    """The pieces of a report. Each of its lines is in exactly one; `labels` are those of its pages."""
    lines = layout.lines
    in_tables = {index for table in layout.tables for row in table for index in row.lines}
    taken = set(layout.roles) | in_tables | set(layout.alternatives)
    contents = contents_lines(layout, taken)
    notes = find_notes(layout, taken | contents)
    in_notes = {index for note in notes.notes for index in note.lines}
    headings = _headings(layout, outline, taken | in_notes, contents)
    in_headings = {index for heading in headings for index in heading.lines}
    title = title_lines(layout, taken | in_notes | contents, in_headings)
    headings = [heading for heading in headings if not title.intersection(heading.lines)]
    in_headings -= title
    rest = [index for index in range(len(lines)) if index not in taken | in_notes | contents | in_headings | title]
    usual = measure(lines, rest)
    others = set(range(len(lines))) - set(rest)
    blocks, lefts = _blocks(layout, others, usual)
    blocks, lefts = _with_barriers(
        blocks, lefts, [*(heading.lines[0] for heading in headings), *(table[0].lines[0] for table in layout.tables)]
    )
    kept = join_split(blocks, lines, usual)
    by_block = {id(block): left for block, left in zip(blocks, lefts, strict=True) if block is not None}
    note_list(layout, kept, notes, _titled_notes(headings, layout))
    in_notes = {index for note in notes.notes for index in note.lines}
    kept = [block for block in kept if block is None or block.lines[0] not in in_notes]
    making = _Making(layout, notes, WordsOfReport(line.line.text for line in lines), dict(enumerate(labels)))
    places = list_places(kept, [by_block.get(id(block), 0.0) for block in kept])
    pieces: list[Piece] = [_heading(heading, making) for heading in headings]
    pieces += _body(kept, places, making)
    pieces += table_pieces(layout, making.words)
    pieces += [_note(note, making) for note in notes.notes]
    pieces += _matter(contents, "contents", making)
    pieces += _title(layout, title, making)
    pieces = _with_alternatives(pieces, layout)
    pieces.sort(key=lambda piece: piece.lines[0])
    return [*pieces, *_furniture(layout)]


def _headings(
    layout: Layout, outline: Sequence[OutlineEntry], taken: set[int], contents: set[int]
) -> list[HeadingFound]:
    """The headings, with the indices of their lines among all lines."""
    indices = [index for index in range(len(layout.lines)) if index not in taken and not layout.lines[index].is_turned]
    found = find_headings([layout.lines[index].line for index in indices], outline, len(layout.starts))
    headings: list[HeadingFound] = []
    used: set[int] = set()
    for one in found:
        lines = [indices[index] for index in one.lines]
        if not lines or contents.intersection(lines) or used.intersection(lines):
            continue
        used.update(lines)
        headings.append(HeadingFound(lines, one.level, one.evidence, one.certainty))
    return headings


def _blocks(layout: Layout, others: set[int], usual: Measures) -> tuple[list[Block | None], list[float]]:
    """The paragraphs and items among the lines, in order, each with the left edge of the text around it."""
    blocks: list[Block | None] = []
    lefts: list[float] = []
    for start, end in parts_of_pages(layout, others, with_turned=True):
        indices = range(start, end)
        found = paragraphs_of(layout.lines, indices, usual)
        left = min(layout.lines[index].line.x0 for index in indices)
        blocks += found
        lefts += [left] * len(found)
    return blocks, lefts


def _with_barriers(
    blocks: Sequence[Block | None], lefts: Sequence[float], at: Sequence[int]
) -> tuple[list[Block | None], list[float]]:
    """The blocks, with None where a heading or a table is, over which no text goes on."""
    entries: list[tuple[int, Block | None, float]] = [
        (block.lines[0], block, left) for block, left in zip(blocks, lefts, strict=True) if block is not None
    ]
    entries += [(index, None, 0.0) for index in at]
    entries.sort(key=lambda one: one[0])
    return [one[1] for one in entries], [one[2] for one in entries]


def _titled_notes(headings: Sequence[HeadingFound], layout: Layout) -> list[range]:
    """The lines under headings such as "Notes"."""
    starts = [*(heading.lines[0] for heading in headings), len(layout.lines)]
    return [
        range(heading.lines[-1], end)
        for heading, end in zip(headings, starts[1:], strict=True)
        if heading_words().is_notes_title(" ".join(layout.lines[index].line.text for index in heading.lines))
    ]


def _numbers(indices: Sequence[int]) -> tuple[int, ...]:
    return tuple(index + 1 for index in indices)


def _heading(heading: HeadingFound, making: _Making) -> HeadingPiece:
    text = making.text(list(heading.lines))
    hint = recognized_heading(text.replace("*", "") or "?", max(1, min(6, heading.level)), "?")
    return HeadingPiece(_numbers(heading.lines), text, hint, heading.evidence, heading.certainty)


def _body(blocks: Sequence[Block | None], places: Mapping[int, ListPlace], making: _Making) -> list[Piece]:
    pulls = pull_quotes([block for block in blocks if block is not None], making.layout)
    pieces: list[Piece] = []
    attributed = False
    for index, block in enumerate(blocks):
        if block is None or attributed:
            attributed = False
            continue
        numbers = _numbers(block.lines)
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        is_alone = (
            index + 2 >= len(blocks)
            or (two := blocks[index + 2]) is None
            or two.marker[:1] != (after.marker[:1] if after else "")
        )
        if is_alone and after is not None and (name := attribution_of(block, after, making.layout)):
            is_before_heading = index + 2 < len(blocks) and blocks[index + 2] is None
            role: QuotationRole = "pull" if id(block) in pulls else ("epigraph" if is_before_heading else "block")
            text = making.text(block.lines)
            pieces.append(QuotationPiece((*numbers, *_numbers(after.lines)), text, role, name))
            attributed = True
            continue
        if block.marker:
            place = places[index]
            text = making.text(block.lines, len("".join(block.marker.split())))
            pieces.append(ItemPiece(numbers, text, block.marker, 2 * place.depth, place.list_id, place.depth))
            continue
        text = making.text(block.lines)
        if _is_caption(block, text, making.layout):
            pieces.append(PicturePiece(numbers, text))
        elif id(block) in pulls:
            pieces.append(QuotationPiece(numbers, text, "pull", ""))
        elif is_block_quotation(block, making.layout):
            pieces.append(QuotationPiece(numbers, text, "block", ""))
        else:
            in_list = places[index].list_id if index in places else ""
            pieces.append(ParagraphPiece(numbers, text, in_list, is_whole=True))
    return pieces


def _with_alternatives(pieces: list[Piece], layout: Layout) -> list[Piece]:
    """The pieces, with what pictures show: in the captions of their pages, one after the other, then by itself."""
    waiting = dict(layout.alternatives)
    changed: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, PicturePiece):
            page = layout.lines[piece.lines[0] - 1].line.page
            index = next((one for one in waiting if layout.lines[one].line.page == page), None)
            if index is not None:
                piece = PicturePiece((*piece.lines, index + 1), piece.text, waiting.pop(index))
        changed.append(piece)
    return [*changed, *(PicturePiece((index + 1,), "", text) for index, text in waiting.items())]


def _is_caption(block: Block, text: str, layout: Layout) -> bool:
    """Whether a paragraph is the caption of a figure: "Figure 3: …", or in another type than the text. Those of tables
    are paragraphs."""
    plain = text.replace("*", "")
    words = heading_words()
    if len(plain) > 400 or not words.is_caption(plain) or words.is_table_caption(plain):
        return False
    number = plain.split(maxsplit=2)
    line = layout.lines[block.lines[0]]
    is_set_off = abs(line.size - layout.body_size) > 0.4 or line.line.runs[0].is_bold or line.line.runs[0].is_italic
    return is_set_off or number[1].endswith((".", ":", ")")) or len(number) < 3 or number[2][:1] in "–—-|:"


def _note(note: Note, making: _Making) -> FootnotePiece:
    cited_as = f"fn {note.key}"
    if not note.runs_on:
        cited_as += f", p. {making.labels.get(note.page, note.page + 1)}"
    elif note.mark.isdecimal():
        cited_as = ""
    return FootnotePiece(_numbers(note.lines), making.text(note.lines, note.length), note.number, cited_as)


def _matter(indices: set[int], role: MatterRole, making: _Making) -> list[Piece]:
    return [MatterPiece((index + 1,), making.layout.lines[index].line.text, role) for index in sorted(indices)]


def _title(layout: Layout, indices: set[int], making: _Making) -> list[Piece]:
    """The parts of the title page, each of lines of one size that follow each other closely."""
    pieces: list[Piece] = []
    group: list[int] = []
    for index in sorted(indices):
        if group and not _is_one(layout, group[-1], index):
            pieces.append(MatterPiece(_numbers(group), making.text(group), "title"))
            group = []
        group.append(index)
    if group:
        pieces.append(MatterPiece(_numbers(group), making.text(group), "title"))
    return pieces


def _is_one(layout: Layout, before: int, index: int) -> bool:
    one, other = layout.lines[before], layout.lines[index]
    lead = one.line.baseline - other.line.baseline
    return index == before + 1 and abs(one.size - other.size) < 0.3 and 0 < lead < 1.5 * other.size


def _furniture(layout: Layout) -> list[Piece]:
    """One piece for each running head, whatever number is in it, and one for all page numbers."""
    groups: dict[tuple[str, str], list[int]] = {}
    for index, role in layout.roles.items():
        text = layout.lines[index].line.text
        key = "" if role == "page number" else "".join(one for one in text if not one.isdigit())
        groups.setdefault((role, key), []).append(index)
    pieces: list[Piece] = []
    for (role, _), indices in groups.items():
        texts = dict.fromkeys(layout.lines[index].line.text for index in indices)
        kind: MatterRole = "page number" if role == "page number" else "running head"
        text = " · ".join(texts) if kind == "page number" else next(iter(texts))
        pieces.append(MatterPiece(_numbers(indices), text, kind))
    return sorted(pieces, key=lambda piece: piece.lines[0])
