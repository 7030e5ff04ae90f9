"""What the units of a brief rest on: places in the report and, for those who clear a draft, the passages there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """A place that a unit rests on: `start`–`end` in the clean text at `address`, with only a hash of its words.

    `unit` is the name of the unit.
    """

    unit: str
    address: str
    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The report's file: its `name`, without a folder, and the hash of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """Characters `start`–`end` of the report's file, with a hash of them.

    They are counted as Unicode code points, without a byte order mark. `exact` are their words, without line ends and
    marks, if the brief prints them; else it is empty.
    """

    start: int
    end: int
    sha256: str
    exact: str = ""


@dataclass(frozen=True, slots=True)
class FormSource:
    """A passage that one form of a unit rests on: where it is in the tree of the report, and where in its file.

    `unit` is the name of the unit, `form` that of the form (`ben.states/basis.short`); if it `is_quoted`, it prints the
    passage word for word. `lines` are those of the passage's paragraph. A paragraph that a page has divided has several
    `spans`. There are none if the file is not one of text: then `exact` are the passage's words, if the brief prints
    them. `page` is what the page is called on which the paragraph begins, and `page_number` its number in the file,
    from 1; empty and 0 if there are no pages.
    """

    unit: str
    form: str
    is_quoted: bool
    address: str
    label: str
    lines: tuple[int, ...]
    spans: tuple[SourceSpan, ...]
    exact: str = ""
    page: str = ""
    page_number: int = 0


@dataclass(frozen=True, slots=True)
class FormSpan:
    """Which words of a unit are those of a form: `start`–`end` in the text of one of its runs.

    `unit` is the name of the unit, `form` that of the form (`ben.states/basis.short`). A paragraph, item, note or
    caption is one run (0), a row has one for each cell; its text is without source tags, note marks and boxes.
    """

    unit: str
    form: str
    run: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Context:
    """A paragraph of the report that a unit rests on, typeset; `marks` are the spans of the words of its anchors.

    `unit` is the name of the unit.
    """

    unit: str
    label: str
    text: str
    marks: tuple[tuple[int, int], ...]
