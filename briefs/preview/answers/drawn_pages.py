"""A brief in pages: where its units are on them, and pictures of the pages, as a viewer of the PDF shows them.

Only pages that somebody looks at are written and drawn. Each layout has a name of its own that never means another one,
so a browser may keep its pictures for ever.
"""

from __future__ import annotations

import re
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias

from briefs.model.later_collection import collecting_later
from briefs.preview.answers.page_drawing import page_png
from briefs.preview.answers.unit_texts import ABOUT, TITLE, Pointed, pointed_in
from briefs.preview.messages import NotFound
from briefs.preview.shown.brief_views import PagesView, PageView, UnitBox
from briefs.preview.shown.state_views import Variant
from briefs.preview.workshop.held import HeldBrief
from briefs.preview.workshop.variants import document_of, laid_out_of

if TYPE_CHECKING:
    from briefs.render.pdf.pages import LaidOut
    from briefs.render.pdf.positions import Box

NARROWEST, WIDEST = 100, 4000
"""The least and the most width of a picture, in pixels."""
_LAYOUTS = 24
"""How many layouts can be asked for pictures: those of all briefs of a project in two variants, and more."""
_WITH_BOXES = 3
"""How many of them are kept as they were laid out, which takes two MB a page; of others, all pages are written."""
_ROOM = 32 * 1024 * 1024
"""How many bytes of pictures are kept."""
_NAME = re.compile(r"([0-9a-f]{32})-([1-9][0-9]{0,4})")
_HEADING = re.compile("h[2-6]")
_GONE = "this page is not there any more: ask for the pages of the brief again"

Make: TypeAlias = Callable[[str], tuple[PagesView, "LaidOut"]]
"""Lays a brief out, and makes the view of its pages, whose pictures have names that begin as this one."""


@dataclass(slots=True)
class _InPages:
    """A layout whose pages can be drawn: the `view` of it, as a `variant`; what was `laid_out`, as long as it is kept;
    the numbers of the pages that are `expected` to be asked for, of those that were `asked` for, and the pages that are
    `written`, by number."""

    view: PagesView
    variant: Variant
    laid_out: LaidOut | None
    expected: frozenset[int]
    asked: frozenset[int] = frozenset()
    written: dict[int, bytes] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether all pages can be drawn."""
        return self.laid_out is not None or len(self.written) == len(self.view.pages)

    def pdf(self, number: int) -> bytes:
        """A page as a PDF of its own. Raises NotFound if there is none."""
        if number not in self.written:
            if self.laid_out is None or number > len(self.view.pages):
                raise NotFound(_GONE)
            self._write(self.laid_out, number)
        return self.written[number]

    def write(self, numbers: Iterable[int]) -> None:
        """Write the pages with these numbers, as far as there are any."""
        if self.laid_out is not None:
            for number in {*numbers} & {*range(1, len(self.view.pages) + 1)} - self.written.keys():
                self._write(self.laid_out, number)

    def _write(self, laid_out: LaidOut, number: int) -> None:
        from briefs.render.pdf.pages import write_page

        self.written[number] = write_page(laid_out, number)


class Pictures:
    """Draws the pages of layouts that it holds, and keeps what was drawn last, within bounds."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, _InPages] = OrderedDict()
        self._drawn: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._lock = Lock()

    def view(self, version: str, variant: Variant, make: Make) -> PagesView:
        """The pages of a version of a brief, made by `make` unless that was done before and all can still be drawn.

        The pages that were asked for of the version before will be asked for again, so they are written at once.
        """
        with self._lock:
            before = None
            for name, one in self._held.items():
                if one.variant == variant:
                    before = one
                    if one.view.version == version and one.is_whole:
                        self._held.move_to_end(name)
                        return one.view
        name = secrets.token_hex(16)
        with collecting_later():
            view, laid_out = make(name)
            expected = frozenset({1}) if before is None else before.asked or before.expected
            made = _InPages(view, variant, laid_out, expected)
            made.write(expected)
        self._hold(name, made)
        return view

    def _hold(self, name: str, made: _InPages) -> None:
        """Hold a layout. Of the one before it of the same variant, what is written can still be drawn; of others, all
        pages."""
        with self._lock:
            same = [other for other, one in self._held.items() if one.variant == made.variant]
            for other in same[:-1]:
                del self._held[other]
            if same:
                self._held[same[-1]].laid_out = None
            self._held[name] = made
            while len(self._held) > _LAYOUTS:
                self._held.popitem(last=False)
            older = [one for one in self._held.values() if one.laid_out is not None][:-_WITH_BOXES]
        for one in older:
            one.write(range(1, len(one.view.pages) + 1))
            one.laid_out = None

    def png(self, name: str, width: int) -> bytes:
        """The page that is called `name`, as a PNG that is `width` pixels wide, within bounds.

        Raises NotFound if there is no such page, or its layout is not held any more.
        """
        width = min(WIDEST, max(NARROWEST, width))
        with self._lock:
            if (name, width) in self._drawn:
                self._drawn.move_to_end((name, width))
                return self._drawn[name, width]
        drawn = self._draw(name, width)
        with self._lock:
            self._drawn[name, width] = drawn
            room = sum(map(len, self._drawn.values()))
            while room > _ROOM and len(self._drawn) > 1:
                room -= len(self._drawn.popitem(last=False)[1])
        return drawn

    def _draw(self, name: str, width: int) -> bytes:
        found = _NAME.fullmatch(name)
        with self._lock:
            one = self._held.get(found[1]) if found is not None else None
            if found is None or one is None:
                raise NotFound(_GONE)
            number = int(found[2])
        content = one.pdf(number)
        one.asked |= {number}
        return page_png(content, 1, width)


