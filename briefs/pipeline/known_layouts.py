"""Trials of a brief that need not be laid out, since one was that differs only in words, which fall into lines alike.

After an edit, fitting would lay all trials of a brief out again. `KnownLayouts` has those of the last time, with the
lines of their paragraphs (`briefs/render/pdf/line_shapes.py`). The brief is laid out first as it was cut last time,
which shows the lines of what was edited. A trial that has the same lines as before has the same positions, so fitting
finds what it would find anyway. What is printed is always laid out.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.files.kept_objects import packed, unpacked
from briefs.files.program_state import program_state
from briefs.files.surroundings import are_as_they_were, library_states, shaping_variables
from briefs.files.user_cache import cached, keep
from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.selection import Selection
from briefs.model.diagnostics import DocumentError
from briefs.model.document import Document
from briefs.model.document_walk import owners
from briefs.model.sheet import USUAL

if TYPE_CHECKING:
    from briefs.render.layout import Layout
    from briefs.render.pdf.line_shapes import Shape
    from briefs.render.pdf.pages import LaidOut
    from briefs.render.pdf.positions import Extent

_FOLDER, _MOST_BRIEFS = "layouts", 128
_MOST_TRIALS = 16
"""How many layouts of a brief are remembered, the latest ones."""
_LARGEST = 400
"""The most paragraphs in a layout that is remembered: what is longer takes more room than it saves time."""


NO_WORDS: Mapping[str, str] = {}
_COPYING = "target-"
"""How style sheets begin to ask for words that stand elsewhere (CSS Generated Content for Paged Media 3, cross
references); a backslash may hide it."""


@dataclass(frozen=True, slots=True)
class KnownLayout:
    """A layout: a hash of the `look`, that is, of all style sheets and fonts; hashes of the words of its paragraphs, by
    their ids, and their shapes; its pages, as `LaidOut` has them, and where its units are."""

    look: str
    words: Mapping[str, str]
    shapes: Mapping[str, Shape]
    pages: int
    fill: float
    height: float
    units: Mapping[str, tuple[Extent, ...]]


@dataclass(slots=True)
class KnownLayouts:
    """The layouts of one brief, by what they were made from but their words, and how the brief was cut last time.

    `first` is the one that was made before fitting, with its pages, which take much memory.
    """

    name: str
    selection: Selection | None = None
    layouts: dict[str, KnownLayout] = field(default_factory=dict)
    first: tuple[Document, Layout, LaidOut] | None = None
    is_new: bool = False

    @classmethod
    def of(cls, *names: str) -> KnownLayouts:
        """What is kept in the user's cache of the brief with these names: it counts for the same program, environment
        and shared libraries."""
        told = repr((program_state(), shaping_variables(), names))
        name = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
        content = cached(_FOLDER, name)
        if content is not None:
            with suppress(ValueError, TypeError, AttributeError):
                selection, layouts, libraries = unpacked(content)
                if are_as_they_were(libraries):
                    return cls(name, selection, layouts)
        return cls(name)

    def keep(self, selection: Selection, in_cache: bool) -> None:
        """Remember how the brief was cut; keep this, and all that is known, in the user's cache if it is `in_cache`."""
        is_known = not self.is_new and selection == self.selection
        self.selection, self.is_new = selection, False
        if is_known or not in_cache:
            return
        with suppress(OSError):  # the system cannot tell which libraries lay out
            if (content := packed((selection, self.layouts, library_states()))) is not None:
                keep(_FOLDER, self.name, content, _MOST_BRIEFS)

    def selection_of(self, brief: ComposedBrief) -> Selection | None:
        """How the brief was cut last time, if it has the same units to be left out or shortened; otherwise None."""
        selection = self.selection if self.layouts else None
        if selection is None or not owners(brief.full).keys() >= selection.left_out | selection.shortened:
            return None
        return selection

    def lay_out_first(self, document: Document, layout: Layout, made_with: object) -> None:
        """Lay out on the usual sheet what was printed last time, which shows how its words fall into lines now."""
        layout = replace(layout, sheet=USUAL)
        with suppress(DocumentError):  # whoever needs it says so
            self.first = document, layout, self.lay_out(document, layout, made_with)

    def lay_out(self, document: Document, layout: Layout, made_with: object) -> LaidOut:
        """`document` in pages. What is not on the usual sheet, and need not be laid out, has no pages but their
        measures. `made_with` is what else decides about pages: the fonts.

        Raises the same as `briefs.render.pdf.pages.lay_out`.
        """
        from briefs.render.pdf.line_shapes import shapes_of
        from briefs.render.pdf.pages import lay_out

        if self.first is not None and self.first[:2] == (document, layout):
            return self.first[2]
        look = _look_of(layout, made_with)
        key, words = _made_from(document, layout, look)
        if layout.sheet != USUAL and (known := self._known(key, words)) is not None:
            return known_pages(known, layout.fonts)
        laid_out = lay_out(document, layout)
        self.layouts.pop(key, None)
        if laid_out.is_as_written and len(words) <= _LARGEST:
            shapes = shapes_of(laid_out.rendering, words)
            known = KnownLayout(look, words, shapes, laid_out.pages, laid_out.fill, laid_out.height, laid_out.units)
            self.layouts[key], self.is_new = known, True
            for old in list(self.layouts)[:-_MOST_TRIALS]:
                del self.layouts[old]
        return laid_out

    def _known(self, key: str, words: Mapping[str, str]) -> KnownLayout | None:
        """The layout of what has these words, if it is known, or would be the same as that of others."""
        known = self.layouts.get(key)
        if known is None or known.words.keys() != words.keys():
            return None
        for id, others in known.words.items():
            if words[id] != others and not self._is_alike(known.look, known.shapes.get(id), words[id]):
                return None
        self.layouts[key] = self.layouts.pop(key)  # the latest one is the last
        return known

    def _is_alike(self, look: str, shape: Shape | None, words: str) -> bool:
        """Whether these words are known to have the same lines as what has this shape, in the same look and style."""
        if shape is None:
            return False
        found = (
            one.shapes[id]
            for one in reversed(self.layouts.values())
            for id, others in one.words.items()
            if one.look == look and others == words and id in one.shapes
        )
        return next((other.lines == shape.lines for other in found if other.style == shape.style), False)


