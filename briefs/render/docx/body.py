"""The body: masthead and sections as paragraphs, lists, tables and figures, each unit in its control."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from briefs.model.document import (
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
from briefs.render.docx.controls import unit_bookmark, unit_control
from briefs.render.docx.inlines import Story, inlines
from briefs.render.docx.numbering import Numbering
from briefs.render.docx.tables import table
from briefs.word.elements import Element, paragraph, qn, run, w

_STYLES: dict[ParagraphRole, str] = {
    "body": "BodyText",
    "intro": "BodyText",
    "quote": "Quote",
    "attribution": "BriefAttribution",
    "tag": "SourceTag",
    "small": "SmallPrint",
}
_BOXES = {"decision": "BriefAsk", "box": "BriefBox"}
_AFTER_TABLE = 120
"""Space in twips above what follows a table; a table has none of its own."""
_ABOVE_FIGURE = 240
"""That of a picture."""

Picture: TypeAlias = Callable[[Figure], Element]


@dataclass(frozen=True, slots=True)
class Body:
    """What writing a body needs: its part, its lists, its measure in twips and how a picture gets into the package."""

    story: Story
    numbering: Numbering
    width: int
    picture: Picture

    def elements(self, document: Document) -> list[Element]:
        """All elements of the body, without the section's properties."""
        made = masthead(document, self.story)
        boxed = ""
        for section in document.sections:
            if section.style in _BOXES and section.style == boxed and section.level == 2:
                made.append(paragraph("BriefGap"))
            made.extend(self._section(section))
            boxed = "" if made[-1].tag == qn("w:tbl") else section.style
        if made[-1].tag == qn("w:tbl"):
            made.append(paragraph("BriefGap"))
        return made

    def _section(self, section: Section) -> list[Element]:
        made = [self._heading(section)]
        for content in section.content:
            space = _AFTER_TABLE if made[-1].tag == qn("w:tbl") else None
            match content:
                case Paragraph():
                    made.extend(self._paragraph(content, section, space))
                case List():
                    made.extend(self._list(content, section, space))
                case Table():
                    if content.is_list and section.style in _BOXES and space is None:
                        _close_up(made[-1])
                    made.extend(self._table(content, section, space))
                case Figure():
                    made.extend(self._figure(content, None if space is None else _ABOVE_FIGURE))
                case _:
                    assert_never(content)
        if section.style == "decision":
            _keep_together(made)
        elif section.id == "sources":
            _keep_together(made[1:])
        return made

    def _heading(self, section: Section) -> Element:
        level = section.level - 2
        box = _BOXES.get(section.style)
        is_end = section.style == "end"
        boxed = f"{box}Subheading" if level else f"{box}Heading"
        style = boxed if box else "BriefEndHeading" if is_end else f"Heading{level + 1}"
        return paragraph(
            style,
            *inlines(section.heading, self.story),
            page_break=section.page_break,
            outline=level if is_end and level else None,
        )

    def _paragraph(self, content: Paragraph, section: Section, space: int | None) -> list[Element]:
        box = _BOXES.get(section.style)
        style = box or _STYLES[content.role]
        if section.style == "end" and style == "BodyText":
            style = "SmallPrint"
        return self._unit_paragraph(
            style,
            content.children,
            content.unit,
            list_id=self._running(content.unit),
            is_boxed=bool(box) and content.role != "intro",
            keep_next=content.role in ("intro", "quote"),
            space_before=space,
        )

    def _list(self, content: List, section: Section, space: int | None) -> list[Element]:
        box = _BOXES.get(section.style)
        plain = "ListNumber" if content.style == "numbered" else "ListBullet"
        style = box or ("SmallList" if section.style == "end" else plain)
        bullets: int | None = None
        made: list[Element] = []
        for item in content.items:
            list_id = self._running(item.unit) if content.style == "numbered" else None
            if list_id is None:
                list_id = bullets = bullets or self.numbering.bullets()
            made.extend(
                self._unit_paragraph(
                    style, item.children, item.unit, list_id=list_id, space_before=None if made else space
                )
            )
        return made

    def _unit_paragraph(
        self,
        style: str,
        children: tuple[Inline, ...],
        unit: Unit | None,
        *,
        list_id: int | None,
        is_boxed: bool = False,
        keep_next: bool = False,
        space_before: int | None,
    ) -> list[Element]:
        content = unit_bookmark(unit, inlines(children, self.story), self.story.ids)
        if is_boxed and list_id is None:
            content = [w("r", w("tab")), *content]
        made = paragraph(style, *content, list_id=list_id, keep_next=keep_next, space_before=space_before)
        return unit_control(unit, [made], self.story.ids)

    def _table(self, content: Table, section: Section, space: int | None) -> list[Element]:
        is_small = section.style == "end"
        caption = paragraph(
            "SmallCaption" if is_small else "Caption",
            *inlines(content.caption, self.story),
            list_id=None if content.number is None else self.numbering.running(content.number),
            space_before=space,
        )
        made = [caption] if content.caption or content.number is not None else []
        if not made and space is not None:
            made = [paragraph("BriefGap")]
        return [
            *made,
            table(
                content,
                self.story,
                self.width,
                is_small=is_small,
                is_boxed=content.is_list and section.style in _BOXES,
                running=self._running,
            ),
        ]

    def _figure(self, content: Figure, space: int | None) -> list[Element]:
        caption = paragraph(
            "Caption",
            *unit_bookmark(content.unit, inlines(content.caption, self.story), self.story.ids),
            list_id=self._running(content.unit),
            space_before=space,
        )
        return unit_control(content.unit, [caption, paragraph("BriefFigure", self.picture(content))], self.story.ids)

    def _running(self, unit: Unit | None) -> int | None:
        return None if unit is None or unit.number is None else self.numbering.running(unit.number)


def masthead(document: Document, story: Story) -> list[Element]:
    """What stands above the first section: who, which, when, for whom, what about, drawn from what, as at when."""
    furniture = document.furniture
    return [
        paragraph("BriefMasthead", run(furniture.issuer), w("r", w("tab")), _styled("BriefSeries", furniture.series)),
        paragraph("BriefIdentity", run(" · ".join(furniture.identity))),
        paragraph("StatusLine", _styled("Strong", furniture.status), w("r", w("tab")), run(furniture.distribution)),
        paragraph("Title", run(document.title)),
        paragraph("Subtitle", *inlines(furniture.source, story)),
        paragraph("AsAtLine", run(furniture.as_at)),
    ]


def _styled(style: str, words: str) -> Element:
    return run(words, w("rPr", w("rStyle", val=style)))


def _close_up(above: Element) -> None:
    """Neither room nor rule between the text of a box and the table that is its lower part."""
    for p in above.iter(qn("w:p")):
        before = {qn(f"w:{name}") for name in ("pStyle", "keepNext", "pageBreakBefore", "numPr")}
        place = sum(child.tag in before for child in p[0])
        spacing = p[0].find(qn("w:spacing"))
        if spacing is None:
            spacing = w("spacing")
            p[0].insert(place, spacing)
        spacing.set(qn("w:after"), "0")
        p[0].insert(place, w("pBdr", w("bottom", val="nil")))


def _keep_together(elements: list[Element]) -> None:
    """Keep every paragraph but the last on the page of the next one: so is a decision box."""
    paragraphs = [p for made in elements for p in made.iter(qn("w:p"))]
    for p in paragraphs[:-1]:
        properties = p[0]
        if properties.find(qn("w:keepNext")) is None:
            properties.insert(1, w("keepNext"))
