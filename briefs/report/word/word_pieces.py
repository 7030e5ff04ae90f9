"""Pieces of a report in Word: its paragraphs, items, rows, notes and pictures, each with the lines that it takes.

A line is a paragraph, a row of a table, a paragraph of a note, or what a picture shows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefs.model.report import MatterRole, Page
from briefs.model.typesetting import plain
from briefs.report.hints import recognized_heading
from briefs.report.pieces import (
    FootnotePiece,
    HeadingPiece,
    ItemPiece,
    MatterPiece,
    ParagraphPiece,
    PicturePiece,
    Piece,
    QuotationPiece,
    RowPiece,
    TableShape,
)
from briefs.report.word.paragraph_text import as_text, languages_of, text_of
from briefs.report.word.word_blocks import Block, WordParagraph, WordRow, WordTable, paragraphs_of
from briefs.report.word.word_lists import ListPlacer, typed_item
from briefs.report.word.word_notes import WordNote, WordNotes
from briefs.report.word.word_tables import cells_of, column_names, flattened, head_rows, is_box
from briefs.text.heading_words.heading_word_files import heading_words

_QUOTES = "\"'“”„«»‹›‘’*… "
_LONGEST_CAPTION = 300
"""Characters of a caption that has no style of its own."""
_FEWEST_REPEATED = 4
"""Words: a shorter text in a box may stand in the body by chance."""
_SPACE = re.compile(r"\s+")
_LATIN = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_RAISED = str.maketrans("1234567890", _LATIN)


@dataclass(slots=True)
class PieceBuilder:
    """Makes pieces of blocks, in reading order. `lines` are numbered from 1; `line_pages` are the indices of the pages
    on which they begin, `line_languages` the languages of their words. `body` is the text that boxes may repeat, in its
    matching form without case."""

    notes: WordNotes
    body: str = ""
    pieces: list[Piece] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    line_pages: list[int] = field(default_factory=list)
    line_languages: list[Counter[str]] = field(default_factory=list)
    _lists: ListPlacer = field(default_factory=ListPlacer)
    _endnotes: list[WordNote] = field(default_factory=list)
    _added: set[int] = field(default_factory=set)
    _boxes: set[str] = field(default_factory=set)
    _tables: int = 0
    _page: int = 0

    def add(self, blocks: Sequence[Block]) -> None:
        """Add the blocks of the body, with their notes; the endnotes come last."""
        self._add(blocks)
        for note in self._endnotes:
            self._add_note(note)
        self._endnotes = []

    def add_running(self, text: str, role: MatterRole) -> None:
        """Add what pages repeat."""
        self.pieces.append(MatterPiece((self._line(text, ()),), text, role))

    def pages(self, labels: Sequence[str]) -> tuple[Page, ...]:
        """The pages on which lines begin, with their `labels`."""
        found: dict[int, int] = {}
        for number, index in enumerate(self.line_pages, 1):
            found.setdefault(index, number)
        return tuple(Page(labels[index], line) for index, line in found.items())

    # Blocks

    def _add(self, blocks: Sequence[Block]) -> None:
        blocks = list(blocks)
        taken: set[int] = set()
        for index, block in enumerate(blocks):
            if index in taken:
                continue
            if isinstance(block, WordTable):
                if is_box(block) and self._repeats(block.rows[0].cells[0].blocks):
                    self._add_pull(block.rows[0].cells[0].blocks)
                elif len(inner := list(flattened([block]))) != 1 or inner[0] is not block:
                    self._add(inner)
                else:
                    self._add_table(block)
                continue
            if block.pictures:
                caption = _caption_near(blocks, index, taken)
                self._add_pictures(block, None if caption is None else blocks[caption])
                taken |= set() if caption is None else {caption}
            elif (pictured := _picture_under(blocks, index)) is not None:
                self._add_pictures(pictured, block)
                taken.add(index + 1)
            else:
                self._add_paragraph(block)
            self._add_boxes(block)

    def _add_paragraph(self, block: WordParagraph) -> None:
        if not block.is_blank:
            self.pieces.append(self._piece(block))
            self._add_notes([block])

    def _piece(self, block: WordParagraph) -> Piece:
        if block.heading is not None or block.is_contents or block.style in ("title", "subtitle"):
            self._lists.end()
            return self._matter(block)
        place = self._lists.item(block)
        if place is not None:
            text = self._text(block)
            line = self._line(f"{place.marker} {text}", [block])
            return ItemPiece((line,), text, place.marker, place.indent, place.list_id, place.depth)
        if block.style == "quote":
            text = self._text(block)
            return QuotationPiece((self._line(text, [block]),), text, "block", "")
        typed = typed_item(block.words)
        if typed is not None:
            _drop(block, typed[0])
            text = self._text(block)
            place = self._lists.typed(typed[0], block.left)
            line = self._line(f"{typed[0]} {text}", [block])
            return ItemPiece((line,), text, typed[0], place.indent, place.list_id, place.depth)
        in_list, depth = self._lists.continued(block)
        text = self._text(block)
        return ParagraphPiece((self._line(text, [block]),), text, in_list, True, depth)

    def _matter(self, block: WordParagraph) -> Piece:
        text = self._text(block, is_plain=True)
        printed = block.printed
        if printed is not None and printed.marker:
            text = f"{printed.marker}{'' if printed.separator == 'nothing' else ' '}{text}"
        lines = (self._line(text, [block]),)
        if block.heading is None:
            return MatterPiece(lines, text, "contents" if block.is_contents else "title")
        found = block.heading
        return HeadingPiece(lines, text, recognized_heading(text, found.level, text), found.evidence, found.certainty)

    def _add_boxes(self, block: WordParagraph) -> None:
        for box in block.boxes:
            if self._repeats(box):
                self._add_pull(box)
            else:
                self._add(list(flattened(box)))

    def _repeats(self, box: Iterable[Block]) -> bool:
        """Whether a box repeats words of the body, or of another box."""
        said = " ".join(text_of(one, {}, is_plain=True) for one in paragraphs_of(box) if not one.is_blank)
        words = plain(said).casefold().strip(_QUOTES)
        if len(words.split()) < _FEWEST_REPEATED:
            return False
        is_known = words in self._boxes
        self._boxes.add(words)
        return is_known or words in self.body

    def _add_pull(self, box: Sequence[Block]) -> None:
        said = [one for one in paragraphs_of(box, with_boxes=True) if not one.is_blank]
        texts = [self._text(one) for one in said]
        lines = tuple(self._line(text, [one]) for text, one in zip(texts, said, strict=True))
        self.pieces.append(QuotationPiece(lines, " ".join(texts), "pull", ""))
        self._add_notes(said)

    # Tables

    def _add_table(self, table: WordTable) -> None:
        rows = [(row, cells_of(row, self.notes.numbers)) for row in table.rows]
        heads = head_rows(table)
        shown = [(row, cells, index < heads) for index, (row, cells) in enumerate(rows) if any(cells)]
        if shown:
            self._lists.end()
            self._tables += 1
            columns = column_names([cells for _, cells, is_head in shown if is_head])
            width = max(len(cells) for _, cells, _ in shown)
            columns = (*columns, *[""] * (width - len(columns))) if columns else ()
            shape = TableShape(self._tables, columns)
            for row, cells, is_head in shown:
                cells += [""] * (width - len(cells))
                line = self._line("\t".join(cells), list(_paragraphs_in(row)))
                self.pieces.append(RowPiece((line,), tuple(cells), shape, is_head))
        for row in table.rows:
            for one in _paragraphs_in(row):
                self._add_notes([one])
                for picture in filter(None, one.pictures):
                    self.pieces.append(PicturePiece((self._line(picture, [one]),), "", picture))
                self._add_boxes(one)

    # Pictures

    def _add_pictures(self, block: WordParagraph, caption: Block | None) -> None:
        """Add the words of a paragraph, if it has any, and its pictures; the first one has the caption."""
        if not block.is_blank:
            self._add_paragraph(block)
        said = [picture for picture in block.pictures if picture]
        words = self._text(caption) if isinstance(caption, WordParagraph) else ""
        if words and isinstance(caption, WordParagraph):
            marker = "" if caption.printed is None else caption.printed.marker
            words = f"{marker} {words}" if marker else words
            lines = [self._line(words, [caption])]
            lines += [self._line(said[0], [block])] if said else []
            self.pieces.append(PicturePiece(tuple(lines), words, said.pop(0) if said else ""))
            self._add_notes([caption])
        for picture in said:
            self.pieces.append(PicturePiece((self._line(picture, [block]),), "", picture))

    # Notes

    def _add_notes(self, paragraphs: Iterable[WordParagraph]) -> None:
        for one in paragraphs:
            for call in one.calls:
                note = self.notes.by_call.get(call)
                if note is None or note.number in self._added:
                    continue
                self._added.add(note.number)
                if note.kind == "footnote":
                    self._add_note(note)
                else:
                    self._endnotes.append(note)

    def _add_note(self, note: WordNote) -> None:
        texts = [_with_marker(one, self._text(one)) for one in note.paragraphs]
        if note.mark:
            texts[0] = texts[0].removeprefix(as_text(note.mark)).lstrip()
        shown = [f"{str(note.number).translate(_RAISED)} {texts[0]}", *texts[1:]]
        lines = tuple(self._line(text, [one]) for text, one in zip(shown, note.paragraphs, strict=True))
        self.pieces.append(FootnotePiece(lines, " ".join(filter(None, texts)), note.number, note.cited_as))

    # Lines

    def _text(self, paragraph: WordParagraph, *, is_plain: bool = False) -> str:
        return text_of(paragraph, self.notes.numbers, is_plain=is_plain)

    def _line(self, text: str, paragraphs: Sequence[WordParagraph]) -> int:
        """Add a line, and return its number. Notes and boxes are on the page of what they hang on."""
        found: Counter[str] = Counter()
        for one in paragraphs:
            found.update(languages_of(one))
        pages = [one.page for one in paragraphs if one.has_words]
        self._page = max(self._page, min(pages, default=0))
        self.lines.append(text)
        self.line_pages.append(self._page)
        self.line_languages.append(found)
        return len(self.lines)


def _paragraphs_in(row: WordRow) -> Iterable[WordParagraph]:
    return (one for cell in row.cells for one in paragraphs_of(cell.blocks))


def _is_caption(block: WordParagraph) -> bool:
    """Whether a paragraph has the style of captions, or begins as one and is not longer."""
    if block.is_blank or block.heading is not None:
        return False
    return block.style == "caption" or (len(block.words) < _LONGEST_CAPTION and heading_words().is_caption(block.words))


def _caption_near(blocks: Sequence[Block], index: int, taken: set[int]) -> int | None:
    """The index of the caption right behind a picture, with at most one empty paragraph in between."""
    for other in (index + 1, index + 2):
        if other < len(blocks) and other not in taken:
            block = blocks[other]
            if isinstance(block, WordTable) or block.pictures:
                return None
            if _is_caption(block):
                return other
            if not block.is_blank:
                return None
    return None


def _picture_under(blocks: Sequence[Block], index: int) -> WordParagraph | None:
    """The picture right under a caption, if no other caption is below it."""
    caption, following = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    if isinstance(caption, WordTable) or not _is_caption(caption):
        return None
    if not isinstance(following, WordParagraph) or not following.pictures or not following.is_blank:
        return None
    return following if _caption_near(blocks, index + 1, set()) is None else None


def _with_marker(paragraph: WordParagraph, text: str) -> str:
    marker = "" if paragraph.printed is None else paragraph.printed.marker
    return f"{marker} {text}" if marker else text


def _drop(paragraph: WordParagraph, marker: str) -> None:
    """Take a typed marker, and the white space around it, away from the words of a paragraph."""
    left = len(marker)
    for run in paragraph.runs:
        if left == len(marker):
            run.text = run.text.lstrip()
        taken = min(left, len(run.text))
        run.text, left = run.text[taken:], left - taken
        if not left:
            break
    for run in paragraph.runs:
        run.text = run.text.lstrip()
        if run.text or run.call:
            break
