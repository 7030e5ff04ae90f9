"""From the HTML in a `<figure>` to what the figure shows. Its class is the kind of graphic; each kind has its own HTML.

- `timeline`: a `dl` with a `dt` (when) and a `dd` (what) for each event; `<dt class="undated">` if there is no date.
- `pillars`: an `ol` whose items have their numbers as `value`; before it a `p` for each beam on top of the pillars.
- `bars`: a `table` with a row for each bar, `th` (name) and `td` (number); `<tr class="portion">` says something about
  a part of the bar in the row above it.

Labels are drawn as plain text, without bold, italics and marks of language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from lxml import etree

from briefs.compose.looks.html_elements import HtmlError, expect, fold, line_of, name_of, reject_text
from briefs.model.figure import Bar, Bars, Event, Graphic, Pillar, Pillars, Portion, Timeline

MOST_ELEMENTS = 100
"""The most elements in a list or table of one figure: more than a page has room for, few enough to be drawn quickly."""


def read_graphic(figure: etree._Element) -> Graphic:
    """What `figure` shows; its caption is left out. Raises HtmlError."""
    kind = figure.get("class", "")
    if kind not in READERS:
        message = f'the class of a <figure> must be one of {", ".join(READERS)}, not "{kind}"'
        raise HtmlError(message, line_of(figure))
    reject_text(figure)
    return READERS[kind](figure, [element for element in figure if element.tag != "figcaption"])


def _timeline(figure: etree._Element, elements: Sequence[etree._Element]) -> Timeline:
    if [element.tag for element in elements] != ["dl"]:
        raise HtmlError('a <figure class="timeline"> must have one <dl> with its events', line_of(figure))
    parts = list(_children(elements[0], "dt", "dd"))
    if not parts or [part.tag for part in parts] != ["dt", "dd"] * (len(parts) // 2):
        raise HtmlError("a timeline must have a <dt> and then a <dd> for each event", line_of(elements[0]))
    return Timeline(
        tuple(
            Event(_label(when), _label(what), not _is_marked(when, "undated"))
            for when, what in zip(parts[::2], parts[1::2], strict=True)
        )
    )


def _pillars(figure: etree._Element, elements: Sequence[etree._Element]) -> Pillars:
    tags = [element.tag for element in elements]
    if tags != ["p"] * (len(tags) - 1) + ["ol"]:
        message = 'a <figure class="pillars"> must have one <ol> with its pillars, after a <p> for each beam'
        raise HtmlError(message, line_of(figure))
    pillars = tuple(Pillar(_number(item, item.get("value")), _label(item)) for item in _children(elements[-1], "li"))
    if not pillars:
        raise HtmlError("an <ol> without items", line_of(elements[-1]))
    return Pillars(pillars, tuple(map(_label, elements[:-1])))


def _bars(figure: etree._Element, elements: Sequence[etree._Element]) -> Bars:
    if [element.tag for element in elements] != ["table"]:
        raise HtmlError('a <figure class="bars"> must have one <table> with its bars', line_of(figure))
    bars: list[Bar] = []
    for row in _children(elements[0], "tr"):
        cells = list(_children(row, "th", "td"))
        if [cell.tag for cell in cells] != ["th", "td"]:
            raise HtmlError("a row of a bar chart must have a <th> with a name and a <td> with a number", line_of(row))
        name, value = _label(cells[0]), _number(cells[1], _label(cells[1]))
        if not _is_marked(row, "portion"):
            bars.append(Bar(name, value))
        elif not bars:
            raise HtmlError("a portion must stand below the bar that it is a part of", line_of(row))
        else:
            portions = (*bars[-1].portions, Portion(name, value))
            if sum(portion.value for portion in portions) > bars[-1].value:
                message = f'the portions of "{bars[-1].name}" add up to more than its {bars[-1].value}'
                raise HtmlError(message, line_of(row))
            bars[-1] = replace(bars[-1], portions=portions)
    if not any(bar.value for bar in bars):
        raise HtmlError("a bar chart must have at least one number above 0", line_of(elements[0]))
    return Bars(tuple(bars))


READERS: Mapping[str, Callable[[etree._Element, Sequence[etree._Element]], Graphic]] = MappingProxyType(
    {"timeline": _timeline, "pillars": _pillars, "bars": _bars}
)
"""The reader of each kind of figure: takes the figure, and what is in it besides the caption."""


def _children(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The elements in `element`. Raises HtmlError for others than `tags`, for text around them, and for too many."""
    reject_text(element)
    if len(element) > MOST_ELEMENTS:
        message = f"a <{name_of(element)}> in a figure can hold at most {MOST_ELEMENTS} elements"
        raise HtmlError(message, line_of(element))
    for child in element:
        expect(child, *tags)
        yield child


def _label(element: etree._Element) -> str:
    """The text of `element` in one line."""
    for child in element.iterdescendants():
        if child.tag not in ("span", "strong", "em") or child.get("data-note"):
            said = "a call of a note" if child.tag == "span" else f"<{name_of(child)}>"
            raise HtmlError(f"a figure cannot show {said}", line_of(child))
    text = fold("".join(str(part) for part in element.itertext())).strip(" ")
    if not text:
        raise HtmlError(f"an empty <{name_of(element)}>", line_of(element))
    return text


def _number(element: etree._Element, text: str | None) -> int:
    if not text or not text.isdecimal() or not text.isascii() or len(text) > 9:
        found = f'"{text}"' if text else "nothing"
        what = "value" if element.tag == "li" else "text"
        message = f"the {what} of this <{name_of(element)}> must be a whole number in digits, not {found}"
        raise HtmlError(message, line_of(element))
    return int(text)


def _is_marked(element: etree._Element, mark: str) -> bool:
    """Whether `element` has the class `mark`. Raises HtmlError if it has another."""
    given = element.get("class", "")
    if given not in ("", mark):
        raise HtmlError(f'the class of <{name_of(element)}> can only be "{mark}", not "{given}"', line_of(element))
    return given == mark