def picture_name(layout: str, page: int) -> str:
    """What the picture of a page, counted from 1, of a layout that is held is called."""
    return f"{layout}-{page}"


def pages_view(brief: HeldBrief, variant: Variant, pictures: Pictures) -> PagesView:
    """A brief in pages, as `variant` says. Raises BriefsError or DocumentError, as laying out does."""
    return pictures.view(brief.version, variant, lambda name: _laid_out(brief, variant, name))


def _laid_out(brief: HeldBrief, variant: Variant, name: str) -> tuple[PagesView, LaidOut]:
    from briefs.render.pdf.positions import element_boxes, page_sizes

    laid_out = laid_out_of(brief, variant.status, variant.sheet)
    pointed = pointed_in(document_of(brief, variant.status))
    boxes = element_boxes(laid_out.rendering, dict(_elements(laid_out.html, pointed)))
    pages = tuple(
        PageView(picture_name(name, number), width, height, _boxes(boxes, pointed, number, width, height))
        for number, (width, height) in enumerate(page_sizes(laid_out.rendering), start=1)
    )
    return PagesView(brief.id, brief.version, pages), laid_out


def _elements(html: Any, pointed: Mapping[str, Pointed]) -> Iterator[tuple[Any, str]]:
    """The elements of the HTML that can be pointed at, with their names; of a section, this is its heading."""
    for element in html.iter():
        name = element.get("id") or ""
        if element.tag == "h1":
            yield element, TITLE
        elif element.tag == "p" and element.get("class") == "about":
            yield element, ABOUT
        elif name in pointed and element.tag == "section":
            yield from ((child, name) for child in element[:1] if _HEADING.fullmatch(child.tag))
        elif name in pointed:
            yield element, name


def _boxes(
    boxes: Mapping[str, tuple[Box, ...]], pointed: Mapping[str, Pointed], page: int, width: float, height: float
) -> tuple[UnitBox, ...]:
    """What can be pointed at on a page, in reading order."""
    return tuple(
        UnitBox(name, _shares(box, width, height), one.beginning)
        for name, one in pointed.items()
        for box in boxes.get(name, ())
        if box.page == page
    )


def _shares(box: Box, width: float, height: float) -> tuple[float, float, float, float]:
    edges = (box.left / width, box.top / height, box.right / width, box.bottom / height)
    left, top, right, bottom = (round(min(1.0, max(0.0, edge)), 5) for edge in edges)
    return left, top, right, bottom
