"""A brief in pages: where its units are on them, and pictures of the pages, as a viewer of the PDF shows them.

Pictures are named by the hash of the file that they are of, so a browser may keep them for ever.
"""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any

from briefs.preview.answers.page_drawing import page_png
from briefs.preview.answers.unit_texts import ABOUT, TITLE, Pointed, pointed_in
from briefs.preview.messages import NotFound
from briefs.preview.shown.brief_views import PagesView, PageView, UnitBox
from briefs.preview.shown.state_views import Variant
from briefs.preview.workshop.held import HeldBrief
from briefs.preview.workshop.variants import document_of, laid_out_of

if TYPE_CHECKING:
    from briefs.render.pdf.positions import Box

NARROWEST, WIDEST = 100, 4000
"""The least and the most width of a picture, in pixels."""
_FILES = 24
"""How many files are kept: those of all briefs of a project in two variants, and more."""
_ROOM = 32 * 1024 * 1024
"""How many bytes of pictures are kept."""
_NAME = re.compile(r"([0-9a-f]{32})-([1-9][0-9]{0,4})")
_HEADING = re.compile("h[2-6]")


class Pictures:
    """Draws the pages of files that it holds, and keeps what was drawn last, within bounds."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, bytes] = OrderedDict()
        self._views: OrderedDict[tuple[str, Variant], PagesView] = OrderedDict()
        self._drawn: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._lock = Lock()

    def hold(self, pdf: bytes) -> str:
        """Hold a file, in place of the one that was not asked for longest; `picture_name` names its pages."""
        name = hashlib.sha256(pdf).hexdigest()[:32]
        with self._lock:
            self._files[name] = pdf
            self._files.move_to_end(name)
            while len(self._files) > _FILES:
                self._files.popitem(last=False)
        return name

    def view(self, version: str, variant: Variant, make: Callable[[], PagesView]) -> PagesView:
        """The pages of a version of a brief, laid out by `make` unless that was done before and their file is held."""
        with self._lock:
            known = self._views.get((version, variant))
            if known is not None and (files := {page.picture.partition("-")[0] for page in known.pages}) <= {
                *self._files
            }:
                for file in files:
                    self._files.move_to_end(file)
                return known
        made = make()
        with self._lock:
            self._views[version, variant] = made
            while len(self._views) > _FILES:
                self._views.popitem(last=False)
        return made

    def png(self, name: str, width: int) -> bytes:
        """The page that is called `name`, as a PNG that is `width` pixels wide, within bounds.

        Raises NotFound if there is no such page, or its file is not held any more.
        """
        width = min(WIDEST, max(NARROWEST, width))
        with self._lock:
            if (name, width) in self._drawn:
                self._drawn.move_to_end((name, width))
                return self._drawn[name, width]
            drawn = self._draw(name, width)
            self._drawn[name, width] = drawn
            room = sum(map(len, self._drawn.values()))
            while room > _ROOM and len(self._drawn) > 1:
                room -= len(self._drawn.popitem(last=False)[1])
            return drawn

    def _draw(self, name: str, width: int) -> bytes:
        found = _NAME.fullmatch(name)
        if found is None or found[1] not in self._files:
            raise NotFound("this page is not there any more: ask for the pages of the brief again")
        self._files.move_to_end(found[1])
        return page_png(self._files[found[1]], int(found[2]), width)


def picture_name(file: str, page: int) -> str:
    """What the picture of a page, counted from 1, of a file that is held is called."""
    return f"{file}-{page}"


def pages_view(brief: HeldBrief, variant: Variant, pictures: Pictures) -> PagesView:
    """A brief in pages, as `variant` says. Raises BriefsError or DocumentError, as laying out does."""
    return pictures.view(brief.version, variant, lambda: _laid_out(brief, variant, pictures))


def _laid_out(brief: HeldBrief, variant: Variant, pictures: Pictures) -> PagesView:
    from briefs.render.pdf.pages import write_plainly
    from briefs.render.pdf.positions import element_boxes, page_sizes

    laid_out = laid_out_of(brief, variant.status, variant.sheet)
    pdf = write_plainly(laid_out)
    pointed = pointed_in(document_of(brief, variant.status))
    boxes = element_boxes(laid_out.rendering, dict(_elements(laid_out.html, pointed)))
    file = pictures.hold(pdf)
    pages = tuple(
        PageView(picture_name(file, number), width, height, _boxes(boxes, pointed, number, width, height))
        for number, (width, height) in enumerate(page_sizes(laid_out.rendering), start=1)
    )
    return PagesView(brief.id, brief.version, pages)


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
