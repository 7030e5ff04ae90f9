"""From the blocks of a Markdown text to the pieces of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from briefs.model.report import LeftAside
from briefs.report.attributions import is_attribution, without_dash
from briefs.report.hints import recognized_heading
from briefs.report.markdown.html_blocks import read_html_block
from briefs.report.markdown.inline_texts import InlineText, inline_text, with_attribution
from briefs.report.markdown.note_numbers import NoteNumbers, note_numbers
from briefs.report.markdown.note_syntax import NOTE_CLOSE, NOTE_OPEN
from briefs.report.markdown.open_lists import OpenLists
from briefs.report.pieces import (
    FootnotePiece,
    HeadingPiece,
    MatterPiece,
    ParagraphPiece,
    PicturePiece,
    Piece,
    QuotationPiece,
    RowPiece,
    TableShape,
)
from briefs.report.running_text import RunningText, single_spaced

NO_LABEL = "?"
"""The label of a heading as long as it has none."""
_ATTRIBUTES = re.compile(r"[ \t]*\{[^{}]*[#.=][^{}]*\}$")
_LIST_TOKENS = frozenset(
    f"{name}_{end}" for name in ("bullet_list", "ordered_list", "list_item") for end in ("open", "close")
)
_LONGEST_CAPTION = 400
"""The most characters of a text below a picture that is its caption."""


@dataclass(slots=True)
class BlockPieces:
    """The pieces of a text, in order, and what it has besides. `doubled` are the lines of notes with labels that others
    have already, and these labels."""

    pieces: list[Piece] = field(default_factory=list)
    aside: list[LeftAside] = field(default_factory=list)
    doubled: list[tuple[int, str]] = field(default_factory=list)


def block_pieces(tokens: Sequence[Token], lines: Sequence[str]) -> BlockPieces:
    """The pieces that `tokens` make of the `lines` of their text; some lines belong to none of them."""
    walk = _Walk(lines, note_numbers(tokens))
    walk.read(tokens)
    return walk.made


@dataclass(slots=True)
class _Note:
    """A note that is being read: its number, its lines, and its texts so far."""

    number: int
    lines: tuple[int, ...]
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """Where in a text its reader is. `quoted` has, for each open quotation, how many pieces there were when it began,
    and how deep it lies."""

    lines: Sequence[str]
    numbers: NoteNumbers
    made: BlockPieces = field(default_factory=BlockPieces)
    lists: OpenLists = field(default_factory=OpenLists)
    quoted: list[tuple[int, int]] = field(default_factory=list)
    note: _Note | None = None
    heading: Token | None = None
    row: list[str] | None = None
    rows: list[RowPiece] = field(default_factory=list)
    is_head: bool = False
    tables: int = 0
    seen: set[str] = field(default_factory=set)

    def read(self, tokens: Sequence[Token]) -> None:
        """Make pieces of `tokens`."""
        for token in tokens:
            match token.type:
                case "inline":
                    self._inline(token)
                case "heading_open" | "heading_close":
                    self.heading = token if token.nesting > 0 else None
                case _ if self.note and token.type in _LIST_TOKENS:
                    if token.type == "list_item_open" and token.info:
                        self.note.texts.append(f"{token.info}{token.markup}")
                case "bullet_list_open" | "ordered_list_open":
                    self.made.pieces += self.lists.open(token, len(self.made.pieces))
                case "bullet_list_close" | "ordered_list_close":
                    self.lists.close(self.made.pieces)
                case "list_item_open":
                    self.lists.open_item(token, self._indent(token))
                case "list_item_close":
                    self.made.pieces += self.lists.close_item()
                case "blockquote_open":
                    self.quoted.append((len(self.made.pieces), token.level))
                case "blockquote_close":
                    self.quoted.pop()
                case "table_open" | "thead_open" | "thead_close" | "tr_open" | "tr_close" | "table_close":
                    self._table(token)
                case "code_block" | "fence":
                    self._text(single_spaced(_plain(token.content)), self._numbers(token))
                case "hr":
                    self.made.pieces.append(MatterPiece(self._numbers(token), self._as_written(token), "markup"))
                case "html_block" | "html_table":
                    self._html(token)
                case _ if token.type == NOTE_OPEN:
                    self._open_note(token)
                case _ if token.type == NOTE_CLOSE and self.note:
                    text = " ".join(filter(None, self.note.texts))
                    self.made.pieces.append(FootnotePiece(self.note.lines, text, self.note.number))
                    self.note = None
                case _:
                    pass  # the ends of paragraphs and cells, which say nothing

    def _numbers(self, token: Token) -> tuple[int, ...]:
        """The numbers, from 1, of the lines that a token has, without blank ones."""
        start, end = token.map or (0, 0)
        return tuple(number for number in range(start + 1, end + 1) if self.lines[number - 1].strip())

    def _as_written(self, token: Token) -> str:
        return "\n".join(self.lines[number - 1].strip() for number in self._numbers(token))

    def _indent(self, token: Token) -> int:
        line = self.lines[(token.map or [0])[0]].expandtabs(4)
        return len(line) - len(line.lstrip())

    def _inline(self, token: Token) -> None:
        found = inline_text(token, self.numbers)
        lines = self._numbers(token)
        self.made.aside += found.aside
        is_picture = False
        if self.row is not None:
            self.row.append(found.text or _described(found))
        elif self.heading is not None and not (self.lists or self.quoted or self.note):
            self._heading(found, self.heading)
        elif lines:
            is_picture = self._paragraph(found, lines)
        for number, text in found.notes:
            self.made.pieces.append(FootnotePiece(lines or self._numbers(token), text, number))
        if found.text and not is_picture:
            line = lines[0] if lines else 0
            alternatives = (alternative for _, alternative in found.pictures if alternative)
            self.made.aside += [LeftAside("alternative text within a line", words, line) for words in alternatives]

    def _heading(self, found: InlineText, opening: Token) -> None:
        text = _ATTRIBUTES.sub("", found.text) or _described(found)
        lines = self._numbers(opening)
        if not text:
            self.made.pieces.append(MatterPiece(lines, self._as_written(opening), "markup"))
            return
        level = int(opening.tag[1])
        hint = recognized_heading(text, level, NO_LABEL)
        self.made.pieces.append(HeadingPiece(lines, text, hint, f"Markdown heading of level {level}"))

    def _paragraph(self, found: InlineText, lines: tuple[int, ...]) -> bool:
        """Make a piece of a paragraph. Returns whether it is a picture."""
        is_within = self.lists or self.quoted or self.note
        if not is_within and found.pictures and (not found.text or _is_captioned(found)):
            titles = single_spaced(" ".join(title for title, _ in found.pictures))
            alternative = "; ".join(filter(None, (alternative for _, alternative in found.pictures)))
            caption = found.text or titles
            if caption or alternative:
                self.made.pieces.append(PicturePiece(lines, caption, alternative))
            else:
                written = "\n".join(self.lines[number - 1].strip() for number in lines)
                self.made.pieces.append(MatterPiece(lines, written, "markup"))
            return True
        self._text(found.text or _described(found), lines, found)
        return False

    def _text(self, text: str, lines: tuple[int, ...], found: InlineText | None = None) -> None:
        """Make a piece of the `text` of a block, as what it stands in says."""
        if self.note:
            self.note.texts.append(text)
        elif self.lists.awaits_words:
            self.made.pieces.append(
                self.lists.item(text, lines, found is not None and found.leads_within, self.made.pieces)
            )
        elif self.quoted and self.quoted[-1][1] > self.lists.level:
            self._quotation(text, lines, found)
        elif not text:
            written = "\n".join(self.lines[number - 1].strip() for number in lines)
            self.made.pieces.append(MatterPiece(lines, written, "markup"))
        else:
            self.made.pieces.append(ParagraphPiece(lines, text, self.lists.name, is_whole=True))

    def _quotation(self, text: str, lines: tuple[int, ...], found: InlineText | None) -> None:
        """A paragraph of a quotation; a line such as "— A mayor" belongs to the one before."""
        last = self.made.pieces[-1] if len(self.made.pieces) > self.quoted[-1][0] else None
        if is_attribution(text) and isinstance(last, QuotationPiece) and not last.attribution:
            named = QuotationPiece(last.lines + lines, last.text, last.role, without_dash(text))
            self.made.pieces[-1] = named
            return
        words, attribution = with_attribution(found) if found and found.attribution != text else (text, "")
        self.made.pieces.append(QuotationPiece(lines, words, "block", attribution))

    def _table(self, token: Token) -> None:
        match token.type:
            case "table_open":
                self.rows = []
            case "thead_open" | "thead_close":
                self.is_head = token.type == "thead_open"
            case "tr_open":
                self.row = []
                lines = self._numbers(token)
                lines = (*lines, lines[-1] + 1) if self.is_head else lines  # with the rule below it
                self.rows.append(RowPiece(lines, (), TableShape(0, ()), self.is_head))
            case "tr_close":
                self.rows[-1] = RowPiece(self.rows[-1].lines, tuple(self.row or ()), TableShape(0, ()), self.is_head)
                self.row = None
            case _:
                self._add_rows(self.rows, self.rows[0].cells if self.rows else ())

    def _add_rows(self, rows: Sequence[RowPiece], columns: tuple[str, ...]) -> None:
        """Make one table of `rows`, or the text of a note or an item if they stand in one."""
        if self.note:
            self.note.texts += [" ".join(filter(None, row.cells)) for row in rows]
            return
        self.made.pieces += self.lists.without_words()
        self.tables += 1
        shape = TableShape(self.tables, columns)
        self.made.pieces += [RowPiece(row.lines, row.cells, shape, row.is_head) for row in rows]

    def _html(self, token: Token) -> None:
        lines = self._numbers(token)
        block = read_html_block(token.content, lines)
        if block.rows or block.text or block.alternative or self.note:
            self.made.aside += block.aside  # otherwise its lines are markup, with all that is in them
        if block.rows and not self.note:
            if block.caption:
                self._text(block.caption, block.caption_lines)
            self._add_rows(block.rows, block.columns)
        elif block.text and lines:
            self._text(block.text, lines)
        elif block.alternative and not self.note:
            self.made.pieces.append(PicturePiece(lines, "", block.alternative))
        elif not self.note:
            self.made.pieces.append(MatterPiece(lines, self._as_written(token), "markup"))

    def _open_note(self, token: Token) -> None:
        label = token.meta["label"]
        lines = self._numbers(token)
        if label in self.seen:
            self.made.doubled.append((lines[0], label))
        number = self.numbers.of_inline_note() if label in self.seen else self.numbers.of_label(label)
        self.seen.add(label)
        self.note = _Note(number, lines)


def _plain(text: str) -> str:
    """Text that has no markup, as other texts have it."""
    running = RunningText()
    running.add(text)
    return running.text()


def _described(found: InlineText) -> str:
    """What the pictures show of a text that has nothing else."""
    return "; ".join(filter(None, (alternative or title for title, alternative in found.pictures)))


def _is_captioned(found: InlineText) -> bool:
    return found.begins_with_picture and len(found.text) <= _LONGEST_CAPTION
