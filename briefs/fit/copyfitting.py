"""Copyfitting: the best brief that its page budget holds. Whole units go, in the declared order; nothing is shrunk.

The cleared edition is what is measured, whatever is built: what is cleared is what is distributed. It must hold on all
papers, with three lines free on the last page it may have, for Word, which sets some lines longer. What composes,
finishes and lays out comes as arguments.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Generic, Protocol, TypeAlias, TypeVar

from briefs.fit.heights import LINE, PAGE, UnitHeights, estimate
from briefs.fit.leaving_out import parts_of
from briefs.fit.over_budget import is_named, over_budget, over_first_page, over_words, unknown_sections
from briefs.fit.recalling import recalled
from briefs.fit.searching import fewest
from briefs.fit.selection import Composed, Selection, selected
from briefs.model.diagnostics import Diagnostic
from briefs.model.document import Document, FormRef
from briefs.model.document_text import unit_words
from briefs.model.document_walk import owners, owners_of
from briefs.model.edition import Template
from briefs.model.fit import Room

FREE_LINES = 3
"""Lines that stay free on the last page of the budget."""


class Extent(Protocol):
    """Where a unit, or a part of it, stands: page from 1, top and bottom in points."""

    @property
    def page(self) -> int: ...
    @property
    def top(self) -> float: ...
    @property
    def bottom(self) -> float: ...


class Pages(Protocol):
    """What laying out tells of a brief: pages, the share of the last that is used, the height of the text area in
    points, and where each unit stands, by its id."""

    @property
    def pages(self) -> int: ...
    @property
    def fill(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def units(self) -> Mapping[str, Sequence[Extent]]: ...


P = TypeVar("P", bound=Pages)

LayOut: TypeAlias = Callable[[Document], P]
Finish: TypeAlias = Callable[[Document], Document]
"""Numbers and collects what is left of a brief."""


@dataclass(frozen=True, slots=True)
class Fitted(Generic[P]):
    """A brief after fitting: the selection, the finished cleared edition and how it was laid out on the usual paper.

    `heights` are those of the units as far as they were laid out, in points, by unit and forms; `diagnostics` say what
    does not fit: what must stay is then laid out.
    """

    selection: Selection
    document: Document
    laid_out: P
    rooms: tuple[Room, ...]
    heights: UnitHeights
    layouts: int
    diagnostics: tuple[Diagnostic, ...] = ()


def fit(
    brief: Composed,
    template: Template,
    finish: Finish,
    papers: Mapping[str, LayOut[P]],
    remembered: Selection | None = None,
) -> Fitted[P]:
    """`brief` with as much of it as the budgets of `template` hold on all `papers`.

    The first of `papers` is what it is fitted on, best the one with the least room; the last is the usual one, whose
    layout is given back. A `remembered` selection, made from the same inputs, is laid out once on that, and taken if it
    is one that fitting makes and fits still.
    """
    fitting = _Fitting(brief, template, finish, papers)
    if remembered is not None and (done := fitting.again(remembered)) is not None:
        return done
    return fitting.run()


class _Fitting(Generic[P]):
    """The work on one brief: what was finished and laid out so far, by the steps that were done.

    `early` are steps that page 1 needs, done before all others; `required` are the units of `front`, which belong on
    page 1, once they are known to have room there; `surplus` is by how much the brief that was laid out
    last is higher than was guessed.
    """

    def __init__(self, brief: Composed, template: Template, finish: Finish, papers: Mapping[str, LayOut[P]]) -> None:
        self.brief, self.template, self.finish, self.papers = brief, template, finish, papers
        self.steps = brief.order.steps
        self.first, *_, self.usual = papers
        self.front = _units_of(brief.full, template.front.first_page)
        self.early: tuple[int, ...] = ()
        self.required: Set[str] = frozenset()
        self.words = template.front.words
        self.heights: dict[tuple[str, tuple[FormRef, ...]], float] = {}
        self.page_height = PAGE
        self.surplus = 0.0
        self._documents: dict[Selection, Document] = {}
        self._layouts: dict[tuple[Selection, str], P] = {}

    def selection(self, steps: int, early: Sequence[int] | None = None) -> Selection:
        done = {*(self.early if early is None else early), *range(steps)}
        return selected(step for index, step in enumerate(self.steps) if index in done)

    def document(self, selection: Selection) -> Document:
        if selection not in self._documents:
            self._documents[selection] = self.finish(self.brief.cut(selection))
        return self._documents[selection]

    def lay_out(self, selection: Selection, paper: str) -> P:
        if (selection, paper) not in self._layouts:
            document = self.document(selection)
            laid_out = self.papers[paper](document)
            self._layouts[selection, paper] = laid_out
            self.heights |= heights_of(document, laid_out)
            self.page_height = laid_out.height
            self.surplus = _used(laid_out) - estimate(document, self.heights)
        return self._layouts[selection, paper]

    def again(self, remembered: Selection) -> Fitted[P] | None:
        """The brief after a remembered selection, if it is one that can be made and it fits on the usual paper."""
        before = _until(self.brief.full, self.front) if self.front else frozenset()
        if (selection := recalled(remembered, self.brief, before)) is None:
            return None
        laid_out = self.lay_out(selection, self.usual)
        fits = excess(laid_out, self.template) <= 0 and not self.not_in_front(laid_out)
        return self.done(selection) if fits and self.few_words(selection) else None

    def run(self) -> Fitted[P]:
        """The brief after as few steps as make it fit; after all of them, with what is wrong, when it does not."""
        count = len(self.steps)
        problems = list(unknown_sections(self.brief.full, self.template))
        failed = self.too_wordy()
        if failed == count:
            problems.append(over_words(self.document(self.selection(count)), self.brief, self.template))
            self.words, failed = None, count - 1
        steps = fewest(count, lambda steps: self.fits(steps, self.first), self.predict, failed)
        if steps is not None and self.front:
            steps = self.with_first_page(steps, problems)
        while steps is not None and not all(self.fits(steps, paper) for paper in self.papers):
            steps = steps + 1 if steps < count else None
        if steps is None:
            steps = count
            least = self.selection(count)
            over = max(excess(found, self.template) for (done, _), found in self._layouts.items() if done == least)
            problems.append(over_budget(self.document(least), self.brief, self.template, over, self.heights))
        return self.done(self.selection(steps), tuple(problems))

    def few_words(self, selection: Selection) -> bool:
        return self.words is None or unit_words(self.document(selection)) <= self.words

    def too_wordy(self) -> int:
        """The most steps after which there are still too many words; -1 when there never are."""
        tried = range(len(self.steps) + 1)
        return bisect_left(tried, True, key=lambda steps: self.few_words(self.selection(steps))) - 1

    def fits(self, steps: int, paper: str) -> bool:
        selection = self.selection(steps)
        if not self.few_words(selection):
            return False
        laid_out = self.lay_out(selection, paper)
        return excess(laid_out, self.template) <= 0 and not (self.required & self.not_in_front(laid_out))

    def predict(self, steps: int) -> float:
        """By how many points the brief is too long after `steps`, as far as can be guessed."""
        room = self.page_height * self.template.front.pages - FREE_LINES * LINE
        return estimate(self.document(self.selection(steps)), self.heights) + self.surplus - room

    def not_in_front(self, laid_out: P) -> Set[str]:
        """The units that must stand on page 1 and do not."""
        return {name for name in self.front if any(extent.page > 1 for extent in laid_out.units.get(name, ()))}

    def with_first_page(self, steps: int, problems: list[Diagnostic]) -> int | None:
        """How many steps make the brief fit when steps that page 1 needs are done early: what stands before its end.

        What that makes room for is put back. When page 1 cannot be had, a problem is added and nothing more is cut.
        """
        laid_out = self.lay_out(self.selection(steps), self.first)
        missing = self.not_in_front(laid_out)
        if not missing:
            self.required = self.front
            return steps
        before = _until(self.brief.full, self.front)
        useful = [i for i in range(steps, len(self.steps)) if not before.isdisjoint(self.steps[i].units)]
        over = sum(extent.bottom - extent.top for name in missing for extent in laid_out.units[name] if extent.page > 1)
        heights = {name: height for (name, _), height in self.heights.items()}
        saved = [sum(heights.get(name, LINE) for name in self.steps[i].units) for i in useful]
        number = fewest(
            len(useful),
            lambda number: not self.not_in_front(self.lay_out(self.selection(steps, useful[:number]), self.first)),
            lambda number: over - sum(saved[:number]),
            failed=0,
        )
        if number is None:
            problems.append(over_first_page(self.brief.full, self.template, missing, over))
            return steps
        self.early = tuple(useful[:number])
        self.required = self.front
        wordy = min(self.too_wordy(), steps - 1)
        return fewest(steps, lambda steps: self.fits(steps, self.first), self.predict, wordy)

    def done(self, selection: Selection, problems: tuple[Diagnostic, ...] = ()) -> Fitted[P]:
        document, laid_out = self.document(selection), self.lay_out(selection, self.usual)
        found = ((paper, self._layouts.get((selection, paper))) for paper in self.papers)
        rooms = tuple(_room(paper, one) for paper, one in found if one is not None)
        return Fitted(selection, document, laid_out, rooms, self.heights, len(self._layouts), problems)


def excess(laid_out: Pages, template: Template) -> float:
    """By how many points a brief is longer than its page budget with its free lines."""
    return round(_used(laid_out) - (laid_out.height * template.front.pages - FREE_LINES * LINE), 2)


def _used(laid_out: Pages) -> float:
    return (laid_out.pages - 1 + laid_out.fill) * laid_out.height


def _room(paper: str, laid_out: Pages) -> Room:
    return Room(paper, laid_out.pages, laid_out.fill, round((1 - laid_out.fill) * laid_out.height / LINE, 1))


def heights_of(document: Document, laid_out: Pages) -> dict[tuple[str, tuple[FormRef, ...]], float]:
    """The heights of the units of `document` as laid out, in points, by unit and forms."""
    return {
        (unit.name, unit.forms): round(sum(extent.bottom - extent.top for extent in laid_out.units[unit.name]), 1)
        for unit in document.units()
        if unit.name in laid_out.units
    }


def _units_of(document: Document, names: Sequence[str]) -> Set[str]:
    """The units of the sections that `names` name, subsections included."""
    return {
        unit.name
        for part in parts_of(document)
        for index, section in part.sections
        if is_named(part.head[1], names) or is_named(section, names)
        for content in section.content
        for unit, _ in owners_of(content)
    }


def _until(document: Document, front: Set[str]) -> Set[str]:
    """The units up to the last of `front`, in reading order."""
    names = list(owners(document))
    return set(names[: max(names.index(name) for name in front) + 1])
