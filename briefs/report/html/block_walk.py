"""From the blocks of a page to the pieces of a report. No depth of elements is too deep: nothing calls itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from briefs.report.attributions import is_attribution, without_dash
from briefs.report.hints import recognized_heading
from briefs.report.html.element_facts import BLOCKS, heading_level, language_of, name_of, roles_of, value, words_in
from briefs.report.html.guessed_headings import says_title
from briefs.report.html.inline_reader import BlockWords, InlineReader, PageFacts, flat_text
from briefs.report.html.office_styles import google_list, is_contents_entry, is_quotation, is_title, word_list
from briefs.report.html.open_blocks import OpenBlock, OpenBlocks
from briefs.report.html.page_lines import PageLines
from briefs.report.html.page_notes import note_text
from briefs.report.html.table_grid import caption_of, columns_of, grid_rows, is_data_table, strays
from briefs.report.pieces import (
    FootnotePiece,
    HeadingPiece,
    ItemPiece,
    MatterPiece,
    ParagraphPiece,
    PicturePiece,
    QuotationPiece,
    RowPiece,
    TableShape,
)
from briefs.report.running_text import single_spaced

NO_LABEL = "?"
"""The label of a heading as long as it has none."""
_FEWEST_ENTRIES = 3
"""The fewest links to places in the page that make a list one of contents."""
_BREAKS_OF_PARAGRAPH = 2
"""How many line breaks, one after the other, end a paragraph, as pages have it that know no paragraphs."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
"""What ends a paragraph of a text that is shown as it was typed."""


def read_blocks(facts: PageFacts, language: str) -> PageLines:
    """The lines and pieces of the report in a page, whose main language is `language`."""
    walk = _Walk(facts, language)
    walk.read()
    return walk.page


