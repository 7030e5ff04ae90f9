"""A brief in pages, and where its words come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefs.preview.shown.state_views import Link

if TYPE_CHECKING:
    from briefs.model.document import Weight


@dataclass(frozen=True, slots=True)
class UnitBox:
    """Where a unit is on a page, as shares (0 to 1) of its width and height: left, top, right, bottom; with its
    beginning, for those who cannot see it."""

    unit: str
    box: tuple[float, float, float, float]
    text: str


@dataclass(frozen=True, slots=True)
class PageView:
    """A page: `picture` names its PNG; `width` and `height` in points."""

    picture: str
    width: float
    height: float
    units: tuple[UnitBox, ...]


@dataclass(frozen=True, slots=True)
class PagesView:
    """A brief in pages."""

    brief: str
    version: str
    pages: tuple[PageView, ...]


# Where words come from


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage: `address` of its node, `start` and `end` in its clean text, its `label` and words, and where it is."""

    report: str
    address: str
    start: int
    end: int
    label: str
    text: str
    link: Link
    page: str = ""


@dataclass(frozen=True, slots=True)
class FormView:
    """A form that a unit prints: whose block, which field, its wording as printed, and the passages it rests on."""

    block: str
    kind: str
    field: str
    wording: Literal["quoted", "edited"]
    text: str
    link: Link
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit of a brief: how people find it (`place`: "paragraph 7", …), where its template asks for it, its forms, and
    what of its blocks could be printed instead (`others`, forms that this unit does not print)."""

    brief: str
    unit: str
    place: str
    text: str
    weight: Weight
    template: Link
    forms: tuple[FormView, ...]
    others: tuple[FormView, ...] = ()