@lru_cache(maxsize=64)
def remembered_layouts(*names: str) -> KnownLayouts:
    """What this process knows of the layouts of the brief with these names, and the user's cache when it began."""
    return KnownLayouts.of(*names)


def known_pages(known: KnownLayout, fonts: Path) -> LaidOut:
    """The measures of a layout, without its pages."""
    from briefs.render.pdf.pages import LaidOut

    return LaidOut(
        known.pages, known.fill, known.height, known.units, rendering=None, html=None, fonts=fonts, is_as_written=True
    )


def _look_of(layout: Layout, made_with: object) -> str:
    """A hash of what decides how words fall into lines of a width: style sheets, fonts and libraries."""
    from briefs.render.engine.system_libraries import library_versions

    told = repr((layout.print_css, layout.redline_css, sorted(library_versions().items()), made_with))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _made_from(document: Document, layout: Layout, look: str) -> tuple[str, Mapping[str, str]]:
    """A hash of all that decides about the pages of `document` but words of paragraphs; and hashes of these, by id."""
    from briefs.render.html.page import print_html
    from briefs.render.pdf.line_shapes import without_words
    from briefs.render.pdf.page_style import page_css

    html, words = print_html(document, layout), NO_WORDS
    if _COPYING not in layout.print_css.lower() and "\\" not in layout.print_css:  # else words stand elsewhere as well
        html, words = without_words(html)
    told = repr((html, page_css(document, layout), look))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest(), words