@dataclass(slots=True)
class _Walk:
    """Where in a page its reader is."""

    facts: PageFacts
    language: str
    page: PageLines = field(default_factory=PageLines)
    blocks: OpenBlocks = field(default_factory=OpenBlocks)
    languages: list[tuple[etree._Element, str]] = field(default_factory=list)
    inside: list[etree._Element] = field(default_factory=list)
    tables: int = 0
    inline: InlineReader = field(init=False)

    def __post_init__(self) -> None:
        self.inline = InlineReader(self.facts, self.page.leave, self.page.begin_page)

    def read(self) -> None:
        """Read everything."""
        scope = self.facts.content.scope
        walk = etree.iterwalk(scope, events=("start", "end", "comment"))
        skipped: etree._Element | None = None
        for event, element in walk:
            if event == "start":
                if element is not scope and self._skips(element):
                    walk.skip_subtree()
                    skipped = element
                else:
                    self._start(element)
                    self._add(element.text)
                continue
            if event == "comment":
                self._comment(element)
            elif element is not skipped:
                self._end(element)
            if element is not scope:
                self._add(element.tail)
        self._flush()

    def _add(self, text: str | None) -> None:
        if text and self.inline.words.breaks >= _BREAKS_OF_PARAGRAPH and text.strip() and not self.blocks.heading:
            self._flush()
        if text and self.inside and name_of(self.inside[-1]) == "pre" and not self.blocks.heading:
            *whole, text = _BLANK_LINE.split(text)
            for paragraph in whole:
                self.inline.add(paragraph)
                self._flush()
        self.inline.add(text)

    def _comment(self, element: etree._Element) -> None:
        text = single_spaced(element.text or "")
        if text and not text.startswith("[") and any(map(str.isalpha, text)):
            self.page.leave("comment", text)

    def _skips(self, element: etree._Element) -> bool:
        """Whether an element is not read here, because it is no text of the report, or has been read as a whole."""
        name = name_of(element)
        if name == "table" and not self.blocks.is_flat and is_data_table(element) and not _is_list(element):
            self._flush()
            self._table(element)
            return True
        if name in ("td", "th") and self.blocks.is_marker(element):
            return True
        if name in BLOCKS and (element in self.facts.content.apart or element in self.facts.notes.comments):
            self._flush()
        return self.inline.skips(element)

    def _start(self, element: etree._Element) -> None:
        language = language_of(element)
        name = name_of(element)
        if name in BLOCKS or element in self.facts.notes.notes:
            self._flush()
            self.inside.append(element)
            if language:
                self.languages.append((element, language))
            self._open(element, name)
        elif language and not self.inline.words.running.has_words():
            self.languages.append((element, language))
        self.inline.start(element)

    def _open(self, element: etree._Element, name: str) -> None:
        """A block begins."""
        blocks = self.blocks
        roles = roles_of(element)
        if (note := self.facts.notes.notes.get(element)) is not None and not blocks.note:
            mark = (note.printed or str(note.number)) if note.has_mark else ""
            blocks.open(OpenBlock("note", element, number=note.number, printed=note.printed, mark=mark))
        if element in self.facts.content.contents:
            blocks.open(OpenBlock("contents", element))
        if level := heading_level(element):
            blocks.open(OpenBlock("heading", element, number=level))
            blocks.end_item_for_heading()
        elif name in ("ul", "ol", "menu", "dir", "dl") or (name == "table" and _is_list(element)):
            blocks.open_list(element, len(self.page.pieces), google_list(element))
        elif name in ("li", "dt", "dd") or (name == "tr" and blocks.is_row_of_list(element)):
            blocks.open_item(element, name)
        elif (found := word_list(element)) is not None:
            blocks.open(OpenBlock("office item", element, list_id=f"{found.name}-{found.depth}", depth=found.depth))
        elif name == "blockquote" or is_quotation(element) or _quotes(element, name):
            blocks.open(OpenBlock("quotation", element, first_piece=len(self.page.pieces)))
        elif name in ("footer", "figcaption") and blocks.quotation and not blocks.figure_within_quotation:
            blocks.open(OpenBlock("attribution", element))
        elif name == "figure":
            blocks.open(OpenBlock("figure", element, first_piece=len(self.page.pieces)))
        elif name in ("figcaption", "caption") and blocks.figure:
            blocks.open(OpenBlock("caption", element))
        elif is_title(element):
            blocks.open(OpenBlock("title", element))
        elif is_contents_entry(element) or "doc-toc" in roles:
            blocks.open(OpenBlock("contents", element))

    def _end(self, element: etree._Element) -> None:
        name = name_of(element)
        if name in BLOCKS or element in self.facts.notes.notes:
            self._flush()
            self.inside.pop()
            for block in self.blocks.close(element):
                self._closed(block)
        self.inline.end(element)
        if self.languages and self.languages[-1][0] is element:
            self.languages.pop()

    def _closed(self, block: OpenBlock) -> None:
        """A block has ended."""
        pieces = self.page.pieces
        match block.kind:
            case "note":
                if text := note_text(" ".join(block.texts), block.mark):
                    cited = f"fn {block.printed}" if block.printed else ""
                    pieces.append(FootnotePiece(tuple(block.lines), text, block.number, cited))
            case "heading":
                self._heading(block)
            case "figure":
                self._figure(block)
            case "list":
                self._contents(block)
            case "quotation" if words_in(block.element, "class") and _is_pulled(block.element):
                self.page.pulled += range(block.first_piece, len(pieces))
            case _:
                pass

    def _heading(self, block: OpenBlock) -> None:
        text = " ".join(block.texts)
        if not text:
            return
        lines = self._line(text)
        hint = recognized_heading(text, block.number, NO_LABEL)
        self.page.pieces.append(HeadingPiece(lines, text, hint, f"HTML heading of level {block.number}"))

    def _figure(self, block: OpenBlock) -> None:
        caption, alternative = " ".join(block.texts), "; ".join(block.pictures)
        pieces = self.page.pieces
        last = pieces[-1] if len(pieces) > block.first_piece else None
        if isinstance(last, QuotationPiece) and caption and not block.has_picture and not last.attribution:
            pieces[-1] = replace(last, lines=last.lines + self._line(caption), attribution=without_dash(caption))
        elif block.has_picture and (caption or alternative):
            lines = tuple(number for text in (caption, alternative) if text for number in self._line(text))
            pieces.append(PicturePiece(lines, caption, alternative))
        elif caption:
            pieces.append(ParagraphPiece(self._line(caption), caption, is_whole=True))

    def _contents(self, block: OpenBlock) -> None:
        """Change the items of a list that only leads to places in the page to entries of a list of contents."""
        if self.blocks.list:
            return
        items = range(block.first_piece, len(self.page.pieces))
        if len(items) >= _FEWEST_ENTRIES and all(index in self.page.leading for index in items):
            for index in items:
                piece = self.page.pieces[index]
                if isinstance(piece, ItemPiece):
                    marker = f"{piece.marker} " if piece.marker[:1].isalnum() else ""
                    self.page.pieces[index] = MatterPiece(piece.lines, f"{marker}{piece.text}", "contents")

    def _line(self, text: str) -> tuple[int, ...]:
        language = self.languages[-1][1] if self.languages else ""
        return self.page.line(text, "" if language.lower() == self.language.lower() else language)

    def _flush(self) -> None:
        """Make a piece of the words so far."""
        words = self.inline.take()
        text = words.running.text()
        blocks = self.blocks
        if not text:
            self._pictures(words)
            return
        for shown in words.pictures:
            self.page.leave("alternative text within a line", shown)
        kind = "contents" if blocks.contents else blocks.deciding
        if kind in ("heading", "caption") and (block := blocks.heading or blocks.figure):
            block.texts.append(text)
        elif note := blocks.note:
            note.texts.append(text)
            note.lines += self._line(text)
        elif kind == "title":
            self.page.pieces.append(MatterPiece(self._line(text), text, "title"))
        elif kind == "contents":
            self.page.pieces.append(MatterPiece(self._line(text), text, "contents"))
        elif kind in ("quotation", "attribution"):
            self._quotation(text, kind == "attribution")
        elif kind == "office item" and (block := blocks.office_item):
            marker = words.marker.strip() or "•"
            lines = self._line(text)
            self.page.pieces.append(ItemPiece(lines, text, marker, block.depth, block.list_id, block.depth))
        elif kind == "item":
            self._item(text, words)
        elif words.links_within >= _FEWEST_ENTRIES and words.is_contents:
            self.page.pieces.append(MatterPiece(self._line(text), text, "contents"))
        else:
            if look := self._look(words):
                self.page.looks[len(self.page.pieces)] = look
            self.page.pieces.append(ParagraphPiece(self._line(text), text, is_whole=True))

    def _look(self, words: BlockWords) -> str:
        """How a paragraph looks, if it looks like a heading."""
        if self.inside and (name := next(filter(says_title, value(self.inside[-1], "class").split()), "")):
            return f"class {name}"
        return "bold" if words.running.is_emphasis() else ""

    def _pictures(self, words: BlockWords) -> None:
        """Make a piece of pictures that stand alone."""
        figure = self.blocks.figure
        if figure is not None:
            figure.pictures += words.pictures
            figure.has_picture |= words.has_picture
        elif words.pictures and (block := self.blocks.heading or self.blocks.note):
            block.texts.append("; ".join(words.pictures))
        elif words.pictures:
            shown = "; ".join(words.pictures)
            self.page.pieces.append(PicturePiece(self._line(shown), "", shown))

    def _item(self, text: str, words: BlockWords) -> None:
        item, lines = self.blocks.item, self._line(text)
        assert item is not None
        if item.is_awaiting:
            item.is_awaiting = False
            item.has_words = True
            if words.is_link_within:
                self.page.leading.add(len(self.page.pieces))
            depth = self.blocks.depth_of(item)
            self.page.pieces.append(ItemPiece(lines, text, item.marker, depth, item.list_id, depth))
        else:
            list_id = item.list_id if item.has_words else ""
            self.page.pieces.append(ParagraphPiece(lines, text, list_id, is_whole=True))

    def _quotation(self, text: str, is_named: bool) -> None:
        block, pieces = self.blocks.quotation, self.page.pieces
        last = pieces[-1] if block and len(pieces) > block.first_piece else None
        if (is_named or is_attribution(text)) and isinstance(last, QuotationPiece) and not last.attribution:
            pieces[-1] = replace(last, lines=last.lines + self._line(text), attribution=without_dash(text))
            return
        is_epigraph = block is not None and "doc-epigraph" in roles_of(block.element)
        pieces.append(QuotationPiece(self._line(text), text, "epigraph" if is_epigraph else "block", ""))

    def _table(self, table: etree._Element) -> None:
        def text_of(one: etree._Element) -> str:
            return flat_text(one, self.facts, self.page.leave)

        caption = caption_of(table)
        above = [" ".join(" ".join(strays(table, text_of)).split()), "" if caption is None else text_of(caption)]
        for text in filter(None, above):
            self.page.pieces.append(ParagraphPiece(self._line(text), text, is_whole=True))
        rows = grid_rows(table, text_of)
        if not rows:
            return
        self.tables += 1
        shape = TableShape(self.tables, columns_of(rows))
        for row in rows:
            lines = self._line("\t".join(row.cells))
            self.page.pieces.append(RowPiece(lines, row.cells, shape, row.is_head))


def _is_list(table: etree._Element) -> bool:
    """Whether a table is a list whose markers are in a column of their own, as in the journals of the Union."""
    return OpenBlocks.is_list(table)


def _quotes(element: etree._Element, name: str) -> bool:
    """Whether an element is a quotation by its role or class."""
    if name not in ("aside", "div", "p", "section", "figure") or not element.attrib:
        return False
    return bool(roles_of(element) & {"doc-pullquote", "doc-epigraph"}) or _is_pulled(element)


def _is_pulled(element: etree._Element) -> bool:
    return not words_in(element, "class").isdisjoint({"pullquote", "pull-quote", "pull_quote", "wp-block-pullquote"})
