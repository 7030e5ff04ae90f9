"""The body: masthead and sections as paragraphs, lists, tables and figures, each unit in its control."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, TypedDict, assert_never

from briefs.model.document import (
    Content,
    Document,
    Figure,
    Inline,
    List,
    Paragraph,
    ParagraphRole,
    Section,
    Table,
    Unit,
)
from briefs.render.docx.boxes import box_of, hangs_by_bullets
from briefs.render.docx.inlines import Story, inlines
from briefs.render.docx.keeping import Keep, keeps
from briefs.render.docx.masthead import masthead
from briefs.render.docx.running_lists import RunningLists
from briefs.render.docx.tables import TableWriter
from briefs.render.reference.look import Box
from briefs.word.controls import unit_bookmark, unit_control
from briefs.word.elements import Element, paragraph, qn, tab_character, w

_STYLES: dict[ParagraphRole, str] = {
    "body": "BodyText",
    "intro": "BodyText",
    "quote": "Quote",
    "attribution": "BriefAttribution",
    "tag": "SourceTag",
    "small": "SmallPrint",
}
_AFTER_TABLE = 120
"""Space in twips above what follows a table, since a table has none of its own."""
_ABOVE_FIGURE = 240
"""That above a picture."""

Picture: TypeAlias = Callable[[Figure], Element]


class _BoxFormat(TypedDict, total=False):
    """Arguments of `paragraph`."""

    indent: Element | None
    borders: Element
    space_after: int


@dataclass(frozen=True, slots=True)
class _Setting:
    """How an element stands in its section.

    `box` is the box that it is part of, in which all text hangs as behind bullets if it `hangs_by_bullets`; `keep` says
    how it stays with what follows. `follows_table`: there is a table before it. `closes_up`: its text stands on a table
    that is the lower part of its box. `is_small`: it is end matter in small type.
    """

    box: Box | None
    hangs_by_bullets: bool
    keep: Keep
    follows_table: bool
    closes_up: bool
    is_small: bool

    @property
    def space(self) -> int | None:
        """Space in twips above it, if not that of its style."""
        return _AFTER_TABLE if self.follows_table else None


@dataclass(frozen=True, slots=True)
class Body:
    """Writes a body: `story` is its part, `lists` are its lists, `picture` gives the run that shows a figure."""

    story: Story
    lists: RunningLists
    picture: Picture

    def elements(self, document: Document) -> list[Element]:
        """All elements of the body, without the section's properties."""
        made = masthead(document, self.story)
        open_box: Box | None = None
        for section, hanging in zip(document.sections, hangs_by_bullets(document.sections), strict=True):
            box = box_of(section)
            if box is not None and box == open_box and section.level == 2:
                made.append(self._gap())
            made.extend(self._section(section, hanging))
            open_box = None if _is_table(made[-1]) else box
        if _is_table(made[-1]):
            made.append(self._gap())
        return made

    def _section(self, section: Section, hanging: tuple[bool, ...]) -> list[Element]:
        box, contents = box_of(section), section.content
        is_small = section.style == "end"
        made: list[Element] = []
        for place, (hangs, keep) in enumerate(zip(hanging, keeps(section), strict=True)):
            following = contents[place] if place < len(contents) else None
            content = contents[place - 1] if place else None
            closes_up = box is not None and _is_answer_table(following) and not isinstance(content, Table)
            follows_table = bool(made) and _is_table(made[-1])
            setting = _Setting(box, hangs, keep, follows_table, closes_up, is_small)
            made.extend([self._heading(section, setting)] if content is None else self._content(content, setting))
        return made

    def _content(self, content: Content, setting: _Setting) -> list[Element]:
        match content:
            case Paragraph():
                return self._paragraph(content, setting)
            case List():
                return self._list(content, setting)
            case Table():
                return self._table(content, setting)
            case Figure():
                return self._figure(content, setting)
            case _:
                assert_never(content)

    def _heading(self, section: Section, setting: _Setting) -> Element:
        level = section.level - 2
        boxed = f"{setting.box}Subheading" if level else f"{setting.box}Heading"
        plain = "BriefEndHeading" if setting.is_small else f"Heading{level + 1}"
        return paragraph(
            self._style(boxed if setting.box else plain),
            *inlines(section.heading, self.story),
            keep_next=setting.keep.is_kept,
            page_break=section.page_break,
            outline=level if setting.is_small and level else None,
            **self._box_format(setting, list_id=None, closes_up=setting.closes_up),
        )

    def _paragraph(self, content: Paragraph, setting: _Setting) -> list[Element]:
        style = setting.box or _STYLES[content.role]
        if setting.is_small and style == "BodyText":
            style = "SmallPrint"
        keeps_next = content.role in ("intro", "quote") or setting.keep.of(is_last=True)
        list_id = self._running(content.unit)
        lead = [tab_character()] if setting.box and content.role != "intro" and list_id is None else []
        return self._unit_paragraph(
            style, content.children, content.unit, setting, list_id, keeps_next, lead, is_first=True, is_last=True
        )

    def _list(self, content: List, setting: _Setting) -> list[Element]:
        plain = "ListNumber" if content.style == "numbered" else "ListBullet"
        style = setting.box or ("SmallList" if setting.is_small else plain)
        bullets: int | None = None
        made: list[Element] = []
        for place, item in enumerate(content.items, start=1):
            list_id = self._running(item.unit) if content.style == "numbered" else None
            if list_id is None:
                list_id = bullets = bullets or self.lists.bullets()
            is_last = place == len(content.items)
            keeps_next = setting.keep.of(is_last=is_last)
            made.extend(
                self._unit_paragraph(
                    style, item.children, item.unit, setting, list_id, keeps_next, [], place == 1, is_last
                )
            )
        return made

    def _unit_paragraph(
        self,
        style: str,
        children: tuple[Inline, ...],
        unit: Unit | None,
        setting: _Setting,
        list_id: int | None,
        keeps_next: bool,
        lead: list[Element],
        is_first: bool,
        is_last: bool,
    ) -> list[Element]:
        content = unit_bookmark(unit, inlines(children, self.story), self.story.ids)
        made = paragraph(
            self._style(style),
            *lead,
            *content,
            list_id=list_id,
            keep_next=keeps_next,
            space_before=setting.space if is_first else None,
            **self._box_format(setting, list_id, setting.closes_up and is_last),
        )
        return unit_control(unit, [made], self.story.ids)

    def _table(self, content: Table, setting: _Setting) -> list[Element]:
        above: list[Element] = []
        keeps_next = setting.keep.is_kept
        if content.caption or content.number is not None:
            style = self._style("SmallCaption" if setting.is_small else "Caption")
            words = inlines(content.caption, self.story)
            list_id = None if content.number is None else self.lists.running(content.number)
            above = [paragraph(style, *words, list_id=list_id, keep_next=keeps_next, space_before=setting.space)]
        elif setting.follows_table:
            above = [self._gap(keeps_next)]
        writer = TableWriter(self.story, self._running)
        is_boxed = setting.box is not None and content.is_list
        return [*above, writer.table(content, setting.keep, is_small=setting.is_small, is_boxed=is_boxed)]

    def _figure(self, content: Figure, setting: _Setting) -> list[Element]:
        caption = paragraph(
            self._style("Caption"),
            *unit_bookmark(content.unit, inlines(content.caption, self.story), self.story.ids),
            list_id=self._running(content.unit),
            keep_next=setting.keep.is_kept,
            space_before=_ABOVE_FIGURE if setting.follows_table else None,
        )
        keeps_next = setting.keep.of(is_last=True)
        shown = paragraph(self._style("BriefFigure"), self.picture(content), keep_next=keeps_next)
        return unit_control(content.unit, [caption, shown], self.story.ids)

    def _box_format(self, setting: _Setting, list_id: int | None, closes_up: bool) -> _BoxFormat:
        """What a paragraph of a box says itself: its indent instead of a list's, and that a table continues the box."""
        made: _BoxFormat = {}
        if setting.box is not None and (setting.hangs_by_bullets or list_id is not None):
            made["indent"] = self.story.look.box_indent(setting.box, setting.hangs_by_bullets)
        if closes_up:
            made["borders"] = w("pBdr", w("bottom", val="nil"))
            made["space_after"] = 0
        return made

    def _running(self, unit: Unit | None) -> int | None:
        return None if unit is None or unit.number is None else self.lists.running(unit.number)

    def _gap(self, keeps_next: bool = False) -> Element:
        return paragraph(self._style("BriefGap"), keep_next=keeps_next)

    def _style(self, name: str) -> str:
        return self.story.look.style(name)


def _is_table(element: Element) -> bool:
    return element.tag == qn("w:tbl")


def _is_answer_table(content: Content | None) -> bool:
    """Whether it is a list with columns: in a box, its lower part."""
    return isinstance(content, Table) and content.is_list
