"""Reading the paragraphs and tables of a part of a Word file, in reading order, with what their styles and lists give.

Tracked changes must have been accepted. Elements that are not known are gone through, so that what they hold is not
lost; `w:rt`, which says how characters are pronounced, is no text of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefs.report.word.open_fields import OpenFields
from briefs.report.word.word_blocks import (
    Block,
    Look,
    NoteCall,
    NoteKind,
    WordCell,
    WordParagraph,
    WordRow,
    WordRun,
    WordTable,
)
from briefs.report.word.word_charts import ChartWords
from briefs.report.word.word_pages import PageCounter
from briefs.report.word.word_pictures import alternative_of, is_picture, shown_boxes, shown_words
from briefs.report.word.word_styles import (
    LEVELS,
    ParagraphStyle,
    WordStyles,
    changed,
    has_border,
    is_first_row_shown,
    is_switched_on,
    role_of,
    whole,
)
from briefs.word.elements import Element, local_name, qn, value_of
from briefs.word.list_counting import ListCounter
from briefs.word.list_levels import left_of
from briefs.word.revisions import read_branch
from briefs.word.run_text import said_by

_NOT_TEXT = frozenset(
    qn(f"w:{name}")
    for name in (
        *("rPr", "pPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "customXmlPr"),
        *("smartTagPr", "rubyPr", "rt", "fldData", "ffData", "instrText", "delInstrText", "delText", "del", "moveFrom"),
    )
)
_P, _TBL, _R, _SDT, _CONTENT = qn("w:p"), qn("w:tbl"), qn("w:r"), qn("w:sdt"), qn("w:sdtContent")
_ALTERNATIVES = qn("mc:AlternateContent")
_CALLS = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_PICTURES = frozenset({qn("w:drawing"), qn("w:pict"), qn("w:object")})
_PART_OF_CONTENTS = "table of contents"


@dataclass(slots=True)
class StoryReader:
    """Reads stories (the body, notes, headers) with what they share. `pages` is None where no pages are counted.

    `hidden` collects the words that nobody sees: they are left aside. `charts` says what is written in charts.
    """

    styles: WordStyles
    lists: ListCounter
    pages: PageCounter | None = None
    hidden: list[str] = field(default_factory=list)
    charts: ChartWords | None = None
    _fields: OpenFields = field(default_factory=OpenFields)
    _initial: list[WordRun] = field(default_factory=list)
    _contents: int = 0

    def read(self, container: Element) -> list[Block]:
        """The blocks in a body, a note, a header or a footer."""
        marks = [value_of(mark, "fldCharType") for mark in container.iter(qn("w:fldChar"))]
        self._fields = OpenFields(marks.count("begin") == marks.count("end"))
        blocks = list(self._blocks(container))
        if self._initial:
            blocks.append(WordParagraph(runs=self._initial))
            self._initial = []
        return blocks

    # Blocks

    def _blocks(self, container: Element) -> Iterator[Block]:
        for child in container:
            if child.tag == _P:
                paragraph = self._paragraph(child)
                if paragraph is not None:
                    yield paragraph
            elif child.tag == _TBL:
                yield self._table(child)
            elif child.tag == _SDT:
                is_contents = _is_contents(child)
                self._contents += is_contents
                yield from self._blocks(_content(child))
                self._contents -= is_contents
            elif child.tag not in _NOT_TEXT:
                yield from self._blocks(_branch(child))

    def _table(self, table: Element) -> WordTable:
        properties = table.find(qn("w:tblPr"))
        borders, has_head = self.styles.table(
            value_of(None if properties is None else properties.find(qn("w:tblStyle")))
        )
        own = None if properties is None else properties.find(qn("w:tblBorders"))
        made = WordTable([], borders if own is None else has_border(own), has_head and is_first_row_shown(properties))
        for row in _each(table, "tr"):
            first = last = 0 if self.pages is None else self.pages.index
            cells = []
            for cell in _each(row, "tc"):
                if self.pages is not None:
                    self.pages.go_to(first)
                cells.append(self._cell(cell))
                last = last if self.pages is None else max(last, self.pages.index)
            if self.pages is not None:
                self.pages.go_to(last)
            own = row.find(qn("w:trPr"))
            skipped = None if own is None else whole(value_of(own.find(qn("w:gridBefore"))))
            made.rows.append(WordRow(cells, min(max(skipped or 0, 0), 99), is_switched_on(own, "tblHeader")))
        return made

    def _cell(self, cell: Element) -> WordCell:
        properties = cell.find(qn("w:tcPr"))
        if properties is None:
            return WordCell(list(self._blocks(cell)))
        borders = properties.find(qn("w:tcBorders"))
        return WordCell(
            list(self._blocks(cell)),
            min(max(whole(value_of(properties.find(qn("w:gridSpan")))) or 1, 1), 99),
            borders is not None and has_border(borders),
        )

    def _paragraph(self, element: Element) -> WordParagraph | None:
        """A paragraph; None for a large initial, which is put before the paragraph that it begins."""
        properties = element.find(qn("w:pPr"))
        style = self.styles.paragraph("" if properties is None else value_of(properties.find(qn("w:pStyle"))))
        made = WordParagraph(style.role, style.name, style.level, left=style.left or 0, is_centred=style.is_centred)
        made.page = 0 if self.pages is None else self.pages.index
        self._number(made, properties, style)
        if properties is not None:
            self._set(made, properties)
        self._inline(element, made, style.look)
        self._fields.end_paragraph()
        if self.hidden and not self.hidden[-1].isspace():
            self.hidden.append(" ")
        if style.role == "contents" or self._contents:
            made.is_contents = True
        if self.pages is not None and properties is not None and properties.find(qn("w:sectPr")) is not None:
            self.pages.end_section()
        frame = None if properties is None else properties.find(qn("w:framePr"))
        if value_of(frame, "dropCap") in ("drop", "margin") and not made.boxes:
            self._initial = made.runs
            return None
        if self._initial and not made.is_blank:
            made.runs[:0] = self._initial
            self._initial = []
        return made

    def _set(self, made: WordParagraph, properties: Element) -> None:
        """What the paragraph itself sets."""
        level = whole(value_of(properties.find(qn("w:outlineLvl"))))
        if level is not None and made.style not in ("title", "subtitle", "contents"):
            made.level, made.is_own_level = (level + 1 if 0 <= level < LEVELS else None), True
        left = left_of(properties.find(qn("w:ind")))
        if left is not None:
            made.left = left
        if side := value_of(properties.find(qn("w:jc"))):
            made.is_centred = side == "center"

    def _number(self, made: WordParagraph, properties: Element | None, style: ParagraphStyle) -> None:
        """Count the paragraph, if it is in a list (17.3.1.19)."""
        own = None if properties is None else properties.find(qn("w:numPr"))
        number = value_of(None if own is None else own.find(qn("w:numId"))) or style.list_number
        level = None if own is None else whole(value_of(own.find(qn("w:ilvl"))))
        if number in ("", "0") or not self.lists.has(number):
            return
        if level is None and number == style.list_number:
            of_style = self.lists.level_of_style(number, style.id)
            if of_style is None:
                of_style = self.lists.level_of_style(number, style.numbered_by)
            level = style.list_level if of_style is None else of_style
        made.list_number, made.list_level = number, level or 0
        made.printed = self.lists.count(number, level or 0)
        if made.printed is not None and made.printed.indent is not None and (own is not None or style.left is None):
            made.left = made.printed.indent

    # Within paragraphs

    def _inline(self, container: Element, made: WordParagraph, look: Look) -> None:
        for child in container:
            tag = child.tag
            if tag in _NOT_TEXT:
                if tag in (qn("w:instrText"), qn("w:delInstrText")):
                    self._fields.instruct(child.text or "")
            elif tag == _R:
                self._run(child, made, look)
            elif tag == qn("m:r"):
                self._inline(child, made, look)
            elif tag == qn("w:fldChar"):
                self._fields.mark(child)
            elif tag == qn("w:fldSimple"):
                self._fields.open_simple(value_of(child, "instr"))
                self._inline(child, made, look)
                self._fields.close_simple()
            elif tag == _SDT:
                self._inline(_content(child), made, look)
            elif tag in _PICTURES:
                self._picture(child, made)
            elif tag in _CALLS:
                self._call(child, made, look)
            elif tag == qn("w:lastRenderedPageBreak"):
                if self.pages is not None:
                    self.pages.note()
            elif tag == qn("w:br") and value_of(child, "type") in ("page", "column"):
                self._say(" ", made, look)
                if self.pages is not None and value_of(child, "type") == "page":
                    self.pages.turn()
            elif text := said_by(child):
                self._say(text, made, look)
            else:
                self._inline(_branch(child), made, look)

    def _run(self, run: Element, made: WordParagraph, look: Look) -> None:
        properties = run.find(qn("w:rPr"))
        if properties is not None:
            style = value_of(properties.find(qn("w:rStyle")))
            look = changed(self.styles.in_character_style(look, style) if style else look, properties)
        called = next((child for child in run if child.tag in _CALLS and _has_own_mark(child)), None)
        if called is None:
            self._inline(run, made, look)
            return
        after = [said_by(child) for child in called.itersiblings()]
        for child in called.itersiblings(preceding=True):
            self._say(said_by(child), made, look)
        self._call(called, made, look, "".join(after).strip() or "*")

    def _say(self, text: str, made: WordParagraph, look: Look) -> None:
        if not text or self._fields.is_code:
            return
        if look.is_hidden:
            self.hidden.append(text)
            return
        if text.strip():
            if self.pages is not None:
                self.pages.say()
                if not made.has_words:
                    made.page = self.pages.index
            made.has_words = True
            made.is_contents = made.is_contents or self._fields.is_contents
        is_counted = self._fields.is_page
        last = made.runs[-1] if made.runs else None
        if last is not None and last.look == look and last.call is None and last.is_counted == is_counted:
            last.text += text
        else:
            made.runs.append(WordRun(text, look, None, is_counted))

    def _call(self, element: Element, made: WordParagraph, look: Look, mark: str = "") -> None:
        if not self._fields.is_code and not look.is_hidden:
            kind: NoteKind = "footnote" if _CALLS[str(element.tag)] == "footnote" else "endnote"
            made.runs.append(WordRun("", look, NoteCall(kind, value_of(element, "id"), mark)))

    def _picture(self, element: Element, made: WordParagraph) -> None:
        """A drawing: the picture, and the text boxes in it, which are stories of their own."""
        if is_picture(element):
            said = "" if self.charts is None else self.charts.said_by(element)
            made.pictures.append(". ".join(filter(None, (alternative_of(element).rstrip("."), said))))
        outer, pages = self._fields, self.pages
        self.pages = None
        for box in shown_boxes(element):
            self._fields = OpenFields()
            blocks = list(self._blocks(box))
            made.boxes.append(blocks)
        for words in shown_words(element):
            made.boxes.append([WordParagraph(runs=[WordRun(words, self.styles.plain)])])
        self._fields, self.pages = outer, pages


def _is_contents(control: Element) -> bool:
    """Whether a control holds the contents list that Word makes, by its gallery (17.5.2.12)."""
    gallery = control.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return value_of(gallery).lower() == _PART_OF_CONTENTS or role_of(value_of(gallery)) == "contents"


def _has_own_mark(call: Element) -> bool:
    return value_of(call, "customMarkFollows") in ("1", "true", "on")


def _content(control: Element) -> Element:
    found = control.find(_CONTENT)
    return control if found is None else found


def _branch(element: Element) -> Element:
    """What is read of an element: one branch of those for different programs, all of any other."""
    if element.tag != _ALTERNATIVES:
        return element
    found = read_branch(element)
    return element if found is None else found


def _each(container: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, with those in controls."""
    for child in container:
        if local_name(child) == wanted:
            yield child
        elif child.tag not in _NOT_TEXT:
            yield from _each(_content(child) if child.tag == _SDT else _branch(child), wanted)
