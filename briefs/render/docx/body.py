"""The body: masthead and sections as paragraphs, lists, tables and figures, each unit in its control."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypedDict, TypeGuard, assert_never

from briefs.model.document import Content, Document, Figure, Item, List, Paragraph, ParagraphRole, Section, Table, Unit
from briefs.model.inline import text_area, without_text_area
from briefs.model.mark import Change
from briefs.render.docx.boxes import box_of, hangs_by_bullets
from briefs.render.docx.inlines import Story, inlines
from briefs.render.docx.masthead import masthead
from briefs.render.docx.number_fields import caption_bookmark
from briefs.render.docx.position import Position, positions
from briefs.render.docx.rooms import room
from briefs.render.docx.running_lists import RunningLists
from briefs.render.docx.tables import TableWriter
from briefs.render.reference.look import Box
from briefs.render.reference.starter_measures import BULLET_INDENT, INDENT
from briefs.word.controls import unit_bookmark, unit_control
from briefs.word.elements import Element, local_name, paragraph, qn, tab_character, w
from briefs.word.numbering import NO_LIST
from briefs.word.revision_marks import (
    changed_control,
    is_changed_paragraph,
    mark_content,
    mark_end,
    marked_runs,
)

_STYLES: dict[ParagraphRole, str] = {
    "body": "BodyText",
    "intro": "BodyText",
    "quote": "Quote",
    "attribution": "BriefAttribution",
    "tag": "SourceTag",
    "small": "SmallPrint",
}
_AFTER_TABLE = 120
"""Space, in twips, above an element that follows a table, since a table has none of its own."""
_ABOVE_FIGURE = 240
"""Space, in twips, above a picture that follows a table."""
_BOXED = 90
"""Space, in twips, below a paragraph in a box, whose styles have that of list items."""

Picture: TypeAlias = Callable[[Figure], Element]


class _BoxFormat(TypedDict, total=False):
    """Arguments of `paragraph`."""

    indent: Element | None
    borders: Element
    space_after: int


@dataclass(frozen=True, slots=True)
class Body:
    """Writes a body: `story` is its part, `lists` are its lists, `picture` gives the run that shows a
    figure, `logo` is the one that shows the logo."""

    story: Story
    lists: RunningLists
    picture: Picture
    logo: Element | None = None

    def elements(self, document: Document) -> list[Element]:
        """All elements of the body, without the section's properties."""
        made = masthead(document, self.story, self.logo)
        open_box: Box | None = None
        followers = (*document.sections[1:], None)
        hangings = hangs_by_bullets(document.sections)
        for section, hanging, following in zip(document.sections, hangings, followers, strict=False):
            box = box_of(section)
            if box is not None and box == open_box and section.level == 2:
                made.append(self._gap())
            made.extend(self._section(section, hanging, following))
            open_box = None if _is_table(made[-1]) else box
        if local_name(made[-1]) not in ("p", "sdt") or is_changed_paragraph(made[-1]):
            made.append(self._gap())
        return made

    def _section(self, section: Section, hanging: tuple[bool, ...], following: Section | None) -> list[Element]:
        made: list[Element] = []
        is_large = self.story.look.sheet.is_large_print
        for content, position in positions(section, hanging, following, is_large):
            follows_table = bool(made) and _is_table(made[-1])
            position = replace(position, follows_table=follows_table)
            if isinstance(content, Table):
                made.extend(self._table(content, position, is_behind_table=_ends_with_table(made)))
            else:
                made.extend(self._content(section, content, position))
        return made

    def _content(self, section: Section, content: Content | None, position: Position) -> list[Element]:
        """The elements for a block element of a section; None stands for its heading."""
        match content:
            case None:
                return [self._heading(section, position)]
            case Paragraph():
                return self._paragraph(content, position)
            case List():
                return self._list(content, position)
            case Table():
                return self._table(content, position)
            case Figure():
                return self._figure(content, position)
            case _:
                assert_never(content)

    def _heading(self, section: Section, position: Position) -> Element:
        level = section.level - 2
        boxed = f"{position.box}Subheading" if level else f"{position.box}Heading"
        plain = "BriefEndHeading" if position.is_small else f"Heading{level + 1}"
        made = paragraph(
            self._style(boxed if position.box else plain),
            *inlines(section.heading, self.story, section.change),
            keep_next=position.keep.is_kept,
            page_break=section.page_break,
            outline=level if position.is_small and level else None,
            **self._box_format(position, list_id=None),
        )
        self._mark_ends([made], section.change)
        return made

    def _paragraph(self, content: Paragraph, position: Position) -> list[Element]:
        style = position.box or _STYLES[content.role]
        if position.is_small and style == "BodyText":
            style = "SmallPrint"
        list_id = self._running(content.unit, _departure(content))
        is_hung = position.box is not None and content.role != "intro" and list_id is None
        keeps_next = content.role in ("intro", "quote")
        left = 0 if list_id is None else INDENT
        return self._unit_paragraph(style, content, position, list_id, left, keeps_next, is_hung)

    def _list(self, content: List, position: Position) -> list[Element]:
        bullets: int | None = None
        made: list[Element] = []
        for place, item in enumerate(content.items, start=1):
            list_id = self._running(item.unit, _departure(item))
            left, plain = (BULLET_INDENT, "ListBullet") if list_id is None else (INDENT, "ListNumber")
            style = position.box or ("SmallList" if position.is_small else plain)
            if list_id is None:
                list_id = bullets = bullets or self.lists.bullets()
            of_item = position.of_item(place, len(content.items), text_area(item.children) is not None)
            made.extend(self._unit_paragraph(style, item, of_item, list_id, left))
        return made

    def _unit_paragraph(
        self,
        style: str,
        printed: Paragraph | Item,
        position: Position,
        list_id: int | None,
        left: int,
        keeps_next: bool = False,
        is_hung: bool = False,
    ) -> list[Element]:
        """A paragraph in its control; with `is_hung`, it begins where the text of lists does.

        Its text is `left` twips from the margin, unless it is in a box. Room to write in is a paragraph of its own
        below the control, on the same page as all of it: what readers write there is not part of the unit.
        """
        area = text_area(printed.children)
        words = inlines(without_text_area(printed.children), self.story, printed.change)
        is_kept = keeps_next or position.keep.of(is_last=True)
        is_apart = position.box is not None and isinstance(printed, Paragraph)
        indent: _BoxFormat = {"indent": w("ind", left=left, firstLine=0)} if list_id == NO_LIST else {}
        made = paragraph(
            self._style(style),
            *(self._changed([tab_character()], printed.change) if is_hung else []),
            *unit_bookmark(printed.unit, words, self.story.ids),
            list_id=list_id,
            keep_next=is_kept or area is not None,
            keep_lines=area is not None,
            space_before=self._enlarged(_AFTER_TABLE) if position.follows_table else None,
            **indent
            | ({"space_after": self._enlarged(_BOXED)} if is_apart else {})
            | self._box_format(position, list_id),
        )
        self._mark_ends([made], printed.change or printed.end)
        if area is None:
            return self._controlled(printed.unit, [made], printed.change)
        below = room(area, self.story, position, left, is_kept)
        if printed.change is not None:
            mark_content(below, printed.change, self.story.ids)
            self._mark_ends([below], printed.change)
        return [*self._controlled(printed.unit, [made], printed.change), below] if words else [below]

    def _table(self, content: Table, position: Position, is_behind_table: bool = False) -> list[Element]:
        above: list[Element] = []
        keeps_next = position.keep.is_kept
        if content.caption or content.number is not None:
            style = self._style("SmallCaption" if position.is_small else "Caption")
            words = caption_bookmark(content, inlines(content.caption, self.story, content.change), self.story.ids)
            list_id = self._numbered(content.number, content.change)
            space = self._enlarged(_AFTER_TABLE) if position.follows_table else None
            above = [paragraph(style, *words, list_id=list_id, keep_next=keeps_next, space_before=space)]
            self._mark_ends(above, content.change)
        elif position.follows_table or is_behind_table:
            above = [self._gap(keeps_next)]
        writer = TableWriter(self.story, self._running)
        is_boxed = position.box is not None and content.is_list
        return [*above, writer.table(content, position.keep, is_small=position.is_small, is_boxed=is_boxed)]

    def _figure(self, content: Figure, position: Position) -> list[Element]:
        caption = paragraph(
            self._style("Caption"),
            *unit_bookmark(content.unit, inlines(content.caption, self.story, content.change), self.story.ids),
            list_id=self._running(content.unit, content.change),
            keep_next=position.keep.is_kept,
            space_before=self._enlarged(_ABOVE_FIGURE) if position.follows_table else None,
        )
        keeps_next = position.keep.of(is_last=True)
        shown = paragraph(self._style("BriefFigure"), self.picture(content), keep_next=keeps_next)
        if content.change is not None:
            mark_content(shown, content.change, self.story.ids)
            self._mark_ends([caption, shown], content.change)
        return self._controlled(content.unit, [caption, shown], content.change)

    def _changed(self, runs: list[Element], change: Change | None) -> list[Element]:
        """Runs that are inserted or deleted as a whole, if there is such a `change`."""
        return runs if change is None else marked_runs(change.kind, change.mark, runs, self.story.ids)

    def _mark_ends(self, paragraphs: list[Element], change: Change | None) -> None:
        """Mark the ends of paragraphs that are inserted or deleted."""
        if change is not None:
            for each in paragraphs:
                mark_end(each, change, self.story.ids)

    def _controlled(self, unit: Unit | None, content: list[Element], change: Change | None) -> list[Element]:
        made = changed_control(unit_control(unit, content, self.story.ids), change, self.story.ids)
        if change is None or not change.move:
            return made
        from briefs.word.moves import as_move  # only loaded for redlines, with all that knows tracked changes

        return as_move(made, change, self.story.ids)

    def _box_format(self, position: Position, list_id: int | None) -> _BoxFormat:
        """The formatting of a paragraph in a box: an indent instead of a list's, and whether a table continues the
        box."""
        made: _BoxFormat = {}
        if position.box is not None and (position.hangs_by_bullets or list_id is not None):
            made["indent"] = self.story.look.box_indent(position.box, position.hangs_by_bullets)
        if position.closes_up:
            made["borders"] = w("pBdr", w("bottom", val="nil"))
            made["space_after"] = 0
        return made

    def _running(self, unit: Unit | None, change: Change | None) -> int | None:
        return self._numbered(None if unit is None else unit.number, change)

    def _numbered(self, number: int | None, change: Change | None) -> int | None:
        """The list in which something has its number; no list if it is deleted, whatever its style says.

        Its list is not kept as a former property (17.13.5.29), by which it would get its number back if the change is
        rejected: LibreOffice shows text with former properties as if it was not deleted.
        """
        if _is_gone(change):
            return None if change.number is None else NO_LIST
        return None if number is None else self.lists.running(number)

    def _gap(self, keeps_next: bool = False) -> Element:
        return paragraph(self._style("BriefGap"), keep_next=keeps_next)

    def _enlarged(self, length: int) -> int:
        return self.story.look.sheet.enlarged(length)

    def _style(self, name: str) -> str:
        return self.story.look.style(name)


def _departure(text: Paragraph | Item) -> Change | None:
    """The change by which a paragraph or item leaves its list, if it does: it is deleted, or joined with the next."""
    return next((change for change in (text.change, text.end) if _is_gone(change)), None)


def _is_gone(change: Change | None) -> TypeGuard[Change]:
    return change is not None and change.kind == "deleted"


def _ends_with_table(elements: Sequence[Element]) -> bool:
    """Whether the last element is a table, at least if changes are accepted or rejected: then the paragraphs behind it
    are not there."""
    others = (each for each in reversed(elements) if local_name(each) in ("p", "sdt", "tbl"))
    last = next((each for each in others if not is_changed_paragraph(each)), None)
    return last is not None and _is_table(last)


def _is_table(element: Element) -> bool:
    return element.tag == qn("w:tbl")
