"""The words in charts (ISO/IEC 29500-1, 21.2) and diagrams (21.4) of a Word file, which stand in parts of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefs.model.diagnostics import BriefsError
from briefs.word.elements import Element, qn
from briefs.word.opened_package import OpenedPackage

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_CHART_EX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_CHARTS = (f"{_CHART}chart", f"{_CHART_EX}chart")
_REFERENCES = (*_CHARTS, f"{_DIAGRAM}relIds")
_NUMBERS = frozenset({f"{_CHART}numCache", f"{_CHART}numLit"})
"""What the bars are worth: a chart need not print it."""
_MOST_SAID = 10
_STRINGS = frozenset({f"{_CHART}v", f"{_CHART_EX}pt"})


@dataclass(frozen=True, slots=True)
class ChartWords:
    """Reads the charts and diagrams that one part of a package shows.

    Each is read once, and said `_MOST_SAID` times at most, lest a small file become a long report.
    """

    package: OpenedPackage
    part: str
    _read: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _said: Counter[str] = field(default_factory=Counter)

    def said_by(self, drawing: Element) -> str:
        """The words in the charts and diagrams of a drawing, each once, in their order; empty if there are none."""
        shown = dict.fromkeys(self._shown(one) for one in drawing.iter(*_REFERENCES))
        parts = [part for part in shown if self._said[part] < _MOST_SAID]
        self._said.update(parts)
        return "; ".join(dict.fromkeys(words for part in parts for words in self._words(part)))

    def unread(self, root: Element) -> int:
        """How many charts and diagrams in a part have no words that can be read."""
        return sum(1 for one in root.iter(*_REFERENCES) if not self._words(self._shown(one)))

    def _shown(self, reference: Element) -> str:
        """The part that holds a chart or diagram; empty if there is none."""
        return self.package.target(self.part, reference.get(qn("r:id") if reference.tag in _CHARTS else qn("r:dm"), ""))

    def _words(self, part: str) -> tuple[str, ...]:
        if part not in self._read:
            try:
                self._read[part] = tuple(_words_in(self.package.root(part))) if part else ()
            except BriefsError:
                self._read[part] = ()  # it is left aside, and named
        return self._read[part]


def _words_in(root: Element) -> Iterator[str]:
    """The paragraphs and the names of categories and series in a part."""
    skipped: set[Element] = set()
    for one in root.iter():
        if one.getparent() in skipped or one.tag in _NUMBERS:
            skipped.add(one)
        elif one.tag == qn("a:p"):
            yield from _said(text.text for text in one.iter(qn("a:t")))
        elif one.tag in _STRINGS:
            yield from _said([one.text])


def _said(texts: Iterable[str | None]) -> Iterator[str]:
    words = " ".join("".join(text or "" for text in texts).split())
    if any(map(str.isalpha, words)):
        yield words
